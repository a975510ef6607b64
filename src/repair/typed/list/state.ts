// What a reading of a list has come to.
import type { NumberingStyle } from '../../../text/numbering.js';

/** In place of a column. */
export const SECTION = -1;
/** Before all cells. */
export const START = -2;

/** Lines `from` up to, not including, `to`. */
export interface ReadCell {
  /** Index of its column, or SECTION for a heading over all columns. */
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly number: number | null;
  /** A page of the list begins with it. */
  readonly opensPage: boolean;
  /** A row begins with it, or goes on with it from the page before. */
  readonly row: 'begins' | 'goes-on' | null;
  readonly cost: number;
}

/** Up to a line, the last cell in a column. */
export interface State {
  readonly column: number;
  readonly cost: number;
  readonly before: State | null;
  readonly cell: ReadCell | null;
  /** A row has begun before. */
  readonly hasRow: boolean;
  /** Something showed that the page begins which it stands on. */
  readonly isMarked: boolean;
  /** Its row goes on from the page before. */
  readonly goesOn: boolean;
  /** Numbers of the page that wait for the title beside them. */
  readonly untitled: number;
  readonly numbers: readonly (number | null)[];
  readonly styles: readonly (NumberingStyle | null)[];
}
