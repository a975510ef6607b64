// What it costs that lines stand in one cell, whatever stands around it.
import { SAME_WIDTH_EM } from '../../tolerances.js';
import { joinCost, widthCost } from './cell-costs.js';
import type { ListColumn } from './columns.js';
import type { ListLine } from './lines.js';

/** A cell goes on over a page without being cut into two. */
const OVER_PAGE = 2;
/** A line within a cell begins with a number like the cell's own; or, in a heading, with one of another kind. */
const NUMBER_WITHIN = 2;
const OTHER_NUMBER_WITHIN = 1;
/** No cell that costs more is looked at. */
const DEAREST_CELL = 40;

/**
 * Of the lines from `from` on in one cell: of their widths, their ends and their numbers, not of its words.
 *
 * @param column null for a heading over all columns
 * @param full the column's width, null where it is not known
 * @returns costs of a cell of one line, of two, …
 */
export function contentCosts(
  lines: readonly ListLine[],
  from: number,
  most: number,
  column: ListColumn | null,
  full: number | null,
): number[] {
  const first = lines[from] as ListLine;
  const costs: number[] = [];
  let joined = 0;
  let widest = 0;
  for (let to = from + 1; to <= Math.min(lines.length, from + most); to++) {
    const last = lines[to - 1] as ListLine;
    const isSecond = to - from > 1;
    if (isSecond && last.opensPage) joined += OVER_PAGE;
    if (isSecond && column?.isNumbered && last.numbering) {
      if (last.numbering.style === first.numbering?.style) joined += NUMBER_WITHIN;
      else if (column.isMerged) joined += OTHER_NUMBER_WITHIN;
    }
    widest = Math.max(widest, last.width);
    if (column) joined += widthCost(last, full);
    if (column && isSecond && !column.isBlock) joined += joinCost(lines[to - 2] as ListLine, last, column, full);
    costs.push(joined + (column && full === null && !column.isBlock ? shortfalls(lines, from, to, widest) : 0));
    if (joined > DEAREST_CELL) break;
  }
  return costs;
}

/** Where the column's width is not known: how far the lines of a cell fall short of its widest one. */
function shortfalls(lines: readonly ListLine[], from: number, to: number, widest: number): number {
  let cost = 0;
  for (let index = from; index < to - 1; index++) {
    const { width, isStretched } = lines[index] as ListLine;
    const room = widest - width - (lines[index + 1] as ListLine).unit - SAME_WIDTH_EM;
    if (room > 0 && !isStretched) cost += Math.min(4, 0.5 + room);
  }
  return cost;
}
