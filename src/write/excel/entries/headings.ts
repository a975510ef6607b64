import type ExcelJS from 'exceljs';
import { plainText } from '../cell-text.js';
import { isDetailHeading } from '../detail-columns.js';
import { ENTRY_HEADINGS } from './entry.js';

/** Far less than the name of a table's column may have (255). */
const LONGEST_HEADING = 100;
/** People may have put rows above the headings. */
const HEADER_WITHIN_ROWS = 500;

/** The row of headings of a list to fill in, and which column is what. */
export class Headings {
  private readonly names = new Map<number, string>();
  /** In small letters: names of a table's columns differ in more than that. */
  private readonly taken = new Set<string>();

  private constructor(
    readonly row: number,
    private readonly sheet: ExcelJS.Worksheet,
    private readonly own: ReadonlyMap<string, number>,
  ) {}

  /** Null where the sheet is no such list. */
  static of(sheet: ExcelJS.Worksheet): Headings | null {
    for (let number = 1; number <= Math.min(HEADER_WITHIN_ROWS, sheet.rowCount); number++) {
      const row = sheet.findRow(number);
      if (!row) continue;
      const found: [string, number][] = [];
      row.eachCell((cell, column) => found.push([cleaned(textOf(cell)), column]));
      const headings = new Set(found.map(([heading]) => heading));
      const isList = headings.has('id')
        ? KNOWN.some((one) => headings.has(one))
        : headings.has('措施') && STATE_OR_PROGRESS.some((one) => headings.has(one));
      if (!isList) continue;
      const entries: readonly string[] = ENTRY_HEADINGS;
      const firstEntry = found.find(([heading]) => entries.includes(heading))?.[1] ?? Number.POSITIVE_INFINITY;
      const columnOf = (heading: string): number => found.find(([one]) => one === heading)?.[1] ?? 0;
      // the id is the last of the program's columns, but in 未对应的填写, where it is the first
      const last = columnOf('id') > columnOf('公文') ? columnOf('id') : firstEntry - 1;
      const own = new Map<string, number>();
      for (const [heading, column] of found) {
        if (column <= last && isDetailHeading(heading) && !own.has(heading)) own.set(heading, column);
      }
      const result = new Headings(number, sheet, own);
      const columns = new Set(own.values());
      for (const [heading, column] of found) if (!columns.has(column)) result.name(column, heading);
      return result;
    }
    return null;
  }

  /** The column of one of this program's headings. */
  at(heading: string): number | undefined {
    return this.own.get(heading);
  }

  /** The program's heading of a column; undefined for a column of people's. */
  ownAt(column: number): string | undefined {
    for (const [heading, at] of this.own) if (at === column) return heading;
    return undefined;
  }

  /** What a column of people's is called: as they called it, where no other has that name. */
  nameAt(column: number): string {
    return this.names.get(column) ?? this.name(column, '');
  }

  private name(column: number, heading: string): string {
    const { letter } = this.sheet.getColumn(column);
    const wanted = heading === '' ? `（无标题${letter}）` : isProgramName(heading) ? `${heading}（填写）` : heading;
    const name = this.taken.has(wanted.toLowerCase()) ? `${wanted}（${letter}）` : wanted;
    this.taken.add(name.toLowerCase());
    this.names.set(column, name);
    return name;
  }
}

const STATE_OR_PROGRESS = ['状态', '进展'];
const KNOWN = ['措施', '标题', ...ENTRY_HEADINGS];

const isProgramName = (heading: string): boolean => isDetailHeading(heading) || heading.toLowerCase() === 'id';

/** Without line ends, which the name of a table's column cannot hold. */
const cleaned = (heading: string): string => plainText(heading).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_HEADING);

/** What a cell says; nothing where it goes on from another. */
export function textOf(cell: ExcelJS.Cell): string {
  const { value } = cell;
  if (value === null || value === undefined || (cell.isMerged && cell.master !== cell)) return '';
  return cell.text;
}
