// The headings at the top of a table, and where they are printed again: on the next page, or in mid-table.
import { columnRoles, isHeadingRow, isPlainHeadings } from './headings.js';
import { isOneOverAll, rowOf, type Sheet, type SheetCell, slice } from './sheet.js';

export interface Header {
  /** Titles over all columns, then headings. 0 where there are no headings of a task list. */
  readonly rows: number;
  /** How many of them are titles. */
  readonly titles: number;
  /** The heading over each column, from the top down; one over several columns counts for each. */
  readonly headings: readonly string[];
  /** What the first row prints in any table: printed again, it is no row of its own. */
  readonly first: readonly string[];
  readonly firstRows: number;
}

export interface RepeatedHeader {
  /** So many rows of the sheet are the header. */
  readonly rows: number;
  /** The row of the header that the first of them is. */
  readonly of: number;
}

/** As many rows as the tallest cell of the first row of headings spans. */
export function headerOf(sheet: Sheet): Header {
  let titles = 0;
  while (titles + 1 < sheet.rows && isOneOverAll(sheet, titles)) titles += 1;
  const top = rowOf(sheet, titles);
  const isHeader = isHeadingRow(top.map(headingOf));
  const depth = Math.max(1, ...top.map((cell) => cell.rowSpan));
  const first = { first: textsOf(sheet, titles, depth), firstRows: depth };
  if (!isHeader) return { rows: 0, titles: 0, headings: textsOf(sheet, 0, 0), ...first };
  return { rows: titles + depth, titles, headings: first.first, ...first };
}

/** What stands over each column in so many rows. */
function textsOf(sheet: Sheet, from: number, rows: number): string[] {
  const texts = new Array<string>(sheet.columns).fill('');
  for (const cell of sheet.cells) {
    if (cell.row < from || cell.row >= from + rows) continue;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) texts[column] += headingOf(cell);
  }
  return texts;
}

const headingOf = ({ text, below = text }: SheetCell): string => below.text;

/** The header at the top of a further sheet of the table; null where the sheet begins with a row. */
export function repeatedHeader(sheet: Sheet, header: Header): RepeatedHeader | null {
  const { titles } = header;
  if (titles > 0 && isOneOverAll(sheet, 0) && isAgain(sheet, titles, header)) return { rows: header.rows, of: 0 };
  return isAgain(sheet, 0, header) ? { rows: header.firstRows, of: titles } : null;
}

/** The same words; of a task list also others that say the same of each column. */
function isAgain(sheet: Sheet, row: number, { rows, headings, first, firstRows }: Header): boolean {
  if (sheet.rows < row + firstRows || !isCutAt(sheet, row) || !isCutAt(sheet, row + firstRows)) return false;
  const again = textsOf(sheet, row, firstRows);
  if (again.every((text, column) => text === first[column])) return rows > 0 || looksLikeNames(first);
  return rows > 0 && isPlainHeadings(again) && haveRoles(again, columnRoles(headings));
}

/** Of a table whose headings are not known: rows of figures may well come again. */
function looksLikeNames(texts: readonly string[]): boolean {
  const printed = texts.filter((text) => text.length > 0);
  return printed.length > 1 && printed.filter((text) => !/\d/u.test(text)).length >= printed.length / 2;
}

const haveRoles = (headings: readonly string[], roles: readonly unknown[]): boolean =>
  columnRoles(headings).every((role, column) => role === roles[column]);

/** No cell reaches over the upper border of the row. */
const isCutAt = ({ cells }: Sheet, row: number): boolean =>
  cells.every((cell) => cell.row >= row || cell.row + cell.rowSpan <= row);

/**
 * A sheet → its parts, each but the first with the headings printed again at its top.
 *
 * @param header of the table; the sheet may be its first
 */
export function partsBetweenHeadings(sheet: Sheet, header: Header): Sheet[] {
  if (header.rows === 0) return [sheet];
  const begins = repeatedHeader(sheet, header)?.rows ?? 0;
  return cutAt(sheet, Math.max(1, begins), (row) => isAgain(sheet, row, header));
}

/** A sheet → its parts, each but the first with headings of its own at its top: another table drawn right below the first. */
export function tablesIn(sheet: Sheet, header: Header): Sheet[] {
  return cutAt(sheet, 1, (row) => beginsWithOthers(sheet, row, header));
}

/** Whether a row prints headings that say other things of the columns than those of the table. */
export function beginsWithOthers(sheet: Sheet, row: number, header: Header): boolean {
  if (header.rows === 0 || !isCutAt(sheet, row)) return false;
  const texts = rowOf(sheet, row).map(headingOf);
  return isHeadingRow(texts) && isPlainHeadings(texts) && !isAgain(sheet, row, header);
}

function cutAt(sheet: Sheet, from: number, isCut: (row: number) => boolean): Sheet[] {
  const cuts = Array.from({ length: Math.max(0, sheet.rows - from) }, (_, index) => from + index).filter(isCut);
  if (cuts.length === 0) return [sheet];
  return [0, ...cuts].map((top, index) => slice(sheet, top, cuts[index] ?? sheet.rows));
}
