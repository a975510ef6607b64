// What a person sees as one table on pages with rules, and what stands around it.
import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/extract/page.js';
import type { Measure } from '../src/model/index.js';
import { parse } from '../src/parse/index.js';
import type { Repaired } from '../src/repair/index.js';
import {
  around,
  type Drawn,
  grid,
  orderOf,
  pageWith,
  ROW,
  read,
  rowsOf,
  tablesIn,
  text,
} from './support/ruled-page.js';
import type { Print } from './support/sheet.js';
import { glyphFaults, tilingFaults } from './support/tiling.js';

const XS = [50, 90, 250, 350, 450];
const HEADER = ['序号', '工作任务', '责任单位', '完成时限'];
const ROWS = [
  ['1', '清理淤泥。', '市水务局', '2031年6月底前'],
  ['2', '加固堤防。', '市水务局', '2031年6月底前'],
  ['3', '补种芦苇。', '市林草局', '2031年9月底前'],
];
const LIST = [HEADER, ...ROWS];
const measuresOf = (repaired: Repaired): Measure[] => parse(repaired).measures;
const numbersOf = (repaired: Repaired): (string | null)[] => measuresOf(repaired).map(({ number }) => number);
/** The rows of the only table. */
function onlyRows(repaired: Repaired): (string | null)[][] {
  const tables = tablesIn(repaired);
  expect(tables).toHaveLength(1);
  expect(tables.flatMap(tilingFaults)).toEqual([]);
  return rowsOf(tables[0] as (typeof tables)[number]);
}
/** Each drawn line as several, the way producers draw it. */
const redrawn = ({ rules, glyphs }: Drawn, how: (rule: Rule) => Rule[]): Drawn => ({
  rules: rules.flatMap(how),
  glyphs,
});

describe('lines are drawn in many ways', () => {
  const drawn = grid({ xs: XS, top: 100 }, ...LIST);
  const pieces = (length: number, gap: number) => (rule: Rule) =>
    Array.from({ length: Math.ceil((rule.to - rule.from) / (length + gap)) }, (_, index): Rule => {
      const from = rule.from + index * (length + gap);
      return { ...rule, from, to: Math.min(from + length, rule.to) };
    });
  test.each([
    ['once', (rule: Rule) => [rule]],
    ['doubled', (rule: Rule) => [rule, { ...rule, at: rule.at + 2.5 }]],
    [
      'thick and thin',
      (rule: Rule) => [
        { ...rule, at: rule.at - 1 },
        { ...rule, at: rule.at + 1 },
      ],
    ],
    ['dashed', pieces(3, 2.5)],
    [
      'dashed in long and short',
      (rule: Rule) => [...pieces(9, 6)(rule), ...pieces(2, 13)({ ...rule, from: rule.from + 11 })],
    ],
    ['with gaps where they cross', (rule: Rule) => [{ ...rule, from: rule.from + 1.2, to: rule.to - 1.2 }]],
    ['beyond the corners', (rule: Rule) => [{ ...rule, from: rule.from - 2, to: rule.to + 2 }]],
  ])('%s', (_, how) => expect(onlyRows(read(pageWith(1, redrawn(drawn, how))))).toEqual(LIST));
});

describe('headings', () => {
  test('in a row that no rules part, above columns that are', () => {
    const header = grid({ xs: XS, top: 100 }, ['', '', '', '']);
    const unparted = header.rules.filter(({ direction, at }) => direction === 'horizontal' || at === 50 || at === 450);
    const words = HEADER.map((heading, column) => text(heading, (XS[column] as number) + 4, 120));
    const page = pageWith(1, { rules: unparted, glyphs: [] }, ...words, grid({ xs: XS, top: 100 + ROW }, ...ROWS));
    expect(onlyRows(read(page))).toEqual(LIST);
  });

  test.each([
    ['no rules at all', () => []],
    [
      'rules between the rows',
      (bottom: number) =>
        ROWS.map((_, row): Rule => ({ direction: 'horizontal', at: bottom + ROW * (row + 1), from: 50, to: 450 })),
    ],
    [
      'rules between the rows, and a frame',
      (bottom: number) => ROWS.flatMap((_, row) => around([50, bottom + ROW * row, 450, bottom + ROW * (row + 1)])),
    ],
  ])('that are ruled, above rows with %s', (_, below) => {
    const header = grid({ xs: XS, top: 100 }, HEADER);
    const rows = { ...grid({ xs: XS, top: 100 + ROW }, ...ROWS), rules: below(100 + ROW) };
    expect(onlyRows(read(pageWith(1, header, rows)))).toEqual(LIST);
  });

  test('over two rows, one of them over others, and two lines high', () => {
    const xs = [50, 90, 230, 290, 350, 450];
    const page = pageWith(
      1,
      grid(
        { xs, top: 100 },
        [['序号', 2], ['工作\n任务', 2], ['责任单位', 1, 2], null, ['完成\n时限', 2]],
        [null, null, '牵头', '配合', null],
        ['1', '清理淤泥。', '市水务局', '市财政局', '2031年6月底前'],
      ),
    );
    const [measure] = measuresOf(read(page));
    expect(measure).toMatchObject({ number: '1', text: '清理淤泥。', deadlines: [{ end: '2031-06-30' }] });
    expect(measure?.departments.map(({ name, role }) => [name, role])).toEqual([
      ['市水务局', 'lead'],
      ['市财政局', 'support'],
    ]);
  });

  test.each([
    [
      'one diagonal',
      [{ from: [50, 100], to: [130, 160] }],
      [text('项', 85, 118), text('目', 108, 124), text('序', 55, 140), text('号', 75, 155)],
      '项目序号',
    ],
    [
      'one drawn upwards, with all on one line,',
      [{ from: [130, 160], to: [50, 100] }],
      [text('序号', 55, 136), text('项目', 108, 136)],
      '项目序号',
    ],
    [
      'two diagonals',
      [
        { from: [50, 100], to: [130, 130] },
        { from: [50, 100], to: [90, 160] },
      ],
      [text('项目', 105, 115), text('内容', 100, 145), text('序号', 55, 155)],
      '项目内容序号',
    ],
  ] as const)('in a cell parted by %s', (_, slants, words, expected) => {
    const xs = [50, 130, 250, 350, 450];
    const drawn = grid({ xs, top: 100, heights: [60, ROW, ROW, ROW] }, ['', ...HEADER.slice(1)], ...ROWS);
    const repaired = read({ ...pageWith(1, drawn, ...words), slants });
    expect(onlyRows(repaired)).toEqual([[expected, ...HEADER.slice(1)], ...ROWS]);
    // what stands below left says what the column holds
    expect(tablesIn(repaired)[0]?.roles).toEqual(['number', 'measure', 'responsible', 'deadline']);
    expect(numbersOf(repaired)).toEqual(['1', '2', '3']);
  });

  test('in a cell that a diagonal parts, which the file does not draw', () => {
    const page = pageWith(
      1,
      grid(
        { xs: [50, 250, 350, 450], top: 100 },
        ['　　　　　　责任单位\n工作任务', '牵头单位', '完成时限'],
        ['清理淤泥。', '市水务局', '2031年6月底前'],
      ),
    );
    expect(measuresOf(read(page))).toMatchObject([
      { text: '清理淤泥。', departments: [{ name: '市水务局', role: 'lead' }] },
    ]);
  });

  test('printed again in mid-table', () => {
    const page = pageWith(1, grid({ xs: XS, top: 100 }, HEADER, ...ROWS.slice(0, 2), HEADER, ...ROWS.slice(2)));
    expect(onlyRows(read(page))).toEqual(LIST);
    expect(numbersOf(read(page))).toEqual(['1', '2', '3']);
  });

  test('that are others begin another table', () => {
    const others = ['序号', '主要指标', '目标', '牵头单位'];
    const drawn = grid({ xs: XS, top: 100 }, HEADER, ...ROWS, others, ['1', '水质', '优良', '市水务局']);
    expect(tablesIn(read(pageWith(1, drawn))).map(({ headings, rows }) => [headings, rows])).toEqual([
      [HEADER, 4],
      [others, 2],
    ]);
  });

  test('under a title within the frame', () => {
    const title: Print[] = [['水务任务分工表', 1, 4], null, null, null];
    expect(numbersOf(read(pageWith(1, grid({ xs: XS, top: 100 }, title, ...LIST))))).toEqual(['1', '2', '3']);
  });
});

// a column of text: full lines, the last one short
const column = (lines: readonly string[], x: number, top: number): Drawn[] =>
  lines.map((line, index) => text(line, x, top + 16 * index));
const TALL = 8;
const long = (name: string): string[] =>
  Array.from({ length: TALL }, (_, index) => `${name}${'一二三四五六七八'[index]}各镇要抓好各项任务落实工作`);

describe('over pages a table goes on', () => {
  const first = [text('表1　任务分工', 220, 90), grid({ xs: XS, top: 100 }, ...LIST.slice(0, 3))];
  const rest = (top: number, ...rows: readonly (readonly Print[])[]): Drawn => grid({ xs: XS, top, page: 2 }, ...rows);
  const last = ROWS.slice(2);

  test.each([
    ['续表', ['续表']],
    ['（续表）', ['（续表）']],
    ['續表1', ['續表1']],
    ['接上页', ['接上页']],
    ['its caption with 续', ['表1　任务分工（续）']],
    ['its caption again', ['表1　任务分工']],
    ['its caption again, and 续表', ['表1　任务分工', '续表']],
  ])('under %s', (_, captions) => {
    const lines = captions.map((caption, index) => text(caption, 220, 120 + 20 * index, 2));
    const repaired = read(pageWith(1, ...first), pageWith(2, ...lines, rest(180, HEADER, ...last)));
    expect(onlyRows(repaired)).toEqual(LIST);
    expect(repaired.furniture.map(({ what }) => what)).toEqual(captions.map(() => 'table-continued'));
    expect(parse(repaired).coverage.unplaced).toBe(0);
  });

  test('above 续下页', () => {
    const below = text('（续下页）', 400, 100 + 4 * ROW, 1);
    expect(onlyRows(read(pageWith(1, ...first, below), pageWith(2, rest(100, ...last))))).toEqual(LIST);
  });

  test('with a new row, where tasks end without a mark and remarks are blank', () => {
    const rows = [
      ['工作任务', '责任单位', '完成时限', '备注'],
      ['清理淤泥', '市水务局', '2031年6月底前', ''],
      ['加固堤防', '市水务局', '2031年6月底前', ''],
    ];
    const xs = [50, 250, 350, 450, 490];
    const pages = [
      pageWith(1, grid({ xs, top: 100 }, ...rows.slice(0, 2))),
      pageWith(2, grid({ xs, top: 60, page: 2 }, ...rows.slice(2))),
    ];
    expect(onlyRows(read(...pages))).toEqual(rows);
  });

  test('shifted on the page, with headings or without', () => {
    const shifted = { xs: XS.map((x) => x + 23), top: 60, page: 2 };
    for (const header of [[], [HEADER]])
      expect(onlyRows(read(pageWith(1, ...first), pageWith(2, grid(shifted, ...header, ...last))))).toEqual(LIST);
  });

  test('with other widths, where the headings or the numbers say so', () => {
    const wider = { xs: [50, 150, 300, 350, 450], top: 60, page: 2 };
    for (const header of [[], [HEADER]])
      expect(onlyRows(read(pageWith(1, ...first), pageWith(2, grid(wider, ...header, ...last))))).toEqual(LIST);
  });

  test('where no cell of a page ends at one of its columns', () => {
    const merged: Print[] = ['3', '补种芦苇。', ['市林草局', 1, 2]];
    const page = pageWith(2, grid({ xs: [50, 90, 250, 450], top: 60, page: 2 }, merged.slice(0, 2).concat('市林草局')));
    const [table] = tablesIn(read(pageWith(1, ...first), page));
    expect(table).toMatchObject({ rows: 4, columns: 4 });
    expect(table?.cells.at(-1)).toMatchObject({ column: 2, columnSpan: 2, row: 3 });
  });

  test('with a column that no line crosses: a heading that goes on over the whole page', () => {
    const header = ['序号', '重点任务', '具体举措', '责任单位'];
    const rows = (from: number): string[][] =>
      [0, 1, 2].map((n) => [`${from + n}`, '', `清理第${from + n}段淤泥。`, '市水务局']);
    const heading: Print = ['疏浚河道', 3];
    const pages = [
      pageWith(
        1,
        grid(
          { xs: XS, top: 100 },
          header,
          ...rows(1).map(([n, , ...rest], at): Print[] => [n as string, at === 0 ? heading : null, ...rest]),
        ),
      ),
      pageWith(
        2,
        grid({ xs: XS, top: 60, page: 2 }, ...rows(4).map(([n, , ...rest]): Print[] => [n as string, null, ...rest])),
      ),
    ];
    const repaired = read(...pages);
    expect(tablesIn(repaired)).toMatchObject([{ rows: 7, columns: 4 }]);
    expect(numbersOf(repaired)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(measuresOf(repaired).map(({ path }) => path.map(({ title }) => title))).toEqual(
      Array.from({ length: 6 }, () => ['疏浚河道']),
    );
  });

  test('but two tables side by side stay two, as high as they are', () => {
    const [left, right] = [
      [50, 90, 200],
      [260, 350, 450],
    ];
    const page = pageWith(
      2,
      grid({ xs: left, top: 60, page: 2 }, ['甲', '局长'], ['乙', '副局长']),
      grid({ xs: right, top: 60, page: 2 }, ['检测', '30元'], ['工本', '10元']),
    );
    expect(tablesIn(read(pageWith(1, ...first), page))).toHaveLength(3);
  });

  test('to the next column of text, where its numbers go on', () => {
    const narrow = [50, 75, 135, 180, 250];
    const right = narrow.map((x) => x + 220);
    const page = pageWith(
      1,
      ...column(long('左'), 50, 100),
      grid({ xs: narrow, top: 240 }, ...LIST.slice(0, 3)),
      grid({ xs: right, top: 88 }, ...LIST.slice(3)),
      ...column(long('右'), 270, 150),
    );
    expect(onlyRows(read(page))).toEqual(LIST);
  });

  test.each([
    ['columns stand elsewhere', grid({ xs: [50, 150, 200, 400, 450], top: 60, page: 2 }, ['甲', '乙', '丙', '丁'])],
    [
      'headings are others',
      grid({ xs: XS, top: 60, page: 2 }, ['序号', '主要指标', '目标', '牵头单位'], ['1', '水质', '优良', '市水务局']),
    ],
  ])('but another table begins where %s', (_, drawn) => {
    expect(tablesIn(read(pageWith(1, ...first), pageWith(2, drawn)))).toHaveLength(2);
  });

  test('but another table begins under its own caption', () => {
    const page = pageWith(2, text('表2　经费安排', 220, 120, 2), rest(150, HEADER, ...last));
    expect(tablesIn(read(pageWith(1, ...first), page))).toHaveLength(2);
  });
});

describe('on a page', () => {
  const names = [
    ['姓名', '职务'],
    ['甲', '局长'],
  ];
  const fees = [
    ['项目', '标准'],
    ['检测', '30元'],
  ];

  test('several tables stand one below the other, with their captions', () => {
    const page = pageWith(
      1,
      text('表1　名单', 60, 90),
      grid({ xs: [50, 250, 450], top: 100 }, ...names),
      text('表2　收费', 60, 210),
      grid({ xs: [50, 250, 450], top: 220 }, ...fees),
    );
    expect(orderOf(read(page))).toEqual(['表1名单', '[姓名]', '表2收费', '[项目]']);
  });

  test('two tables stand side by side', () => {
    const page = pageWith(
      1,
      grid({ xs: [270, 360, 450], top: 100 }, ...fees),
      grid({ xs: [50, 140, 230], top: 100.5 }, ...names),
    );
    expect(orderOf(read(page))).toEqual(['[姓名]', '[项目]']);
  });

  test.each([
    ['left', 50],
    ['right', 270],
  ])('a table in the %s of two columns is read with its column', (_, x) => {
    const other = x === 50 ? 270 : 50;
    const page = pageWith(
      1,
      ...column(long('上'), x, 100),
      grid({ xs: [x, x + 80, x + 160], top: 230 }, ...names),
      ...column(long('下'), x, 310),
      ...column([...long('旁'), ...long('又')], other, 100),
    );
    const all = orderOf(read(page)).join('');
    const places = ['上八', '[姓名]', '下一'].map((mark) => all.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const aside = all.indexOf('旁一');
    expect(x === 50 ? aside > all.indexOf('下八') : aside < all.indexOf('上一')).toBe(true);
    expect(all.slice(all.indexOf('旁一'), all.indexOf('又八'))).not.toContain('[姓名]');
  });

  test('a table beside text does not cut the text', () => {
    const page = pageWith(
      1,
      text('一、总体要求', 50, 80),
      grid({ xs: [50, 140, 230], top: 100 }, ...names, ['乙', '副局长'], ['丙', '副局长']),
      ...column(long('文'), 250, 105),
      text('二、保障措施', 50, 250),
    );
    const order = orderOf(read(page));
    expect(order[0]).toBe('一、总体要求');
    expect(order.at(-1)).toBe('二、保障措施');
    expect(order.filter((block) => block.startsWith('['))).toEqual(['[姓名]']);
    expect(order.filter((block) => block.startsWith('文'))).toHaveLength(1);
  });

  test('a box around paragraphs is no table', () => {
    const page = pageWith(
      1,
      ...column(long('文'), 50, 80),
      { rules: around([50, 300, 450, 400]), glyphs: [] },
      text('专栏1　重点工程', 215, 320),
      text('疏浚河道。', 80, 340),
    );
    expect(tablesIn(read(page))).toEqual([]);
    expect(orderOf(read(page)).slice(-2)).toEqual(['专栏1重点工程', '疏浚河道。']);
  });
});

describe('tables that are no task lists stay as they are, and make no measures', () => {
  test.each([
    [
      'indicators',
      [
        ['指标', '单位', '2030年', '2035年'],
        ['水质', '%', '85', '95'],
        ['岸线', '公里', '12', '30'],
      ],
    ],
    [
      'indicators with those who answer for them',
      [
        ['主要指标', '2030年目标', '2035年目标', '责任单位'],
        ['水质', '85', '95', '市水务局'],
        ['岸线', '12', '30', '市水务局'],
      ],
    ],
    [
      'fees by unit',
      [
        ['项目', '计费单位', '标准', '备注'],
        ['检测', '件', '30元', ''],
        ['工本', '册', '10元', ''],
      ],
    ],
    [
      'fees',
      [
        ['项目', '标准', '依据', '备注'],
        ['检测', '30元', '云价〔2030〕1号', ''],
        ['工本', '10元', '同上', ''],
      ],
    ],
    [
      'fees by the office that takes them',
      [
        ['部门', '收费项目', '收费标准', '依据'],
        ['水务', '检测', '30元', '云价〔2030〕1号'],
        ['林草', '检疫', '10元', ''],
      ],
    ],
    [
      'a list of names',
      [
        ['姓名', '性别', '单位', '职务'],
        ['甲', '男', '市水务局', '局长'],
        ['乙', '女', '市林草局', '局长'],
      ],
    ],
  ])('%s', (_, rows) => {
    const pages = [
      pageWith(1, grid({ xs: XS, top: 100 }, ...rows.slice(0, 2))),
      pageWith(2, grid({ xs: XS, top: 60, page: 2 }, rows[0] as string[], ...rows.slice(2))),
    ];
    const repaired = read(...pages);
    expect(onlyRows(repaired)).toEqual(rows);
    const { measures, coverage, documents } = parse(repaired);
    expect(measures).toEqual([]);
    expect(coverage.unplaced).toBe(0);
    expect(documents.map((document) => document.text.split('\n').length)).toEqual([rows.length]);
  });

  const NAMES = [
    ['姓名', '单位', '职务', '分工'],
    ['张　三', '市水务局', '局长', '组长'],
    ['李四', '市林草局水土\n保持科', '科长', '组员'],
    ['王五', '市财政局', '局长', '组员'],
  ];
  const horizontal = (drawn: Drawn, keep: (at: number) => boolean = () => true): Drawn => ({
    glyphs: drawn.glyphs,
    rules: [
      ...new Set(drawn.rules.flatMap(({ direction, at }) => (direction === 'horizontal' && keep(at) ? [at] : []))),
    ]
      .sort((a, b) => a - b)
      .map((at) => ({ direction: 'horizontal', at, from: 50, to: 450 })),
  });
  const clean = NAMES.map((row) => row.map((cell) => cell.replace(/[\s　]/gu, '')));

  test('with rules between their rows only, over two pages', () => {
    const pages = [
      pageWith(1, text('附件：工作专班名单', 50, 80), horizontal(grid({ xs: XS, top: 100 }, ...NAMES.slice(0, 3)))),
      pageWith(
        2,
        horizontal(grid({ xs: XS, top: 60, page: 2 }, ...NAMES.slice(2))),
        text('联系电话：12345', 50, 200, 2),
      ),
    ];
    const repaired = read(...pages);
    expect(onlyRows(repaired)).toEqual([...clean.slice(0, 3), ...clean.slice(2)]);
    expect(glyphFaults(tablesIn(repaired), pages)).toEqual([]);
    expect(parse(repaired).measures).toEqual([]);
  });

  test('with three rules', () => {
    const [top, below, end] = [100, 100 + ROW, 100 + 4 * ROW];
    const drawn = horizontal(grid({ xs: XS, top: 100 }, ...NAMES), (at) => [top, below, end].includes(at));
    expect(onlyRows(read(pageWith(1, drawn, text('联系电话：12345', 50, 300))))).toEqual(clean);
  });

  test('but text between rules is text: a head and a foot, and columns', () => {
    const rules: Rule[] = [40, 60, 640].map((at) => ({ direction: 'horizontal', at, from: 50, to: 450 }));
    const words = '各县区要逐库逐堤落实责任';
    const columns = Array.from({ length: 12 }, (_, line): Drawn[] =>
      [50, 260].map((x) => text(`${words}${words}`.slice(line % 3, 18 + (line % 3)), x, 80 + 16 * line)),
    ).flat();
    const head = [text('云溪市人民政府公报', 50, 55), text('2031年第6期', 380, 55)];
    expect(tablesIn(read(pageWith(1, { rules, glyphs: [] }, ...head, ...columns)))).toEqual([]);
    expect(tablesIn(read(pageWith(1, { rules, glyphs: [] }, ...head, text(words, 50, 100))))).toEqual([]);
  });

  test('a form', () => {
    const form = grid(
      { xs: [50, 120, 250, 320, 450], top: 100, heights: [ROW, ROW, 90] },
      ['单位名称', ['', 1, 3], null, null],
      ['联系人', '', '电话', ''],
      ['申请\n理由', ['（盖章）\n年　月　日', 1, 3], null, null],
    );
    const page = pageWith(1, form);
    const repaired = read(page);
    expect(onlyRows(repaired)).toEqual([
      ['单位名称', '', null, null],
      ['联系人', '', '电话', ''],
      ['申请理由', '（盖章）年月日', null, null],
    ]);
    expect(glyphFaults(tablesIn(repaired), [page])).toEqual([]);
    expect(measuresOf(repaired)).toEqual([]);
  });
});
