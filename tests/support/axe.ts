import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What a screen reader, or weak eyes, would stumble over; and how many rules had something to look at. */
export async function axeOn(page: Page): Promise<{ serious: string[]; passes: number }> {
  // through the debugger: the policy of the page would not let it in
  await page.evaluate(SOURCE);
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Violation[]; passes: unknown[] }> };
    };
    const result = await axe.run();
    return { violations: result.violations, passes: result.passes.length };
  });
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  return { serious, passes };
}
