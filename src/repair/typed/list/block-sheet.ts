// The cells of blocks, each with the rows it stands beside.
import { SAME_WIDTH_EM } from '../../tolerances.js';
import type { BlockCell } from './block-cells.js';
import { besideRows } from './block-rows.js';
import type { ListColumn } from './columns.js';
import { type CellTexts, linesOf, type SheetParts, textOf } from './parts.js';

export interface MergedCell {
  readonly column: number;
  /** Of its part, counted from 0, sections left out. */
  readonly row: number;
  readonly rowSpan: number;
  /** Rows that it may not stand beside, or not with these lines. */
  readonly doubtfulRows: readonly number[];
  readonly texts: CellTexts;
}

/** @returns those of each part; null where a row has none */
export function blockCells(
  parts: readonly SheetParts[],
  columns: readonly ListColumn[],
  widths: readonly (number | null)[],
): MergedCell[][] | null {
  const found: MergedCell[][] = parts.map(() => []);
  for (const [column, { isBlock, role }] of columns.entries()) {
    if (!isBlock) continue;
    const full = widths[column] ?? 0;
    const pages = parts.map(({ blocks, isSure, rows }) => ({
      lines: blocks.get(column) ?? [],
      isSure: isSure && !blocks.get(column)?.some(({ width }) => width > full + SAME_WIDTH_EM),
      values: rows.map(({ value }) => value),
    }));
    const beside = pages.some(({ values }) => values.length === 0) ? null : besideRows(pages, full, role);
    if (!beside) return null;
    const printed = new Set<BlockCell>();
    beside.forEach((rows, part) => {
      for (let row = 0, end = 1; end <= rows.length; end++) {
        const { cell } = rows[row] as (typeof rows)[number];
        if (rows[end]?.cell === cell) continue;
        const doubtfulRows = rows.flatMap((own, index) =>
          index >= row && index < end && !(own.isSure && cell.isSure) ? [index] : [],
        );
        // what goes on from the part before is printed there
        const lines = printed.has(cell) ? [] : cell.lines;
        printed.add(cell);
        const texts = { text: textOf(lines), lines: linesOf(lines, full), doubtful: false };
        found[part]?.push({ column, row, rowSpan: end - row, doubtfulRows, texts });
        row = end;
      }
    });
  }
  return found;
}
