import type ExcelJS from 'exceljs';
import { cellText, cleanText } from '../cell-text.js';
import { cellValue } from '../flat.js';
import type { Filled } from './entry.js';

/** What it says, for the height of the row. */
export const plainEntry = (filled: Filled | undefined): string | number | Date | null => {
  const value = filled?.value ?? null;
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value;
  if (typeof value === 'object' && 'richText' in value) return wordsOf(value);
  return typeof value === 'object' && 'text' in value ? String(value.text) : String(value);
};

/** As it was written: a date as a date, with its form and its comment. */
export function fill(cell: ExcelJS.Cell, filled: Filled | undefined): void {
  if (!filled) return;
  const { numFmt, note } = filled;
  cell.value = writable(filled);
  if (numFmt) cell.style = { ...cell.style, numFmt };
  if (note !== undefined) cell.note = note;
}

const wordsOf = ({ richText }: ExcelJS.CellRichTextValue): string => richText.map(({ text }) => text).join('');

/** As a cell can hold it: links within the workbook as formulas, coloured words as text where they are too many. */
function writable({ value }: Filled): ExcelJS.CellValue {
  if (typeof value === 'string') return cellValue(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('richText' in value) {
    const whole = wordsOf(value);
    if (cellText(whole) !== cleanText(whole)) return cellText(whole);
    return { richText: value.richText.map((run) => ({ ...run, text: cleanText(run.text) })) };
  }
  if ('hyperlink' in value && value.hyperlink.startsWith('#')) return linkValue(value);
  return value;
}

/** A formula holds texts of 255 characters. */
const LONGEST_IN_FORMULA = 255;

function linkValue({ hyperlink, text }: ExcelJS.CellHyperlinkValue): ExcelJS.CellValue {
  const shown = String(text);
  const isShort = Math.max(hyperlink.length, shown.length) <= LONGEST_IN_FORMULA && !hyperlink.includes('"');
  return cellValue(isShort ? { to: hyperlink, shown } : `${shown}（${hyperlink}）`);
}
