// Texts of a PDF, and names of files, are texts on the page whatever they hold; and nothing is asked of other hosts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserWanted, openPage, startBrowser } from './support/browser.js';
import { runCli } from './support/cli.js';
import { folderForFile } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { MARKUP, markupIssue } from './support/markup-issue.js';
import { Review } from './support/review.js';

const hasBrowser = browserWanted();
if (!hasBrowser) console.warn('review-browser-safety: skipped, there is no chromium');

describe.skipIf(!hasBrowser)('an issue that is markup and script', () => {
  const cwd = folderForFile({
    'in/placeholder.txt': GAZETTE_TEXT,
    // what file systems allow in a name
    "in/x' onerror='alert(5).txt": GAZETTE_TEXT.replaceAll('压缩开办时间', '<b onclick=alert(6)>压缩</b>'),
  });
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let review: Review;

  beforeAll(async () => {
    writeFileSync(join(cwd, 'in/markup.pdf'), markupIssue());
    const { status, stderr } = runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
    expect(status, stderr).toBe(0);
    browser = await startBrowser();
    review = await Review.start(cwd);
  });

  test('is shown as it is written, runs nothing and adds no element', async () => {
    const { page, complaints } = await openPage(browser, review.address);
    await page.getByRole('link', { name: 'markup', exact: true }).click();
    await page.locator('canvas[data-drawn]').waitFor();
    await page.getByRole('searchbox').fill('<');
    const shown = (await page.locator('.measure-title').allInnerTexts()).join('\n');
    // half-width marks in Chinese text are written full-width; the signs of markup are as printed
    for (const markup of MARKUP) expect(shown).toContain(markup.slice(0, 6));
    expect(await page.locator('.measures').getByRole('option').count()).toBe(MARKUP.length);
    for (const option of await page.locator('.measures').getByRole('option').all()) {
      await option.click();
      expect(await page.locator('.field[data-field="text"]').innerText()).toMatch(/[<>]/);
      await page.keyboard.press('4');
      await page.keyboard.press('e');
      await page.getByRole('textbox', { name: '措施', exact: true }).press('End');
      await page.keyboard.type('<img src=y onerror=alert(7)>');
      await page.keyboard.press('Control+Enter');
      await page.locator('.field[data-field="text"] .text').waitFor();
    }
    for (const button of ['图表', /更正记录/, '导出']) {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    const strange = page.locator('img, iframe, svg, object, embed, #app style, #app script');
    expect(await strange.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('nor does a name of a file, or a text', async () => {
    const { page, complaints } = await openPage(browser, review.address);
    await page.getByRole('link', { name: /onerror/ }).click();
    await page.locator('.line.chosen').first().waitFor();
    expect(await page.locator('.lines').innerText()).toContain('<b onclick=alert(6)>压缩</b>');
    expect(await page.locator('.lines b').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('even what a script of the page would add as markup, or run from elsewhere, the browser refuses', async () => {
    const { page } = await openPage(browser, review.address);
    const refused = await page.evaluate(() => {
      const tried = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        tried(() => {
          document.body.innerHTML = '<img src=x onerror=alert(8)>';
        }),
        tried(() => new Worker('data:text/javascript,1')),
      ];
    });
    expect(refused).toEqual(['TypeError', 'TypeError']);
    const asked = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(asked).toBe('refused');
  });

  test('another page, with the address, may not put it in a frame or read it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('about:blank');
    const read = await page.evaluate(
      (address) =>
        fetch(`${address}api/issues`).then(
          (answer) => answer.text(),
          () => 'refused',
        ),
      review.address,
    );
    expect(read).toBe('refused');
    await context.close();
  });
});
