import { describe, expect, test } from 'vitest';
import type { PrintedPage, Rule } from '../src/extract/page.js';
import { tablesOf } from '../src/repair/printed/tables.js';
import type { PrintedGlyph } from '../src/text/glyph.js';
import { printedPage } from './support/page.js';
import { printed } from './support/traced.js';

const h = (at: number, from = 50, to = 450): Rule => ({ direction: 'horizontal', at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to });
type Print = [text: string, x: number, y: number];

const pageOf = (rules: Rule[], prints: Print[]): PrintedPage =>
  printedPage({ width: 500, height: 700, rules, glyphs: prints.flatMap(([text, x, y]) => printed(text, x, y)) });
const cellsOf = (
  page: PrintedPage,
  halfRuled: number | null = null,
): [row: number, column: number, rows: number, text: string][] =>
  tablesOf(page, halfRuled).sheets.flatMap((sheet) =>
    sheet.cells.map((cell): [number, number, number, string] => [cell.row, cell.column, cell.rowSpan, cell.text.text]),
  );
const outside = (glyphs: readonly PrintedGlyph[]): string => glyphs.map((glyph) => glyph.text).join('');

const HEADINGS: Print[] = [
  ['重点任务', 60, 115],
  ['具体举措', 180, 115],
  ['责任单位', 360, 115],
];
const ROWS: Print[] = [
  ['疏浚河道', 60, 150],
  ['清理南渠淤泥并运走', 180, 135],
  ['县水务局', 360, 135],
  ['加固东堤', 180, 165],
  ['县应急局', 360, 165],
];
const RUNNING_HEAD: Print = ['柳渡县政府公报', 50, 40];

describe('a task list with horizontal rules only', () => {
  const rules = [h(45, 30, 470), h(100), h(120), h(145, 170), h(175)];

  test('has its columns between the white strips, and its rows between the rules', () => {
    const page = pageOf(rules, [RUNNING_HEAD, ...HEADINGS, ...ROWS]);
    expect(cellsOf(page)).toEqual([
      [0, 0, 1, '重点任务'],
      [0, 1, 1, '具体举措'],
      [0, 2, 1, '责任单位'],
      [1, 0, 2, '疏浚河道'],
      [1, 1, 1, '清理南渠淤泥并运走'],
      [1, 2, 1, '县水务局'],
      [2, 1, 1, '加固东堤'],
      [2, 2, 1, '县应急局'],
    ]);
    expect(outside(tablesOf(page).glyphs)).toBe(RUNNING_HEAD[0]);
  });

  test('goes on without its header where the page before ends with such a list', () => {
    const page = pageOf([h(120), h(145, 170), h(175), h(190)], ROWS);
    expect(cellsOf(page)).toEqual([]);
    expect(cellsOf(page, 3)).toContainEqual([1, 1, 1, '加固东堤']);
  });

  test('is not read where rules part the header only: nobody could tell the rows', () => {
    expect(cellsOf(pageOf([h(100), h(120), h(175)], [...HEADINGS, ...ROWS]))).toEqual([]);
  });

  test('underlined text is none', () => {
    const lines: Print[] = [100, 120, 140, 160].map((y) => ['各镇要加强巡查', 60, y - 3]);
    expect(cellsOf(pageOf([h(100), h(120), h(140), h(160)], lines))).toEqual([]);
  });
});

describe('a cell left open at the end of the page', () => {
  const rules = [h(100), h(140), v(50, 100, 160), v(170, 100, 160), v(350, 100, 160), v(450, 100, 160), h(160)];
  const page = (text: string, below: Print): PrintedPage =>
    pageOf(rules, [['任务', 60, 125], ['措施', 180, 125], ['责任单位', 360, 125], [text, 60, 155], below]);

  test('takes the line that the browser printed right below the frame', () => {
    expect(cellsOf(page('疏浚河道，', ['修复湿地', 60, 172]))).toContainEqual([1, 0, 1, '疏浚河道，修复湿地']);
  });

  test.each([
    ['when it is finished', '疏浚河道。', ['修复湿地', 60, 172]],
    ['from further below', '疏浚河道，', ['修复湿地', 60, 190]],
    ['that is wider than it', '疏浚河道，', ['修复湿地也要一并进行验收', 60, 172]],
  ] as [string, string, Print][])('but no line %s', (_, text, below) => {
    expect(cellsOf(page(text, below))).toContainEqual([1, 0, 1, text]);
  });
});
