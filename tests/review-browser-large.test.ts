// An issue of 200 pages and 5,000 measures: how long frames take while the list is scrolled and searched, and until the
// first page is drawn. The figures are a report; what is asserted is that it works, and that only what is in view is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { longIssue } from '../bench/long-issue.js';
import type { Issue, Measure } from '../src/model/index.js';
import { browserWanted, openPage, startBrowser } from './support/browser.js';
import { runCli } from './support/cli.js';
import { folderForFile } from './support/folder.js';
import { Review } from './support/review.js';

const hasBrowser = browserWanted();
if (!hasBrowser) console.warn('review-browser-large: skipped, there is no chromium');

const PAGES = 209;
const MEASURES = 5000;

describe.skipIf(!hasBrowser)('200 pages and 5,000 measures', () => {
  const cwd = folderForFile({ 'in/readme.md': '' });
  const path = join(cwd, 'output/long.json');
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let review: Review;

  beforeAll(async () => {
    writeFileSync(join(cwd, 'in/long.pdf'), longIssue(PAGES));
    const { status, stderr } = runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
    expect(status, stderr).toBe(0);
    const issue: Issue = JSON.parse(readFileSync(path, 'utf8'));
    expect(issue.source.pages).toBeGreaterThanOrEqual(200);
    // the same rows over again: a page holds fewer than 25 as they are set
    const measures = Array.from({ length: MEASURES }, (_, index): Measure => {
      const measure = issue.measures[index % issue.measures.length] as Measure;
      return { ...measure, id: `${measure.id}~r${index}` };
    });
    writeFileSync(path, JSON.stringify({ ...issue, measures }));
    browser = await startBrowser();
    review = await Review.start(cwd);
  }, 300_000);

  test('open, draw, scroll, search and order', async () => {
    const { page, complaints } = await openPage(browser, review.address);
    await page.getByRole('link', { name: 'long', exact: true }).waitFor();
    const drawn = await timed(async () => {
      await page.getByRole('link', { name: 'long', exact: true }).click();
      await page.locator('canvas[data-drawn]').waitFor();
    });
    expect(await page.locator('.found').innerText()).toBe(`${MEASURES} 条`);
    expect(await page.locator('.measures').getByRole('option').count()).toBeLessThan(60);

    await watchFrames(page);
    const scrolled = await slowestFrame(page, async () => {
      await page.getByRole('listbox').hover();
      for (let n = 0; n < 40; n++) await page.mouse.wheel(0, n % 10 === 9 ? 30_000 : 800);
    });
    const jumped = await slowestFrame(page, () => page.getByRole('listbox').press('End'));
    await expect.poll(() => page.locator('.measure[aria-selected=true]').getAttribute('aria-posinset')).toBe('5000');
    const name = (JSON.parse(readFileSync(path, 'utf8')) as Issue).measures[0]?.departments[0]?.name ?? '';
    expect(name).not.toBe('');
    const searched = await slowestFrame(page, () => page.getByRole('searchbox').pressSequentially(name, { delay: 60 }));
    const found = Number.parseInt(await page.locator('.found').innerText(), 10);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(MEASURES);
    const cleared = await slowestFrame(page, () => page.getByRole('searchbox').fill(''));
    const ordered = await slowestFrame(page, async () => {
      for (const order of ['department', 'due', 'flags', 'printed']) await page.getByLabel('排列').selectOption(order);
    });
    const walked = await slowestFrame(page, async () => {
      await page.getByRole('listbox').focus();
      for (let n = 0; n < 20; n++) await page.keyboard.press('ArrowUp');
    });
    await page.keyboard.press('2');
    await page.keyboard.press('e');
    await page.getByLabel('编号').fill('九九');
    const saved = await slowestFrame(page, async () => {
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => page.locator('.said').innerText()).toBe('已保存');
    });
    const report = { drawn, scrolled, jumped, searched, cleared, ordered, walked, saved };
    const told = Object.entries(report).map(([what, ms]) => `${what} ${Math.round(ms)} ms`);
    console.log(
      `review, ${MEASURES} measures: until the first page is drawn, then the slowest frame: ${told.join(', ')}`,
    );
    for (const ms of Object.values(report)) expect(ms).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  }, 120_000);
});

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Notes, for each frame, the time since the one before. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const own = globalThis as unknown as { frames: number[] };
    own.frames = [];
    let last = performance.now();
    const note = (now: number): void => {
      own.frames.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });

async function slowestFrame(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as { frames: number[] }).frames.length = 0;
  });
  await act();
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(...(globalThis as unknown as { frames: number[] }).frames));
}
