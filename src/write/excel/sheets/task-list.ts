import type ExcelJS from 'exceljs';
import { cellText } from '../cell-text.js';
import { chooseColumns } from '../columns.js';
import type { Content } from '../content.js';
import { headerHeight, layoutMeasures, MAX_ROW_POINTS, type SheetCell, textHeight } from '../layout.js';
import { SHEETS } from '../names.js';
import { PAGE_FOOTER, pageSetup, totalWidth } from '../pages.js';
import { CELL_FONT_POINTS, overRows, STYLES, type StyleName, TITLE_FONT_POINTS } from '../styles.js';

/** 任务清单: laid out like the printed list, from top to bottom; notes the row of each measure. */
export function addTaskList(workbook: ExcelJS.Workbook, { issue, list, rows }: Content): void {
  const columns = chooseColumns(issue, list.blocks);
  const all = [...columns.path, ...columns.own];
  const sheet = workbook.addWorksheet(SHEETS.list);
  sheet.columns = all.map((column) => ({ width: column.width }));
  let row = 0;
  const fullRow = (text: string, style: StyleName, fontPoints = CELL_FONT_POINTS) => {
    row++;
    const value = cellText(text);
    draw(sheet, { top: row, bottom: row, left: 1, right: all.length, value, style });
    sheet.getRow(row).height = Math.min(MAX_ROW_POINTS, textHeight(value, totalWidth(all), fontPoints));
  };

  fullRow(list.title, 'title', TITLE_FONT_POINTS);
  if (list.subtitle) fullRow(list.subtitle, 'subtitle');
  const headerRow = ++row;
  all.forEach(({ heading }, index) => {
    draw(sheet, { top: row, bottom: row, left: index + 1, right: index + 1, value: heading, style: 'header' });
  });
  sheet.getRow(row).height = headerHeight(all);

  for (const block of list.blocks) {
    if (list.blocks.length > 1) {
      const details = block.details.length > 0 ? `（${block.details.join('，')}）` : '';
      fullRow(block.title + details, 'block');
    }
    const { cells, heights, rows: ownRows } = layoutMeasures(block.measures, columns, row + 1);
    for (const cell of cells) draw(sheet, cell);
    for (const height of heights) sheet.getRow(++row).height = height;
    for (const [index, { id }] of block.measures.entries()) rows.set(id, ownRows[index] ?? row);
  }
  if (list.blocks.length === 0) fullRow('本期没有识别出措施。', 'block');
  for (const note of list.notes) fullRow(note, 'note');

  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow, showGridLines: false }];
  sheet.pageSetup = pageSetup(headerRow, all);
  sheet.headerFooter = PAGE_FOOTER;
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
