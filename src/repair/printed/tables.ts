import type { PrintedPage, Rule } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import { contains, middleX, middleY } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { boxOf, type Grid, gridOf } from '../table/grid.js';
import { isHeadingRow } from '../table/headings.js';
import { connectedRules, joinRules } from '../table/rules.js';
import { rowOf, type Sheet, type SheetCell } from '../table/sheet.js';
import { OVERFLOW_EM } from '../tolerances.js';
import { cellTexts } from './cell-text.js';
import { completeRules } from './half-ruled.js';
import { segmentsOf } from './segments.js';

export interface PageTables {
  readonly sheets: readonly Sheet[];
  /** What stands outside the tables. */
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly Rule[];
  /** Frames around paragraphs. */
  readonly boxes: readonly Box[];
  /** Columns of a task list without vertical rules, null where the page has none. */
  readonly halfRuled: number | null;
}

/**
 * The ruled tables of a page.
 *
 * @param halfRuled columns of the half-ruled task list that the page before ends with; its rows may go on here without
 *   their header
 */
export function tablesOf(page: PrintedPage, halfRuled: number | null = null): PageTables {
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
    const { sheet, rest } = readGrid(page, grid, glyphs);
    sheets.push(sheet);
    glyphs = rest;
  }
  const completed = sheets.length === 0 ? completeRules(outside, glyphs) : null;
  const grid = completed && gridOf(completed);
  const half = grid && readGrid(page, grid, glyphs);
  const isList = half && (isTaskList(half.sheet) || half.sheet.columns === halfRuled);
  if (isList) return { sheets: [half.sheet], glyphs: half.rest, rules: [], boxes, halfRuled: half.sheet.columns };
  return { sheets: sheets.sort(byTop), glyphs, rules: outside, boxes, halfRuled: null };
}

const byTop = (a: Sheet, b: Sheet): number => (a.bbox?.[1] ?? 0) - (b.bbox?.[1] ?? 0);

/** Headings over several ruled rows: with a single row the rules do not part the rows. */
const isTaskList = (sheet: Sheet): boolean =>
  sheet.rows > 2 && isHeadingRow(rowOf(sheet, 0).map((cell) => cell.text.text));

/** A glyph belongs to the cell that its middle is in. */
function readGrid(
  page: PrintedPage,
  grid: Grid,
  glyphs: readonly PrintedGlyph[],
): { sheet: Sheet; rest: PrintedGlyph[] } {
  const inCell = new Map<number, PrintedGlyph[]>(grid.cells.map((_, index) => [index, []]));
  const rest: PrintedGlyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = [middleX(glyph.box), middleY(glyph.box)];
    const index = contains(grid.bbox, x, y) ? grid.cells.findIndex((cell) => contains(cell.bbox, x, y)) : -1;
    if (index < 0) rest.push(glyph);
    else inCell.get(index)?.push(glyph);
  }
  const left = takeOverflow(grid, rest, inCell);
  const cells = grid.cells.map(
    (cell, index): SheetCell => ({ ...cell, ...cellTexts(inCell.get(index) ?? [], cell.bbox) }),
  );
  const { bbox, rows, columns } = grid;
  return { sheet: { page: page.number, bbox, rows, columns, cells }, rest: left };
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
    if (!own || !isNext || /[。！？；]$|^$/u.test(cellTexts(own, grid.bbox).text.text)) continue;
    own.push(...segment.glyphs);
    edges.set(index, segment.box[3]);
    for (const glyph of segment.glyphs) taken.add(glyph);
  }
  return rest.filter((glyph) => !taken.has(glyph));
}
