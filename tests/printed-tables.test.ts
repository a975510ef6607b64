import { describe, expect, test } from 'vitest';
import type { PrintedPage, Rule } from '../src/extract/page.js';
import { tablesOf } from '../src/repair/printed/tables.js';
import { printedPage } from './support/page.js';
import { type PlacedText, placedTexts } from './support/placed.js';
import { printed } from './support/traced.js';

const h = (at: number, from = 50, to = 450): Rule => ({ direction: 'horizontal', at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to });
type Print = [text: string, x: number, y: number];

const pageOf = (rules: Rule[], prints: Print[]): PrintedPage =>
  printedPage({ width: 500, height: 700, rules, glyphs: prints.flatMap(([text, x, y]) => printed(text, x, y)) });
const cellsOf = (page: PrintedPage): PlacedText[] => tablesOf(page).sheets.flatMap(placedTexts);

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
