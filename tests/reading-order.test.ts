import { describe, expect, test } from 'vitest';
import { readingOrder } from '../src/repair/printed/columns.js';
import { linesOf, segmentsOf, textOf } from '../src/repair/printed/segments.js';
import { printed } from './support/traced.js';

type Print = [text: string, x: number, y: number];

const read = (prints: Print[]): string[] =>
  readingOrder(segmentsOf(prints.flatMap(([text, x, y]) => printed(text, x, y)))).flatMap((column) =>
    linesOf(column.segments).map((line) => textOf(line).text),
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
