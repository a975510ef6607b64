import type { PrintedPage, Rule } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { boxOf, gridOf } from '../table/grid.js';
import { connectedRules, joinRules } from '../table/rules.js';
import type { Sheet } from '../table/sheet.js';
import { readGrid } from './grid-cells.js';

export interface PageTables {
  readonly sheets: readonly Sheet[];
  /** What stands outside the tables. */
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly Rule[];
  /** Frames around paragraphs. */
  readonly boxes: readonly Box[];
}

/** The ruled tables of a page. */
export function tablesOf(page: PrintedPage): PageTables {
  const outside: Rule[] = [];
  const boxes: Box[] = [];
  const sheets: Sheet[] = [];
  let glyphs: readonly PrintedGlyph[] = page.glyphs;
  for (const group of connectedRules(joinRules(page.rules))) {
    const grid = gridOf(group);
    if (!grid) {
      outside.push(...group);
      const box = boxOf(group);
      if (box) boxes.push(box);
      continue;
    }
    const { sheet, rest } = readGrid(page.number, grid, glyphs);
    sheets.push(sheet);
    glyphs = rest;
  }
  return { sheets: sheets.sort(byTop), glyphs, rules: outside, boxes };
}

const byTop = (a: Sheet, b: Sheet): number => (a.bbox?.[1] ?? 0) - (b.bbox?.[1] ?? 0);
