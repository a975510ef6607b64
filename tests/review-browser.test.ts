// The review page in a real browser: find, see, correct, take back, export, convert again.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { correctionsSchema, type Issue, issueSchema } from '../src/model/index.js';
import { axeOn } from './support/axe.js';
import { browserWanted, differingExtent, openPage, startBrowser } from './support/browser.js';
import { runCli } from './support/cli.js';
import { folderForFile } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { wordsOf } from './support/page-text.js';
import { ROOT } from './support/paths.js';
import { Review } from './support/review.js';

const hasBrowser = browserWanted();
if (!hasBrowser) console.warn('review-browser: skipped, there is no chromium');

/** Two measures of this made-up issue have a deadline before the date of their document. */
const NAME = 'chromium-half-ruled';
const FLAGGED = 'd2.table.6';

describe.skipIf(!hasBrowser)('the review page', () => {
  const cwd = folderForFile({ 'in/文本.txt': GAZETTE_TEXT });
  const out = join(cwd, 'output');
  const pdf = join(cwd, `in/${NAME}.pdf`);
  const convert = () => runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
  const issueIn = (name: string): Issue => issueSchema.parse(JSON.parse(readFileSync(join(out, name), 'utf8')));
  const corrections = () =>
    correctionsSchema.parse(JSON.parse(readFileSync(join(out, `${NAME}.corrections.json`), 'utf8')));
  let browser: Browser;
  let review: Review;

  beforeAll(async () => {
    mkdirSync(join(cwd, 'in'), { recursive: true });
    copyFileSync(join(ROOT, `fixtures/issues/${NAME}.pdf`), pdf);
    const { status, stderr } = convert();
    expect(status, stderr).toBe(0);
    browser = await startBrowser();
    review = await Review.start(cwd);
  });

  const openIssue = async (name = NAME, options = {}) => {
    const opened = await openPage(browser, review.address, options);
    await opened.page.getByRole('link', { name, exact: true }).click();
    await opened.page.getByRole('listbox').waitFor();
    return opened;
  };
  const drawn = (page: Page, number: number) => page.locator(`canvas[data-drawn="${number}"]`).waitFor();
  const chosenId = (page: Page) => page.locator('.measure-view .id').innerText();

  test('open, find a flag, see its box over the words, correct, take back, correct again, export, convert again', async () => {
    const { page, complaints } = await openPage(browser, review.address);
    // the list says how much is left
    const row = page.getByRole('row', { name: new RegExp(NAME) });
    await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['3', '10', '2', '0', '0']);
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('listbox').waitFor();

    // with the keyboard alone: the second flag is that of the list
    await page.keyboard.press('n');
    expect(await chosenId(page)).toBe('d2.body.二');
    await page.keyboard.press('n');
    expect(await chosenId(page)).toBe(FLAGGED);
    const flag = page.locator('.flag.current');
    expect(await flag.innerText()).toContain('早于成文日期2021-06-08');

    // the box of its departments lies over their words, by the pixels
    await page.keyboard.press('6');
    const measure = issueIn(`${NAME}.json`).measures.find(({ id }) => id === FLAGGED);
    const source = measure?.sources.find(({ field }) => field === 'departments');
    if (!measure || !source || !('page' in source)) throw new Error('no box');
    await drawn(page, source.page);
    await expectBoxOverWords(
      page,
      measure.departments.map(({ raw }) => raw),
      source.page,
    );

    // correct a department
    await page.keyboard.press('e');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('市数据局');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.said').innerText()).toBe('已保存');
    const field = page.locator('.field[data-field="departments"]');
    await expect.poll(() => field.innerText()).toContain('市数据局');
    expect(corrections().changes).toHaveLength(1);
    expect(await page.locator('.flag.note').allInnerTexts()).toContainEqual(
      expect.stringContaining(`人工更正：原为「${measure.departments[0]?.name}`),
    );

    // take it back, and correct again
    await page.keyboard.press('u');
    await expect.poll(() => field.innerText()).toContain(measure.departments[0]?.name);
    expect(await field.innerText()).not.toContain('市数据局');
    await page.keyboard.press('e');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('市大数据局');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => field.innerText()).toContain('市大数据局');

    // accept the flag: one less is left
    expect(await page.locator('.left-count').innerText()).toContain('2');
    await page.keyboard.press('a');
    await expect.poll(() => page.locator('.left-count').innerText()).toContain('1');

    // the list of changes has all of them
    await page.getByRole('button', { name: /更正记录/ }).click();
    const changes = page.locator('.changes li');
    expect(await changes.count()).toBe(3);
    expect(await page.locator('.changes li.undone').innerText()).toContain('市数据局');
    await page.keyboard.press('Escape');

    // export
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('button', { name: '写入输出文件夹' }).click();
    await expect.poll(() => page.locator('dialog [role=status]').innerText(), { timeout: 20_000 }).toContain('.xlsx');
    await page.keyboard.press('Escape');
    const exported = readFileSync(join(out, `${NAME}.json`), 'utf8');

    // and convert again: the same records, in all forms
    const again = convert();
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toContain(`[converted] in/${NAME}.pdf`);
    expect(readFileSync(join(out, `${NAME}.json`), 'utf8')).toBe(exported);
    const corrected = issueIn(`${NAME}.json`).measures.find(({ id }) => id === FLAGGED);
    expect(corrected?.departments.map(({ name }) => name)).toEqual([
      '市大数据局',
      ...measure.departments.slice(1).map(({ name }) => name),
    ]);
    expect(await workbookText(join(out, `${NAME}.xlsx`))).toContain('市大数据局');
    expect(readFileSync(join(out, `${NAME}.csv`), 'utf8')).toContain('市大数据局');
    expect(issueIn(`${NAME}.original.json`).measures.find(({ id }) => id === FLAGGED)).toEqual(measure);
    expect(complaints).toEqual([]);
  }, 120_000);

  /** The yellow of the box covers the words of all units, and no words of other cells. */
  async function expectBoxOverWords(page: Page, units: readonly string[], number: number): Promise<void> {
    const sheet = page.locator('.page');
    await page.mouse.move(0, 0);
    const withBox = await steady(sheet);
    await page.locator('.boxes').evaluate((layer) => {
      for (const box of layer.querySelectorAll<HTMLElement>('.box.chosen')) box.style.visibility = 'hidden';
    });
    const without = await steady(sheet);
    const extent = await differingExtent(browser, withBox, without);
    if (!extent) throw new Error('no box is to be seen');
    await page.locator('.boxes').evaluate((layer) => {
      for (const box of layer.querySelectorAll<HTMLElement>('.box.chosen')) box.style.visibility = '';
    });
    const width = (await sheet.boundingBox())?.width ?? 0;
    const words = await wordsOf(pdf, number);
    const size = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width / devicePixelRatio);
    expect(Math.abs(size - width)).toBeLessThan(2);
    const scale = width / PAGE_POINTS;
    const inside = words.filter(
      ({ left, right, baseline }) =>
        ((left + right) / 2) * scale > extent.left &&
        ((left + right) / 2) * scale < extent.right &&
        (baseline - 2) * scale > extent.top &&
        (baseline - 2) * scale < extent.bottom,
    );
    // read line by line, what is under the box is the cell
    const read = inside
      .sort((a, b) => a.baseline - b.baseline || a.left - b.left)
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');
    for (const unit of units) expect(read).toContain(unit);
    expect(read.replace(/[、，；。]/g, '')).toHaveLength(units.join('').length);
    // and it ends where they end, within a character
    const character = 1.5 * Math.max(...inside.map((one) => one.size)) * scale;
    const [left, right] = [Math.min(...inside.map((one) => one.left)), Math.max(...inside.map((one) => one.right))];
    const [top, bottom] = [
      Math.min(...inside.map((one) => one.baseline - one.size)),
      Math.max(...inside.map((one) => one.baseline)),
    ];
    expect(Math.abs(extent.left - left * scale)).toBeLessThan(character);
    expect(Math.abs(extent.right - right * scale)).toBeLessThan(character);
    expect(Math.abs(extent.top - top * scale)).toBeLessThan(character);
    expect(Math.abs(extent.bottom - bottom * scale)).toBeLessThan(character);
  }

  test('a click in the page chooses the measure under it', async () => {
    const { page } = await openIssue();
    const neighbour = issueIn(`${NAME}.json`).measures.find(({ id }) => id === 'd2.table.5');
    const source = neighbour?.sources.find(({ field }) => field === 'text');
    if (!source || !('page' in source)) throw new Error('no box');
    const { page: number, bbox } = source;
    // any page can be turned to
    const shown = async () => Number(/第 (\d+) 页/.exec(await page.locator('.page-bar').innerText())?.[1]);
    for (let turn = 0; turn < 5 && (await shown()) !== number; turn++)
      await page.getByRole('button', { name: (await shown()) > number ? '上一页' : '下一页' }).click();
    await drawn(page, number);
    const sheet = await page.locator('.page').boundingBox();
    if (!sheet) throw new Error('no page');
    const scale = sheet.width / PAGE_POINTS;
    const [left = 0, top = 0, right = 0, bottom = 0] = bbox;
    await page
      .locator('.boxes')
      .click({ position: { x: ((left + right) / 2) * scale, y: ((top + bottom) / 2) * scale } });
    await expect.poll(() => chosenId(page)).toBe('d2.table.5');
    expect(await page.locator('.field.chosen').getAttribute('data-field')).toBe('text');
  });

  test('search as you type, by text, department and number of things found; orders with their headings', async () => {
    const { page } = await openIssue();
    const found = () => page.locator('.found').innerText();
    await expect.poll(found).toBe('10 条');
    await page.keyboard.press('/');
    const { measures } = issueIn(`${NAME}.json`);
    const name = measures.find(({ id }) => id === 'd2.table.5')?.departments[0]?.name ?? '';
    await page.keyboard.type(name);
    const fitting = measures.filter((one) =>
      JSON.stringify([one.text, one.departments, one.path]).includes(name),
    ).length;
    expect(fitting).toBeGreaterThan(0);
    await expect.poll(found).toBe(`${fitting} 条`);
    await page.getByRole('searchbox').fill('没有这样的字');
    await expect.poll(found).toBe('没有符合的措施。');
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('排列').selectOption('due');
    const months = await page.locator('.measures .group').allInnerTexts();
    expect(months.length).toBeGreaterThan(1);
    expect(months).toEqual([...months].sort());
    await page.getByLabel('排列').selectOption('flags');
    expect(await page.locator('.measures .group').first().innerText()).toBe('待核对');
    await page.getByLabel('只看待核对').check();
    await expect.poll(found).toMatch(/^[12] 条$/);
  });

  test('split, join, add, move a border and remove', async () => {
    const { page, complaints } = await openIssue('文本');
    const texts = () => page.locator('.measure-title').allInnerTexts();
    const before = await texts();
    expect(before).toHaveLength(2);
    const area = page.getByRole('textbox', { name: '措施', exact: true });
    const cursorBehind = async (words: string) => {
      await page.keyboard.press('4');
      await page.keyboard.press('e');
      await area.evaluate((element: HTMLTextAreaElement, part) => {
        const at = element.value.indexOf(part) + part.length;
        element.setSelectionRange(at, at);
      }, words);
      await area.press('Shift+Control');
    };
    await cursorBehind('压缩开办时间。');
    await page.getByRole('button', { name: '在光标处拆为两条' }).click();
    await expect.poll(texts).toHaveLength(3);
    await page.getByRole('button', { name: '与下一条合并' }).click();
    await expect.poll(texts).toEqual(before);
    await cursorBehind('压缩开办时间。');
    await page.getByRole('button', { name: '光标后的文字移到下一条' }).click();
    await expect.poll(() => page.locator('.field[data-field="text"] .text').innerText()).toBe('压缩开办时间。');
    await page.getByRole('button', { name: '在其后新增一条' }).click();
    await expect.poll(texts).toHaveLength(3);
    // the new one is there to be written, and not without words
    await expect.poll(() => area.inputValue()).toBe('新措施。');
    await area.fill('  ');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => page.locator('.editor .problem').innerText()).toContain('没有文字');
    await page.getByRole('button', { name: '取消' }).click();
    // a double click is no answer
    await page.getByRole('button', { name: '删除这一条' }).dblclick();
    expect(await texts()).toHaveLength(3);
    await page.getByRole('button', { name: '再按一次确认删除' }).click();
    await expect.poll(texts).toHaveLength(2);
    for (let n = 0; n < 5; n++) await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(texts).toEqual(before);
    await page.locator('.measure-title').first().click();
    // lines of a text stand where the page of a PDF does
    expect(await page.locator('.line.chosen').first().innerText()).toContain('压缩开办时间');
    expect(complaints).toEqual([]);
  });

  test('deadlines, headings and other fields are edited, by their grammar or by hand', async () => {
    const { page } = await openIssue('文本');
    const field = (name: string) => page.locator(`.field[data-field="${name}"]`);
    await page.keyboard.press('5');
    await page.keyboard.press('e');
    await page.getByLabel('原文', { exact: true }).fill('2022年3月底前');
    await page.getByRole('button', { name: '识别' }).click();
    await expect.poll(() => page.locator('input[type=date]').inputValue()).toBe('2022-03-31');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => field('deadlines').innerText()).toContain('2022-03-31');
    await page.keyboard.press('1');
    await page.keyboard.press('e');
    await page.getByLabel('标题', { exact: true }).fill('提升开办效率');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => field('path').innerText()).toContain('提升开办效率');
    await page.keyboard.press('7');
    await page.keyboard.press('e');
    await page.getByLabel('每行一个栏目').fill('备注：试点');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => field('extra').innerText()).toContain('备注：试点');
    const { original } = await review.get<{ original: Issue }>(`api/issues/${encodeURIComponent('文本')}`);
    expect(original.measures[0]?.path[0]?.title).toBe('提升企业开办效率');
  });

  test('words and dates of a deadline say the same, or nothing is saved', async () => {
    const { page } = await openIssue('文本');
    const field = page.locator('.field[data-field="deadlines"]');
    const [raw, end] = [page.getByLabel('原文', { exact: true }), page.getByLabel('止', { exact: true })];
    const problem = page.locator('.editor .problem');
    const edit = async () => {
      await page.keyboard.press('5');
      await page.keyboard.press('e');
    };
    const save = () => page.getByRole('button', { name: '保存' }).click();
    await edit();
    await raw.fill('2023年12月底前');
    await save();
    await expect.poll(() => field.innerText()).toContain('2023-12-31');
    // new rows: words alone are read, a date alone is its words
    await edit();
    for (const _ of [1, 2]) await page.getByRole('button', { name: '增加一行' }).click();
    await raw.nth(1).fill('2024年6月底前');
    await end.nth(2).fill('2026-12-31');
    await save();
    await expect.poll(() => field.innerText()).toContain('2024-06-30');
    expect(await field.innerText()).toContain('2026年12月31日');
    await edit();
    await raw.first().fill('择时');
    await save();
    await expect.poll(() => problem.innerText()).toContain('从「择时」读不出时限');
    await end.first().fill('');
    await save();
    await expect.poll(() => problem.innerText()).toContain('「择时」还没有日期');
    await page.getByLabel('类型').first().selectOption('within');
    await page.getByLabel('起', { exact: true }).fill('2024-05-01');
    await end.first().fill('2024-04-01');
    await save();
    await expect.poll(() => problem.innerText()).toContain('止日早于起日');
    await page.getByLabel('起', { exact: true }).fill('2024-03-01');
    await save();
    await expect.poll(() => field.innerText()).toContain('择时');
  });

  test.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)(
    'axe finds nothing serious, in %s and %s, in any view',
    async (language, colorScheme) => {
      const { page } = await openPage(browser, review.address, { colorScheme });
      const name = (zh: string, en: string) => (language === 'zh' ? zh : en);
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('link', { name: NAME, exact: true }).waitFor();
      const check = async (what: string) => {
        const { serious, passes } = await axeOn(page);
        expect(serious, what).toEqual([]);
        expect(passes, what).toBeGreaterThan(10);
      };
      await check('the list');
      await page.getByRole('link', { name: NAME, exact: true }).click();
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('n');
      await page.locator('canvas[data-drawn]').waitFor();
      await check('an issue');
      for (const key of ['1', '4', '5', '6', '7', '8', '9']) {
        await page.keyboard.press(key);
        await page.keyboard.press('e');
        await page.locator('.editor').waitFor();
        await check(`editor ${key}`);
        await page.keyboard.press('Escape');
      }
      for (const button of [name('图表', 'Charts'), name('导出', 'Export'), name('按键', 'Keys')]) {
        await page.getByRole('button', { name: button, exact: true }).click();
        await check(button);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: new RegExp(name('更正记录', 'Changes')) }).click();
      await check('changes');
      expect(await page.locator('html').getAttribute('lang')).toBe(name('zh-CN', 'en'));
    },
    120_000,
  );

  test('every part is reached with the tab key, and what has it is to be seen', async () => {
    const { page } = await openIssue();
    await page.keyboard.press('n');
    // one of the list, that can be joined with the next
    await page.keyboard.press('j');
    const reached = new Set<string>();
    for (let n = 0; n < 70; n++) {
      await page.keyboard.press('Tab');
      const { name, isSeen, isBody } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const label =
          element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
        const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return { name: label ?? '', isSeen, isBody: element === document.body };
      });
      // between the last and the first is the browser itself
      if (isBody) continue;
      expect(isSeen, name).toBe(true);
      reached.add(name.trim());
    }
    for (const name of [
      '全部文件',
      '下一处标记',
      '图表',
      '导出',
      '搜索',
      '只看待核对',
      '编辑责任部门',
      '与下一条合并',
      '措施',
    ])
      expect(
        [...reached].some((one) => one.includes(name)),
        `${name} in ${[...reached]}`,
      ).toBe(true);
  });
});

/** A picture of what neither moves nor is drawn any more: two in succession are the same. */
async function steady(part: Locator): Promise<Buffer> {
  let before = await part.screenshot();
  for (let tries = 0; tries < 20; tries++) {
    const now = await part.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('it does not come to rest');
}

/** Width of the pages of that issue. */
const PAGE_POINTS = 595;

async function workbookText(path: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))));
  return texts.join('\n');
}
