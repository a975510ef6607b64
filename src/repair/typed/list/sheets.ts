// Cells in the order of a text → sheets, one for each page of the list or each printed header.

import { Traced } from '../../../text/traced.js';
import type { Sheet, SheetCell } from '../../table/sheet.js';
import type { TextLine } from '../lines.js';
import { blockCells, type MergedCell } from './block-sheet.js';
import type { ListColumn } from './columns.js';
import type { ListLine } from './lines.js';
import { type CellTexts, partsOf, type SheetParts } from './parts.js';
import { type NumberedCell, PathLayout } from './path-layout.js';
import type { ReadCell } from './state.js';

/** @returns null where numbers and titles that should stand side by side do not */
export function sheetsOf(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  headers: ReadonlyMap<TextLine, readonly Traced[]>,
  widths: readonly (number | null)[],
): Sheet[] | null {
  const parts = partsOf(cells, lines, columns, headers, widths);
  const blocks = blockCells(parts, columns, widths);
  if (!blocks) return null;
  const layout = new PathLayout();
  const sheets: Sheet[] = [];
  for (const [index, part] of parts.entries()) {
    const paths = pathsOf(part, columns);
    const laid = paths && layout.lay(part.rows, paths);
    if (!laid) return null;
    sheets.push(sheetOf(part, laid, blocks[index] ?? [], columns));
  }
  return sheets;
}

/** The merged columns as levels of a path, outermost first; a column of numbers and the titles beside it are one level. */
function pathsOf({ merged }: SheetParts, columns: readonly ListColumn[]): NumberedCell[][] | null {
  const levels: NumberedCell[][] = [];
  for (const [column, { role, isMerged, isBlock }] of columns.entries()) {
    if (!isMerged || isBlock) continue;
    const own = merged.get(column) ?? [];
    const isBeside = columns[column - 1]?.isMerged && columns[column - 1]?.role === 'number';
    const numbers = isBeside ? merged.get(column - 1) : undefined;
    if (role === 'path' && isBeside) {
      if (own.length !== (numbers?.length ?? 0)) return null;
      levels.push(own.map((cell, index) => ({ ...cell, value: numbers?.[index]?.value ?? 0, goesOn: false })));
    } else if (role === 'path') levels.push(own);
  }
  return levels;
}

function sheetOf(
  part: SheetParts,
  laid: readonly NumberedCell[][],
  blocks: readonly MergedCell[],
  columns: readonly ListColumn[],
): Sheet {
  const width = columns.length;
  const cells: SheetCell[] = [];
  const put = (
    row: number,
    column: number,
    text: Traced,
    rowSpan = 1,
    columnSpan = 1,
    more?: CellTexts,
    doubtfulRows: readonly number[] = [],
  ): void => {
    const lines = more?.lines ?? text;
    cells.push({
      row,
      column,
      rowSpan,
      columnSpan,
      bbox: null,
      text,
      lines,
      ...(more?.doubtful && { doubtful: true }),
      ...(doubtfulRows.length > 0 && { doubtfulRows }),
    });
  };
  const top = part.header ? 1 : 0;
  for (const [column, heading] of (part.header ?? []).entries()) put(0, column, heading);
  const rowOf: number[] = [];
  let row = top;
  for (const { section } of part.rows) {
    if (section) put(row++, 0, section, 1, width);
    rowOf.push(row++);
  }
  part.rows.forEach(({ cells: own }, index) => {
    for (const [column, { isMerged }] of columns.entries()) {
      const texts = own.get(column);
      if (!isMerged) put(rowOf[index] as number, column, texts?.text ?? Traced.empty, 1, 1, texts);
    }
  });
  for (const { row: from, rowSpan, doubtfulRows, column, texts } of blocks) {
    const rows = doubtfulRows.map((index) => rowOf[index] as number);
    put(rowOf[from] as number, column, texts.text, rowSpan, 1, texts, rows);
  }
  const paths = columns.flatMap(({ role, isMerged, isBlock }, column) =>
    isMerged && !isBlock && role === 'path' ? [column] : [],
  );
  paths.forEach((column, level) => {
    const cellsOfLevel = laid[level] ?? [];
    for (let start = 0, end = 1; end <= cellsOfLevel.length; end++) {
      if (end < cellsOfLevel.length && cellsOfLevel[end] === cellsOfLevel[start]) continue;
      const cell = cellsOfLevel[start] as NumberedCell;
      put(rowOf[start] as number, column, cell.text, end - start);
      const isNumberBeside = columns[column - 1]?.role === 'number' && columns[column - 1]?.isMerged;
      if (isNumberBeside) put(rowOf[start] as number, column - 1, numberText(part, column, cell), end - start);
      start = end;
    }
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { page: part.page, bbox: null, rows: row, columns: width, cells };
}

/** The printed number beside a title. */
function numberText({ merged }: SheetParts, column: number, { text }: NumberedCell): Traced {
  const index = (merged.get(column) ?? []).findIndex((cell) => cell.text === text);
  return merged.get(column - 1)?.[index]?.text ?? Traced.empty;
}
