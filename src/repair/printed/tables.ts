import type { PrintedPage, Rule } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { boxOf, gridOf } from '../table/grid.js';
import { connectedRules, joinRules } from '../table/rules.js';
import type { Sheet } from '../table/sheet.js';
import { RULE_JOINT_PT } from '../tolerances.js';
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

const byTop = ({ bbox: a }: Sheet, { bbox: b }: Sheet): number =>
  a === null || b === null ? 0 : Math.abs(a[1] - b[1]) > RULE_JOINT_PT ? a[1] - b[1] : a[0] - b[0];
