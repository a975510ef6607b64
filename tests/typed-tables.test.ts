import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import { parse } from '../src/parse/index.js';
import { type LogicalTable, type Repaired, repair } from '../src/repair/index.js';

/**
 * The text of a table as an extractor leaves it that reads column by column: under each printed header first the cells
 * of the path columns, then measure and units row by row; each cell in the narrow lines of its column.
 */
const HEADER = '主要指标 目标任务 具体措施及完成时限 责任部门';
const CATEGORY = ['一、改善水面', '环境 (市水务', '局牵头)'];
const GOAL = ['1.疏浚河道。逐段清', '理淤泥，恢复行洪断', '面和自然岸线。'];
const GOAL_2 = ['2.修复湿地。补种水', '生植物，分片管护。'];
const CLEAN = ['(1)清理柳渡河淤泥。从上游到下游分', '段施工。(完成时限:2031年6月底前)', '市水务局、市财', '政局'];
const DIKE = ['(2)加固东岸堤防。逐段排查渗漏和沉降，消', '除隐患。(完成时限:2031年9月底前)', '市水务局'];
const PATH = ['(3)拓宽西岸步道。完善照明和护栏，方便群', '众通行。(完成时限:长期)', '市住房城乡建设', '局，各镇'];
const REEDS = ['(1)补种芦苇。在浅水区分片补种，成活率达', '到九成。(完成时限:2032年年底前)', '市林草局'];

/** Header, category and first goal, as most sheets begin. */
const START = [HEADER, ...CATEGORY, ...GOAL];

const repaired = (...lines: (string | string[])[]): Repaired =>
  repair({ kind: 'text', pages: readPlainText(lines.flat().join('\n')) });
const tables = ({ blocks }: Repaired): LogicalTable[] => blocks.filter((block) => block.kind === 'table');
const paragraphs = ({ blocks }: Repaired): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.text] : []));

/** Category, goal, measure and units of each row of the one table. */
function rows(found: Repaired): string[][] {
  const [table, ...more] = tables(found);
  if (!table || more.length > 0) throw new Error('not one table');
  return Array.from({ length: table.rows - table.headerRows }, (_, index) => {
    const row = index + table.headerRows;
    const cells = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
    return cells.sort((a, b) => a.column - b.column).map((cell) => cell.text.text);
  });
}
/** The numbers each row is printed with: of category, goal and measure. */
const numbers = (found: Repaired): string[] =>
  rows(found).map((row) => row.flatMap((text) => /^(?:[一二三]、|\d\.|（\d）)/u.exec(text)?.[0] ?? []).join(' '));
const units = (found: Repaired): (string | undefined)[] => rows(found).map((row) => row[3]);

describe('columns read one after the other become rows again', () => {
  test('each measure has its category, its goal and its units', () => {
    expect(rows(repaired(START, CLEAN, DIKE))).toEqual([
      [
        '一、改善水面环境（市水务局牵头）',
        '1.疏浚河道。逐段清理淤泥，恢复行洪断面和自然岸线。',
        '（1）清理柳渡河淤泥。从上游到下游分段施工。（完成时限：2031年6月底前）',
        '市水务局、市财政局',
      ],
      [
        '一、改善水面环境（市水务局牵头）',
        '1.疏浚河道。逐段清理淤泥，恢复行洪断面和自然岸线。',
        '（2）加固东岸堤防。逐段排查渗漏和沉降，消除隐患。（完成时限：2031年9月底前）',
        '市水务局',
      ],
    ]);
  });

  test('several goals under one header: a measure that begins at 1 again belongs to the next', () => {
    const third = ['3.管护水面。定期打捞', '漂浮物。'];
    const found = repaired(START, GOAL_2, third, CLEAN, DIKE, REEDS, REEDS);
    expect(numbers(found)).toEqual(['一、 1. （1）', '一、 1. （2）', '一、 2. （1）', '一、 3. （1）']);
  });

  test('two categories under one header: a goal that begins at 1 again belongs to the second', () => {
    const second = ['二、修复湿地', '(市林草局负', '责)'];
    const first = ['1.补种植物。分片补种', '芦苇和菖蒲。'];
    const found = repaired(HEADER, CATEGORY, second, GOAL, GOAL_2, first, CLEAN, DIKE, REEDS, REEDS);
    expect(numbers(found)).toEqual(['一、 1. （1）', '一、 1. （2）', '一、 2. （1）', '二、 1. （1）']);
  });

  test('a line of a goal that begins with 一、 is no category', () => {
    const goal = ['1.疏浚河道。坚持疏堵', '一、体两面，恢复行洪', '断面。'];
    const found = repaired(HEADER, CATEGORY, goal, CLEAN);
    expect(rows(found)[0]?.slice(0, 2)).toEqual([
      '一、改善水面环境（市水务局牵头）',
      '1.疏浚河道。坚持疏堵一、体两面，恢复行洪断面。',
    ]);
  });

  test('a line of a measure that begins with a number of its own kind is no measure', () => {
    const clean = ['(1)清理柳渡河淤泥。按照本方案第五条第', '(2)项分段施工。(完成时限:2031年6月底前)', '市水务局'];
    expect(numbers(repaired(START, clean, DIKE))).toEqual(['一、 1. （1）', '一、 1. （2）']);
  });
});

describe('a table goes on under the next printed header', () => {
  test('category and goal are printed again: one table, one cell each', () => {
    const found = repaired(START, CLEAN, DIKE, START, PATH);
    expect(numbers(found)).toEqual(['一、 1. （1）', '一、 1. （2）', '一、 1. （3）']);
    expect(tables(found)[0]?.cells.filter((cell) => cell.column === 1 && cell.row > 0)).toMatchObject([
      { rowSpan: 3, joins: [{ how: 'repeated' }] },
    ]);
  });

  test('the goal is not printed again while its measures go on: the one before still holds', () => {
    const found = repaired(START, CLEAN, DIKE, HEADER, CATEGORY, GOAL_2, PATH, REEDS);
    expect(numbers(found)).toEqual(['一、 1. （1）', '一、 1. （2）', '一、 1. （3）', '一、 2. （1）']);
  });

  test('neither category nor goal is printed again', () => {
    expect(numbers(repaired(START, CLEAN, DIKE, HEADER, PATH))).toEqual([
      '一、 1. （1）',
      '一、 1. （2）',
      '一、 1. （3）',
    ]);
  });

  test.each([
    ['and its goal is printed again', [...CATEGORY, ...GOAL]],
    ['and nothing is printed again', []],
  ])('a measure cut by the end of a sheet goes on %s', (_, again) => {
    const [begin, ...end] = CLEAN as [string, ...string[]];
    const found = repaired(START, begin, HEADER, again, end, DIKE);
    expect(numbers(found)).toEqual(['一、 1. （1）', '一、 1. （2）']);
    expect(rows(found)[0]?.slice(2)).toEqual(rows(repaired(START, CLEAN))[0]?.slice(2));
  });

  test.each([
    ['before its first unit', 0],
    ['between two lines of its units', 1],
  ])('units cut by the end of a sheet %s go on after the goal', (_, at) => {
    const cut = ['市水务局、市林', '草局'];
    const found = repaired(START, CLEAN, DIKE.slice(0, 2), cut.slice(0, at), START, cut.slice(at), PATH);
    expect(units(found)).toEqual(['市水务局、市财政局', '市水务局、市林草局', '市住房城乡建设局，各镇']);
  });

  const goalCut = (again: string[]): void => {
    const [begin, ...end] = GOAL as [string, ...string[]];
    const found = repaired(HEADER, CATEGORY, begin, CLEAN, HEADER, again, end, DIKE);
    expect(rows(found)).toEqual(rows(repaired(START, CLEAN, DIKE)));
    expect(paragraphs(found)).toEqual([]);
  };
  test('a goal cut by the end of a sheet goes on alone, not the measure, which is complete', () => goalCut([]));
  test('a goal cut by the end of a sheet goes on under its category', () => goalCut(CATEGORY));
});

describe('what breaks lines does not break cells', () => {
  const FURNITURE = ['《柳渡市人民政府公报》 2031.No.4 市政府文件', '—21—'];

  test('a running head and a page number between two cells', () => {
    const found = repaired(START, CLEAN, FURNITURE, DIKE);
    expect(rows(found)).toEqual(rows(repaired(START, CLEAN, DIKE)));
    expect(found.furniture.map(({ what }) => what)).toEqual(['running-head', 'page-number']);
  });

  test('a running head and a page number within a cell, and blank lines everywhere', () => {
    const [begin, ...end] = CLEAN as [string, ...string[]];
    const rest = end.flatMap((line) => [line, '', ' ']);
    const found = repaired(START, begin, FURNITURE, rest, DIKE);
    expect(rows(found)).toEqual(rows(repaired(START, CLEAN, DIKE)));
  });

  const CLOSING = '(完成时限:2031年12月底前)';
  test.each(Array.from(CLOSING.slice(1), (_, index) => [CLOSING.slice(0, index + 1), CLOSING.slice(index + 1)]))(
    'the deadline broken as %s | %s',
    (before, after) => {
      const clean = [`(1)清理淤泥。分段施工。${before}`, after, '市水务局'];
      expect(rows(repaired(START, clean, DIKE)).map((row) => row.slice(2))).toEqual([
        ['（1）清理淤泥。分段施工。（完成时限：2031年12月底前）', '市水务局'],
        ['（2）加固东岸堤防。逐段排查渗漏和沉降，消除隐患。（完成时限：2031年9月底前）', '市水务局'],
      ]);
    },
  );

  test.each([
    [['市水务局、各', '市、县 (区)']],
    [['市水务局、各市、', '县 (区)']],
    [['市水务局、各市、县', '(区)']],
    [['市水务局、各市、县(', '区)']],
  ])('各市、县（区） broken as %j', (broken) => {
    const found = repaired(START, CLEAN.slice(0, 2), broken, DIKE);
    expect(units(found)).toEqual(['市水务局、各市、县（区）', '市水务局']);
  });
});

describe('where a table ends', () => {
  const AFTER = ['各县区、各部门要对照清单逐项抓好落实，每季度末报送进展。', '柳渡市人民政府办公室'];

  test('text after it is text, not the units of its last row', () => {
    const found = repaired(START, CLEAN, DIKE, AFTER);
    expect(units(found).at(-1)).toBe('市水务局');
    expect(paragraphs(found).join('')).toBe(AFTER.join(''));
  });

  test('the next document begins after it', () => {
    const next = ['柳渡市人民政府关于同意设立东岸新区的', '批复', '柳政函〔2031〕8号', '东岸县人民政府:'];
    expect(paragraphs(repaired(START, CLEAN, DIKE, next)).at(-2)).toBe('柳政函〔2031〕8号');
  });

  test.each([['附件2'], ['二、其他事项']])('the narrow line %s after it is no unit', (line) => {
    const found = repaired(START, CLEAN, DIKE, line, AFTER);
    expect(units(found).at(-1)).toBe('市水务局');
  });

  test('the units of the last row may be longer than all before', () => {
    const wide = ['(2)拓宽步道。(完成时限:长期)', '市住房城乡建设局'];
    const found = repaired(START, '(1)清理淤泥。(完成时限:长期)', '市水务局', wide);
    expect(units(found)).toEqual(['市水务局', '市住房城乡建设局']);
  });

  test('a line like a header, with no numbered cells under it, is a paragraph', () => {
    const lines = ['工作目标 工作任务 责任部门', '另有规定的，从其规定，各部门不再另行发文。'];
    const found = repaired(lines);
    expect(tables(found)).toEqual([]);
    expect(paragraphs(found).join('')).toBe('工作目标工作任务责任部门另有规定的，从其规定，各部门不再另行发文。');
  });

  test.each([
    ['a sentence with spaces', '各部门要认真落实 具体措施，明确 责任部门。'],
    ['a heading of two words', '工作任务 责任分工'],
  ])('%s opens no table', (_, line) => {
    expect(tables(repaired(line, CATEGORY, GOAL, CLEAN))).toEqual([]);
  });
});

describe('a header whose columns a text cannot be parted by', () => {
  const UNREAD = '序号 工作任务 完成时限 责任单位';
  const LINES = [UNREAD, '1 清理柳渡河淤泥 2031年6月底前 市水务局', '2 加固东岸堤防 2031年9月底前 市水务局'];
  const found = repaired('柳渡市人民政府关于印发防汛备汛任务清单的通知', '柳政发〔2031〕4号', LINES);

  test('is remembered, and the text under it is kept', () => {
    expect(tables(found)).toEqual([]);
    expect(found.unreadTables.map(({ page, header }) => [page, header.text])).toEqual([[1, UNREAD]]);
    expect(paragraphs(found).join('')).toContain('加固东岸堤防');
  });

  test('is an error of the issue, with its line: no measure of the list is in the records', () => {
    const { coverage, documents, flags, measures } = parse(found);
    expect(measures).toEqual([]);
    expect(flags).toMatchObject([{ code: 'column-unrecognised', field: 'line 3', severity: 'error' }]);
    expect(flags[0]?.message).toContain(UNREAD);
    expect(documents[0]?.text).toContain('清理柳渡河淤泥');
    expect(coverage.unplaced).toBe(0);
  });

  test('a list that can be read is none', () => expect(repaired(START, CLEAN).unreadTables).toEqual([]));
});
