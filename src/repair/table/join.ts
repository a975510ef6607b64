import { isNumbered } from '../../text/row-number.js';
import { Traced } from '../../text/traced.js';
import type { Cell, CellFragment, CellJoin, ColumnRole, Join, LogicalTable } from '../blocks.js';
import { joinLines } from '../join-lines.js';
import { lineEnd } from '../line-place.js';
import { headerOf, partsBetweenHeadings, type RepeatedHeader, repeatedHeader } from './header.js';
import { columnRoles } from './headings.js';
import { joinOf } from './how-joined.js';
import { isShared, keyColumn, mergedColumns } from './key-columns.js';
import { isListCut } from './open-end.js';
import type { Sheet, SheetCell } from './sheet.js';

/** Sheets that follow one another with the same columns → one logical table. */
export function joinSheets(sheets: readonly Sheet[]): LogicalTable {
  const header = headerOf(sheets[0] as Sheet);
  const { rows: headerRows, headings } = header;
  const roles = columnRoles(headings);
  const parts = sheets.flatMap((sheet) => partsBetweenHeadings(sheet, header));
  const joining = new Joining(roles, keyColumn(sheets, headerRows, roles), mergedColumns(sheets, headerRows, roles));
  parts.forEach((part, index) => {
    joining.add(part, index, index === 0 ? null : repeatedHeader(part, header));
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

type Evidence = 'number' | 'wording';

class Joining {
  readonly cells: Cell[] = [];
  rows = 0;
  /** The headings at the top of the sheet are the rest of those above, whose number is not printed again. */
  private isHeadingCut = false;
  /** They have a number of their own. */
  private isHeadingNew = false;
  /** A list of units goes on from the row above: the rows share their cells, so a blank one beside it goes on too. */
  private isListCut = false;
  /** The lowest cell of each column so far. */
  private readonly last = new Map<number, Cell>();
  /** What the last line of a cell leaves free, in em, where that is known. */
  private readonly roomEm = new Map<Cell, number>();

  constructor(
    private readonly roles: readonly (ColumnRole | null)[],
    private readonly key: number | null,
    private readonly merged: ReadonlySet<number>,
  ) {}

  /** @param header the headings that the sheet prints again */
  add(sheet: Sheet, index: number, header: RepeatedHeader | null): void {
    const skip = header?.rows ?? 0;
    const top = sheet.cells.filter((cell) => cell.row === skip);
    const isNumberAgain = index > 0 && this.isNumberAgain(top);
    const goesOn = index > 0 ? this.goesOn(top, isNumberAgain) : null;
    this.isHeadingCut = index > 0 && goesOn === null && this.hasNumberAbove(top);
    this.isHeadingNew = index > 0 && goesOn === null && this.hasOtherNumber(top);
    this.isListCut = index > 0 && goesOn === null && top.some((cell) => this.isRestOfList(cell));
    const offset = this.rows - skip - (goesOn ? 1 : 0);
    let newAt = -1;
    for (const cell of [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      const fragment: CellFragment = { sheet: index, page: sheet.page, bbox: cell.bbox, text: cell.text };
      const isTop = index > 0 && cell.row === skip;
      // a blank goal beside a new category is not the goal of the category before
      const isUnderNew = newAt === cell.row;
      if (header && cell.row < skip) this.addHeading(cell, fragment, header.of);
      else if (isTop && isNumberAgain && this.isNumber(cell)) this.addRepeated(cell, fragment, goesOn ? 1 : 0);
      else if (isUnderNew || !this.addToLast(cell, fragment, cell.row + offset, { isTop, goesOn })) {
        this.addNew(cell, fragment, offset);
        if (this.isPath(cell.column)) newAt = cell.row;
      }
    }
    this.rows = offset + sheet.rows;
  }

  /** @param of the row of the header that the sheet's first row is */
  private addHeading(cell: SheetCell, fragment: CellFragment, of: number): void {
    const row = cell.row + of;
    const heading = this.cells.find((other) => covers(other, row, cell.column));
    heading?.fragments.push(fragment);
    heading?.joins.push({ sheet: fragment.sheet, row, how: 'repeated', byWording: false });
  }

  private addNew(cell: SheetCell, fragment: CellFragment, offset: number): void {
    const { column, rowSpan, columnSpan, text, lines = text } = cell;
    const added: Cell = {
      row: cell.row + offset,
      column,
      rowSpan,
      columnSpan,
      text,
      lines,
      doubtfulRows: doubtfulRowsOf(cell, offset),
      fragments: [fragment],
      joins: guessedJoins(cell, fragment.sheet, offset),
    };
    if (cell.doubtful) added.doubtful = true;
    if (cell.roomEm !== undefined) this.roomEm.set(added, cell.roomEm);
    this.cells.push(added);
    this.last.set(column, added);
  }

  /**
   * What says that the first row of a sheet goes on from the last row before: its number is missing, its text is not; or,
   * where rows have no numbers, the measure above is not finished and other cells beside its rest are blank.
   */
  private goesOn(top: readonly SheetCell[], isNumberAgain: boolean): Evidence | null {
    const evidence = this.evidence(top);
    // a row goes on with all of its cells, or not at all
    const goesOn = (cell: SheetCell): boolean =>
      (isNumberAgain && this.isNumber(cell)) || this.howAtTop(cell, evidence) !== null;
    return evidence && top.every(goesOn) ? evidence : null;
  }

  private evidence(top: readonly SheetCell[]): Evidence | null {
    const own = top.filter((cell) => !this.isPath(cell.column));
    const isSection = top.some((cell) => cell.columnSpan === this.roles.length);
    if (isSection || own.every((cell) => cell.text.length === 0)) return null;
    const key = own.find((cell) => cell.column === this.key);
    // the number of a row that is cut may stand in either half
    if (key && this.last.get(key.column)?.text.length === 0) return 'number';
    if (key) return isNumbered(key.text.text) && !this.isNumberCut(key) ? null : 'number';
    const measure = own.find((cell) => this.roles[cell.column] === 'measure');
    const above = measure && this.last.get(measure.column)?.text.text;
    // remarks, and what columns hold that nobody knows, may be blank in any row
    const isBlank = ({ column, text }: SheetCell): boolean =>
      text.length === 0 && this.roles[column] !== null && this.roles[column] !== 'remarks';
    const isCut = above && !/[。！？；）”]$/u.test(above) && own.some(isBlank);
    return isCut ? 'wording' : null;
  }

  /** 11 | 1 below 110: in a narrow column the number itself is cut. */
  private isNumberCut({ column, text }: SheetCell): boolean {
    const last = this.last.get(column);
    const before = this.cells.findLast((cell) => cell !== last && cell.column === column);
    const next = Number(before?.text.text) + 1;
    return last !== undefined && Number(last.text.text) !== next && `${last.text.text}${text.text}` === `${next}`;
  }

  /** 2 | the same task, printed again at the top of a sheet: the number is the task's, printed again with it. */
  private isNumberAgain(top: readonly SheetCell[]): boolean {
    const isAgain = (cell: SheetCell | undefined): boolean =>
      cell !== undefined && cell.text.length > 0 && cell.text.text === this.lastAbove(cell, this.rows)?.text.text;
    return (
      isAgain(top.find((cell) => this.roles[cell.column] === 'number')) &&
      isAgain(top.find((cell) => this.isPath(cell.column)))
    );
  }

  /** 4 疏浚 | the rest of the heading, beside no number: headings that are numbered begin with theirs. */
  private hasNumberAbove(top: readonly SheetCell[]): boolean {
    return this.numberOfHeading(top)?.text.length === 0;
  }

  /** 5 规范 | below 4 优化: a heading in other words beside a number of its own is another one, however alike. */
  private hasOtherNumber(top: readonly SheetCell[]): boolean {
    const number = this.numberOfHeading(top);
    return (
      number !== null && number.text.length > 0 && number.text.text !== this.lastAbove(number, this.rows)?.text.text
    );
  }

  /** The number beside the heading at the top, where the one above stands beside the heading above. */
  private numberOfHeading(top: readonly SheetCell[]): SheetCell | null {
    const number = top.find((cell) => this.isNumber(cell));
    const heading = top.find((cell) => this.isPath(cell.column));
    if (!number || number.rowSpan !== heading?.rowSpan) return null;
    const [above, headingAbove] = [this.lastAbove(number, this.rows), this.lastAbove(heading, this.rows)];
    const isOfHeading = above !== undefined && above.text.length > 0 && above.row === headingAbove?.row;
    return isOfHeading && number.column !== this.key ? number : null;
  }

  private addRepeated(cell: SheetCell, fragment: CellFragment, overlap: number): void {
    const last = this.last.get(cell.column) as Cell;
    const row = last.row + last.rowSpan - overlap;
    last.joins.push({ sheet: fragment.sheet, row, how: 'repeated', byWording: false });
    last.rowSpan += cell.rowSpan - overlap;
    last.fragments.push(fragment);
  }

  /** The cell right above a row, as wide as the one that may be part of it. */
  private lastAbove({ column, columnSpan }: SheetCell, row: number): Cell | undefined {
    const last = this.last.get(column);
    return last?.columnSpan === columnSpan && last.row + last.rowSpan === row ? last : undefined;
  }

  private isNumber({ column }: SheetCell): boolean {
    return this.roles[column] === 'number';
  }

  /** A blank cell of a column of units or dates may be part of the one above. */
  private mayGoOnBlank(column: number): boolean {
    return this.merged.has(column) || (this.isListCut && isShared(this.roles[column]));
  }

  private isRestOfList(cell: SheetCell): boolean {
    if (!isShared(this.roles[cell.column])) return false;
    const last = this.lastAbove(cell, this.rows);
    return last !== undefined && isListCut(last.text.text, cell.text.text);
  }

  private isPath(column: number): boolean {
    return this.roles[column] === 'path';
  }

  /** How a cell at the top of a sheet is part of the one above; null where it is new. */
  private howAtTop(cell: SheetCell, goesOn: Evidence | null): Join | null {
    const last = this.lastAbove(cell, this.rows);
    if (!last) return null;
    if (this.isHeadingCut && this.isNumber(cell)) return 'blank';
    if (this.mayGoOnBlank(cell.column) && cell.text.length === 0) return 'blank';
    if (isShared(this.roles[cell.column])) {
      // no list of units and no date goes on in the very words it has so far
      if (goesOn !== null && cell.text.length > 0 && last.text.text === cell.text.text) return 'repeated';
      if (this.isRestOfList(cell)) return 'continued';
    }
    const isCut = goesOn !== null || this.isHeadingCut;
    const isOther = cell.text.length > 0 && cell.text.text !== last.text.text;
    if (this.isHeadingNew && this.isPath(cell.column) && isOther) return null;
    return joinOf(last.text.text, cell.text.text, this.isPath(cell.column), { goesOn: goesOn !== null, isCut });
  }

  /**
   * Repeated, continued or left blank: the cell becomes part of the one above. Within a page only a blank heading does.
   *
   * @param row of the table, that the cell would begin if it were new
   */
  private addToLast(
    cell: SheetCell,
    fragment: CellFragment,
    row: number,
    { isTop, goesOn }: { isTop: boolean; goesOn: Evidence | null },
  ): boolean {
    const overlap = isTop && goesOn ? 1 : 0;
    const last = this.lastAbove(cell, row + overlap);
    const isBlankHeading = this.isPath(cell.column) && cell.text.length === 0;
    const how = isTop ? this.howAtTop(cell, goesOn) : isBlankHeading ? 'blank' : null;
    if (!last || !how) return false;
    const isNumberMissing = this.isPath(cell.column) && (this.isHeadingCut || isNumbered(last.text.text));
    const isKnownToGoOn = isNumberMissing || this.merged.has(cell.column);
    const isLeftBlank = this.mayGoOnBlank(cell.column) && cell.text.length === 0;
    // one blank cell of units or dates may also be a row that names none
    const isUnsure = isLeftBlank && (cell.rowSpan === 1 || cell.blankRows !== undefined) && goesOn === null;
    const byWording = (how === 'continued' && goesOn !== 'number' && !isKnownToGoOn) || isUnsure;
    last.joins.push({ sheet: fragment.sheet, row, how, byWording });
    last.joins.push(...guessedJoins(cell, fragment.sheet, row - cell.row));
    if (cell.doubtful) last.doubtful = true;
    last.doubtfulRows.push(...doubtfulRowsOf(cell, row - cell.row));
    last.rowSpan += cell.rowSpan - overlap;
    if (how !== 'blank') last.fragments.push(fragment);
    if (how === 'continued') {
      last.text = joinLines([last.text, cell.text]);
      last.lines = this.joinedLines(last, cell);
    }
    return true;
  }

  /** A page may break where a line was ended on purpose. */
  private joinedLines(last: Cell, { lines, text, roomEm }: SheetCell): Traced {
    const before = this.roomEm.get(last);
    const more = lines ?? text;
    if (roomEm !== undefined) this.roomEm.set(last, roomEm);
    return before === undefined || text.length === 0 || last.lines.length === 0
      ? joinLines([last.lines, more])
      : Traced.join([last.lines, lineEnd(before, more), more]);
  }
}

const covers = ({ row, column, rowSpan, columnSpan }: Cell, atRow: number, atColumn: number): boolean =>
  row <= atRow && atRow < row + rowSpan && column <= atColumn && atColumn < column + columnSpan;

const guessedJoins = ({ blankRows }: SheetCell, sheet: number, offset: number): CellJoin[] =>
  (blankRows ?? NONE).map((row) => ({ sheet, row: row + offset, how: 'blank', byWording: true }));

const NONE: readonly number[] = [];

const doubtfulRowsOf = ({ doubtfulRows }: SheetCell, offset: number): number[] =>
  (doubtfulRows ?? NONE).map((row) => row + offset);
