// A row of headings that no rules part, above columns that are parted.
import { middleX, width } from '../../text/box.js';
import { isBlank, type PrintedGlyph } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import type { Grid, GridCell } from '../table/grid.js';
import { isHeadingRow } from '../table/headings.js';
import { linesOf, segmentsOf, textOf } from './segments.js';

/**
 * The grid with such a row cut at the edges of its columns.
 *
 * @param inCell the glyphs of each cell
 */
export function withPartedHeader(grid: Grid, inCell: ReadonlyMap<number, PrintedGlyph[]>): Grid {
  const at = grid.cells.findIndex(
    (cell, index) => cell.columnSpan === grid.columns && areHeadings(inCell.get(index), grid),
  );
  const cell = grid.cells[at];
  if (!cell || cell.row + cell.rowSpan === grid.rows || !grid.cells.slice(0, at).every(isOverAll(grid))) return grid;
  const parts = Array.from({ length: grid.columns }, (_, column): GridCell => {
    const [from, to] = [grid.edges[column] as number, grid.edges[column + 1] as number];
    return { ...cell, column, columnSpan: 1, bbox: [from, cell.bbox[1], to, cell.bbox[3]] };
  });
  return { ...grid, cells: [...grid.cells.slice(0, at), ...parts, ...grid.cells.slice(at + 1)] };
}

const isOverAll =
  ({ columns }: Grid) =>
  ({ columnSpan }: GridCell): boolean =>
    columnSpan === columns;

/** Each column has a heading, and no character stands on an edge. */
function areHeadings(glyphs: readonly PrintedGlyph[] = [], { edges, columns }: Grid): boolean {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const inner = edges.slice(1, -1);
  const isOnEdge = ({ box }: PrintedGlyph): boolean => {
    const slack = width(box) / 4;
    return inner.some((edge) => box[0] + slack < edge && edge < box[2] - slack);
  };
  if (inked.length < columns || inked.some(isOnEdge)) return false;
  const texts = Array.from({ length: columns }, (_, column) => {
    const [from, to] = [edges[column] as number, edges[column + 1] as number];
    const own = inked.filter(({ box }) => middleX(box) > from && middleX(box) < to);
    return Traced.join(linesOf(segmentsOf(own)).map(textOf)).text;
  });
  return texts.every((text) => text.length > 0) && isHeadingRow(texts);
}
