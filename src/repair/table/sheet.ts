import type { Box } from '../../model/source.js';
import { union } from '../../text/box.js';
import type { Traced } from '../../text/traced.js';

/** A cell of one sheet. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** null where the input has no geometry. */
  readonly bbox: Box | null;
  /** Clean. */
  readonly text: Traced;
  /** The same with its line ends, see Cell; left out where they are not known. */
  readonly lines?: Traced;
  /** What its last line leaves free, in em; left out where it is not known. */
  readonly roomEm?: number;
  /** Of a heading that diagonals part, what it says of the column below it. */
  readonly below?: Traced;
  /** Rows that it stands for by guess: all that is known is that they are blank. */
  readonly blankRows?: readonly number[];
  /** See Cell. */
  readonly doubtful?: boolean;
  /** See Cell. */
  readonly doubtfulRows?: readonly number[];
}

/** The part of a table that stands on one page, or under one printed header of a text. Its cells tile its grid. */
export interface Sheet {
  readonly page: number;
  readonly bbox: Box | null;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SheetCell[];
  /** Where the rules between its columns stand, its own left and right edge among them; left out where none are drawn. */
  readonly edges?: readonly number[];
}

/** The cells that begin in a row, from the left. */
export const rowOf = (sheet: Sheet, row: number): SheetCell[] => sheet.cells.filter((cell) => cell.row === row);

/** Whether one cell is the whole row, and no more. */
export function isOneOverAll(sheet: Sheet, row: number): boolean {
  const [first, ...others] = rowOf(sheet, row);
  return first?.columnSpan === sheet.columns && first.rowSpan === 1 && others.length === 0;
}

/** Rows of a sheet, as a sheet of its own; no cell reaches over their borders. */
export function slice(sheet: Sheet, from: number, to: number): Sheet {
  const cells = sheet.cells
    .filter(({ row }) => row >= from && row < to)
    .map((cell) => ({ ...cell, row: cell.row - from, ...shifted(cell, from) }));
  const boxes = cells.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  return { ...sheet, rows: to - from, cells, bbox: boxes.length > 0 ? union(boxes) : sheet.bbox };
}

const shifted = (
  { blankRows, doubtfulRows }: SheetCell,
  by: number,
): Pick<SheetCell, 'blankRows' | 'doubtfulRows'> => ({
  ...(blankRows && { blankRows: blankRows.map((row) => row - by) }),
  ...(doubtfulRows && { doubtfulRows: doubtfulRows.map((row) => row - by) }),
});
