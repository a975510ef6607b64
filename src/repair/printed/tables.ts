import type { PrintedPage, Rule } from '../../extract/page.js';
import { contains, middleX, middleY } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { clean } from '../clean.js';
import { joinLines } from '../join-lines.js';
import { type Grid, gridOf } from '../table/grid.js';
import { connectedRules, joinRules } from '../table/rules.js';
import type { Sheet, SheetCell } from '../table/sheet.js';
import { OVERFLOW_EM } from '../tolerances.js';
import { linesOf, segmentsOf, textOf } from './segments.js';

export interface PageTables {
  readonly sheets: readonly Sheet[];
  /** What stands outside the tables. */
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly Rule[];
}

/** The ruled tables of a page; a glyph belongs to the cell that its middle is in. */
export function tablesOf(page: PrintedPage): PageTables {
  const outside: Rule[] = [];
  const sheets: Sheet[] = [];
  let glyphs: readonly PrintedGlyph[] = page.glyphs;
  for (const group of connectedRules(joinRules(page.rules))) {
    const grid = gridOf(group);
    if (!grid) {
      outside.push(...group);
      continue;
    }
    const inCell = new Map<number, PrintedGlyph[]>(grid.cells.map((_, index) => [index, []]));
    const rest: PrintedGlyph[] = [];
    for (const glyph of glyphs) {
      const [x, y] = [middleX(glyph.box), middleY(glyph.box)];
      const index = contains(grid.bbox, x, y) ? grid.cells.findIndex((cell) => contains(cell.bbox, x, y)) : -1;
      if (index < 0) rest.push(glyph);
      else inCell.get(index)?.push(glyph);
    }
    glyphs = takeOverflow(grid, rest, inCell);
    const cells = grid.cells.map((cell, index): SheetCell => ({ ...cell, text: cellText(inCell.get(index) ?? []) }));
    sheets.push({ page: page.number, bbox: grid.bbox, rows: grid.rows, columns: grid.columns, cells });
  }
  return { sheets: sheets.sort((a, b) => (a.bbox?.[1] ?? 0) - (b.bbox?.[1] ?? 0)), glyphs, rules: outside };
}

/**
 * Browsers that break a table over pages may print the last line of an open cell below the frame: a line right under a
 * cell that is not finished, no wider than the cell, belongs to it.
 *
 * @returns the glyphs that are left
 */
function takeOverflow(grid: Grid, rest: readonly PrintedGlyph[], inCell: Map<number, PrintedGlyph[]>): PrintedGlyph[] {
  const taken = new Set<PrintedGlyph>();
  const bottom = grid.bbox[3];
  const edges = new Map<number, number>();
  for (const segment of segmentsOf(rest)) {
    const index = grid.cells.findIndex(
      ({ bbox }) => bbox[3] >= bottom && segment.box[0] >= bbox[0] && segment.box[2] <= bbox[2],
    );
    const own = inCell.get(index);
    const edge = edges.get(index) ?? bottom;
    const isNext = segment.box[1] >= edge - segment.size && segment.box[1] < edge + OVERFLOW_EM * segment.size;
    if (!own || !isNext || /[。！？；]$|^$/u.test(cellText(own).text)) continue;
    own.push(...segment.glyphs);
    edges.set(index, segment.box[3]);
    for (const glyph of segment.glyphs) taken.add(glyph);
  }
  return rest.filter((glyph) => !taken.has(glyph));
}

const cellText = (glyphs: readonly PrintedGlyph[]) => clean(joinLines(linesOf(segmentsOf(glyphs)).map(textOf)));
