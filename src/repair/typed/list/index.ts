// A list whose cells a text holds one after the other.
import type { Traced } from '../../../text/traced.js';
import type { Sheet } from '../../table/sheet.js';
import { usualWidth, widthOfLines } from '../line-measure.js';
import type { TextLine } from '../lines.js';
import { isStrange } from './block-words.js';
import { blockReadingsOf, type ListColumn, readingsOf } from './columns.js';
import { type ListLine, listLines } from './lines.js';
import { ListReader, type Reading } from './reading.js';
import { sheetsOf } from './sheets.js';

/** The lines of a list, from its first header to where the next document may begin. */
export interface ListLines {
  readonly headings: readonly Traced[];
  readonly lines: readonly TextLine[];
  /** The header printed again, by the line that stands under it. */
  readonly headers: ReadonlyMap<TextLine, readonly Traced[]>;
}

export interface ReadList {
  readonly sheets: readonly Sheet[];
  /** What stands after the list, and cells that no row belongs to. */
  readonly rest: readonly TextLine[];
}

/** A list may cost so much, and as much again for each of its rows, before nothing of it is believed. */
const ROW_COST = 1.2;
const LIST_COST = 6;
/** The widths of the columns are found by reading the list, and read again by them. */
const ROUNDS = 4;

/** @returns null where the cells cannot be told apart */
export function readList(list: ListLines): ReadList | null {
  const { headings, lines, headers } = list;
  const known = listLines(lines, headers, widthOfLines(lines.map(({ text }) => text.text)));
  return readAs(readingsOf(headings), known, list) ?? readAs(blockReadingsOf(headings), known, list);
}

function readAs(
  readings: readonly (readonly ListColumn[])[],
  known: readonly ListLine[],
  { lines, headers }: ListLines,
): ReadList | null {
  let best: (Found & { columns: readonly ListColumn[] }) | null = null;
  for (const columns of readings) {
    const found = readByWidth(known, columns);
    if (!best || found.reading.cost < best.reading.cost) best = { ...found, columns };
  }
  if (!best) return null;
  const rows = best.reading.cells.filter(({ row }) => row === 'begins').length;
  if (rows === 0 || best.reading.cost > LIST_COST + ROW_COST * rows) return null;
  const sheets = sheetsOf(best.reading.cells, known, best.columns, headers, best.widths);
  return sheets && { sheets, rest: lines.slice(best.reading.end) };
}

interface Found {
  readonly reading: Reading;
  readonly widths: readonly (number | null)[];
}

function readByWidth(lines: readonly ListLine[], columns: readonly ListColumn[]): Found {
  let widths: (number | null)[] = columns.map(() => null);
  let reading = new ListReader(lines, columns, widths).read();
  for (let round = 1; round < ROUNDS; round++) {
    const next = columns.map((own, column) => widthOf(reading, column, lines, own));
    if (next.every((width, column) => width === widths[column])) break;
    widths = next;
    reading = new ListReader(lines, columns, widths).read();
  }
  return { reading, widths };
}

/** What most full lines of the column measure: those that its cells go on after. */
function widthOf(
  { cells }: Reading,
  column: number,
  lines: readonly ListLine[],
  { isBlock, role }: ListColumn,
): number | null {
  const own = cells.filter((cell) => cell.column === column);
  // in a block any line may be the last of a cell, what is stretched is full, and some belong elsewhere
  const within = own.flatMap(({ from, to }) => lines.slice(from, isBlock ? to : to - 1));
  const full = within.filter((line) => (isBlock ? !isStrange(line, role) : !line.isStretched));
  if (full.length > 2) return usualWidth(full.map(({ width }) => width));
  const widths = own.flatMap(({ from, to }) => lines.slice(from, to)).map(({ width }) => width);
  return widths.length === 0 ? null : Math.max(...widths);
}
