// Units and dates that stand for several rows, where no rule says so: below them cells are blank.
import type { ColumnRole } from '../../blocks.js';
import { headerOf } from '../../table/header.js';
import type { Sheet, SheetCell } from '../../table/sheet.js';

/**
 * The sheets of one list: in columns of units and dates, blank cells become part of the one above. Not so in a column
 * that prints the same words row after row: what it leaves blank is none. Those who support may well be none.
 */
export function withSharedCells(sheets: readonly Sheet[], roles: readonly (ColumnRole | null)[]): Sheet[] {
  const shared = new Set(
    roles.flatMap((role, column) =>
      (role === 'deadline' || role === 'lead' || role === 'responsible') && !repeats(sheets, column) ? [column] : [],
    ),
  );
  return sheets.map((sheet, index) => {
    const header = headerOf(sheet).rows;
    // what is blank right under a heading is not the heading's
    const isShared = (cell: SheetCell): boolean =>
      shared.has(cell.column) && cell.columnSpan === 1 && cell.row >= header;
    const cells = sheet.cells.filter((cell) => !isShared(cell));
    const joined = [...shared].flatMap((column) => joinBlanks(columnOf(sheet, column).filter(isShared), index > 0));
    return { ...sheet, cells: [...cells, ...joined].sort((a, b) => a.row - b.row || a.column - b.column) };
  });
}

const columnOf = ({ cells }: Sheet, column: number): SheetCell[] =>
  cells.filter((cell) => cell.column === column && cell.columnSpan === 1);

const repeats = (sheets: readonly Sheet[], column: number): boolean =>
  sheets.some((sheet) => {
    const cells = columnOf(sheet, column);
    return cells.some(({ row, rowSpan, text }) =>
      cells.some((next) => next.row === row + rowSpan && text.length > 0 && next.text.text === text.text),
    );
  });

/** @param goesOn blank cells at the top may belong to the page before */
function joinBlanks(cells: readonly SheetCell[], goesOn: boolean): SheetCell[] {
  const joined: SheetCell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const isBelow = last && last.row + last.rowSpan === cell.row;
    const isRest = joined.every(({ text }) => text.length === 0);
    if (!last || !isBelow || cell.text.length > 0 || (isRest && !goesOn)) joined.push(cell);
    else joined[joined.length - 1] = { ...last, ...over(last, cell) };
  }
  return joined;
}

const over = (above: SheetCell, blank: SheetCell): Partial<SheetCell> => ({
  rowSpan: above.rowSpan + blank.rowSpan,
  bbox: above.bbox && blank.bbox && [above.bbox[0], above.bbox[1], blank.bbox[2], blank.bbox[3]],
  blankRows: [...(above.blankRows ?? []), blank.row],
});
