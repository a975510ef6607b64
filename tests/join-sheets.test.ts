import { describe, expect, test } from 'vitest';
import type { Cell, LogicalTable } from '../src/repair/blocks.js';
import { columnRoles, isHeadingRow, joinSheets, type Sheet } from '../src/repair/table/index.js';
import { isRepetition } from '../src/repair/table/repetition.js';
import { type Print, sheet } from './support/sheet.js';

/** Row, column, rowSpan and text of the cells under the header, those of the last `rows` rows. */
const body = (table: LogicalTable, rows = table.rows): (number | string)[][] =>
  table.cells
    .filter((cell) => cell.row >= Math.max(table.headerRows, table.rows - rows))
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => [cell.row, cell.column, cell.rowSpan, cell.text.text]);
const cellWith = (table: LogicalTable, text: string): Cell => {
  const found = table.cells.find((cell) => cell.text.text.includes(text));
  if (!found) throw new Error(`no cell with ${text}`);
  return found;
};
const pagesOf = (cell: Cell): number[] => cell.fragments.map((fragment) => fragment.page);
const joinsOf = (cell: Cell): string[] => cell.joins.map((join) => join.how);

const HEADER = ['目标任务', '具体措施', '完成时限', '责任单位'];
const FIRST = sheet(
  1,
  HEADER,
  [['1.疏浚河道', 2], '（1）清理淤泥。', '3月底前', '县水务局'],
  [null, '（2）加固堤防。', '4月底前', '县水务局'],
);
const THIRD = ['（3）拓宽步道。', '5月底前', '县住建局'];

describe('a path cell on the next page is the one above when it is', () => {
  test('repeated: printed again, it spans the rows of both pages', () => {
    const table = joinSheets([FIRST, sheet(2, HEADER, ['1.疏浚河道', ...THIRD])]);
    expect(cellWith(table, '疏浚')).toMatchObject({ row: 1, column: 0, rowSpan: 3 });
    expect(pagesOf(cellWith(table, '疏浚'))).toEqual([1, 2]);
    expect(joinsOf(cellWith(table, '疏浚'))).toEqual(['repeated']);
    expect(table).toMatchObject({ rows: 4, columns: 4, headerRows: 1, pages: [1, 2] });
  });

  test('left blank: nothing is printed there, the one above still holds', () => {
    const table = joinSheets([FIRST, sheet(2, HEADER, ['', ...THIRD])]);
    expect(cellWith(table, '疏浚').rowSpan).toBe(3);
    expect(pagesOf(cellWith(table, '疏浚'))).toEqual([1]);
    expect(joinsOf(cellWith(table, '疏浚'))).toEqual(['blank']);
  });

  test('the number of a task printed again with it is the same number, of another task a new one', () => {
    const header = ['序号', '重点任务', '具体措施', '责任单位'];
    const first = sheet(1, header, ['2', '疏浚河道', '（1）清理淤泥。', '县水务局']);
    const again = joinSheets([first, sheet(2, header, ['2', '疏浚河道', '（2）加固堤防。', '县水务局'])]);
    expect(again.cells.find((cell) => cell.column === 0 && cell.row === 1)).toMatchObject({ rowSpan: 2 });
    const other = joinSheets([first, sheet(2, header, ['2', '栽种行道树', '（2）选好树种。', '县水务局'])]);
    expect(other.cells.filter((cell) => cell.column === 0).map((cell) => cell.rowSpan)).toEqual([1, 1, 1]);
  });

  test('a heading in other words beside a number of its own is new, however alike, where numbers number headings', () => {
    const header = ['序号', '重点任务', '具体举措', '责任单位'];
    const first = sheet(
      1,
      header,
      [['1', 2], ['疏浚全县河道', 2], '（1）清理淤泥。', '县水务局'],
      [null, null, '（2）加固堤防。', '县水务局'],
    );
    const next = sheet(
      2,
      header,
      [['2', 2], ['疏浚全县水道', 2], '（1）拓宽步道。', '县住建局'],
      [null, null, '（2）设置标尺。', '县水务局'],
    );
    expect(cellWith(joinSheets([first, next]), '水道')).toMatchObject({ row: 3, rowSpan: 2, joins: [] });
  });

  test('units cut in the middle of their list go on beside the next row', () => {
    const next = sheet(2, HEADER, ['', '（3）拓宽步道。', '5月底前', '县住建局']);
    const cut = (unit: string): LogicalTable =>
      joinSheets([sheet(1, HEADER, ['1.疏浚河道', '（1）清理淤泥。', '3月底前', unit]), next]);
    expect(cellWith(cut('县水务局、'), '水务')).toMatchObject({ rowSpan: 2 });
    expect(cellWith(cut('县水务局、'), '水务').text.text).toBe('县水务局、县住建局');
    expect(cellWith(cut('县水务局'), '水务').rowSpan).toBe(1);
  });

  test.each([
    [12, '县财政局\n县水务局'],
    [0, '县财政局\v县水务局'],
  ])('units with %s em left where the page breaks', (roomEm, lines) => {
    const withRoom = (own: Sheet): Sheet => ({ ...own, cells: own.cells.map((cell) => ({ ...cell, roomEm })) });
    const next = sheet(2, HEADER, ['', '并拓宽步道。', '', '县水务局']);
    const first = sheet(1, HEADER, ['1.疏浚河道', '（1）清理淤泥，', '3月底前', '县财政局']);
    const table = joinSheets([withRoom(first), withRoom(next)]);
    expect(cellWith(table, '财政').lines.text).toBe(lines);
  });

  test('a date left blank beside units that go on is of both rows too, and a doubt', () => {
    const first = (unit: string): Sheet => sheet(1, HEADER, ['1.疏浚河道', '（1）清理淤泥。', '3月底前', unit]);
    const next = sheet(2, HEADER, ['', '（2）拓宽步道。', '', '县住建局']);
    const date = cellWith(joinSheets([first('县水务局、'), next]), '3月底前');
    expect(date).toMatchObject({ rowSpan: 2, joins: [{ how: 'blank', byWording: true }] });
    expect(cellWith(joinSheets([first('县水务局'), next]), '3月底前').rowSpan).toBe(1);
  });

  test('new: the next number begins a cell, however alike the words are', () => {
    const table = joinSheets([FIRST, sheet(2, HEADER, ['2.疏浚河道', ...THIRD])]);
    expect(cellWith(table, '1.疏浚').rowSpan).toBe(2);
    expect(cellWith(table, '2.疏浚')).toMatchObject({ row: 3, rowSpan: 1, joins: [] });
  });

  test('an empty cell of units is no heading: it stays empty', () => {
    const table = joinSheets([FIRST, sheet(2, HEADER, ['', '（3）拓宽步道。', '5月底前', ''])]);
    expect(body(table).at(-1)).toEqual([3, 3, 1, '']);
  });

  test('left blank on the same page, the one above holds as well', () => {
    const rows = [['1.疏浚河道', ...THIRD] as const, ['', '（4）增设护栏。', '6月底前', '县住建局'] as const];
    expect(cellWith(joinSheets([sheet(1, HEADER, ...rows)]), '疏浚').rowSpan).toBe(2);
  });
});

describe('continued: a row without its number goes on with the row before', () => {
  test('cell by cell, and the next number begins a row', () => {
    const cut = [[['1.疏浚河道', 2], '完工后移交。', '', '、县财政局'] as const, [null, ...THIRD] as const];
    const table = joinSheets([FIRST, sheet(2, HEADER, ...cut)]);
    expect(cellWith(table, '疏浚').rowSpan).toBe(3);
    expect(body(table, 2)).toEqual([
      [2, 1, 1, '（2）加固堤防。完工后移交。'],
      [2, 2, 1, '4月底前'],
      [2, 3, 1, '县水务局、县财政局'],
      [3, 1, 1, '（3）拓宽步道。'],
      [3, 2, 1, '5月底前'],
      [3, 3, 1, '县住建局'],
    ]);
    expect(joinsOf(cellWith(table, '加固'))).toEqual(['continued']);
    expect(pagesOf(cellWith(table, '加固'))).toEqual([1, 2]);
  });

  test('units and a date printed again in full beside the rest of the measure', () => {
    const header = ['序号', '工作任务', '完成时限', '责任单位'];
    const table = joinSheets([
      sheet(1, header, ['1', '清理淤泥。', '4月', '县水务局'], ['2', '加固堤防，', '每半年', '县水务局、住建局']),
      sheet(2, ['', '完工后移交。', '每半年', '县水务局、住建局']),
    ]);
    expect(body(table, 1).map(([, , , text]) => text)).toEqual([
      '2',
      '加固堤防，完工后移交。',
      '每半年',
      '县水务局、住建局',
    ]);
    expect(joinsOf(cellWith(table, '每半年'))).toEqual(['repeated']);
  });

  test.each([
    ['11', '1', 1],
    ['111', '1', 2],
    ['111', '112', 2],
  ])('a number that is cut, below 110: %s | %s', (above, below, rows) => {
    const header = ['序号', '具体措施', '完成时限'];
    const first = sheet(1, header, ['110', '清理淤泥。', '3月底前'], [above, '加固', '4月底前']);
    const table = joinSheets([first, sheet(2, header, [below, '堤防。', ''])]);
    expect(
      body(table, rows)
        .map(([, , , text]) => text)
        .slice(0, 2),
    ).toEqual(rows === 1 ? ['111', '加固堤防。'] : [above, '加固']);
  });

  test('a row whose 序号 is empty', () => {
    const header = ['序号', '工作任务', '完成时限', '责任单位'];
    const table = joinSheets([
      sheet(1, header, ['1', '清理淤泥，', '3月底前', '县水务局'], ['2', '加固堤防，', '4月底前', '县水务局']),
      sheet(2, ['', '完工后移交。', '', ''], ['3', '拓宽步道。', '5月底前', '县住建局']),
    ]);
    expect(cellWith(table, '加固')).toMatchObject({ row: 2, text: { text: '加固堤防，完工后移交。' } });
    expect(cellWith(table, '拓宽').row).toBe(3);
    expect(table.rows).toBe(4);
  });

  test('a heading cut with its row goes on too', () => {
    const [first, rest] = [
      ['2.修复湿地', '（1）补种芦苇', '5月底前', '县林草局'],
      ['和水面。', '和菖蒲。', '', ''],
    ];
    const begun = sheet(1, HEADER, ...bodyOf(FIRST), first);
    const table = joinSheets([begun, sheet(2, HEADER, rest)]);
    expect(body(table, 1)).toEqual([
      [3, 0, 1, '2.修复湿地和水面。'],
      [3, 1, 1, '（1）补种芦苇和菖蒲。'],
      [3, 2, 1, '5月底前'],
      [3, 3, 1, '县林草局'],
    ]);
  });

  test('a heading cut by the page goes on beside a new measure, since it has no number', () => {
    const first = ['1.疏浚河道，恢复', '（1）清理淤泥。', '3月底前', '县水务局'];
    const table = joinSheets([
      sheet(1, HEADER, first),
      sheet(2, HEADER, ['行洪能力。', '（2）加固堤防。', '4月底前', '县水务局']),
    ]);
    expect(cellWith(table, '疏浚')).toMatchObject({ rowSpan: 2, text: { text: '1.疏浚河道，恢复行洪能力。' } });
  });

  test('a heading printed again beside the rest of its row, in other words, is the heading', () => {
    const table = joinSheets([
      sheet(1, HEADER, ['1.疏浚河道', '（1）清理淤泥，', '3月底前', '县水务局']),
      sheet(2, HEADER, ['1.疏浚各处的河道并恢复行洪能力', '晒干以后复垦。', '', '']),
    ]);
    expect(body(table)).toEqual([
      [1, 0, 1, '1.疏浚河道'],
      [1, 1, 1, '（1）清理淤泥，晒干以后复垦。'],
      [1, 2, 1, '3月底前'],
      [1, 3, 1, '县水务局'],
    ]);
  });

  test('a heading cut by the page goes on beside a new measure, since its number in a column of its own is not printed again', () => {
    const header = ['序号', '重点任务', '具体措施', '责任单位'];
    const table = joinSheets([
      sheet(
        1,
        header,
        ['1', '栽种行道树', '（1）选好树种。', '县林草局'],
        ['2', '疏浚河道，恢复', '（1）清理淤泥。', '县水务局'],
      ),
      sheet(
        2,
        header,
        [['', 2], ['行洪能力', 2], '（2）加固堤防。', '县水务局'],
        [null, null, '（3）拓宽步道。', '县住建局'],
      ),
    ]);
    expect(cellWith(table, '疏浚')).toMatchObject({ row: 2, rowSpan: 3, text: { text: '疏浚河道，恢复行洪能力' } });
    expect(cellWith(table, '疏浚').joins.map(({ byWording }) => byWording)).toEqual([false]);
    expect(table.cells.find(({ text }) => text.text === '2')).toMatchObject({ row: 2, rowSpan: 3 });
  });

  test('a row beside another heading is a row, though it has no number', () => {
    const header = ['序号', '目标任务', '具体措施', '责任单位'];
    const table = joinSheets([
      sheet(1, header, ['1', '1.疏浚河道', '清理淤泥，', '县水务局'], ['2', '1.疏浚河道', '加固堤防。', '县水务局']),
      sheet(2, header, ['', '2.修复湿地', '补种芦苇。', '县林草局']),
    ]);
    expect(table.rows).toBe(4);
    expect(cellWith(table, '加固').text.text).toBe('加固堤防。');
  });

  test('also where each goal has a single measure', () => {
    const goals = [
      ['1.疏浚河道', '（1）清理淤泥。', '3月底前', '县水务局'],
      ['2.修复湿地', '（1）补种芦苇', '4月底前', '县林草局'],
    ];
    const table = joinSheets([sheet(1, HEADER, ...goals), sheet(2, HEADER, ['2.修复湿地', '和菖蒲。', '', ''])]);
    expect(cellWith(table, '补种').text.text).toBe('（1）补种芦苇和菖蒲。');
  });
});

/** The rows under the header, to print them on another sheet. */
function bodyOf({ cells, rows, columns }: Sheet): Print[][] {
  const prints = Array.from({ length: rows }, (): Print[] => new Array(columns).fill(null));
  for (const { row, column, rowSpan, text } of cells) (prints[row] as Print[])[column] = [text.text, rowSpan];
  return prints.slice(1);
}

describe('the header', () => {
  test('printed on each page, it is one header', () => {
    const table = joinSheets([FIRST, sheet(2, HEADER, ['1.疏浚河道', ...THIRD])]);
    expect(table.cells.filter((cell) => cell.text.text === '责任单位')).toHaveLength(1);
    expect(pagesOf(cellWith(table, '责任单位'))).toEqual([1, 2]);
  });

  test('printed on the first page only, the next page begins with a row', () => {
    const row = ['1.疏浚河道', ...THIRD];
    expect(body(joinSheets([FIRST, sheet(2, row)]))).toEqual(body(joinSheets([FIRST, sheet(2, HEADER, row)])));
  });

  test('over two rows, a heading over several columns counts for each', () => {
    const top: Print[] = [['序号', 2], ['工作任务', 2], ['完成时限', 2], ['分工', 1, 2], null];
    const table = joinSheets([sheet(1, top, [null, null, null, '牵头单位', '配合单位'])]);
    expect(table.headerRows).toBe(2);
    expect(table.headings).toEqual(['序号', '工作任务', '完成时限', '分工牵头单位', '分工配合单位']);
  });
});

describe('the header printed again', () => {
  const rows = body(joinSheets([FIRST, sheet(2, HEADER, ['1.疏浚河道', ...THIRD])]));

  test('in mid-table, with a heading that goes on below it', () => {
    const once = sheet(1, HEADER, ...bodyOf(FIRST), HEADER, ['1.疏浚河道', ...THIRD]);
    const table = joinSheets([once]);
    expect(body(table)).toEqual(rows);
    expect(cellWith(table, '责任单位').fragments).toHaveLength(2);
    expect(table.pages).toEqual([1]);
  });

  test('below a section row', () => {
    const section: Print[] = [['一、水面', 1, 4], null, null, null];
    const table = joinSheets([FIRST, sheet(2, section, HEADER, ['2.修复湿地', ...THIRD])]);
    expect(body(table, 2).map(([, column, , text]) => [column, text])).toEqual([
      [0, '一、水面'],
      [0, '2.修复湿地'],
      ...THIRD.map((text, column) => [column + 1, text]),
    ]);
  });

  test('with other words for the same columns', () => {
    const slip = ['目标任务', '具体措施', '完成时限', '责任部门'];
    expect(body(joinSheets([FIRST, sheet(2, slip, ['1.疏浚河道', ...THIRD])]))).toEqual(rows);
  });

  test('under a title over all columns', () => {
    const title: Print[] = [['水务任务分工表', 1, 4], null, null, null];
    const first = sheet(1, title, HEADER, ...bodyOf(FIRST));
    for (const again of [[title, HEADER], [HEADER], []] as Print[][][]) {
      const table = joinSheets([first, sheet(2, ...again, ['1.疏浚河道', ...THIRD])]);
      expect(table).toMatchObject({ headerRows: 2, headings: HEADER, rows: 5 });
      expect(body(table).map(([row, ...rest]) => [Number(row) - 1, ...rest])).toEqual(rows);
    }
  });

  test('of a table whose headings are not known', () => {
    const names = ['姓名', '职务'];
    const table = joinSheets([sheet(1, names, ['甲', '局长']), sheet(2, names, ['乙', '局长'])]);
    expect(table.headerRows).toBe(0);
    expect(table.cells.map(({ row, text }) => [row, text.text])).toEqual([
      [0, '姓名'],
      [0, '职务'],
      [1, '甲'],
      [1, '局长'],
      [2, '乙'],
      [2, '局长'],
    ]);
  });

  test('a row of numbers that comes again is a row', () => {
    const rows = ['1', '2'];
    expect(joinSheets([sheet(1, rows, rows), sheet(2, rows)]).rows).toBe(3);
  });
});

describe('printed again means the same number and nearly the same words', () => {
  const TEXT = '二、改善水面环境（县水务局、县生态环境局牵头，各乡镇配合）';

  test('a slip of wording makes no other cell; the first wording stays, each page keeps its own', () => {
    const slip = TEXT.replace('各乡镇', '各乡、镇');
    const table = joinSheets([sheet(1, HEADER, [TEXT, ...THIRD]), sheet(2, HEADER, [slip, ...THIRD])]);
    const cell = cellWith(table, '二、');
    expect([cell.rowSpan, cell.text.text]).toEqual([2, TEXT]);
    expect(cell.fragments.map((fragment) => fragment.text.text)).toEqual([TEXT, slip]);
  });

  test.each([
    ['another number', TEXT.replace('二', '三')],
    ['another style of number', TEXT.replace('二、', '（二）')],
    ['other words', '二、修复湿地植被（县林草局、县自然资源局负责，各村协助）'],
    ['only its beginning', '二、改善水面环境'],
  ])('%s is another cell', (_, text) => expect(isRepetition(TEXT, text)).toBe(false));
});

describe('what a column holds is read from its heading', () => {
  test.each([
    ['主要指标 目标任务 具体措施及完成时限 责任部门', ['path', 'path', 'measure', 'responsible']],
    ['序号 重点领域 具体举措 牵头单位 配合单位', ['number', 'path', 'measure', 'lead', 'support']],
    ['任务 时限要求 责任单位 备注', ['measure', 'deadline', 'responsible', 'remarks']],
    ['工作内容 承办部门 经费', ['measure', 'responsible', null]],
  ])('%s', (headings, roles) => expect(columnRoles(headings.split(' '))).toEqual(roles));

  test('a common heading 责任单位 over 牵头单位 and 配合单位 does not hide them', () => {
    expect(columnRoles(['工作任务', '责任单位牵头单位', '责任单位配合单位'])).toEqual(['measure', 'lead', 'support']);
  });

  test.each([
    ['a header', '工作任务 责任单位 完成时限', true],
    ['one heading', '责任单位', false],
    ['nobody named, no time', '重点领域 工作任务', false],
    ['a sentence', '工作任务要逐项落实到责任单位。 责任单位', false],
    ['mostly unknown', '任务 甲 乙 丙 责任单位', false],
  ])('%s', (_, texts, expected) => expect(isHeadingRow(texts.split(' '))).toBe(expected));
});
