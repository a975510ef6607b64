import ExcelJS from 'exceljs';
import type { Issue } from '../model/index.js';
import { type SheetContent, sheetContent } from './excel/blocks.js';
import { cellText } from './excel/cell-text.js';
import { type Columns, chooseColumns } from './excel/columns.js';
import { headerHeight, layoutMeasures, MAX_ROW_POINTS, type SheetCell, textHeight } from './excel/layout.js';
import { PAGE_FOOTER, pageSetup } from './excel/pages.js';
import { CELL_FONT_POINTS, overRows, STYLES, type StyleName, TITLE_FONT_POINTS } from './excel/styles.js';
import { withoutZipTimes } from './excel/zip-time.js';

const SHEET_NAME = '任务清单';
/** For an issue without any dated document: the earliest date a zip entry can carry. */
const UNDATED = '1980-01-01';

/**
 * The task list of an issue as an Excel workbook (.xlsx): one sheet 任务清单, laid out like the printed list and ready to
 * print on A4 landscape. The same issue gives the same bytes: its dates are those of the first dated document.
 */
export async function toWorkbook(issue: Issue): Promise<Uint8Array> {
  const content = sheetContent(issue);
  const columns = chooseColumns(issue, content.blocks);
  const workbook = new ExcelJS.Workbook();
  const dated = issue.documents.find((document) => document.dateIssued !== null)?.dateIssued ?? UNDATED;
  workbook.created = workbook.modified = new Date(`${dated}T00:00:00Z`);
  workbook.creator = workbook.lastModifiedBy = 'gongbao';
  workbook.title = cellText(content.title);

  const sheet = workbook.addWorksheet(SHEET_NAME);
  sheet.columns = [...columns.path, ...columns.own].map(({ width }) => ({ width }));
  const headerRow = fill(sheet, content, columns);
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow, showGridLines: false }];
  sheet.pageSetup = pageSetup(headerRow);
  sheet.headerFooter = PAGE_FOOTER;
  return withoutZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Writes the rows from top to bottom; returns the number of the header row. */
function fill(sheet: ExcelJS.Worksheet, content: SheetContent, columns: Columns): number {
  const all = [...columns.path, ...columns.own];
  const width = all.reduce((sum, column) => sum + column.width, 0);
  let row = 0;
  const fullRow = (text: string, style: StyleName, fontPoints = CELL_FONT_POINTS) => {
    row++;
    const value = cellText(text);
    draw(sheet, { top: row, bottom: row, left: 1, right: all.length, value, style });
    sheet.getRow(row).height = Math.min(MAX_ROW_POINTS, textHeight(value, width, fontPoints));
  };

  fullRow(content.title, 'title', TITLE_FONT_POINTS);
  if (content.subtitle) fullRow(content.subtitle, 'subtitle');
  const headerRow = ++row;
  all.forEach(({ heading }, index) => {
    draw(sheet, { top: row, bottom: row, left: index + 1, right: index + 1, value: heading, style: 'header' });
  });
  sheet.getRow(row).height = headerHeight(all);

  for (const block of content.blocks) {
    if (content.blocks.length > 1) {
      const details = block.details.length > 0 ? `（${block.details.join('，')}）` : '';
      fullRow(block.title + details, 'block');
    }
    const { cells, heights } = layoutMeasures(block.measures, columns, row + 1);
    for (const cell of cells) draw(sheet, cell);
    for (const height of heights) sheet.getRow(++row).height = height;
  }
  if (content.blocks.length === 0) fullRow('本期没有识别出措施。', 'block');
  for (const note of content.notes) fullRow(note, 'note');
  return headerRow;
}

function draw(sheet: ExcelJS.Worksheet, cell: SheetCell): void {
  const target = sheet.getCell(cell.top, cell.left);
  // an empty string would still be stored as a text of no characters
  target.value = cell.value === '' ? null : cell.value;
  target.style = cell.bottom > cell.top ? overRows(STYLES[cell.style]) : STYLES[cell.style];
  if (cell.bottom > cell.top || cell.right > cell.left) {
    sheet.mergeCells(cell.top, cell.left, cell.bottom, cell.right);
  }
}
