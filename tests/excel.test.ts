import ExcelJS from 'exceljs';
import { afterEach, expect, test, vi } from 'vitest';
import { issueSchema, type Measure } from '../src/model/index.js';
import { textWording } from '../src/write/excel/wording.js';
import { toWorkbook } from '../src/write/excel.js';
import { madeUpIssue, unit } from './support/issue.js';

type Issue = ReturnType<typeof madeUpIssue>;

afterEach(() => vi.useRealTimers());

/** Writes the workbook and opens it again, as the user does. */
async function open(issue: Issue) {
  expect(issueSchema.safeParse(issue).error).toBeUndefined();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await toWorkbook(issue)).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('任务清单');
  if (!sheet) throw new Error('no sheet 任务清单');
  return { workbook, sheet, grid: new Grid(sheet) };
}

/** Finds cells by what they say, so that the tests do not hang on row numbers. */
class Grid {
  constructor(readonly sheet: ExcelJS.Worksheet) {}

  cells(): ExcelJS.Cell[] {
    const cells: ExcelJS.Cell[] = [];
    this.sheet.eachRow((row) =>
      row.eachCell((cell) => (cell.isMerged && cell.master !== cell ? null : cells.push(cell))),
    );
    return cells;
  }
  find(start: string): ExcelJS.Cell {
    const cell = this.cells().find((one) => String(one.value).startsWith(start));
    if (!cell) throw new Error(`no cell starts with ${start}`);
    return cell;
  }
  headings(): unknown[] {
    const row = this.find('措施').fullAddress.row;
    return (this.sheet.getRow(row).values as unknown[]).slice(1);
  }
  /** The cell of a measure's first row under a heading; of a merged cell the one that holds the value. */
  at(measure: string, heading: string): ExcelJS.Cell {
    return this.sheet.getCell(this.find(measure).fullAddress.row, this.find(heading).fullAddress.col).master;
  }
  /** The merged range a cell begins, as rows × columns, with its height in points. */
  span(cell: ExcelJS.Cell): { rows: number; columns: number; height: number } {
    const same = (row: number, col: number) => this.sheet.getCell(row, col).master === cell;
    const { row, col } = cell.fullAddress;
    const span = { rows: 1, columns: 1, height: this.sheet.getRow(row).height };
    for (; same(row + span.rows, col); span.rows++) span.height += this.sheet.getRow(row + span.rows).height;
    while (same(row, col + span.columns)) span.columns++;
    return span;
  }
  heights(): number[] {
    return Array.from({ length: this.sheet.rowCount }, (_, index) => this.sheet.getRow(index + 1).height);
  }
}

test('title, number and date stand over the whole table, the columns have the names of the printed list', async () => {
  const { grid } = await open(madeUpIssue());
  const title = grid.find('云江省人民政府办公厅关于印发');
  expect(title.address).toBe('A1');
  expect(grid.span(title).columns).toBe(7);
  expect(title.alignment.horizontal).toBe('center');
  expect(grid.sheet.getCell('A2').value).toBe('云政办发〔2031〕3号　2031年2月15日');
  expect(grid.headings()).toEqual(['主要指标', '目标任务', '措施', '完成时限', '责任部门', '页码', '核查']);
});

test('a heading is one cell over all its measures, with who leads it', async () => {
  const { grid } = await open(madeUpIssue());
  const category = grid.find('一、');
  expect(category.value).toBe('一、持续优化惠企便民服务（省政务服务局牵头）');
  expect(grid.span(category)).toMatchObject({ rows: 4, columns: 1 });
  expect(grid.find('二、').value).toBe('二、加快建设绿色低碳物流体系（省交通运输厅、省商务厅牵头）');
  expect(grid.span(grid.find('1.压减'))).toMatchObject({ rows: 2, columns: 1 });
  expect(grid.span(grid.find('2.提升'))).toMatchObject({ rows: 2, columns: 1 });
});

test('a goal that another category has too is not merged with it', async () => {
  const issue = madeUpIssue();
  const [first, , third] = issue.measures;
  if (!first?.path[1] || !third) throw new Error('made-up issue changed');
  for (const measure of issue.measures) measure.path[1] = structuredClone(first.path[1]);
  const { grid } = await open(issue);
  expect(grid.span(grid.at('1.推行', '目标任务')).rows).toBe(4);
  expect(grid.at('5.建立', '目标任务')).not.toBe(grid.at('4.公开', '目标任务'));
});

test('each measure has its number, text, deadlines, departments, and the page to find it on', async () => {
  const { grid } = await open(madeUpIssue());
  expect(grid.find('1.推行').value).toMatch(/^1\.推行窗口“一次告知”。.+补充。$/);
  expect(grid.at('1.推行', '完成时限').value).toBe('2031年6月底前');
  expect(grid.at('1.推行', '责任部门').value).toBe('省政务服务局、省司法厅，各市、县（区）');
  expect(grid.at('2.合并', '责任部门').value).toBe('省市场监管局、省数据局');
  expect(grid.at('3. 3日内', '责任部门').value).toBe('省政务服务局等相关部门');
  expect(grid.at('4.公开', '完成时限').value).toBe('每季度、2031年4月前');
  expect(grid.at('6.统一', '完成时限').value).toBeNull();
  expect(grid.at('1.推行', '页码').value).toBe(12);
  expect(grid.at('3. 3日内', '页码').value).toBe('12—13');
});

test('flags a person must look at are spelled out and coloured; notes are not', async () => {
  const { grid } = await open(madeUpIssue());
  expect(grid.at('2.合并', '核查').value).toBeNull();
  expect(grid.at('4.公开', '核查').value).toBe('“4月前”是否含4月，请核对');
  expect(grid.at('6.统一', '核查').value).toBe('错误：完成时限“适时”没有识别\n“临川海关”不在单位名录中');
  const fill = (measure: string) => JSON.stringify(grid.at(measure, '核查').fill ?? null);
  expect(new Set([fill('2.合并'), fill('4.公开'), fill('6.统一')]).size).toBe(3);
});

test('columns nothing stands in are left out, lead and support get columns of their own', async () => {
  const issue = madeUpIssue();
  for (const measure of issue.measures) {
    measure.flags = [];
    measure.departments = [unit('省商务厅', 'lead'), unit('省司法厅', 'support')];
  }
  const { grid } = await open(issue);
  expect(grid.headings()).toEqual(['主要指标', '目标任务', '措施', '完成时限', '牵头单位', '配合单位', '页码']);
  expect(grid.at('3. 3日内', '牵头单位').value).toBe('省商务厅');
  expect(grid.at('3. 3日内', '配合单位').value).toBe('省司法厅等相关部门');
});

test('a cell that was not wholly understood stands as printed beside what was understood of it', async () => {
  const issue = madeUpIssue();
  Object.assign(issue.measures[0] as Measure, { deadlines: [], extra: { 完成时限: '详见附件', 备注: '续建' } });
  const { grid } = await open(issue);
  expect(grid.at('1.推行', '完成时限').value).toBeNull();
  expect(grid.at('1.推行', '完成时限（原文）').value).toBe('详见附件');
  expect(grid.at('1.推行', '备注').value).toBe('续建');
});

test('a page without a printed number is given as the file counts it, and says so among printed numbers', async () => {
  const mixed = madeUpIssue();
  for (const source of mixed.measures[0]?.sources ?? []) Object.assign(source, { page: 1 });
  expect((await open(mixed)).grid.at('1.推行', '页码').value).toBe('文件第1页');
  const none = madeUpIssue();
  none.source.pageLabels = [null, null, null, null];
  expect((await open(none)).grid.at('1.推行', '页码').value).toBe(2);
});

test('text input has lines instead of pages', async () => {
  const issue = madeUpIssue();
  issue.source = { ...issue.source, kind: 'text', pages: 0, pageLabels: [] };
  issue.measures.forEach((measure, index) => {
    measure.sources = [{ field: 'text', line: 10 * index + 5 }];
  });
  issue.measures[1]?.sources.push({ field: 'text', line: 18 });
  const { grid } = await open(issue);
  expect(grid.at('1.推行', '行号').value).toBe(5);
  expect(grid.at('2.合并', '行号').value).toBe('15—18');
});

test('the sheet prints on A4 landscape, one page wide, with its header on each page and page numbers', async () => {
  const { sheet, grid } = await open(madeUpIssue());
  const header = grid.find('措施').fullAddress.row;
  expect(sheet.pageSetup).toMatchObject({
    ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: `${header}:${header}`,
  });
  expect(sheet.headerFooter.oddFooter).toContain('&P');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: header });
  expect(grid.find('1.推行').border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' } });
  expect(grid.find('1.推行').font).toMatchObject({ name: '宋体', charset: 134 });
});

test('every row is high enough for its texts and none higher than Excel allows', async () => {
  const issue = madeUpIssue();
  const [first] = issue.measures;
  if (!first?.path[0]) throw new Error('made-up issue changed');
  first.departments = Array.from({ length: 150 }, (_, index) => unit(`省第${index + 1}测绘地理信息院`));
  const { grid } = await open(issue);
  for (const height of grid.heights()) expect(height).toBeGreaterThan(0);
  expect(Math.max(...grid.heights())).toBeLessThanOrEqual(409.5);
  for (const cell of grid.cells()) {
    if (typeof cell.value !== 'string') continue;
    const { columns, height } = grid.span(cell);
    const { col } = cell.fullAddress;
    const width = Array.from({ length: columns }, (_, at) => grid.sheet.getColumn(col + at).width ?? 0);
    // a lower bound from areas, in points: Han are square, a column is 5.25 points wide, lines of SimSun 1.2 sizes apart
    const size = cell.font.size ?? 0;
    const ink = [...cell.value].reduce((sum, one) => sum + (one > '\u2000' ? size : size / 2), 0);
    const lines = Math.ceil(ink / (width.reduce((sum, one) => sum + one, 0) * 5.25));
    expect(height, cell.value).toBeGreaterThanOrEqual(lines * size * 1.2);
  }
  expect(grid.span(grid.at('1.推行', '责任部门')).height).toBeGreaterThan(409.5);
});

test('a heading taller than its measures stretches their rows', async () => {
  const issue = madeUpIssue();
  const before = await open(issue);
  for (const measure of issue.measures.slice(0, 4)) {
    const [category] = measure.path;
    if (category) category.title = category.text = '优'.repeat(400);
  }
  const after = await open(issue);
  const height = ({ grid }: typeof after) => grid.span(grid.find('一、')).height;
  expect(height(after)).toBeGreaterThan((400 / 10) * 12);
  expect(height(after)).toBeGreaterThan(height(before));
});

test('a text too long for one row goes on in the next rows, and no character is lost', async () => {
  const issue = madeUpIssue();
  const { grid, sheet } = await open(issue);
  const start = grid.find('5.建立');
  const rows = grid.span(grid.at('5.建立', '完成时限')).rows;
  expect(rows).toBeGreaterThan(1);
  const pieces = Array.from({ length: rows }, (_, at) =>
    String(sheet.getCell(start.fullAddress.row + at, start.fullAddress.col).value),
  );
  expect(pieces.join('')).toBe(`5.${issue.measures[4]?.text}`);
  expect(pieces.slice(0, -1).every((piece) => piece.endsWith('。'))).toBe(true);
  expect(start.border.bottom).toBeUndefined();
  // in the middle of so many rows it would stand pages away, or be cut by the end of a page
  expect(grid.at('5.建立', '完成时限').alignment.vertical).toBe('top');
});

test('a text longer than a cell may hold is kept whole where it can be cut, else shortened with a visible note', async () => {
  const issue = madeUpIssue();
  const [first] = issue.measures;
  if (!first) throw new Error('made-up issue changed');
  const long = '按月公开办理情况。'.repeat(5_000);
  first.text = long;
  first.departments = Array.from({ length: 5_000 }, (_, index) => unit(`云江省第${index}号台站`));
  const { grid, sheet } = await open(issue);
  const { row, col } = grid.find('1.按月').fullAddress;
  let text = '';
  const { rows } = grid.span(grid.at('1.按月', '页码'));
  for (let at = 0; at < rows; at++) {
    const cell = sheet.getCell(row + at, col);
    if (cell.master === cell) text += String(cell.value);
  }
  expect(text).toBe(`1.${long}`);
  const departments = String(grid.at('1.按月', '责任部门').value);
  expect(departments.length).toBeLessThanOrEqual(32_767);
  expect(departments).toMatch(/从略，全文见 JSON 文件）$/);
});

test('characters that XML forbids are taken out, and no text becomes a formula', async () => {
  const issue = madeUpIssue();
  const texts = ['=1+1。', '+甲\u0001乙\u000b。', '-丙\ud800丁\uffff。', '@戊<己>&"庚"。', '𠮷野_x0041_。'];
  texts.forEach((text, index) => {
    Object.assign(issue.measures[index] ?? {}, { number: null, text, title: text.slice(0, -1) });
  });
  const { grid } = await open(issue);
  for (const text of ['=1+1。', '+甲乙。', '-丙丁。', '@戊<己>&"庚"。', '𠮷野_x0041_。']) {
    expect(grid.find(text)).toMatchObject({ value: text, type: ExcelJS.ValueType.String });
  }
});

test.each([
  ['a section', '一', '二', '（二）加固堤防。'],
  ['an article', '第三条', '二', '（二）加固堤防。'],
  ['a part', '一', '2', '2.加固堤防。'],
  ['a numbered part', '1', '2', '（2）加固堤防。'],
])('an item of the text under %s has the number of its level', (_, outer, number, printed) => {
  const [first] = madeUpIssue().measures;
  const heading = { number: outer, title: '疏浚河道', text: '疏浚河道', leads: [] };
  const measure = { ...(first as Measure), origin: 'body' as const, path: [heading], number, text: '加固堤防。' };
  expect(textWording(measure)).toBe(printed);
});

test('several documents stand one under the other, lists first, then the measures of texts without a list', async () => {
  const issue = madeUpIssue();
  const [document] = issue.documents;
  const [first, second] = issue.measures;
  if (!document || !first || !second) throw new Error('made-up issue changed');
  issue.documents.unshift({ ...document, id: 'd0', title: '云江省乡村道路养护意见', docNumber: null });
  const category = first.path.slice(0, 1);
  issue.measures.unshift(
    { ...first, id: 'd0.body.1', documentId: 'd0', origin: 'body', path: category, text: '修补路面。' },
    { ...first, id: 'd0.body.2', documentId: 'd0', origin: 'body', path: [], number: '2', text: '清理边沟。' },
  );
  issue.measures.push({ ...second, id: 'd1.body.1', origin: 'body', text: '正文里的另一种写法。' });
  issue.flags.push({ code: 'number-gap', field: 'number', severity: 'check', message: '第7条之后缺一条' });
  const { grid } = await open(issue);

  expect(grid.sheet.getCell('A1').value).toBe('云江省人民政府公报 2031年第2期 任务清单');
  const list = grid.find('云江省人民政府办公厅关于印发');
  const body = grid.find('云江省乡村道路养护意见');
  expect(list.value).toMatch(/（云政办发〔2031〕3号，2031年2月15日）$/);
  expect(body.value).toBe('云江省乡村道路养护意见（2031年2月15日，正文）');
  const order = [list, grid.find('7.更新'), body, grid.find('1.修补'), grid.find('2.清理')];
  expect(order.map((cell) => cell.fullAddress.row)).toEqual(
    order.map((cell) => cell.fullAddress.row).sort((a, b) => a - b),
  );
  // fewer levels than the sheet has: the last heading, or the empty place of one, reaches to the measure
  expect(grid.span(grid.at('1.修补', '主要指标')).columns).toBe(2);
  expect(grid.at('2.清理', '目标任务').value).toBeNull();

  expect(() => grid.find('1.正文里')).toThrow();
  expect(grid.find('正文中另有1条措施').address).toMatch(/^A/);
  expect(grid.find('请核对：第7条之后缺一条').address).toMatch(/^A/);
});

test.each([
  [1, ['类别']],
  [2, ['主要指标', '目标任务']],
  [3, ['一级类别', '二级类别', '三级类别']],
])('a list with %i levels of headings names them', async (depth, names) => {
  const issue = madeUpIssue();
  for (const measure of issue.measures) {
    const [category] = measure.path;
    measure.path = category ? Array.from({ length: depth }, () => structuredClone(category)) : [];
  }
  expect((await open(issue)).grid.headings().slice(0, depth + 1)).toEqual([...names, '措施']);
});

test('an issue without measures gives a sheet that says so, even when nothing of the issue is known', async () => {
  const issue = madeUpIssue();
  Object.assign(issue, { measures: [], documents: [], issue: { gazette: null, year: null, number: null } });
  const { grid } = await open(issue);
  expect(grid.sheet.getCell('A1').value).toBe('任务清单');
  expect(grid.find('本期没有识别出措施')).toBeDefined();
});

test('the same issue gives the same bytes at any time, so that a rerun shows no change', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2031-03-01T08:00:00Z');
  const one = await toWorkbook(madeUpIssue());
  vi.setSystemTime('2032-11-30T23:59:58Z');
  const two = await toWorkbook(madeUpIssue());
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  vi.useRealTimers();
  const { workbook } = await open(madeUpIssue());
  expect(workbook.created).toEqual(new Date('2031-02-15T00:00:00Z'));
});
