import pLimit from 'p-limit';
import type { GongbaoError } from '../errors.js';
import type { Issue } from '../model/index.js';
import { asGongbaoError } from './as-error.js';
import { FORMATS, type Format, type PlannedOutput } from './names.js';
import { writeTogether } from './outputs.js';

/** Issues converted at the same time: one is read from the disk or written while another is worked on. */
const ISSUES_AT_ONCE = 2;

/** The stages a run needs, handed in so that a run can be tried without them. */
export interface Stages {
  convertIssue(source: string): Promise<Issue>;
  writers: Record<Format, (issue: Issue) => string | Uint8Array | Promise<string | Uint8Array>>;
}

export type Outcome =
  | { kind: 'converted'; plan: PlannedOutput; issue: Issue }
  | { kind: 'failed'; plan: PlannedOutput; error: GongbaoError };

/**
 * Converts the inputs and writes their outputs. An input that fails does not keep the others from being converted, and
 * leaves no output.
 *
 * @param report told the outcome of each input as soon as it is known
 */
export async function runConversions(
  plans: readonly PlannedOutput[],
  stages: Stages,
  report: (outcome: Outcome) => void,
): Promise<void> {
  const limit = pLimit(ISSUES_AT_ONCE);
  await Promise.all(plans.map((plan) => limit(async () => report(await convertOne(plan, stages)))));
}

async function convertOne(plan: PlannedOutput, stages: Stages): Promise<Outcome> {
  try {
    const issue = await stages.convertIssue(plan.input);
    const files = [];
    for (const format of FORMATS) {
      files.push({ path: plan.paths[format], content: await stages.writers[format](issue) });
    }
    await writeTogether(files);
    return { kind: 'converted', plan, issue };
  } catch (error) {
    return { kind: 'failed', plan, error: asGongbaoError(error, plan.input) };
  }
}
