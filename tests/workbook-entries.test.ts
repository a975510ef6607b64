// What people wrote into a workbook is still there after the issue was converted again.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../src/model/index.js';
import { entriesOf } from '../src/write/excel/entries/read.js';
import { toWorkbook } from '../src/write/excel.js';
import { lines, runCli } from './support/cli.js';
import { folderWith } from './support/folder.js';
import { madeUpIssue } from './support/issue.js';
import { openBytes, rowsOf, sheetOf, workbookOf } from './support/workbook.js';

type Change = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;

const saved = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

/** A workbook of the issue, changed as a person would, and saved. */
async function filledIn(issue: Issue, change: Change): Promise<Uint8Array> {
  const workbook = await workbookOf(issue);
  change(sheetOf(workbook, '明细'), workbook);
  return saved(workbook);
}

const again = async (issue: Issue, previous: Uint8Array): Promise<ExcelJS.Workbook> =>
  workbookOf(issue, await entriesOf(previous));

const columnOf = (sheet: ExcelJS.Worksheet, heading: string): number =>
  (sheet.getRow(1).values as unknown[]).indexOf(heading);

/** Writes beside the measure whose title begins so. */
function write(sheet: ExcelJS.Worksheet, title: string, entries: Record<string, ExcelJS.CellValue>): void {
  const at = columnOf(sheet, '标题');
  for (let row = 2; row <= sheet.rowCount; row++) {
    if (!sheet.getCell(row, at).text.startsWith(title)) continue;
    for (const [heading, value] of Object.entries(entries)) {
      const cell = sheet.getCell(row, columnOf(sheet, heading));
      cell.value = value;
      // cells share their styles until one gets its own
      if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy"年"m"月"d"日"' };
    }
    return;
  }
  throw new Error(`no measure ${title}`);
}

/** As Excel makes a copy of a sheet, with nothing filled in. */
function copyBefore(sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook): void {
  const copy = workbook.addWorksheet('明细 (2)');
  const entries = ENTRY.map((heading) => columnOf(sheet, heading));
  sheet.eachRow((row, number) =>
    row.eachCell((cell, column) => {
      if (number === 1 || !entries.includes(column)) copy.getCell(number, column).value = cell.value;
    }),
  );
  (copy as unknown as { orderNo: number }).orderNo = 0;
}

const ENTRY = ['状态', '进展', '备注'];
const entered = (workbook: ExcelJS.Workbook, name = '明细') =>
  rowsOf(sheetOf(workbook, name))
    .map((row) => [name === '明细' ? row.标题 : row.措施, ...ENTRY.map((heading) => row[heading])])
    .filter(([, ...values]) => values.some((value) => value !== null));

const nothingLost = (workbook: ExcelJS.Workbook): boolean => workbook.getWorksheet('未对应的填写') === undefined;

test('stands beside the same measures, and the workbook is otherwise the same', async () => {
  const issue = madeUpIssue();
  const previous = await filledIn(issue, (sheet) => {
    write(sheet, '推行窗口', { 状态: '已完成', 进展: '7月1日起全省推行', 备注: '=见附件' });
    write(sheet, '统一货运单据', { 状态: '进行中' });
  });
  const workbook = await again(issue, previous);
  expect(entered(workbook)).toEqual([
    ['推行窗口“一次告知”', '已完成', '7月1日起全省推行', '=见附件'],
    ['统一货运单据', '进行中', null, null],
  ]);
  expect(nothingLost(workbook)).toBe(true);
  const third = await again(issue, await saved(workbook));
  expect(entered(third)).toEqual(entered(workbook));
  const untouched = await toWorkbook(issue);
  expect(await toWorkbook(issue, await entriesOf(untouched))).toEqual(untouched);
});

test('a measure inserted, one renumbered, one gone, one in other words: nothing is lost or at a wrong place', async () => {
  const issue = madeUpIssue();
  const previous = await filledIn(issue, (sheet) => {
    for (const [index, { title }] of issue.measures.entries()) {
      write(sheet, title, { 状态: '进行中', 进展: `第${index + 1}条的进展` });
    }
  });
  const [first, second, third, fourth, , sixth] = issue.measures;
  if (!first || !second || !third || !fourth || !sixth) throw new Error('made-up issue changed');
  const inserted = {
    ...structuredClone(first),
    title: '新设办事指南',
    text: '新设办事指南。逐项列出材料和时限，张贴在窗口。',
  };
  // the new one takes the number of the first, and all below move on by one; the second is gone
  first.id = second.id;
  first.number = second.number;
  fourth.text = fourth.text.replace('每季度公布', '每月公布');
  sixth.id = 'd1.table.二.4.6';
  issue.measures = [inserted, first, ...issue.measures.slice(2)];

  const workbook = await again(issue, previous);
  expect(entered(workbook).map(([title, , progress]) => [title, progress])).toEqual([
    ['推行窗口“一次告知”', '第1条的进展'],
    ['3日内答复热线工单', '第3条的进展'],
    ['公开热线办理情况', '第4条的进展'],
    ['建立物流枢纽运行监测制度', '第5条的进展'],
    ['统一货运单据', '第6条的进展'],
    ['更新城市配送车辆', '第7条的进展'],
  ]);
  const gone = entered(workbook, '未对应的填写');
  expect(gone).toEqual([[second.text, '进行中', '第2条的进展', null]]);

  // it waits there until its measure is back, or a person takes it away
  const later = await again(issue, await saved(workbook));
  expect(entered(later, '未对应的填写')).toEqual(gone);
  const back = await again(madeUpIssue(), await saved(later));
  expect(entered(back).map(([title, , progress]) => [title, progress])[1]).toEqual(['合并重复表格', '第2条的进展']);
  expect(nothingLost(back)).toBe(true);
});

test('of measures that say the same, each keeps its own; where it is not clear which, none is guessed', async () => {
  const issue = madeUpIssue();
  const [first, second, third] = issue.measures;
  if (!first || !second || !third) throw new Error('made-up issue changed');
  for (const measure of [second, third]) Object.assign(measure, { title: first.title, text: first.text });
  const previous = await filledIn(issue, (sheet) => {
    for (const row of [2, 3, 4]) sheet.getCell(row, columnOf(sheet, '进展')).value = `第${row - 1}条`;
  });
  for (const [index, measure] of [first, second, third].entries()) measure.id = `d1.table.三.${index}`;
  expect(entered(await again(issue, previous)).map((row) => row[2])).toEqual(['第1条', '第2条', '第3条']);

  issue.measures = issue.measures.filter((measure) => measure !== second);
  const unclear = await again(issue, previous);
  expect(entered(unclear)).toEqual([]);
  expect(entered(unclear, '未对应的填写').map((row) => row[2])).toEqual(['第1条', '第2条', '第3条']);
});

describe('a workbook is read however people left it', () => {
  test('sorted, with rows above, a sheet renamed, and columns and rows of their own', async () => {
    const issue = madeUpIssue();
    const previous = await filledIn(issue, (sheet) => {
      write(sheet, '推行窗口', { 进展: '已推行' });
      sheet.getCell(1, sheet.columnCount + 1).value = '联系人';
      sheet.getCell(3, sheet.columnCount).value = '李工 0951';
      const rows = [...Array(7).keys()].map((index) => sheet.getRow(index + 2).values as ExcelJS.CellValue[]);
      for (const [index, values] of rows.reverse().entries()) sheet.getRow(index + 2).values = values;
      sheet.getCell(12, columnOf(sheet, '备注')).value = '表下的备注';
      sheet.spliceRows(1, 0, ['二季度台账']);
      sheet.name = '台账';
    });
    const workbook = await again(issue, previous);
    expect(entered(workbook)).toEqual([['推行窗口“一次告知”', null, '已推行', null]]);
    const rows = rowsOf(sheetOf(workbook, '明细'));
    expect(rows.map((row) => row.联系人)).toEqual([null, '李工 0951', null, null, null, null, null]);
    expect(entered(workbook, '未对应的填写')).toEqual([[null, null, null, '表下的备注']]);
  });

  test('a cell for dates with a number that is none does not stop the conversion', async () => {
    const issue = madeUpIssue();
    const previous = await filledIn(issue, (sheet) => {
      const cell = sheet.getCell(2, columnOf(sheet, '进展'));
      cell.value = 202_406_301_200;
      cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' };
    });
    expect(entered(await again(issue, previous)).map((row) => row[2])).toEqual(['（无效日期）']);
  });

  test('a link within the workbook leads where it led, in programs that take no other form too', async () => {
    const issue = madeUpIssue();
    const link = { text: '见清单', hyperlink: "#'任务清单'!A5" };
    const previous = await filledIn(issue, (sheet) => write(sheet, '推行窗口', { 备注: link }));
    const workbook = await again(issue, previous);
    const cell = sheetOf(workbook, '明细').getCell(2, columnOf(sheetOf(workbook, '明细'), '备注'));
    expect(cell.value).toEqual({ formula: `HYPERLINK("#'任务清单'!A5","见清单")`, result: '见清单' });
  });

  test('dates, numbers, comments and coloured words stay what they are; of a formula its result', async () => {
    const issue = madeUpIssue();
    const rich = { richText: [{ text: '已办 ' }, { font: { bold: true }, text: '三项' }] };
    const previous = await filledIn(issue, (sheet) => {
      write(sheet, '推行窗口', { 进展: new Date('2031-05-06T00:00:00Z'), 备注: rich });
      write(sheet, '合并重复表格', { 进展: 0.5, 备注: { formula: '1+2', result: 3 } });
      sheet.getCell(4, columnOf(sheet, '状态')).note = '请王处核实';
    });
    const sheet = sheetOf(await again(issue, previous), '明细');
    const at = (row: number, heading: string): ExcelJS.Cell => sheet.getCell(row, columnOf(sheet, heading));
    expect(at(2, '进展').value).toEqual(new Date('2031-05-06T00:00:00Z'));
    expect(at(2, '进展').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(at(2, '备注').text).toBe('已办 三项');
    expect(at(3, '进展').value).toBe(0.5);
    expect(at(3, '备注').value).toBe(3);
    expect(JSON.stringify(at(4, '状态').note)).toContain('请王处核实');
  });

  const CHANGES: [name: string, change: Change, expected: Record<string, string>][] = [
    ['the heading of the texts renamed', (sheet) => (sheet.getCell(1, columnOf(sheet, '措施')).value = '具体措施'), {}],
    ['the column of the texts gone', (sheet) => sheet.spliceColumns(columnOf(sheet, '措施'), 1), {}],
    ['many rows above', (sheet) => sheet.spliceRows(1, 0, ...Array.from({ length: 30 }, () => ['说明'])), {}],
    ['an empty copy of the sheet before it', (sheet, workbook) => copyBefore(sheet, workbook), {}],
    [
      'columns of people’s under names of the program',
      (sheet) => {
        const last = sheet.columnCount;
        for (const [at, heading] of ['类别', '牵头单位', 'ID', '备注', '联系人\n电话'].entries()) {
          sheet.getCell(1, last + at + 1).value = heading;
          sheet.getCell(2, last + at + 1).value = `${heading}的内容`;
        }
      },
      { '类别（填写）': '类别的内容', '牵头单位（填写）': '牵头单位的内容', '联系人 电话': '联系人\n电话的内容' },
    ],
    ['a stray cell far away', (sheet) => (sheet.getCell('XFD3').value = '误填'), {}],
  ];
  test.each(CHANGES)('with %s', async (_, change, expected) => {
    const issue = madeUpIssue();
    const previous = await filledIn(issue, (sheet, workbook) => {
      write(sheet, '推行窗口', { 状态: '已完成', 进展: '已推行' });
      change(sheet, workbook);
    });
    const workbook = await again(issue, previous);
    const [row] = rowsOf(sheetOf(workbook, '明细'));
    expect(row).toMatchObject({ 标题: '推行窗口“一次告知”', 状态: '已完成', 进展: '已推行', ...expected });
    expect(nothingLost(workbook)).toBe(true);
    const headings = (sheetOf(workbook, '明细').getRow(1).values as string[]).slice(1).map((one) => one.toLowerCase());
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.join('')).not.toContain('\n');
  });

  test('a row that people added is theirs, with all that stands in it', async () => {
    const issue = madeUpIssue();
    const previous = await filledIn(issue, (sheet) => {
      sheet.getCell(9, columnOf(sheet, '措施')).value = '本地增加的任务';
      sheet.getCell(9, columnOf(sheet, '完成时限')).value = '2031年8月底前';
    });
    const lost = sheetOf(await again(issue, previous), '未对应的填写');
    expect(rowsOf(lost)).toMatchObject([{ 措施: '本地增加的任务', '完成时限（填写）': '2031年8月底前' }]);
  });

  test('of measures that moved up and changed a little, none takes the entry of another', async () => {
    const issue = madeUpIssue();
    const towns = ['甲市', '乙市', '丙市'];
    const [first, second, third] = issue.measures;
    if (!first || !second || !third) throw new Error('made-up issue changed');
    for (const [index, measure] of [first, second, third].entries()) {
      Object.assign(measure, {
        title: `完成${towns[index]}老旧小区改造任务`,
        text: `完成${towns[index]}老旧小区改造任务。`,
      });
    }
    const previous = await filledIn(issue, (sheet) => {
      for (const town of towns) write(sheet, `完成${town}`, { 进展: `${town}的进展` });
    });
    for (const [index, measure] of [first, second].entries()) {
      measure.text = `完成${towns[index + 1]}老旧小区改造任务，年底前验收。`;
    }
    issue.measures = issue.measures.filter((measure) => measure !== third);
    const workbook = await again(issue, previous);
    expect(entered(workbook)).toEqual([]);
    expect(entered(workbook, '未对应的填写').map((row) => row[2])).toEqual(towns.map((town) => `${town}的进展`));
  });

  test('a sheet 明细 whose headings cannot be made out is an error, not an empty one', async () => {
    const previous = await filledIn(madeUpIssue(), (sheet) => sheet.spliceRows(1, 1));
    await expect(entriesOf(previous)).rejects.toThrow('明细');
  });

  test('a workbook without the sheet, as of an earlier version, holds nothing to keep', async () => {
    const issue = madeUpIssue();
    const previous = await filledIn(issue, (_, workbook) => {
      for (const { id, name } of [...workbook.worksheets]) if (name !== '任务清单') workbook.removeWorksheet(id);
    });
    expect(await toWorkbook(issue, await entriesOf(previous))).toEqual(await toWorkbook(issue));
  });
});

const TEXT = `青云省人民政府办公厅关于印发便民服务任务清单的通知
青政办发〔2031〕3号

一、推行窗口一次告知。各级办事窗口一次列明全部补正事项。（责任单位：省政务服务局；完成时限：2031年6月底前）
二、合并重复表格。将开办餐饮店所需的七张申请表合并为一张。（责任单位：省市场监管局；完成时限：2031年年底前）
三、公开热线办理情况。每季度公布办理量和办结率。（责任单位：省政务服务局；完成时限：2031年9月底前）
`;

describe('the command line', () => {
  const ARGS = ['convert', 'in', '--no-keywords', '--lang', 'en'];
  const path = (cwd: string): string => join(cwd, 'output/a.xlsx');
  const change = async (cwd: string, of: Change): Promise<void> => {
    const workbook = await openBytes(readFileSync(path(cwd)));
    of(sheetOf(workbook, '明细'), workbook);
    writeFileSync(path(cwd), await saved(workbook));
  };

  test('keeps what was written when the source changed, and leaves the workbook alone when it did not', async () => {
    const cwd = folderWith({ 'in/a.txt': TEXT });
    expect(runCli(ARGS, { cwd }).status).toBe(0);
    await change(cwd, (sheet) => {
      write(sheet, '推行窗口', { 状态: '已完成' });
      write(sheet, '合并重复', { 备注: '等系统上线' });
      write(sheet, '公开热线', { 进展: '一季度已公布' });
    });
    const before = readFileSync(path(cwd));
    expect(runCli(ARGS, { cwd }).status).toBe(0);
    expect(readFileSync(path(cwd)).equals(before)).toBe(true);

    const inserted =
      '一、设立综合窗口。各地政务大厅设立综合窗口。（责任单位：省政务服务局；完成时限：2031年5月底前）\n';
    writeFileSync(join(cwd, 'in/a.txt'), TEXT.replace(/二、.*\n/, '').replace('一、推行', `${inserted}二、推行`));
    const { status, stderr } = runCli(ARGS, { cwd });
    expect(status, stderr).toBe(0);
    const workbook = await openBytes(readFileSync(path(cwd)));
    expect(entered(workbook)).toEqual([
      ['推行窗口一次告知', '已完成', null, null],
      ['公开热线办理情况', null, '一季度已公布', null],
    ]);
    expect(entered(workbook, '未对应的填写').map((row) => row[3])).toEqual(['等系统上线']);

    expect(runCli([...ARGS, '--force'], { cwd }).status).toBe(0);
    expect(entered(await openBytes(readFileSync(path(cwd))))).toEqual(entered(workbook));
  });

  test('a workbook that cannot be read is an error that names it, and stays', () => {
    const cwd = folderWith({ 'in/a.txt': TEXT });
    expect(runCli(ARGS, { cwd }).status).toBe(0);
    const json = readFileSync(join(cwd, 'output/a.json'), 'utf8');
    writeFileSync(path(cwd), 'no workbook');
    writeFileSync(join(cwd, 'in/a.txt'), TEXT.replace('6月底', '7月底'));
    const { status, stderr } = runCli(ARGS, { cwd });
    expect(status).toBe(1);
    const message = lines(stderr).find((line) => line.includes('a.xlsx')) ?? '';
    expect(message).toContain('[workbook-unreadable]');
    expect(message).toContain('move it away');
    expect(readFileSync(path(cwd), 'utf8')).toBe('no workbook');
    expect(readFileSync(join(cwd, 'output/a.json'), 'utf8')).toBe(json);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('workbook-entries: LibreOffice (soffice) is missing, its workbooks are not read');

test.skipIf(!office)('what LibreOffice saved again is read too', { timeout: 120_000 }, async () => {
  const issue = madeUpIssue();
  const previous = await filledIn(issue, (sheet) => {
    write(sheet, '推行窗口', { 状态: '已完成', 进展: '全省推行', 备注: new Date('2031-05-06T00:00:00Z') });
  });
  const cwd = folderWith({ 'a.xlsx': previous });
  const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', 'a.xlsx'], { cwd });
  const workbook = await again(issue, readFileSync(join(cwd, 'saved/a.xlsx')));
  expect(entered(workbook)).toEqual([['推行窗口“一次告知”', '已完成', '全省推行', '2031-05-06']]);
  expect(nothingLost(workbook)).toBe(true);
});
