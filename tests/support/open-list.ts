// Pages of lists without vertical rules, and what is read of them.
import type { PrintedPage, Rule } from '../../src/extract/page.js';
import { openLists, type PageList } from '../../src/repair/printed/open/index.js';
import { segmentsOf } from '../../src/repair/printed/segments.js';
import { printedPage } from './page.js';
import { type PlacedText, placedTexts } from './placed.js';
import { printed } from './traced.js';

export type Print = [text: string, x: number, y: number];
export const h = (at: number, from = 50, to = 450): Rule => ({ direction: 'horizontal', at, from, to });

export const pageOf = (number: number, prints: Print[], rules: Rule[] = []): PrintedPage =>
  printedPage({
    number,
    width: 500,
    height: 700,
    rules,
    glyphs: prints.flatMap(([text, x, y]) => printed(text, x, y, number)),
  });

/** @param furniture texts that look like running heads */
export const listsOf = (pages: readonly PrintedPage[], furniture: readonly string[] = []): PageList[] =>
  openLists(
    pages.map((page) => ({ page, segments: segmentsOf(page.glyphs), isRuled: false })),
    ({ glyphs }) => furniture.includes(glyphs.map(({ text }) => text).join('')),
  );
export const cellsOf = (list: PageList | undefined): PlacedText[] => (list?.sheet ? placedTexts(list.sheet) : []);

export const HEADINGS: Print[] = [
  ['重点任务', 60, 115],
  ['具体举措', 180, 115],
  ['责任单位', 360, 115],
];
