// Sheets of plain rows: a title, a row of headings that stays in sight, and nothing merged below it.
import type ExcelJS from 'exceljs';
import { cellText } from './cell-text.js';
import type { Link } from './content.js';
import { headerHeight, MAX_ROW_POINTS, textHeight } from './layout.js';
import { PAGE_FOOTER, pageSetup, totalWidth } from './pages.js';
import { CELL_FONT_POINTS, STYLES, type StyleName, TITLE_FONT_POINTS } from './styles.js';

export type FlatValue = string | number | Date | Link | null;

export interface FlatCell {
  readonly value: FlatValue;
  readonly style: StyleName;
}

export interface FlatColumn {
  readonly heading: string;
  /** In digits of the default font. */
  readonly width: number;
}

export class FlatSheet {
  readonly sheet: ExcelJS.Worksheet;
  /** The last row written. */
  row = 0;

  /** @param frozenColumns that stay in sight at the left */
  constructor(
    workbook: ExcelJS.Workbook,
    name: string,
    private readonly columns: readonly FlatColumn[],
    private readonly frozenColumns = 0,
  ) {
    this.sheet = workbook.addWorksheet(name);
    this.sheet.columns = columns.map(({ width }) => ({ width }));
  }

  /** A line over all columns. */
  fullRow(text: string, style: StyleName, fontPoints = CELL_FONT_POINTS): void {
    const value = cellText(text);
    const cell = this.sheet.getCell(++this.row, 1);
    cell.value = value;
    cell.style = STYLES[style];
    if (this.columns.length > 1) this.sheet.mergeCells(this.row, 1, this.row, this.columns.length);
    this.sheet.getRow(this.row).height = Math.min(
      MAX_ROW_POINTS,
      textHeight(value, totalWidth(this.columns), fontPoints),
    );
  }

  title(text: string, subtitle: string): void {
    this.fullRow(text, 'title', TITLE_FONT_POINTS);
    if (subtitle) this.fullRow(subtitle, 'subtitle');
  }

  /** The headings: above them nothing scrolls, and each page of paper begins with them. */
  header(styleOf: (index: number) => StyleName = () => 'header'): void {
    this.row++;
    const row = this.sheet.getRow(this.row);
    this.columns.forEach(({ heading }, index) => {
      put(row.getCell(index + 1), { value: heading, style: styleOf(index) });
    });
    row.height = headerHeight(this.columns);
    this.sheet.views = [{ state: 'frozen', xSplit: this.frozenColumns, ySplit: this.row, showGridLines: false }];
    this.sheet.pageSetup = pageSetup(this.row, this.columns);
    this.sheet.headerFooter = PAGE_FOOTER;
  }

  /**
   * A row, as high as its texts need.
   *
   * @param level of the outline: rows of level 1 fold under the row of level 0 above them
   * @returns its number
   */
  add(cells: readonly FlatCell[], level = 0): number {
    this.row++;
    const row = this.sheet.getRow(this.row);
    let height = 0;
    cells.forEach((cell, index) => {
      put(row.getCell(index + 1), cell);
      height = Math.max(height, textHeight(shown(cell.value), this.columns[index]?.width ?? 0));
    });
    row.height = Math.min(MAX_ROW_POINTS, height);
    if (level > 0) row.outlineLevel = level;
    return this.row;
  }

  /** Rows of level 1 fold under the row above them, not below. */
  foldUpwards(): void {
    this.sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
    // one more than there are: exceljs calls rows of the last level collapsed
    this.sheet.properties.outlineLevelRow = 2;
  }
}

function put(cell: ExcelJS.Cell, { value, style }: FlatCell): void {
  cell.value = cellValue(value);
  cell.style = STYLES[style];
}

/**
 * Links are formulas: exceljs writes a hyperlink within the workbook as one to a file too, which WPS cannot open
 * (exceljs issues 1676, 1893).
 */
export function cellValue(value: FlatValue): ExcelJS.CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number' || value instanceof Date) return value;
  const { to, shown } = value;
  const argument = typeof shown === 'number' ? shown : `"${shown.replaceAll('"', '""')}"`;
  return { formula: `HYPERLINK("${to}",${argument})`, result: shown };
}

/** A value as the cell shows it. */
export function shown(value: FlatValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? String(value.shown) : String(value);
}
