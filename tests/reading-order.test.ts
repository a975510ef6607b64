import { describe, expect, test } from 'vitest';
import { type Gutter, readingOrder } from '../src/repair/printed/columns.js';
import { linesOf, segmentsOf, textOf } from '../src/repair/printed/segments.js';
import { printed } from './support/traced.js';

/** `size`: of the type, in points; 10 unless told. */
type Print = [text: string, x: number, y: number, size?: number];

const read = (prints: Print[], usual?: Gutter): string[] =>
  readingOrder(segmentsOf(prints.flatMap(([text, x, y, size]) => printed(text, x, y, 1, size))), usual).flatMap(
    (column) => linesOf(column.segments).map((line) => textOf(line).text),
  );

/** Two columns of ten characters each, at x 0 and x 120, a line every 15 pt. */
const columns = (top: number, left: string, right: string, lines = 4): Print[] =>
  Array.from({ length: lines }, (_, line) => [
    [`${left}${line}`.padEnd(10, '文'), 0, top + 15 * line] as Print,
    [`${right}${line}`.padEnd(10, '文'), 120, top + 15 * line] as Print,
  ]).flat();

const expected = (left: string, right: string, lines = 4): string[] =>
  [left, right].flatMap((side) => Array.from({ length: lines }, (_, line) => `${side}${line}`.padEnd(10, '文')));

describe('two columns are read one after the other', () => {
  test('the left one first', () => expect(read(columns(0, '左', '右'))).toEqual(expected('左', '右')));

  test('a title over both parts what is above it from what is below', () => {
    const title: Print = ['关于同意设立某区的批复意见书', 40, 90];
    expect(read([...columns(0, '甲', '乙'), title, ...columns(120, '丙', '丁')])).toEqual([
      ...expected('甲', '乙'),
      title[0],
      ...expected('丙', '丁'),
    ]);
  });

  test('a line that runs into the next column stays in its own', () => {
    const [first, ...rest] = columns(0, '左', '右');
    const long: Print = ['左边这一行比栏宽长出许多字直到右栏', 0, 0];
    expect(first?.[0]).toMatch(/^左0/u);
    expect(read([long, ...rest])[0]).toBe(long[0]);
    expect(read([long, ...rest])).toHaveLength(8);
  });
});

describe('a title that reaches over no gutter still parts the columns', () => {
  /** Three columns of ten characters each, at x 0, 120 and 240. */
  const three = (top: number, left: string, middle: string, right: string): Print[] => [
    ...columns(top, left, middle),
    ...columns(top, right, right).flatMap(([text, x, y]): Print[] => (x > 0 ? [[text, 240, y]] : [])),
  ];
  const inOrder = (...names: string[]): string[] => names.flatMap((name) => expected(name, name).slice(0, 4));

  test('three columns are read from the left', () => {
    expect(read(three(0, '甲', '乙', '丙'))).toEqual(inOrder('甲', '乙', '丙'));
  });

  test('of three columns, in the middle one', () => {
    const title: Print = ['关于设立某区的批复', 125, 90];
    expect(read([...three(0, '甲', '乙', '丙'), title, ...three(120, '丁', '戊', '己')])).toEqual([
      ...inOrder('甲', '乙', '丙'),
      title[0],
      ...inOrder('丁', '戊', '己'),
    ]);
  });

  test('at the left edge, in larger type', () => {
    const title: Print = ['批复意见', 0, 90, 14];
    expect(read([...columns(0, '甲', '乙'), title, ...columns(120, '丙', '丁')])).toEqual([
      ...expected('甲', '乙'),
      title[0],
      ...expected('丙', '丁'),
    ]);
  });

  test('but not one whose first lines stand beside the other column', () => {
    const right = columns(0, '左', '右').filter(([, x]) => x > 0);
    const title: Print[] = ['关于防汛', '备汛方案', '的批复'].map((text, line) => [text, 0, 20 + 22 * line, 14]);
    const text = columns(95, '文', '无').filter(([, x]) => x === 0);
    expect(read([...title, ...right, ...text], [100, 120])).toEqual([
      ...title.map(([line]) => line),
      ...inOrder('文'),
      ...inOrder('右'),
    ]);
  });

  test('but not a title in one column, where the other has ended beside it', () => {
    const title: Print[] = [
      ['关于加强河道', 10, 92, 13],
      ['管护的意见', 15, 108, 13],
    ];
    const below = columns(130, '下', '右').filter(([, x]) => x === 0);
    const right = columns(0, '左', '右', 7).filter(([, x]) => x === 120);
    const left = columns(0, '左', '右').filter(([, x]) => x === 0);
    const order = read([...left, ...right, ...title, ...below]);
    expect(order.slice(4, 6)).toEqual(title.map(([text]) => text));
    expect(order.indexOf('右0文文文文文文文文')).toBe(10);
  });

  test('nor below white that both columns have by chance, where only the right one goes on with a title', () => {
    const title: Print[] = [
      ['加强河道', 140, 92, 13],
      ['管护的意见', 135, 108, 13],
    ];
    const [above, below] = [columns(0, '甲', '乙'), columns(85, '丙', '无', 5).filter(([, x]) => x === 0)];
    const last = columns(130, '无', '丁', 2).filter(([, x]) => x === 120);
    const order = read([...above, ...below, ...title, ...last]);
    expect(order.map((line) => line[0]).join('')).toBe('甲甲甲甲丙丙丙丙丙乙乙乙乙加管丁丁');
    // a document that begins there in the left column goes on in the right one
    const left: Print[] = title.map(([text, x, y]) => [text, x - 120, y, 13]);
    const rest = [...columns(130, '丙', '丁', 3), ...columns(85, '无', '丁', 3).filter(([, x]) => x === 120)];
    expect(
      read([...above, ...left, ...rest])
        .map((line) => line[0])
        .join(''),
    ).toBe('甲甲甲甲乙乙乙乙加管丙丙丙丁丁丁丁丁丁');
  });

  test('a line at the left edge in the type of the text is a line of the left column', () => {
    const line: Print = ['批复意见', 0, 60];
    expect(read([...columns(0, '甲', '乙'), line, ...columns(75, '丙', '丁')])).toEqual([
      ...inOrder('甲'),
      line[0],
      ...inOrder('丙', '乙', '丁'),
    ]);
  });
});

describe('an area too small to show its gutter', () => {
  const GUTTER: Gutter = [100, 120];

  test('has the one that is usual in the issue', () => {
    const few = columns(0, '左', '右', 2);
    expect(read(few, GUTTER)).toEqual(expected('左', '右', 2));
    expect(read(few)).not.toEqual(expected('左', '右', 2));
  });

  test('also below a title of more lines than one of the columns has', () => {
    const title: Print[] = ['云川省人民政府', '关于疏浚柳渡河', '的实施意见'].map((line, row) => [line, 75, 20 * row]);
    const signed: Print[] = [['云川省人民政府', 130, 90]];
    const left = columns(90, '左', '右', 4).filter(([, x]) => x === 0);
    expect(read([...title, ...left, ...signed], GUTTER)).toEqual([
      ...title.map(([line]) => line),
      ...left.map(([line]) => line),
      '云川省人民政府',
    ]);
  });

  test('but not where most lines reach over it', () => {
    const [above, below] = ['一行连着写到底没有空白在中间', '又一行连着写到底没有空白啊啊'];
    const lines: Print[] = [
      [above, 0, 0],
      ['全省各地', 0, 15],
      ['认真落实', 120, 15],
      [below, 0, 30],
    ];
    expect(read(lines, GUTTER)).toEqual([above, '全省各地认真落实', below]);
  });

  test('nor where its lines stand one under the other', () => {
    const lines: Print[] = [
      ['市水务局', 130, 0],
      ['市财政局', 0, 15],
    ];
    expect(read(lines, GUTTER)).toEqual(['市水务局', '市财政局']);
  });
});

describe('one column stays one', () => {
  test('wide gaps in justified lines make no column', () => {
    const lines: Print[] = [
      ['全省各地', 0, 0],
      ['认真落实', 120, 0],
      ['一行连着写到底没有空白在中间', 0, 15],
      ['又一行连着写到底没有空白啊啊', 0, 30],
      ['再一行连着写到底没有空白啊啊', 0, 45],
    ];
    expect(read(lines)).toEqual(['全省各地认真落实', ...lines.slice(2).map(([text]) => text)]);
  });

  test('English words get the space that the file only leaves white', () => {
    expect(
      read([
        ['Smart', 0, 0],
        ['Port', 28, 0],
      ]),
    ).toEqual(['Smart Port']);
  });
});
