// What the columns of a list say of its rows: which of them numbers them, and whose cells several rows share.
import { isNumbered } from '../../text/row-number.js';
import type { ColumnRole } from '../blocks.js';
import type { Sheet } from './sheet.js';

/** The column whose cells number the rows: what begins a page without its number goes on from the page before. */
export function keyColumn(
  sheets: readonly Sheet[],
  headerRows: number,
  roles: readonly (ColumnRole | null)[],
): number | null {
  const cells = sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.rowSpan === 1));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows - headerRows, 0);
  const columns = sheets[0]?.columns ?? 0;
  for (let column = 0; column < columns; column++) {
    if (roles[column] === 'path') continue;
    const numbered = cells.filter((cell) => cell.column === column && isNumbered(cell.text.text)).length;
    if (numbered >= KEY_COLUMN_PART * rows) return column;
  }
  return null;
}

/** A column numbers the rows when this part of them has a number of its own in it. */
const KEY_COLUMN_PART = 0.6;

/** Columns of units and dates whose cells stand for several rows: what is blank at the top of a sheet may go on there. */
export function mergedColumns(
  sheets: readonly Sheet[],
  headerRows: number,
  roles: readonly (ColumnRole | null)[],
): Set<number> {
  const cells = sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.row >= headerRows && cell.rowSpan > 1));
  return new Set(cells.filter((cell) => isShared(roles[cell.column])).map((cell) => cell.column));
}

/** One cell of units or dates may stand for several rows. */
export const isShared = (role: ColumnRole | null | undefined): boolean =>
  role === 'deadline' || role === 'lead' || role === 'support' || role === 'responsible';
