import { numberingOf } from '../../text/numbering.js';
import type { Cell, CellFragment, CellJoin, ColumnRole, LogicalTable } from '../blocks.js';
import { joinLines } from '../join-lines.js';
import { columnRoles, isHeadingRow } from './headings.js';
import { isRepetition } from './repetition.js';
import { rowOf, type Sheet, type SheetCell } from './sheet.js';

/** Sheets that follow one another with the same columns → one logical table. */
export function joinSheets(sheets: readonly Sheet[]): LogicalTable {
  const first = sheets[0] as Sheet;
  const headerRows = headerRowsOf(first);
  const headings = headingTexts(first, headerRows);
  const roles = columnRoles(headings);
  const joining = new Joining(roles, keyColumn(sheets, headerRows, roles), mergedColumns(sheets, headerRows, roles));
  sheets.forEach((sheet, index) => {
    joining.add(sheet, index, index === 0 ? 0 : repeatedHeaderRows(sheet, headings, headerRows));
  });
  return {
    kind: 'table',
    pages: [...new Set(sheets.map((sheet) => sheet.page))],
    bbox: sheets.flatMap((sheet) => (sheet.bbox ? [{ page: sheet.page, bbox: sheet.bbox }] : [])),
    rows: joining.rows,
    columns: Math.max(...sheets.map((sheet) => sheet.columns)),
    headerRows,
    headings,
    roles,
    cells: joining.cells,
  };
}

/** Rows of headings at the top: as many as the tallest cell of the first row spans. */
function headerRowsOf(sheet: Sheet): number {
  const top = rowOf(sheet, 0);
  if (!isHeadingRow(top.map((cell) => cell.text.text))) return 0;
  return Math.max(...top.map((cell) => cell.rowSpan));
}

/** The heading over each column, from the top down; cells over several columns count for each. */
function headingTexts(sheet: Sheet, headerRows: number): string[] {
  return Array.from({ length: sheet.columns }, (_, column) =>
    sheet.cells
      .filter((cell) => cell.row < headerRows && cell.column <= column && column < cell.column + cell.columnSpan)
      .map((cell) => cell.text.text)
      .join(''),
  );
}

function repeatedHeaderRows(sheet: Sheet, headings: readonly string[], headerRows: number): number {
  if (headerRows === 0 || sheet.rows < headerRows) return 0;
  const again = headingTexts(sheet, headerRows);
  return again.every((text, column) => text === headings[column]) ? headerRows : 0;
}

/** The column whose cells number the rows: what begins a page without its number goes on from the page before. */
function keyColumn(sheets: readonly Sheet[], headerRows: number, roles: readonly (ColumnRole | null)[]): number | null {
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

const isNumbered = (text: string): boolean => /^\d{1,4}$/u.test(text) || numberingOf(text) !== null;

/** Columns of units and dates whose cells stand for several rows: what is blank at the top of a sheet may go on there. */
function mergedColumns(
  sheets: readonly Sheet[],
  headerRows: number,
  roles: readonly (ColumnRole | null)[],
): Set<number> {
  const isShared = (role: ColumnRole | null | undefined): boolean =>
    role === 'deadline' || role === 'lead' || role === 'support' || role === 'responsible';
  const cells = sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.row >= headerRows && cell.rowSpan > 1));
  return new Set(cells.filter((cell) => isShared(roles[cell.column])).map((cell) => cell.column));
}

type Evidence = 'number' | 'wording';

class Joining {
  readonly cells: Cell[] = [];
  rows = 0;
  /** The lowest cell of each column so far. */
  private readonly last = new Map<number, Cell>();

  constructor(
    private readonly roles: readonly (ColumnRole | null)[],
    private readonly key: number | null,
    private readonly merged: ReadonlySet<number>,
  ) {}

  add(sheet: Sheet, index: number, skip: number): void {
    const top = sheet.cells.filter((cell) => cell.row === skip);
    const goesOn = index > 0 ? this.goesOn(top) : null;
    const offset = this.rows - skip - (goesOn ? 1 : 0);
    const isNumberAgain = index > 0 && this.isNumberAgain(top);
    let newAt = -1;
    for (const cell of [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      const fragment: CellFragment = { sheet: index, page: sheet.page, bbox: cell.bbox, text: cell.text };
      const isTop = index > 0 && cell.row === skip;
      // a blank goal beside a new category is not the goal of the category before
      const isUnderNew = newAt === cell.row;
      if (cell.row < skip) this.addHeading(cell, fragment);
      else if (isTop && isNumberAgain && this.roles[cell.column] === 'number')
        this.addRepeated(cell, fragment, goesOn ? 1 : 0);
      else if (isUnderNew || !this.addToLast(cell, fragment, isTop, goesOn)) {
        this.addNew(cell, fragment, offset);
        if (this.isPath(cell.column)) newAt = cell.row;
      }
    }
    this.rows = offset + sheet.rows;
  }

  private addHeading(cell: SheetCell, fragment: CellFragment): void {
    const heading = this.cells.find((other) => other.row === cell.row && other.column === cell.column);
    heading?.fragments.push(fragment);
    heading?.joins.push({ sheet: fragment.sheet, row: cell.row, how: 'repeated', byWording: false });
  }

  private addNew(cell: SheetCell, fragment: CellFragment, offset: number): void {
    const { column, rowSpan, columnSpan, text, lines = text } = cell;
    const place = { row: cell.row + offset, column, rowSpan, columnSpan };
    const added: Cell = {
      ...place,
      text,
      lines,
      ...(cell.doubtful && { doubtful: true }),
      doubtfulRows: doubtfulRowsOf(cell, offset),
      fragments: [fragment],
      joins: guessedJoins(cell, fragment.sheet, offset),
    };
    this.cells.push(added);
    this.last.set(column, added);
  }

  /**
   * What says that the first row of a sheet goes on from the last row before: its number is missing, its text is not; or,
   * where rows have no numbers, the measure above is not finished and other cells beside its rest are blank.
   */
  private goesOn(top: readonly SheetCell[]): Evidence | null {
    const own = top.filter((cell) => !this.isPath(cell.column));
    const isSection = top.some((cell) => cell.columnSpan === this.roles.length);
    if (isSection || own.every((cell) => cell.text.length === 0)) return null;
    const key = own.find((cell) => cell.column === this.key);
    // the number of a row that is cut may stand in either half
    if (key && this.last.get(key.column)?.text.length === 0) return 'number';
    if (key) return isNumbered(key.text.text) ? null : 'number';
    const measure = own.find((cell) => this.roles[cell.column] === 'measure');
    const above = measure && this.last.get(measure.column)?.text.text;
    const isCut = above && !/[。！？；）”]$/u.test(above) && own.some((cell) => cell.text.length === 0);
    return isCut ? 'wording' : null;
  }

  /** 2 | the same task, printed again at the top of a sheet: the number is the task's, printed again with it. */
  private isNumberAgain(top: readonly SheetCell[]): boolean {
    const isAgain = (cell: SheetCell | undefined): boolean =>
      cell !== undefined && cell.text.length > 0 && cell.text.text === this.last.get(cell.column)?.text.text;
    return (
      isAgain(top.find((cell) => this.roles[cell.column] === 'number')) &&
      isAgain(top.find((cell) => this.isPath(cell.column)))
    );
  }

  private addRepeated(cell: SheetCell, fragment: CellFragment, overlap: number): void {
    const last = this.last.get(cell.column) as Cell;
    const row = last.row + last.rowSpan - overlap;
    last.joins.push({ sheet: fragment.sheet, row, how: 'repeated', byWording: false });
    last.rowSpan += cell.rowSpan - overlap;
    last.fragments.push(fragment);
  }

  private isPath(column: number): boolean {
    return this.roles[column] === 'path';
  }

  /** Repeated, continued or left blank: the cell becomes part of the one above. Within a page only a blank one does. */
  private addToLast(cell: SheetCell, fragment: CellFragment, isTop: boolean, goesOn: Evidence | null): boolean {
    const last = this.last.get(cell.column);
    if (!last || last.columnSpan !== cell.columnSpan) return false;
    const isPath = this.isPath(cell.column);
    if (!isTop && (!isPath || cell.text.length > 0)) return false;
    const isMerged = this.merged.has(cell.column);
    const isLeftBlank = isMerged && cell.text.length === 0;
    const isAgain = isMerged && goesOn !== null && last.text.text === cell.text.text;
    const merged = isLeftBlank ? 'blank' : isAgain ? 'repeated' : null;
    const how = merged ?? joinOf(last.text.text, cell.text.text, isPath, isTop && goesOn !== null);
    if (!how) return false;
    const overlap = isTop && goesOn ? 1 : 0;
    const isNumberMissing = isPath && isNumbered(last.text.text);
    // one blank cell of units or dates may also be a row that names none
    const isUnsure = isLeftBlank && (cell.rowSpan === 1 || cell.blankRows !== undefined) && goesOn === null;
    const byWording = (how === 'continued' && goesOn !== 'number' && !isNumberMissing) || isUnsure;
    const row = last.row + last.rowSpan - overlap;
    last.joins.push({ sheet: fragment.sheet, row, how, byWording });
    last.joins.push(...guessedJoins(cell, fragment.sheet, row - cell.row));
    if (cell.doubtful) last.doubtful = true;
    last.doubtfulRows.push(...doubtfulRowsOf(cell, row - cell.row));
    last.rowSpan += cell.rowSpan - overlap;
    if (how !== 'blank') last.fragments.push(fragment);
    if (how === 'continued') {
      last.text = joinLines([last.text, cell.text]);
      last.lines = joinLines([last.lines, cell.lines ?? cell.text]);
    }
    return true;
  }
}

const guessedJoins = ({ blankRows = [] }: SheetCell, sheet: number, offset: number): CellJoin[] =>
  blankRows.map((row) => ({ sheet, row: row + offset, how: 'blank', byWording: true }));

const doubtfulRowsOf = ({ doubtfulRows = [] }: SheetCell, offset: number): number[] =>
  doubtfulRows.map((row) => row + offset);

function joinOf(
  above: string,
  text: string,
  isPath: boolean,
  goesOn: boolean,
): 'repeated' | 'continued' | 'blank' | null {
  if (!isPath && !goesOn) return null;
  if (text === '') return 'blank';
  if (!isPath) return 'continued';
  if (isRepetition(above, text)) return 'repeated';
  // beside a row that goes on no heading begins
  if (!isNumbered(text) && (goesOn || isNumbered(above))) return 'continued';
  return null;
}
