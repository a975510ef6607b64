// What stands in the cells of a grid.

import type { Slant } from '../../extract/page.js';
import { contains, middleX, middleY } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import type { Grid } from '../table/grid.js';
import { isHeadingRow } from '../table/headings.js';
import type { Sheet, SheetCell } from '../table/sheet.js';
import { OVERFLOW_EM } from '../tolerances.js';
import { cellTexts } from './cell-text.js';
import { diagonalsOf, partedTexts } from './diagonals.js';
import { segmentsOf } from './segments.js';
import { withPartedHeader } from './unparted-header.js';

/** A glyph belongs to the cell that its middle is in. */
export function readGrid(
  page: number,
  drawn: Grid,
  glyphs: readonly PrintedGlyph[],
  slants: readonly Slant[] = [],
): { sheet: Sheet; rest: PrintedGlyph[] } {
  const found = glyphsInCells(drawn, glyphs);
  const grid = withPartedHeader(drawn, found.inCell);
  const { inCell, rest } = grid === drawn ? found : glyphsInCells(grid, glyphs);
  const left = takeOverflow(grid, rest, inCell);
  const cells = grid.cells.map((cell, index): SheetCell => {
    const own = inCell.get(index) ?? [];
    const diagonals = diagonalsOf(slants, cell.bbox);
    return { ...cell, ...(diagonals ? partedTexts(own, cell.bbox, diagonals) : cellTexts(own, cell.bbox)) };
  });
  const { bbox, rows, columns, edges } = grid;
  return { sheet: { page, bbox, rows, columns, cells, edges }, rest: left };
}

function glyphsInCells(
  grid: Grid,
  glyphs: readonly PrintedGlyph[],
): { inCell: Map<number, PrintedGlyph[]>; rest: PrintedGlyph[] } {
  const inCell = new Map<number, PrintedGlyph[]>(grid.cells.map((_, index) => [index, []]));
  const rest: PrintedGlyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = [middleX(glyph.box), middleY(glyph.box)];
    const index = contains(grid.bbox, x, y) ? grid.cells.findIndex((cell) => contains(cell.bbox, x, y)) : -1;
    if (index < 0) rest.push(glyph);
    else inCell.get(index)?.push(glyph);
  }
  return { inCell, rest };
}

/**
 * Browsers that break a table over pages may print the last line of an open cell below the frame: a line right under a
 * cell that is not finished, no wider than the cell, belongs to it.
 *
 * @returns the glyphs that are left
 */
function takeOverflow(grid: Grid, rest: readonly PrintedGlyph[], inCell: Map<number, PrintedGlyph[]>): PrintedGlyph[] {
  if (rest.length === 0) return [];
  const taken = new Set<PrintedGlyph>();
  const bottom = grid.bbox[3];
  const lowest = grid.cells.flatMap(({ row, rowSpan }, index) => (row + rowSpan === grid.rows ? [index] : []));
  // what stands right below headings is their first row
  if (isHeadingRow(lowest.map((index) => cellTexts(inCell.get(index) ?? [], grid.bbox).text.text))) return [...rest];
  const edges = new Map<number, number>();
  for (const segment of segmentsOf(rest)) {
    const index = grid.cells.findIndex(
      ({ bbox }) => bbox[3] >= bottom && segment.box[0] >= bbox[0] && segment.box[2] <= bbox[2],
    );
    const own = inCell.get(index);
    const edge = edges.get(index) ?? bottom;
    const isNext = segment.box[1] >= edge - segment.size && segment.box[1] < edge + OVERFLOW_EM * segment.size;
    if (!own || !isNext || /[。！？；]$|^$/u.test(cellTexts(own, grid.bbox).text.text)) continue;
    own.push(...segment.glyphs);
    edges.set(index, segment.box[3]);
    for (const glyph of segment.glyphs) taken.add(glyph);
  }
  return rest.filter((glyph) => !taken.has(glyph));
}
