// Cells in the order of a text → sheets, one for each page of the list or each printed header.

import { fullWidthPunctuation } from '../../../text/punctuation.js';
import { Traced } from '../../../text/traced.js';
import { clean, withoutLayoutSpaces } from '../../clean.js';
import { joinLines } from '../../join-lines.js';
import type { Sheet, SheetCell } from '../../table/sheet.js';
import { CELL_ROOM_EM } from '../../tolerances.js';
import type { TextLine } from '../lines.js';
import { type ListColumn, withoutGroups } from './columns.js';
import { doubtfulCells } from './doubt.js';
import type { ListLine } from './lines.js';
import { type NumberedCell, PathLayout } from './path-layout.js';
import { type ReadCell, SECTION } from './state.js';

export interface SheetRow {
  /** Of the measure; null where the row goes on from the page before. */
  readonly value: number | null;
  readonly cells: Map<number, CellTexts>;
  readonly section: Traced | null;
}

interface CellTexts {
  readonly text: Traced;
  /** See Cell. */
  readonly lines: Traced;
  readonly doubtful: boolean;
}

interface SheetParts {
  readonly page: number;
  /** The header as it is printed there; null where none is. */
  readonly header: readonly Traced[] | null;
  readonly merged: Map<number, NumberedCell[]>;
  readonly rows: SheetRow[];
}

/** @returns null where numbers and titles that should stand side by side do not */
export function sheetsOf(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  headers: ReadonlyMap<TextLine, readonly Traced[]>,
  widths: readonly (number | null)[],
): Sheet[] | null {
  const parts = partsOf(cells, lines, columns, headers, widths);
  const layout = new PathLayout();
  const sheets: Sheet[] = [];
  for (const part of parts) {
    const paths = pathsOf(part, columns);
    const laid = paths && layout.lay(part.rows, paths);
    if (!laid) return null;
    sheets.push(sheetOf(part, laid, columns));
  }
  return sheets;
}

function partsOf(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  headers: ReadonlyMap<TextLine, readonly Traced[]>,
  widths: readonly (number | null)[],
): SheetParts[] {
  const doubtful = doubtfulCells(cells, lines, columns, widths);
  const parts: SheetParts[] = [];
  let section: Traced | null = null;
  const textOf = ({ from, to }: ReadCell): Traced =>
    clean(joinLines(lines.slice(from, to).map(({ line }) => line.text)));
  for (const cell of cells) {
    const first = lines[cell.from] as ListLine;
    const again = headers.get(first.line);
    const header = again ? withoutGroups(again) : parts.length === 0 ? columns.map(({ heading }) => heading) : null;
    let part = parts.at(-1);
    const isMerged = columns[cell.column]?.isMerged ?? false;
    if (!part || header || (cell.opensPage && (isMerged || cell.row === 'goes-on'))) {
      part = { page: first.line.page, header, merged: new Map(), rows: [] };
      parts.push(part);
    }
    const text = textOf(cell);
    if (cell.column === SECTION) section = text;
    else if (isMerged) {
      const own = part.merged.get(cell.column) ?? [];
      part.merged.set(cell.column, [...own, { value: cell.number ?? 0, text, goesOn: cell.number === null }]);
    } else {
      if (cell.row || part.rows.length === 0) {
        part.rows.push({ value: cell.row === 'begins' ? cell.number : null, cells: new Map(), section });
        section = null;
      }
      part.rows.at(-1)?.cells.set(cell.column, {
        text,
        doubtful: doubtful.has(cell),
        lines: linesOf(lines.slice(cell.from, cell.to), widths[cell.column] ?? null),
      });
    }
  }
  return parts.filter(({ rows }) => rows.length > 0);
}

/** The lines of a cell with their ends, see Cell. Spaces may part names, but not where a line is stretched. */
function linesOf(lines: readonly ListLine[], full: number | null): Traced {
  const parts = lines.flatMap((own, index) => {
    const printed = own.line.text.trim();
    const text = own.isStretched ? withoutLayoutSpaces(printed) : printed;
    const above = lines[index - 1];
    if (!above) return [text];
    const room = full === null ? 0 : full - above.width - own.unit;
    return [Traced.inserted(room > CELL_ROOM_EM && !above.isStretched ? '\n' : '\v'), text];
  });
  return fullWidthPunctuation(Traced.join(parts));
}

/** The merged columns as levels of a path, outermost first; a column of numbers and the titles beside it are one level. */
function pathsOf({ merged }: SheetParts, columns: readonly ListColumn[]): NumberedCell[][] | null {
  const levels: NumberedCell[][] = [];
  for (const [column, { role, isMerged }] of columns.entries()) {
    if (!isMerged) continue;
    const own = merged.get(column) ?? [];
    const numbers = columns[column - 1]?.role === 'number' ? merged.get(column - 1) : undefined;
    if (role === 'path' && columns[column - 1]?.role === 'number') {
      if (own.length !== (numbers?.length ?? 0)) return null;
      levels.push(own.map((cell, index) => ({ ...cell, value: numbers?.[index]?.value ?? 0, goesOn: false })));
    } else if (role === 'path') levels.push(own);
  }
  return levels;
}

function sheetOf(part: SheetParts, laid: readonly NumberedCell[][], columns: readonly ListColumn[]): Sheet {
  const width = columns.length;
  const cells: SheetCell[] = [];
  const put = (row: number, column: number, text: Traced, rowSpan = 1, columnSpan = 1, more?: CellTexts): void => {
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
  const paths = columns.flatMap(({ role, isMerged }, column) => (isMerged && role === 'path' ? [column] : []));
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
