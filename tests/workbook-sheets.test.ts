// The sheets of the workbook beside the printed list: opened again, as the user does.
import { describe, expect, test } from 'vitest';
import type { Issue, Measure } from '../src/model/index.js';
import { flagCodeSchema } from '../src/model/index.js';
import { remedyOf } from '../src/write/excel/remedies.js';
import { madeUpIssue, unit } from './support/issue.js';
import { cellValueOf, headerRowOf, rowsOf, sheetOf, workbookOf } from './support/workbook.js';

const NAMES = ['任务清单', '明细', '按部门', '按时限', '部门×时限', '核查', '说明'];

const measureOf = (issue: Issue, index: number): Measure => {
  const measure = issue.measures[index];
  if (!measure) throw new Error('made-up issue changed');
  return measure;
};

test('has its sheets in order, each with headings that stay and are printed on each page', async () => {
  const workbook = await workbookOf(madeUpIssue());
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(NAMES);
  for (const sheet of workbook.worksheets) {
    const header = headerRowOf(sheet);
    expect(header, sheet.name).toBeGreaterThan(0);
    expect(sheet.pageSetup, sheet.name).toMatchObject({
      orientation: 'landscape',
      printTitlesRow: `${header}:${header}`,
    });
    expect(sheet.pageSetup, sheet.name).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect([8, 9]).toContain(sheet.pageSetup.paperSize);
    expect(sheet.headerFooter.oddFooter).toContain('&P');
  }
});

test('an issue without measures has the same sheets, and no table that Excel would have to repair', async () => {
  const issue = madeUpIssue();
  issue.measures = [];
  const workbook = await workbookOf(issue);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(NAMES);
  expect(sheetOf(workbook, '明细').getTables()).toEqual([]);
});

describe('明细', () => {
  test('has a row a measure, nothing merged, with dates as dates', async () => {
    const issue = madeUpIssue();
    const sheet = sheetOf(await workbookOf(issue), '明细');
    expect(sheet.model.merges).toEqual([]);
    const rows = rowsOf(sheet);
    expect(rows.map((row) => row.id)).toEqual(issue.measures.map(({ id }) => id));
    expect(rows[0]).toMatchObject({
      序号: 1,
      公文: issue.documents[0]?.title,
      发文字号: '云政办发〔2031〕3号',
      成文日期: '2031-02-15',
      来源: '清单',
      主要指标: '一、持续优化惠企便民服务（省政务服务局牵头）',
      目标任务: '1.压减窗口办事环节',
      编号: '1',
      标题: '推行窗口“一次告知”',
      措施: measureOf(issue, 0).text,
      完成时限: '2031年6月底前',
      '截止日期（最早）': '2031-06-30',
      时限类型: '截止',
      责任部门: '省政务服务局、省司法厅，各市、县（区）',
      各类单位: '各市、县（区）',
      等相关部门: '否',
      '页码（文本为行号）': 12,
      核查: null,
      状态: null,
    });
    expect(rows[3]).toMatchObject({ 时限类型: '周期；截止', 核查: '“4月前”是否含4月，请核对' });
    expect(sheet.getCell(2, columnOf(sheet, '截止日期')).value).toBeInstanceOf(Date);
  });

  test('is a table that filters, with states to choose from, colours by date, and its id hidden', async () => {
    const sheet = sheetOf(await workbookOf(madeUpIssue()), '明细');
    const [table] = sheet.getTables() as unknown as { table: { tableRef: string; columns: { name: string }[] } }[];
    const headings = (sheet.getRow(1).values as string[]).slice(1);
    expect(table?.table.tableRef).toBe(`A1:${sheet.getColumn(headings.length).letter}8`);
    expect(table?.table.columns.map(({ name }) => name)).toEqual(headings);
    expect(headings.slice(-3)).toEqual(['状态', '进展', '备注']);
    expect(sheet.getCell(5, columnOf(sheet, '状态')).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"未开始,进行中,已完成,逾期"'],
    });
    expect(sheet.getColumn(columnOf(sheet, 'id')).hidden).toBe(true);
    const due = sheet.getColumn(columnOf(sheet, '截止日期')).letter;
    const rules = (sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] })
      .conditionalFormattings;
    const ofDue = rules.find(({ ref }) => ref === `${due}2:${due}8`);
    const formulae = ofDue?.rules.flatMap((rule) => rule.formulae) ?? [];
    expect(formulae).toHaveLength(3);
    expect(formulae.filter((formula) => formula.includes(`$${due}2`) && formula.includes('TODAY()'))).toHaveLength(2);
  });

  test('restatements of a list in the running text stand there, without a link', async () => {
    const issue = madeUpIssue();
    issue.measures.unshift({ ...structuredClone(measureOf(issue, 1)), id: 'd1.body.一.1', origin: 'body' });
    const sheet = sheetOf(await workbookOf(issue), '明细');
    const column = columnOf(sheet, '页码');
    expect(sheet.getCell(2, column).value).toBe(12);
    expect(sheet.getCell(3, column).formula).toBe('HYPERLINK("#\'任务清单\'!A4",12)');
  });

  test('links lead to the row of the measure in 任务清单', async () => {
    const workbook = await workbookOf(madeUpIssue());
    const sheet = sheetOf(workbook, '明细');
    const list = sheetOf(workbook, '任务清单');
    const column = columnOf(sheet, '页码');
    for (const [index, measure] of madeUpIssue().measures.entries()) {
      const row = /!A(\d+)"/.exec(sheet.getCell(index + 2, column).formula)?.[1];
      const texts = (list.getRow(Number(row)).values as unknown[]).map(String);
      expect(
        texts.some((text) => text.includes(measure.title)),
        measure.title,
      ).toBe(true);
    }
  });
});

const columnOf = (sheet: ReturnType<typeof sheetOf>, start: string): number => {
  const headings = (sheet.getRow(1).values as string[]).slice(1);
  const index = headings.findIndex((heading) => heading.startsWith(start));
  if (index < 0) throw new Error(`no column ${start}`);
  return index + 1;
};

describe('按部门', () => {
  test('has a block a unit with counts, what it leads first, that folds under its name', async () => {
    const issue = madeUpIssue();
    measureOf(issue, 1).departments = [unit('省政务服务局', 'support'), unit('省数据局', 'lead')];
    const sheet = sheetOf(await workbookOf(issue), '按部门');
    const rows = rowsOf(sheet);
    const blocks = rows.filter(({ row }) => !sheet.getRow(row).outlineLevel).map(({ 职责 }) => 职责);
    expect(blocks[0]).toBe('省数据局　共1条：牵头1条');
    expect(blocks.at(-1)).toBe('各市、县（区）　共2条：负责2条');
    expect(blocks).toContain('省政务服务局　共4条：类别牵头4条，负责3条，配合1条');
    const from = rows.findIndex(({ 职责 }) => String(职责).startsWith('省政务服务局'));
    const own = rows.slice(from + 1, from + 5);
    expect(own.map(({ 职责 }) => 职责)).toEqual([
      '类别牵头、负责',
      '类别牵头、配合',
      '类别牵头、负责',
      '类别牵头、负责',
    ]);
    expect(own[0]).toMatchObject({ '措施（标题）': '1.推行窗口“一次告知”', 截止日期: '2031-06-30', 页码: 12 });
    expect(sheet.properties.outlineProperties?.summaryBelow).toBe(false);
    expect(sheet.properties.outlineLevelRow).toBeGreaterThan(1);
    expect(rows.some(({ row }) => sheet.getRow(row).collapsed)).toBe(false);
  });

  test('who supports under a heading is not told to lead', async () => {
    const issue = madeUpIssue();
    for (const measure of issue.measures) {
      measure.path = measure.path.map((item) => ({ ...item, leads: [unit('省财政厅', 'support')] }));
      measure.departments = [];
    }
    const rows = rowsOf(sheetOf(await workbookOf(issue), '按部门'));
    expect(rows[0]?.职责).toBe('省财政厅　共7条：类别配合7条');
  });

  test('two names that the gazetteer takes for one unit are one block', async () => {
    const issue = madeUpIssue();
    const known = { known: true as const, canonical: '云江省发展和改革委员会', kind: 'local' as const };
    for (const [index, name] of ['省发展改革委', '省发改委', '省发改委'].entries()) {
      measureOf(issue, index).departments = [{ ...unit(name), ...known }];
    }
    const sheet = sheetOf(await workbookOf(issue), '按部门');
    const names = rowsOf(sheet).map(({ 职责 }) => String(职责));
    expect(names.filter((name) => name.startsWith('省发'))).toEqual(['省发改委　共3条：负责3条']);
  });
});

test('按时限: months in order with bars, then what has no date, and long-term last', async () => {
  const issue = madeUpIssue();
  measureOf(issue, 5).deadlines = [
    { raw: '每年12月底前', kind: 'recurring', start: null, end: null, edtf: null, rrule: 'FREQ=YEARLY;BYMONTH=12' },
  ];
  const sheet = sheetOf(await workbookOf(issue), '按时限');
  const rows = rowsOf(sheet);
  const groups = rows.filter(({ row }) => !sheet.getRow(row).outlineLevel);
  expect(groups.map((row) => [row.截止日期, row.完成时限])).toEqual([
    ['2031年4月', '1条'],
    ['2031年6月', '1条'],
    ['2031年10月', '1条'],
    ['2031年12月', '1条'],
    ['2032年6月', '1条'],
    ['周期', '1条'],
    ['长期', '1条'],
  ]);
  for (const group of groups) expect(group['措施（标题）']).toMatch(/^█+$/u);
  expect(rows[1]).toMatchObject({
    截止日期: '2031-04-30',
    完成时限: '每季度、2031年4月前',
    责任单位: '省政务服务局、省统计局',
  });
  expect(rows.at(-1)).toMatchObject({ 完成时限: '长期坚持', 责任单位: '省政务服务局等相关部门' });
});

test('部门×时限: counts of each unit in each month add up, and lead to its block', async () => {
  const workbook = await workbookOf(madeUpIssue());
  const sheet = sheetOf(workbook, '部门×时限');
  const rows = rowsOf(sheet);
  expect(rows.find(({ 单位 }) => 单位 === '省政务服务局')).toMatchObject({
    '2031年4月': 1,
    '2031年6月': 1,
    '2031年12月': null,
    长期: 1,
    合计: 3,
  });
  for (const { 单位, 合计, row, ...counts } of rows) {
    const sum = Object.values(counts).reduce<number>((all, count) => all + Number(count ?? 0), 0);
    expect(合计, `${单位} ${row}`).toBe(sum);
  }
  expect(rows.at(-1)).toMatchObject({ 单位: '措施（每条计一次）', 合计: 7 });
  const first = rows[0];
  const link = /#'按部门'!A(\d+)/.exec(sheet.getCell(first?.row ?? 0, 1).formula)?.[1];
  expect(sheetOf(workbook, '按部门').getCell(Number(link), 1).text).toContain(String(first?.单位));
});

describe('核查', () => {
  test('every flag, the gravest first, with place, wording and what to do', async () => {
    const issue = madeUpIssue();
    issue.flags = [
      { code: 'page-without-text', field: 'page 3', severity: 'error', message: '第3页是图片' },
      {
        code: 'body-table-differs',
        field: `${measureOf(issue, 0).id}.departments`,
        severity: 'check',
        message: '不一致',
      },
      { code: 'document-incomplete', field: 'd1.dateIssued', severity: 'check', message: '没有成文日期' },
    ];
    const rows = rowsOf(sheetOf(await workbookOf(issue), '核查'));
    expect(rows).toHaveLength(issue.flags.length + issue.measures.flatMap(({ flags }) => flags).length);
    expect(rows.map(({ 级别 }) => 级别)).toEqual([
      '错误',
      '错误',
      '请核对',
      '请核对',
      '请核对',
      '请核对',
      '提示',
      '提示',
    ]);
    expect(rows[0]).toMatchObject({ 栏目: '页面', 说明: '第3页是图片', 页码: '13' });
    expect(rows[1]).toMatchObject({
      措施: '6.统一货运单据',
      栏目: '完成时限',
      原文: null,
      说明: '完成时限“适时”没有识别',
      处理办法: '按原文手工填写时限',
      页码: 14,
    });
    expect(rows[2]).toMatchObject({ 措施: '1.推行窗口“一次告知”', 栏目: '责任部门', 页码: 12 });
    expect(rows[3]).toMatchObject({ 公文: issue.documents[0]?.title, 栏目: '成文日期' });
  });

  test('there is a remedy for every code', () => {
    for (const code of flagCodeSchema.options) {
      const remedy = remedyOf({ code, field: 'text', severity: 'check', message: '' });
      expect(remedy, code).toMatch(/\p{Script=Han}{4}/u);
    }
  });
});

test('说明 names the file, the program and every column of 明细', async () => {
  const workbook = await workbookOf(madeUpIssue());
  const rows = rowsOf(sheetOf(workbook, '说明'));
  const items = rows.flatMap(({ 项目 }) => String(项目).split('、'));
  expect(rows.map(({ 内容 }) => 内容)).toContain('yunjiang-2031-02.pdf');
  expect(rows.find(({ 项目 }) => 项目 === '程序版本')?.内容).toMatch(/^gongbao \d+\.\d+/);
  for (const heading of (sheetOf(workbook, '明细').getRow(1).values as string[]).slice(1))
    expect(items).toContain(heading);
  for (const name of NAMES.slice(0, -1)) expect(items).toContain(name);
});

test.each([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\u0000\u0007=2', '_x0041_'].map((text) => ({
    name: JSON.stringify(text),
    text,
  })),
  { name: '40,000 characters', text: '字'.repeat(40_000) },
])('a text like $name is no formula, and no sheet holds more than a cell can', async ({ text }) => {
  const issue = madeUpIssue();
  for (const measure of issue.measures) {
    Object.assign(measure, {
      number: null,
      title: text,
      text: `${text}。`,
      path: [{ ...measure.path[0], title: text, text }],
    });
    measure.departments = [unit(text.slice(0, 60))];
    measure.flags = [{ code: 'number-gap', field: 'text', severity: 'check', message: text }];
  }
  const workbook = await workbookOf(issue);
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) expect(cell.formula).toMatch(/^HYPERLINK\("#'[^']+'!A\d+",/);
        expect(String(cellValueOf(cell) ?? '').length).toBeLessThanOrEqual(32_767);
      }),
    );
  }
});
