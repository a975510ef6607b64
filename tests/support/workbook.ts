import ExcelJS from 'exceljs';
import type { Issue } from '../../src/model/index.js';
import type { Entries } from '../../src/write/excel/entries/read.js';
import { toWorkbook } from '../../src/write/excel.js';

export async function openBytes(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return workbook;
}

export const workbookOf = async (issue: Issue, entries?: Entries): Promise<ExcelJS.Workbook> =>
  openBytes(await toWorkbook(issue, entries));

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name} among ${workbook.worksheets.map((one) => one.name).join('、')}`);
  return sheet;
}

/** What a cell shows: of a link its words, of a date its day. */
export function cellValueOf(cell: ExcelJS.Cell): string | number | null {
  const { value } = cell;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && 'formula' in value) return value.result as string | number;
  return typeof value === 'number' ? value : cell.text;
}

/** The number of the row of headings. */
export function headerRowOf(sheet: ExcelJS.Worksheet): number {
  const { views } = sheet;
  const view = views[0];
  if (view?.state !== 'frozen') throw new Error(`${sheet.name} has no frozen row`);
  return view.ySplit ?? 0;
}

/** The rows below the headings, by heading; rows of one merged cell as what it says. */
export function rowsOf(sheet: ExcelJS.Worksheet): (Record<string, string | number | null> & { row: number })[] {
  const header = headerRowOf(sheet);
  const headings = (sheet.getRow(header).values as unknown[]).slice(1).map(String);
  const rows: (Record<string, string | number | null> & { row: number })[] = [];
  for (let row = header + 1; row <= sheet.rowCount; row++) {
    const cells = headings.map((heading, index) => [heading, cellValueOf(sheet.getCell(row, index + 1))]);
    rows.push({ ...Object.fromEntries(cells), row });
  }
  return rows;
}

/** Every value of every sheet, by its address. */
export function valuesOf(workbook: ExcelJS.Workbook): Map<string, string | number> {
  const values = new Map<string, string | number>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cellValueOf(cell);
        if (value !== null && value !== '' && cell.master === cell) values.set(`${sheet.name} ${cell.address}`, value);
      }),
    );
  }
  return values;
}
