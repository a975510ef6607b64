// Tables without any rule: what stands in rows side by side, and what only looks like it.
import { describe, expect, test } from 'vitest';
import { parse } from '../src/parse/index.js';
import { alignedTables } from '../src/repair/printed/aligned-tables.js';
import { segmentsOf } from '../src/repair/printed/segments.js';
import { type Drawn, orderOf, pageWith, read, rowsOf, tablesIn, text } from './support/ruled-page.js';
import { tilingFaults } from './support/tiling.js';

const PITCH = 18;
/** Rows of cells at the same places; null leaves a place free. */
const cells = (xs: readonly number[], top: number, ...rows: readonly (readonly (string | null)[])[]): Drawn[] =>
  rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell === null ? [] : [text(cell, xs[column] as number, top + index * PITCH)])),
  );
const tableOf = (...drawn: Drawn[]): (string | null)[][] => {
  const page = pageWith(1, ...drawn);
  const tables = tablesIn(read(page));
  expect(tables).toHaveLength(1);
  expect(tables.flatMap(tilingFaults)).toEqual([]);
  return rowsOf(tables[0] as (typeof tables)[number]);
};

const PHONES = [
  ['单位', '电话', '传真'],
  ['市水务局', '0991-5012345', '5012346'],
  ['市林业和草原局', '0991-5022345', '5022346'],
  ['市应急局', '0991-5032345', '5032346'],
];
const PROSE = [
  '本市各部门的电话公布如下，遇有变动的应当在三日内报告。',
  '值班人员应当坚守岗位，电话应当保持畅通，不得离开。',
];

describe('a table without rules', () => {
  test('has the columns that white parts', () => {
    expect(tableOf(...cells([50, 180, 300], 100, ...PHONES))).toEqual(PHONES);
  });

  test('stands between paragraphs and leaves them as they are', () => {
    const [before, after] = PROSE as [string, string];
    const page = pageWith(1, text(before, 74, 60), ...cells([50, 180, 300], 100, ...PHONES), text(after, 74, 200));
    expect(orderOf(read(page))).toEqual([before, '[单位]', after]);
  });

  test('leaves the name of an office empty below itself', () => {
    const rows = [
      ['组长：', '张三', '副市长'],
      ['成员：', '李四', '市水务局局长'],
      [null, '王五', '市林草局局长'],
      [null, '赵六', '市应急局局长'],
    ];
    expect(tableOf(...cells([50, 120, 200], 100, ...rows))).toEqual(rows.map((row) => row.map((cell) => cell ?? '')));
  });

  test('has cells of several lines', () => {
    const rows = [
      ['张三', '副市长'],
      ['李四', '市水务局局长、市防汛抗旱指挥部办公室主任、市节约'],
      [null, '用水办公室主任'],
      ['王五', '市林草局局长'],
    ];
    expect(tableOf(...cells([50, 120], 100, ...rows))).toEqual([
      ['张三', '副市长'],
      ['李四', '市水务局局长、市防汛抗旱指挥部办公室主任、市节约用水办公室主任'],
      ['王五', '市林草局局长'],
    ]);
  });

  test('has cells of several lines in any column, where lines of a cell stand closer than rows', () => {
    const [office, name, post] = [50, 110, 160];
    const drawn = [
      [
        ['总指', office, 100],
        ['张', name, 100],
        ['副市长', post, 100],
      ],
      [
        ['挥：', office, 114],
        ['三', name, 114],
      ],
      [
        ['成员：', office, 134],
        ['欧阳', name, 134],
        ['市水务局局长', post, 134],
      ],
      [['七', name, 148]],
      [
        ['赵六', name, 168],
        ['市应急局局长', post, 168],
      ],
    ] as const;
    const texts = drawn.flatMap((line) => line.map(([cell, x, y]) => text(cell, x, y)));
    expect(tableOf(...texts)).toEqual([
      ['总指挥：', '张三', '副市长'],
      ['成员：', '欧阳七', '市水务局局长'],
      ['', '赵六', '市应急局局长'],
    ]);
  });

  test('has rows in groups, with white between the groups', () => {
    const rows = [
      ['一组', '张三', '副市长'],
      ['', '李四', '局长'],
      ['', '王五', '局长'],
      ['二组', '赵六', '局长'],
      ['', '钱七', '局长'],
    ];
    const groups = [rows.slice(0, 3), rows.slice(3)].flatMap((group, at) =>
      cells([50, 120, 200], 100 + at * 62, ...group.map((row) => row.map((cell) => cell || null))),
    );
    expect(tableOf(...groups)).toEqual(rows);
  });

  test('makes no measures and loses nothing', () => {
    const page = pageWith(1, ...cells([50, 180, 300], 100, ...PHONES));
    const { measures, coverage } = parse(read(page));
    expect(measures).toEqual([]);
    expect(coverage.unplaced).toBe(0);
  });

  test('stands in one column of a page of two', () => {
    const long = Array.from({ length: 12 }, () => '岸线整治应当按照规划分期实施并公开');
    const page = pageWith(
      1,
      ...long.map((line, index) => text(line, 300, 100 + index * PITCH)),
      ...long.slice(0, 4).map((line, index) => text(line, 50, 100 + index * PITCH)),
      ...cells([50, 160], 100 + 4 * PITCH, ['姓名', '职务'], ['张三', '副市长'], ['李四', '局长'], ['王五', '局长']),
      ...long.slice(8).map((line, index) => text(line, 50, 100 + (8 + index) * PITCH)),
    );
    const tables = tablesIn(read(page));
    expect(tables.map(rowsOf)).toEqual([
      [
        ['姓名', '职务'],
        ['张三', '副市长'],
        ['李四', '局长'],
        ['王五', '局长'],
      ],
    ]);
  });
});

describe('no table', () => {
  test('are two or three columns of text', () => {
    const line = '岸线整治应当按照规划分期实施';
    for (const xs of [
      [50, 300],
      [50, 220, 390],
    ]) {
      const rows = Array.from({ length: 8 }, () => xs.map(() => line));
      expect(tablesIn(read(pageWith(1, ...cells(xs, 100, ...rows))))).toEqual([]);
    }
  });

  test.each([
    [
      'organs that sign side by side',
      [150, 300],
      [
        ['市水务局', '市财政局'],
        ['市林草局', '市应急局'],
        ['市民政局', '市公安局'],
      ],
    ],
    [
      'titles with the pages they begin on',
      [50, 400],
      [
        ['关于整治岸线的通知', '3'],
        ['关于加固堤防的意见', '12'],
        ['关于补种芦苇的批复', '15'],
      ],
    ],
  ])('are %s', (_, xs, rows) => {
    expect(tablesIn(read(pageWith(1, ...cells(xs, 100, ...rows))))).toEqual([]);
  });

  test('is a task list that was not read as one: which of its rows belong together is not known', () => {
    const rows = [
      ['工 作 任 务', '责 任 单 位', '完 成 时 限'],
      ['清理淤泥', '市水务局', '2031年6月底前'],
      ['加固堤防', '市应急局', '2031年9月底前'],
    ];
    const glyphs = cells([50, 250, 400], 100, ...rows).flatMap((drawn) => drawn.glyphs);
    expect(alignedTables(1, segmentsOf(glyphs), null).sheets).toEqual([]);
  });
});
