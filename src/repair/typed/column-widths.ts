import { widthEm } from '../../text/characters.js';
import { median } from '../median.js';
import type { TextLine } from './lines.js';
import { addToRow, type RowLines, type SheetLines } from './sheet-lines.js';

/** Wider by this than any other line of the column: no longer of the column. */
const COLUMN_SLACK_EM = 2;
/** A unit column is narrower than this part of the measures' column. */
const UNIT_PART = 0.75;
/** The lines of a path column differ in width by less than this part of their median. */
const PATH_SLACK_PART = 0.4;

const width = (line: TextLine): number => widthEm(line.text.text);

/**
 * What numbering cannot tell, the widths of the columns do: a row that goes on from the sheet before begins without a
 * number behind the last path cell; the last unit cell ends where wider lines follow; and measures without a closing
 * clause give their last narrow lines back to the unit column.
 */
export function settleByWidth(sheets: readonly SheetLines[]): void {
  takeContinuedRows(sheets);
  const closed = sheets.flatMap((sheet) => sheet.rows.slice(0, -1).flatMap((row) => row.unit));
  if (closed.length === 0) return;
  const unitWidth = Math.max(...closed.map(width));
  const measureWidth = median(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.measure.lines.map(width))));
  /** No longer of the unit column: wider than it is anywhere, and no list of names in a line of a cell. */
  const isOutside = (line: TextLine): boolean =>
    width(line) > unitWidth + COLUMN_SLACK_EM && (width(line) > UNIT_PART * measureWidth || !isNames(line));
  for (const sheet of sheets) {
    for (const row of sheet.rows) if (row.unit.length === 0) row.unit.push(...takeUnit(row.measure.lines, unitWidth));
    const last = sheet.rows.at(-1) as RowLines;
    const end = last.unit.findIndex(isOutside);
    if (end >= 0) sheet.rest.unshift(...last.unit.splice(end));
  }
}

const isNames = (line: TextLine): boolean => /[、，,]/u.test(line.text.text) && !/[。：:]/u.test(line.text.text);

function takeContinuedRows(sheets: readonly SheetLines[]): void {
  const columns = Math.max(0, ...sheets.map((sheet) => sheet.path.length));
  for (let column = 0; column < columns; column++) {
    const lines = sheets.flatMap((sheet) => sheet.path[column]?.flatMap((cell) => cell.lines) ?? []);
    const limit = median(lines.map(width)) * (1 + PATH_SLACK_PART) + COLUMN_SLACK_EM;
    for (const sheet of sheets) {
      const isLastColumn = sheet.path.slice(column + 1).every((cells) => cells.length === 0);
      const cell = isLastColumn ? sheet.path[column]?.at(-1) : undefined;
      const from = cell?.lines.findIndex((line, index) => index > 0 && width(line) > limit) ?? -1;
      if (!cell || from < 0) continue;
      const row: RowLines = { measure: { value: null, lines: [] }, unit: [] };
      for (const line of cell.lines.splice(from)) addToRow(row, line);
      sheet.rows.unshift(row);
    }
  }
}

function takeUnit(lines: TextLine[], unitWidth: number): TextLine[] {
  let narrow = lines.length;
  while (narrow > 1 && width(lines[narrow - 1] as TextLine) <= unitWidth) narrow -= 1;
  // the measure's own last line may be narrow too; where a sentence ends among the narrow lines, the units begin after it
  const start = lines.findIndex(
    (_, index) => index >= narrow && /[。；)）]\s*$/u.test((lines[index - 1] as TextLine).text.text),
  );
  return lines.splice(start < 0 ? narrow : start);
}
