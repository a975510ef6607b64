// The editors in a real browser: what is typed is not lost, and nothing is saved over what others did, or as less than it seems.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { correctionsSchema, type Issue, issueSchema, type Measure } from '../src/model/index.js';
import { axeOn } from './support/axe.js';
import { browserWanted, openPage, startBrowser } from './support/browser.js';
import { runCli } from './support/cli.js';
import { filesIn, folderForFile } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { Review } from './support/review.js';

const hasBrowser = browserWanted();
if (!hasBrowser) console.warn('review-browser-editing: skipped, there is no chromium');

describe.skipIf(!hasBrowser)('editing', () => {
  const cwd = folderForFile({ 'in/文本.txt': GAZETTE_TEXT });
  const out = join(cwd, 'output');
  const records = join(out, '文本.json');
  const corrections = join(out, '文本.corrections.json');
  let browser: Browser;
  let review: Review;
  let read: Issue;

  beforeAll(async () => {
    const { status, stderr } = runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
    expect(status, stderr).toBe(0);
    read = issueSchema.parse(JSON.parse(readFileSync(records, 'utf8')));
    browser = await startBrowser();
    review = await Review.start(cwd);
  });

  /** As a conversion that reads other records would. */
  const replaceRecords = (change: (measures: Measure[]) => Measure[]): void =>
    writeFileSync(records, JSON.stringify({ ...read, measures: change(structuredClone(read.measures)) }));
  beforeEach(() => {
    replaceRecords((measures) => measures);
    rmSync(corrections, { force: true });
  });

  const open = async () => {
    const opened = await openPage(browser, review.address);
    await opened.page.getByRole('link', { name: '文本', exact: true }).click();
    await opened.page.getByRole('listbox').waitFor();
    return opened;
  };
  const edit = async (page: Page, key: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.keyboard.press('e');
    await page.locator('.editor').waitFor();
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const save = (page: Page) => press(page, '保存');
  const said = (page: Page) => page.locator('.said').innerText();
  const saved = (page: Page) => expect.poll(() => said(page)).toBe('已保存');
  const field = (page: Page, name: string) => page.locator(`.field[data-field="${name}"]`);
  const number = (page: Page) => page.getByLabel('编号');
  const problem = (page: Page) => page.locator('.editor .problem').innerText();
  const focus = async (page: Page): Promise<void> => {
    const looked = page.waitForResponse(/\/state$/);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await (await looked).finished();
  };
  const stored = () =>
    filesIn(out).includes('文本.corrections.json')
      ? correctionsSchema.parse(JSON.parse(readFileSync(corrections, 'utf8'))).changes
      : [];

  test('what was typed is given up only where the reader says so', async () => {
    const { page, complaints } = await open();
    await edit(page, '2');
    await number(page).fill('丙');
    // on a button of the editor, no key leads away
    await page.getByRole('button', { name: '取消' }).focus();
    await page.keyboard.press('j');
    expect(complaints).toEqual([]);
    const other = page.locator('.measure-title').last();
    await other.click();
    await press(page, '完成时限');
    await page.getByRole('link', { name: '全部文件' }).click();
    await expect.poll(() => complaints).toHaveLength(3);
    expect(complaints[0]).toContain('还没有保存');
    expect(await number(page).inputValue()).toBe('丙');
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => dialog.accept());
    await other.click();
    await expect.poll(() => page.locator('.editor').count()).toBe(0);
  });

  test('two pages at once: who saves second sees both values, and saves over the first only by choice', async () => {
    const [{ page: one }, { page: two }] = [await open(), await open()];
    for (const [page, typed] of [
      [one, '甲'],
      [two, '乙'],
    ] as const) {
      await edit(page, '2');
      await number(page).fill(typed);
    }
    await save(one);
    await saved(one);
    await save(two);
    await expect.poll(() => said(two)).toContain('另一个页面刚刚改动过');
    const pair = () => two.locator('.meanwhile dd').allInnerTexts();
    expect(await pair()).toEqual(['一', '甲']);
    expect(await number(two).inputValue()).toBe('乙');
    expect((await axeOn(two)).serious).toEqual([]);
    // however it is pressed, nothing is saved before the choice, and the keyboard goes to it
    await save(two);
    await number(two).press('Control+Enter');
    await expect.poll(() => two.evaluate(() => document.activeElement?.textContent)).toContain('以我写的为准');
    expect(stored()).toHaveLength(1);
    await two.keyboard.press('Enter');
    expect(await two.locator('.meanwhile').count()).toBe(0);
    await save(two);
    await saved(two);
    expect(stored().map(({ correction }) => correction)).toMatchObject([
      { from: { number: '一' }, to: { number: '甲' } },
      { from: { number: '甲' }, to: { number: '乙' } },
    ]);
  });

  test('a page that is come back to shows what was changed meanwhile at once; who lets it be has the newest', async () => {
    const [{ page: one }, { page: two }] = [await open(), await open()];
    await edit(one, '6');
    await edit(two, '6');
    await press(two, '增加一行');
    await two.getByLabel('名称').last().fill('市数据局');
    await save(two);
    await saved(two);
    await focus(one);
    await one.getByLabel('分工').first().selectOption('support');
    expect(await one.locator('.meanwhile').innerText()).toContain('市数据局');
    await save(one);
    expect(stored()).toHaveLength(1);
    await press(one, '以现在的为准，放弃我写的');
    await expect.poll(() => field(one, 'departments').innerText()).toContain('市数据局');
    expect(await one.locator('.editor').count()).toBe(0);
    // what others changed elsewhere stands in nobody's way
    await edit(one, '2');
    await number(one).fill('丁');
    await two.keyboard.press('u');
    await expect.poll(() => stored()[0]?.undone).toBeDefined();
    await focus(one);
    await save(one);
    await saved(one);
  });

  test('that a list of departments was made open is a change of it too', async () => {
    const [{ page: one }, { page: two }] = [await open(), await open()];
    await edit(one, '6');
    await edit(two, '6');
    await two.getByLabel('等相关部门').check();
    await save(two);
    await saved(two);
    await one.getByLabel('名称').first().fill('市数据局');
    await save(one);
    await one.locator('.meanwhile').waitFor();
    await save(one);
    expect(stored()).toHaveLength(1);
  });

  test('records that a conversion replaced are loaded when the page is come back to; the selection goes with its text', async () => {
    const { page, complaints } = await open();
    await page.locator('.measure-title').last().click();
    const text = await field(page, 'text').innerText();
    replaceRecords(([first, second]) =>
      [first, { ...first, id: second?.id, text: '另一条。', title: '另一条' }, second].map(
        (measure, index) => ({ ...measure, id: index < 2 ? measure?.id : 'd1.body.一.（三）' }) as Measure,
      ),
    );
    await focus(page);
    await expect.poll(() => page.locator('.measure-title').count()).toBe(3);
    expect(await said(page)).toContain('重新转换过');
    expect(await page.locator('.measure-view .id').innerText()).toBe('d1.body.一.（三）');
    expect(await field(page, 'text').innerText()).toBe(text);
    // and what is corrected then is corrected in them
    await edit(page, '2');
    await number(page).fill('丙');
    await save(page);
    await saved(page);
    expect(stored()).toMatchObject([{ correction: { measure: { id: 'd1.body.一.（三）' } } }]);
    expect(complaints).toEqual([]);
  });

  test('what is saved for records that were replaced is refused, and shown beside what they say', async () => {
    const { page } = await open();
    await edit(page, '2');
    await number(page).fill('甲');
    replaceRecords((measures) => measures.map((one, n) => (n === 0 ? { ...one, number: '（壹）' } : one)));
    await save(page);
    await expect.poll(() => said(page)).toContain('没有保存；现已载入新的记录');
    expect(await page.locator('.meanwhile dd').allInnerTexts()).toEqual(['一', '（壹）']);
    expect(await number(page).inputValue()).toBe('甲');
    expect(stored()).toEqual([]);
    await press(page, '以我写的为准，保存时替换');
    await save(page);
    await saved(page);
    expect(stored()).toMatchObject([{ correction: { from: { number: '（壹）' }, to: { number: '甲' } } }]);
    // so is an undo
    replaceRecords((measures) => measures);
    await page.keyboard.press('u');
    await expect.poll(() => said(page)).toContain('没有保存；现已载入新的记录');
    expect(stored()[0]?.undone).toBeUndefined();
  });

  test('an editor stays open, with what was typed, though its measure is gone', async () => {
    const { page } = await open();
    await edit(page, '4');
    const area = page.getByRole('textbox', { name: '措施', exact: true });
    await area.fill('压缩开办时间，越快越好。');
    replaceRecords((measures) => measures.slice(1));
    await save(page);
    await expect.poll(() => page.locator('.meanwhile').innerText()).toContain('已经不在了');
    expect(await area.inputValue()).toBe('压缩开办时间，越快越好。');
    await save(page);
    expect(stored()).toEqual([]);
    await press(page, '结束编辑');
    await expect.poll(() => field(page, 'text').innerText()).toContain('推行电子证照');
  });

  test.each<[string, (route: Route) => unknown, string]>([
    ['no answer', (route) => route.abort(), '没有应答'],
    ['a page of another program', (route) => route.fulfill({ contentType: 'text/html', body: '<p>hello' }), '不完整'],
    ['half an answer', (route) => route.fulfill({ json: { kind: 'saved' } }), '不完整'],
    ['an answer that is nothing', (route) => route.fulfill({ body: 'null' }), '不完整'],
    [
      'no right to write',
      (route) => route.fulfill({ status: 403, json: { error: { code: 'other-token' } } }),
      '没有应答',
    ],
  ])('%s to a save is told in the editor, which keeps what was typed', async (_, answer, told) => {
    const { page } = await open();
    await edit(page, '2');
    await number(page).fill('甲');
    await page.route('**/changes', answer);
    await number(page).press('Control+Enter');
    await expect.poll(() => problem(page)).toContain(told);
    expect(await number(page).inputValue()).toBe('甲');
    // the keyboard is where it was
    expect(await number(page).evaluate((input) => document.activeElement === input)).toBe(true);
    await page.unroute('**/changes');
    await save(page);
    await saved(page);
    expect(await page.locator('.problem').count()).toBe(0);
  });

  test('nor is what was typed lost where words cannot be read', async () => {
    const { page } = await open();
    await edit(page, '5');
    await page.getByLabel('原文', { exact: true }).fill('2022年3月底前');
    await page.route('**/api/parse', (route) => route.abort());
    await press(page, '识别');
    await expect.poll(() => problem(page)).toContain('没有应答');
    await save(page);
    await expect.poll(() => problem(page)).toContain('没有应答');
    expect(await page.getByLabel('原文', { exact: true }).inputValue()).toBe('2022年3月底前');
    expect(stored()).toEqual([]);
  });

  test('while it is saved the form is seen to be at rest, and is saved once', async () => {
    const { page } = await open();
    await edit(page, '2');
    await number(page).fill('甲');
    let asked = 0;
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/changes', async (route) => {
      asked++;
      await held;
      await route.continue();
    });
    await number(page).press('Control+Enter');
    const editor = page.locator('.editor');
    await expect.poll(() => editor.getAttribute('aria-busy')).toBe('true');
    const button = page.getByRole('button', { name: '正在保存…' });
    expect(await button.isDisabled()).toBe(true);
    expect(await number(page).isDisabled()).toBe(true);
    await button.click({ force: true });
    // no key saves again, leaves, or leads away
    for (const key of ['Control+Enter', 'Escape', 'j', 'Enter']) await page.keyboard.press(key);
    await editor.evaluate((form: HTMLFormElement) => form.requestSubmit());
    expect(await editor.count()).toBe(1);
    answer();
    await saved(page);
    expect(await editor.count()).toBe(0);
    expect(asked).toBe(1);
    expect(stored()).toHaveLength(1);
  });

  test('any change is taken back in the list, unless a later one rests on it', async () => {
    const { page, complaints } = await open();
    const change = async (key: string, label: string, value: string): Promise<void> => {
      await edit(page, key);
      await page.getByLabel(label, { exact: true }).first().fill(value);
      await save(page);
      await expect.poll(() => page.locator('.editor').count()).toBe(0);
    };
    await change('2', '编号', '甲');
    await change('3', '标题', '压减时间');
    await change('2', '编号', '乙');
    await page.getByRole('button', { name: /更正记录/ }).click();
    const dialog = page.getByRole('dialog');
    const undo = (wording: string) => dialog.getByRole('button', { name: new RegExp(`^撤销：.*${wording}`) });
    await undo('改为「甲」').press('Enter');
    const row = dialog.getByRole('listitem').filter({ hasText: '改为「甲」' });
    await expect.poll(() => row.getByRole('status').innerText()).toMatch(/没有撤销.*由「甲」改为「乙」/s);
    expect((await axeOn(page)).serious).toEqual([]);
    // one that nothing rests on, in the middle; the keyboard stays beside it
    await undo('改为「压减时间」').press('Enter');
    await expect.poll(() => dialog.locator('li.undone').innerText()).toContain('压减时间');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('压减时间');
    await undo('改为「乙」').click();
    await undo('改为「甲」').click();
    await expect.poll(() => dialog.locator('li.undone').count()).toBe(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page, 'number').innerText()).toContain('一');
    expect(await field(page, 'title').innerText()).toContain('压缩开办时间');
    expect(stored().every(({ undone }) => undone)).toBe(true);
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });

  test('a title, or a level of the headings, is not saved empty', async () => {
    const { page } = await open();
    await edit(page, '3');
    await page.getByLabel('标题', { exact: true }).fill(' ');
    await save(page);
    expect(await problem(page)).toContain('标题是空的');
    await press(page, '取消');
    page.on('dialog', (dialog) => dialog.accept());
    await edit(page, '1');
    await press(page, '增加一行');
    await save(page);
    expect(await problem(page)).toContain('第 2 级的标题或全文是空的');
    await page.getByLabel('标题', { exact: true }).last().fill('改革');
    await page.getByLabel('全文', { exact: true }).first().fill('');
    await save(page);
    expect(await problem(page)).toContain('第 1 级的标题或全文是空的');
    expect(stored()).toEqual([]);
    await page.getByRole('button', { name: '移除' }).first().click();
    await save(page);
    await saved(page);
    expect(stored()).toMatchObject([{ correction: { to: { path: [{ title: '改革', text: '改革' }] } } }]);
  });

  test('a row that lacks what it needs is not left out in silence, and one that was never typed into is', async () => {
    const { page } = await open();
    page.on('dialog', (dialog) => dialog.accept());
    await edit(page, '6');
    await press(page, '增加一行');
    await page.getByLabel('分工').last().selectOption({ index: 1 });
    await save(page);
    expect(await problem(page)).toContain('没有名称');
    await page.getByLabel('名称', { exact: true }).last().fill('市甲局');
    await expect.poll(() => page.locator('.editor .problem').count()).toBe(0);
    await press(page, '增加一行');
    await save(page);
    await saved(page);
    const added = { name: '市甲局' };
    expect(stored()).toMatchObject([
      { correction: { to: { departments: expect.arrayContaining([expect.objectContaining(added)]) } } },
    ]);
    await edit(page, '8');
    await press(page, '增加一行');
    await page.getByLabel('原文', { exact: true }).last().fill('提高1.5%');
    await save(page);
    expect(await problem(page)).toContain('第 2 行的数值不是数字');
    await page.getByLabel('数值', { exact: true }).last().pressSequentially('1.5');
    await save(page);
    await expect.poll(() => stored().length).toBe(2);
    expect(stored()[1]).toMatchObject({ correction: { to: { targets: [{}, { raw: '提高1.5%', value: 1.5 }] } } });
  });

  test('no text is handed to a measure that it could not be joined with, and the page says why', async () => {
    replaceRecords((measures) => measures.map((one, n) => (n === 1 ? { ...one, origin: 'table' } : one)));
    const { page } = await open();
    await edit(page, '4');
    const area = page.getByRole('textbox', { name: '措施', exact: true });
    await area.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 4));
    await area.press('Shift+Control');
    const button = (name: string) => page.getByRole('button', { name });
    await expect.poll(() => button('在光标处拆为两条').isEnabled()).toBe(true);
    for (const [name, why] of [
      ['光标前的文字移到上一条', '没有措施了'],
      ['光标后的文字移到下一条', '一条在正文，一条在清单'],
      ['与下一条合并', '一条在正文，一条在清单'],
    ] as const) {
      expect(await button(name).isDisabled()).toBe(true);
      const described = await button(name).getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).innerText()).toContain(why);
    }
  });
});
