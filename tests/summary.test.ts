// 汇总.xlsx: the measures of all files of a run in one list.
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ListedFile, type ListedIssue, summaryWorkbook } from '../src/write/summary.js';
import { runCli } from './support/cli.js';
import { folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { madeUpIssue, unit } from './support/issue.js';

afterEach(() => vi.useRealTimers());

const NO_FILES = (): ListedFile[] => [];

async function bytesOf(issues: readonly ListedIssue[], files = NO_FILES): Promise<Buffer> {
  const each = async function* () {
    yield* issues;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of summaryWorkbook(each(), files)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function open(bytes: Buffer): Promise<{ list: ExcelJS.Worksheet; files: ExcelJS.Worksheet }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [list, files] = workbook.worksheets;
  if (!list || !files) throw new Error('not two sheets');
  return { list, files };
}

/** A row by the headings of its sheet. */
const rowOf = (sheet: ExcelJS.Worksheet, row: number): Record<string, unknown> =>
  Object.fromEntries(
    (sheet.getRow(1).values as string[])
      .slice(1)
      .map((heading, index) => [heading, sheet.getRow(row).getCell(index + 1).value]),
  );

describe('the list', () => {
  test('has a row for each measure of each issue, with file and document', async () => {
    const issue = madeUpIssue();
    const { list } = await open(
      await bytesOf([
        { file: 'in/a.pdf', issue },
        { file: 'in/b.pdf', issue },
      ]),
    );
    expect(list.name).toBe('任务清单');
    expect(list.rowCount).toBe(1 + 2 * issue.measures.length);
    expect(rowOf(list, 2)).toEqual({
      文件: 'in/a.pdf',
      公文: issue.documents[0]?.title,
      来源: '清单',
      上级标题: '一、持续优化惠企便民服务（省政务服务局牵头）\n1.压减窗口办事环节',
      编号: '1',
      标题: issue.measures[0]?.title,
      措施: issue.measures[0]?.text,
      完成时限: '2031年6月底前',
      '截止日期（最早）': new Date('2031-06-30T00:00:00Z'),
      牵头单位: null,
      责任部门: '省政务服务局、省司法厅，各市、县（区）',
      配合单位: null,
      '页码（文本为行号）': expect.anything(),
      核查: null,
    });
    expect(rowOf(list, 2 + issue.measures.length).文件).toBe('in/b.pdf');
  });

  test('keeps its header in sight and on each printed page, filters, and shows rows as high as their text', async () => {
    const issue = madeUpIssue();
    const { list } = await open(await bytesOf([{ file: 'a.pdf', issue }]));
    expect(list.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(list.autoFilter).toBe(`A1:N${1 + issue.measures.length}`);
    expect(list.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(list.pageSetup.printTitlesRow).toBe('1:1');
    const heights = issue.measures.map((_, index) => list.getRow(2 + index).height);
    for (const height of heights) expect(height).toBeGreaterThan(15);
    expect(Math.max(...heights)).toBe(409.5);
  });

  test('a text longer than a cell may hold is shortened with a note; no text is a formula, none breaks the file', async () => {
    const issue = madeUpIssue();
    const texts = [
      '=1+1。',
      '+甲\u0001乙\u000b。',
      '-丙\ud800丁\uffff。',
      '@戊<己>&"庚"。',
      '按月公开。'.repeat(9_000),
    ];
    for (const [index, text] of texts.entries()) Object.assign(issue.measures[index] ?? {}, { text });
    Object.assign(issue.measures[0] ?? {}, { departments: [unit('=HYPERLINK("x")')] });
    const { list } = await open(await bytesOf([{ file: '=a.pdf', issue }]));
    const cells = texts.map((_, index) => rowOf(list, 2 + index).措施);
    expect(cells.slice(0, 4)).toEqual(['=1+1。', '+甲乙。', '-丙丁。', '@戊<己>&"庚"。']);
    expect(String(cells[4]).length).toBeLessThanOrEqual(32_767);
    expect(cells[4]).toMatch(/全文见 JSON 文件）$/);
    list.getRow(2).eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula));
  });
});

test('the second sheet has a row for each file, with what went wrong', async () => {
  const rows: ListedFile[] = [
    { file: 'a.pdf', status: '已转换', pages: 3, documents: 1, measures: 7, flags: { note: 4, check: 2, error: 0 } },
    { file: 'b.pdf', status: '失败', seconds: 0.25, error: '错误：b.pdf：PDF 已损坏' },
  ];
  const { files } = await open(await bytesOf([], () => rows));
  expect(files.name).toBe('文件');
  expect(rowOf(files, 2)).toMatchObject({ 文件: 'a.pdf', 结果: '已转换', '措施（条）': 7, '请核对（处）': 2 });
  expect(rowOf(files, 3)).toMatchObject({ 文件: 'b.pdf', '用时（秒）': 0.25, 问题: '错误：b.pdf：PDF 已损坏' });
});

test('the same content gives the same bytes at any time', async () => {
  const issues = Array.from({ length: 30 }, (_, index) => ({ file: `${index}.pdf`, issue: madeUpIssue() }));
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2031-03-01T08:00:00Z');
  const one = await bytesOf(issues);
  vi.setSystemTime('2032-11-30T23:59:58Z');
  expect((await bytesOf(issues)).equals(one)).toBe(true);
});

test('whoever stops reading ends the making', async () => {
  let asked = 0;
  const endless = async function* (): AsyncGenerator<ListedIssue> {
    for (; ; asked++) yield { file: 'a.pdf', issue: madeUpIssue() };
  };
  for await (const _ of summaryWorkbook(endless(), NO_FILES)) break;
  const after = asked;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked - after).toBeLessThanOrEqual(1);
});

describe('of a run', () => {
  const run = (cwd: string, ...more: string[]) =>
    runCli(['convert', 'in', '--no-keywords', '--lang', 'en', ...more], { cwd });
  const summaryIn = (cwd: string): string => join(cwd, 'output/汇总.xlsx');

  test('holds the measures of skipped inputs too, and is left alone where nothing changed', async () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/空.txt': '' });
    expect(run(cwd).status).toBe(1);
    const before = readFileSync(summaryIn(cwd));
    // what a person did to it stays
    appendFileSync(summaryIn(cwd), ' ');
    run(cwd);
    expect(readFileSync(summaryIn(cwd)).length).toBe(before.length + 1);
    writeFileSync(join(cwd, 'in/b.txt'), GAZETTE_TEXT.replaceAll('2021', '2022'));
    run(cwd);
    const { list, files } = await open(readFileSync(summaryIn(cwd)));
    expect([2, 3, 4, 5].map((row) => rowOf(list, row).文件)).toEqual(
      ['a.txt', 'a.txt', 'b.txt', 'b.txt'].map((name) => join('in', name)),
    );
    expect([2, 3, 4].map((row) => rowOf(files, row).结果)).toEqual(['未变化', '已转换', '失败']);
    rmSync(summaryIn(cwd));
    run(cwd);
    expect(statSync(summaryIn(cwd)).size).toBeGreaterThan(1_000);
  });

  test('an output that was damaged is an error that names it; the others are listed', async () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/b.txt': GAZETTE_TEXT.replaceAll('2021', '2022') });
    run(cwd);
    writeFileSync(join(cwd, 'output/a.json'), '{"schemaVersion":');
    rmSync(summaryIn(cwd));
    const { status, stderr } = run(cwd);
    expect(status).toBe(1);
    expect(stderr).toMatch(/a\.json: this output was changed or is damaged, .*--force/);
    const { list, files } = await open(readFileSync(summaryIn(cwd)));
    expect(list.rowCount).toBe(3);
    expect(rowOf(files, 2).问题).toContain('a.json');
    expect(run(cwd, '--force').status).toBe(0);
    expect((await open(readFileSync(summaryIn(cwd)))).list.rowCount).toBe(5);
  });

  test('one that cannot be written is an error, and everything else is there', () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/汇总.txt': GAZETTE_TEXT });
    mkdirSync(summaryIn(cwd), { recursive: true });
    const { status, stderr } = run(cwd);
    expect(status).toBe(1);
    expect(stderr).toMatch(/汇总\.xlsx: the output cannot be written here/u);
    const index = JSON.parse(readFileSync(join(cwd, 'output/index.json'), 'utf8'));
    expect(index.files.map(({ outputs }: { outputs: string[] }) => outputs[1])).toEqual(['a.xlsx', '汇总.txt.xlsx']);
  });
});
