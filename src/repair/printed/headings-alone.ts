// Rules that part the headings of a list and nothing below them: its rows have to be read without.
import type { Box } from '../../model/source.js';
import { middleX, middleY } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { headerOf } from '../table/header.js';
import { rowOf, type Sheet } from '../table/sheet.js';
import { WIDEST_CELL_PITCH_EM } from '../tolerances.js';
import { type Segment, segmentsOf } from './segments.js';

/**
 * @param glyphs of the page
 * @param outside those in no table
 */
export function areHeadingsAlone(
  sheet: Sheet,
  glyphs: readonly PrintedGlyph[],
  outside: readonly PrintedGlyph[],
): boolean {
  const { bbox, edges, rows, columns } = sheet;
  const header = headerOf(sheet).rows;
  if (header === 0 || !bbox || !edges || columns < 2) return false;
  if (header === rows) return hasTextBelow(bbox, outside);
  const below = Array.from({ length: rows - header }, (_, index) => rowOf(sheet, header + index));
  if (!below.every(([cell]) => cell?.columnSpan === columns)) return false;
  const top = Math.min(...below.flatMap((cells) => cells.map((cell) => cell.bbox?.[1] ?? Infinity)));
  const body = segmentsOf(glyphs.filter(({ box }) => isIn([bbox[0], top, bbox[2], bbox[3]], box)));
  // a section's heading stands in one column, or reaches over some
  return body.some((segment) => body.some((other) => areBeside(segment, other, edges)));
}

const isIn = ([x0, y0, x1, y1]: Box, box: Box): boolean =>
  middleX(box) > x0 && middleX(box) < x1 && middleY(box) > y0 && middleY(box) < y1;

/** A line right below the frame, within its width. */
const hasTextBelow = ([left, , right, bottom]: Box, glyphs: readonly PrintedGlyph[]): boolean =>
  glyphs.some(
    ({ box, size }) =>
      middleX(box) > left &&
      middleX(box) < right &&
      box[1] > bottom - size / 2 &&
      middleY(box) < bottom + 2 * WIDEST_CELL_PITCH_EM * size,
  );

/** On one line, each within a column of its own. */
function areBeside(a: Segment, b: Segment, edges: readonly number[]): boolean {
  const columnOf = ({ box }: Segment): number =>
    edges.findIndex((edge, column) => box[0] >= edge && box[2] <= (edges[column + 1] ?? -Infinity));
  const [first, second] = [columnOf(a), columnOf(b)];
  return a.baseline === b.baseline && first >= 0 && second > first;
}
