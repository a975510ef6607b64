import ExcelJS from 'exceljs';
import { SHEETS } from '../names.js';
import type { Entry, Filled } from './entry.js';
import { Headings, textOf } from './headings.js';

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
/** As Excel and WPS call the copy of a sheet. */
const COPY = /\s*[(（]\d+[)）]$/u;

/**
 * What people wrote into a workbook of this program, sorted, filtered or saved again by another as it may be: the columns
 * for them, and columns and rows they added.
 *
 * @throws Error where the file is no workbook, or its sheet 明细 cannot be made out
 */
export async function entriesOf(bytes: Uint8Array): Promise<Entries> {
  const workbook = new ExcelJS.Workbook();
  // what follows the bytes in their buffer is not part of the file
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  if (workbook.worksheets.length === 0) throw new Error('no sheets');
  const rows: Entry[] = [];
  const lost: Entry[] = [];
  for (const sheet of workbook.worksheets) {
    const headings = Headings.of(sheet);
    const name = sheet.name.replace(COPY, '');
    if (name === SHEETS.detail && !headings && sheet.rowCount > 1) throw new Error(`no headings in ${name}`);
    // a sheet may have got any other name, but the id is only in those to fill in
    if (!headings || (NOT_FOR_ENTRIES.has(name) && headings.at('id') === undefined)) continue;
    (name === SHEETS.unmatched ? lost : rows).push(...rowsOf(sheet, headings));
  }
  return { rows, lost };
}

function rowsOf(sheet: ExcelJS.Worksheet, headings: Headings): Entry[] {
  const entries: Entry[] = [];
  const hasId = headings.at('id') !== undefined;
  sheet.eachRow((row, number) => {
    if (number <= headings.row) return;
    const own = new Map<string, string>();
    const filled = new Map<string, Filled>();
    // a cell may hold a comment alone
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const heading = headings.ownAt(column);
      if (heading !== undefined) own.set(heading, textOf(cell).trim());
      else {
        const entry = filledOf(cell);
        if (entry) filled.set(headings.nameAt(column), entry);
      }
    });
    const textAt = (heading: string): string => own.get(heading) ?? '';
    const entry = { id: textAt('id'), document: textAt('公文'), title: textAt('标题'), text: textAt('措施') };
    // people added it: all of it is theirs
    const isAdded = hasId && entry.id === '';
    if (isAdded) {
      for (const [heading, value] of own) {
        if (value !== '' && heading !== '公文' && heading !== '措施') filled.set(`${heading}（填写）`, { value });
      }
    }
    if (filled.size > 0 || entry.id !== '' || entry.text !== '') entries.push({ ...entry, isAdded, filled });
  });
  return entries;
}

/** Null for an empty cell. A formula is kept as what it last gave: where its cells will be is not known. */
function filledOf(cell: ExcelJS.Cell): Filled | null {
  // merged over columns, it is in the first of them alone
  const isOver = cell.isMerged && cell.master !== cell && cell.master.fullAddress.row === cell.fullAddress.row;
  const value = isOver ? null : plainValue(cell.value);
  const isEmpty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isEmpty && cell.note === undefined) return null;
  return {
    value: isEmpty ? null : value,
    ...(cell.numFmt && { numFmt: cell.numFmt }),
    ...(cell.note !== undefined && { note: cell.note }),
  };
}

function plainValue(value: ExcelJS.CellValue): ExcelJS.CellValue {
  // a number that is no day, in a cell for dates
  if (value instanceof Date && Number.isNaN(value.getTime())) return '（无效日期）';
  if (typeof value !== 'object' || value === null) return value;
  if ('formula' in value || 'sharedFormula' in value) return plainValue((value.result ?? null) as ExcelJS.CellValue);
  return 'error' in value ? String(value.error) : value;
}
