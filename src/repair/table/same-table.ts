// Whether a sheet goes on with the table before it.
import type { Box } from '../../model/source.js';
import { lastNumber } from '../../text/row-number.js';
import { SAME_COLUMN_PART } from '../tolerances.js';
import { beginsWithOthers, headerOf, repeatedHeader } from './header.js';
import type { Sheet } from './sheet.js';

/**
 * The next sheet, on the columns of the table that it goes on with: they stand at the same places, or there are as many and
 * it prints the headings again or goes on with the numbers.
 *
 * @param table its sheets so far, on its columns
 * @returns null where it is another table
 */
export function goingOn(table: readonly Sheet[], next: Sheet): Sheet | null {
  const [first, last] = [table[0] as Sheet, table.at(-1) as Sheet];
  const goesOnWithNumbers = (sheet: Sheet): boolean => numbersGoOn(last, sheet);
  // of two halves side by side, numbers alone say that they are one table
  if (next.page === last.page)
    return isBeside(last, next) && isAsWide(first, next) && goesOnWithNumbers(next) ? next : null;
  const header = headerOf(first);
  if (!first.edges || !next.edges) return isAsWide(first, next) && !beginsWithOthers(next, 0, header) ? next : null;
  const places = placesOn(first.edges, next.edges);
  const aligned = places ? onColumns(next, first, places) : isAsWide(first, next) ? next : null;
  if (!aligned || beginsWithOthers(next, 0, header)) return null;
  return places || repeatedHeader(aligned, header) || goesOnWithNumbers(aligned) ? aligned : null;
}

const isAsWide = (a: Sheet, b: Sheet): boolean => a.columns === b.columns;

/** At the top of the next column of text. */
const isBeside = ({ bbox: above }: Sheet, { bbox: next }: Sheet): boolean =>
  above !== null && next !== null && isRightOf(next, above) && next[1] < above[3];
const isRightOf = (a: Box, b: Box): boolean => a[0] >= b[2];

/** For each edge of a sheet its place among those of a table; null where one stands elsewhere. Pages may be shifted. */
export function placesOn(table: readonly number[], sheet: readonly number[]): number[] | null {
  const shift = (sheet[0] as number) - (table[0] as number);
  const places = sheet.map((edge) => table.findIndex((_, at) => isNear(table, at, edge - shift)));
  const isWhole = places[0] === 0 && places.at(-1) === table.length - 1;
  return isWhole && places.every((place, index) => place > (places[index - 1] ?? -1)) ? places : null;
}

function isNear(edges: readonly number[], at: number, place: number): boolean {
  const edge = edges[at] as number;
  const narrower = Math.min(edge - (edges[at - 1] ?? -Infinity), (edges[at + 1] ?? Infinity) - edge);
  return Math.abs(place - edge) < SAME_COLUMN_PART * narrower;
}

/** A page may hold no cell that ends at one of the table's borders. */
function onColumns(sheet: Sheet, { columns, edges }: Sheet, places: readonly number[]): Sheet {
  if (sheet.columns === columns) return sheet;
  const cells = sheet.cells.map((cell) => {
    const column = places[cell.column] as number;
    return { ...cell, column, columnSpan: (places[cell.column + cell.columnSpan] as number) - column };
  });
  return { ...sheet, columns, cells, ...(edges && { edges }) };
}

/** 3 at the end of one, 4 at the top of the other, in one column. */
function numbersGoOn(above: Sheet, below: Sheet): boolean {
  const numbersIn = ({ cells }: Sheet, column: number): number[] =>
    cells.flatMap((cell) => (cell.column === column ? (lastNumber(cell.text.text) ?? []) : []));
  return Array.from({ length: above.columns }, (_, column) => column).some((column) => {
    const before = numbersIn(above, column).at(-1);
    return before !== undefined && numbersIn(below, column)[0] === before + 1;
  });
}
