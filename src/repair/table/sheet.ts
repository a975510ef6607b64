import type { Box } from '../../model/source.js';
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
}

/** The cells that begin in a row, from the left. */
export const rowOf = (sheet: Sheet, row: number): SheetCell[] => sheet.cells.filter((cell) => cell.row === row);
