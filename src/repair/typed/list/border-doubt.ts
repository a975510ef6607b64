// Where the last cell of a row ends and a block begins: no number stands between them.
import { isStrange } from './block-words.js';
import { blankCost, wordsCost } from './cell-costs.js';
import type { ListColumn } from './columns.js';
import { contentCosts } from './content-costs.js';
import { DOUBT } from './doubt.js';
import type { ListLine } from './lines.js';
import type { ReadCell } from './state.js';

/** @returns cells whose border with the next one could be elsewhere, or which may have a block behind them in their lines */
export function openEnds(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  widths: readonly (number | null)[],
): Set<ReadCell> {
  if (!columns.some(({ isBlock }) => isBlock)) return new Set();
  // that a page may begin anywhere costs nothing here: nothing speaks against it
  const costOf = (column: number, from: number, to: number): number => {
    if (from === to) return 0;
    const [own, full] = [columns[column] as ListColumn, widths[column] ?? null];
    const content = contentCosts(lines, from, to - from, own, full)[to - from - 1] ?? Number.POSITIVE_INFINITY;
    return content + wordsCost(lines.slice(from, to), own, false, false, full);
  };
  const blank = (from: number, to = columns.length): number => blankCost(columns, from, to);
  return new Set(
    cells.filter(({ column, from, to }, index) => {
      const [next, own] = [cells[index + 1], columns[column]];
      const below = next && columns[next.column];
      if (!next || !own || !below || !(own.isBlock ? below.isBlock : below.isBlock || next.row === 'begins'))
        return false;
      // where no block is read, one that hides in the row
      const block = below.isBlock ? next.column : columns.findIndex(({ isBlock }) => isBlock);
      const { role } = columns[block] as ListColumn;
      const end = below.isBlock ? next.to : to;
      // what a page cuts of the row may stand in the block too
      if (below.isBlock && lines.slice(to, end).some((line) => isStrange(line, role))) return true;
      if (!own.isBlock && lines[to]?.opensPage)
        return below.isBlock && isUnfinished(cells.slice(0, index + 1), lines, columns);
      const read = costOf(column, from, to) + blank(column + 1) + costOf(block, to, end);
      for (let border = from + 1; border <= end; border++) {
        const rest = costOf(block, border, end);
        if (border !== to && costOf(column, from, border) + blank(column + 1) + rest - read < DOUBT) return true;
        // or the row has one cell more
        for (let more = column + 1; more < columns.length && border > to; more++) {
          const cost = costOf(column, from, to) + blank(column + 1, more) + costOf(more, to, border) + blank(more + 1);
          if (!columns[more]?.isMerged && cost + rest - read < DOUBT) return true;
        }
      }
      return false;
    }),
  );
}

/** Whether the last row has cells that words or lines are missing from. */
function isUnfinished(cells: readonly ReadCell[], lines: readonly ListLine[], columns: readonly ListColumn[]): boolean {
  const row = cells.slice(cells.findLastIndex((cell) => cell.row !== null));
  if (blankCost(columns, (row.at(-1)?.column ?? -1) + 1, columns.length) > 0) return true;
  return row.some(({ column, to }) => {
    const last = lines[to - 1] as ListLine;
    return last.endsOpen || (columns[column]?.role === 'measure' && !last.endsSentence);
  });
}
