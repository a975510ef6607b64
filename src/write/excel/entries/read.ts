import ExcelJS from 'exceljs';
import { isDetailHeading } from '../detail-columns.js';
import { SHEETS } from '../names.js';
import { ENTRY_HEADINGS, type Entry, type Filled } from './entry.js';

/** What earlier workbooks hold that people wrote. */
export interface Entries {
  /** A row a measure of the issue as it was. */
  readonly rows: readonly Entry[];
  /** Rows that had lost their measure by then. */
  readonly lost: readonly Entry[];
}

/** Not needed, and among what exceljs fails at or grows without bounds on where another program wrote it. */
const IGNORED_NODES = [
  ...['dataValidations', 'conditionalFormatting', 'extLst', 'autoFilter', 'tableParts', 'drawing', 'picture'],
  ...['pageSetup', 'headerFooter', 'printOptions', 'sheetProtection', 'rowBreaks'],
];
/** A printed list may have columns of the same names. */
const NOT_FOR_ENTRIES = new Set<string>([
  ...[SHEETS.list, SHEETS.departments, SHEETS.deadlines, SHEETS.cross, SHEETS.checks, SHEETS.guide],
]);
/** People may have put rows above the headings. */
const HEADER_WITHIN_ROWS = 20;

/**
 * What people wrote into a workbook of this program, sorted, filtered or saved again by another as it may be: the columns
 * for them, and columns they added.
 *
 * @throws Error where the file is no workbook
 */
export async function entriesOf(bytes: Uint8Array): Promise<Entries> {
  const workbook = new ExcelJS.Workbook();
  // what follows the bytes in their buffer is not part of the file
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  if (workbook.worksheets.length === 0) throw new Error('no sheets');
  const lost = workbook.worksheets.filter(({ name }) => name.startsWith(SHEETS.unmatched));
  // its name may have been changed, or it may stand there twice
  const details = workbook.worksheets.filter((sheet) => !lost.includes(sheet) && !NOT_FOR_ENTRIES.has(sheet.name));
  return { rows: details.flatMap(rowsOf), lost: lost.flatMap(rowsOf) };
}

interface Columns {
  readonly row: number;
  readonly id: number | undefined;
  readonly document: number | undefined;
  readonly text: number | undefined;
  /** Those with what people wrote, by their number. */
  readonly filled: ReadonlyMap<number, string>;
}

function rowsOf(sheet: ExcelJS.Worksheet): Entry[] {
  const columns = columnsOf(sheet);
  if (!columns) return [];
  const entries: Entry[] = [];
  sheet.eachRow((row, number) => {
    if (number <= columns.row) return;
    const textAt = (column: number | undefined): string => (column === undefined ? '' : textOf(row.getCell(column)));
    const filled = new Map<string, Filled>();
    for (const [column, heading] of columns.filled) {
      const cell = filledOf(row.getCell(column));
      if (cell) filled.set(heading, cell);
    }
    const entry = { id: textAt(columns.id), document: textAt(columns.document), text: textAt(columns.text), filled };
    if (filled.size > 0 || entry.id !== '' || entry.text !== '') entries.push(entry);
  });
  return entries;
}

/** Null where the sheet has none of a list to fill in. */
function columnsOf(sheet: ExcelJS.Worksheet): Columns | null {
  for (let number = 1; number <= Math.min(HEADER_WITHIN_ROWS, sheet.rowCount); number++) {
    const row = sheet.getRow(number);
    const headings = Array.from({ length: sheet.columnCount }, (_, index) => textOf(row.getCell(index + 1)).trim());
    const at = (heading: string): number | undefined => {
      const index = headings.indexOf(heading);
      return index < 0 ? undefined : index + 1;
    };
    if (at('措施') === undefined || ['id', ...ENTRY_HEADINGS].every((heading) => at(heading) === undefined)) continue;
    const filled = new Map<number, string>();
    headings.forEach((heading, index) => {
      if (isDetailHeading(heading)) return;
      const name = heading || `（无标题${sheet.getColumn(index + 1).letter}）`;
      filled.set(
        index + 1,
        [...filled.values()].includes(name) ? `${name}（${sheet.getColumn(index + 1).letter}）` : name,
      );
    });
    return { row: number, id: at('id'), document: at('公文'), text: at('措施'), filled };
  }
  return null;
}

function textOf(cell: ExcelJS.Cell): string {
  const { value } = cell;
  return value === null || value === undefined ? '' : cell.text;
}

/** Null for an empty cell. A formula is kept as what it last gave: where its cells will be is not known. */
function filledOf(cell: ExcelJS.Cell): Filled | null {
  const value = plainValue(cell.value);
  const isEmpty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isEmpty && cell.note === undefined) return null;
  return {
    value: isEmpty ? null : value,
    ...(cell.numFmt && { numFmt: cell.numFmt }),
    ...(cell.note !== undefined && { note: cell.note }),
  };
}

function plainValue(value: ExcelJS.CellValue): ExcelJS.CellValue {
  if (typeof value !== 'object' || value === null) return value;
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    if (result === undefined) return 'formula' in value ? `=${value.formula}` : null;
    return plainValue(result as ExcelJS.CellValue);
  }
  return 'error' in value ? String(value.error) : value;
}
