import { type Numbering, type NumberingStyle, numberingOf } from '../../text/numbering.js';
import { shadow } from '../../text/shadow.js';
import { Traced } from '../../text/traced.js';
import { NO_WORDS, type Words } from '../../text/words.js';
import { clean } from '../clean.js';
import { columnRoles, isHeadingRow } from '../table/headings.js';
import { spreadHeadings } from '../table/spread-headings.js';
import type { TextLine } from './lines.js';

/** A cell that begins with its number, as the lines it is printed in. */
export interface NumberedLines {
  /** null for what goes on from the sheet before. */
  readonly value: number | null;
  readonly lines: TextLine[];
}

export interface RowLines {
  readonly measure: NumberedLines;
  readonly unit: TextLine[];
}

/** What an extractor that reads column by column leaves under one printed header: the path's cells, then measure and unit in turn. */
export interface SheetLines {
  readonly headings: readonly Traced[];
  readonly page: number;
  /** One list a path column, outermost first. */
  readonly path: readonly NumberedLines[][];
  /** A first row without a number goes on from the last row of the sheet before. */
  readonly rows: RowLines[];
  /** Lines after the table. */
  rest: TextLine[];
}

/** The headings of a line that prints a table's header, null for any other line. Their characters may be spread. */
export function headingsOf(line: TextLine, words: Words = NO_WORDS): Traced[] | null {
  const parts = [...line.text.text.matchAll(/\S+/gu)].map((match) =>
    clean(line.text.slice(match.index, match.index + match[0].length)),
  );
  if (isHeadingRow(parts.map((part) => part.text))) return parts;
  const groups = spreadHeadings(
    parts.map((part) => part.text),
    words,
  );
  return groups?.map((group) => Traced.join(group.map((index) => parts[index] as Traced))) ?? null;
}

/** How many path columns stand before measure and unit; null for column sets that a text cannot be parted by. */
function pathColumns(headings: readonly Traced[]): number | null {
  const roles = columnRoles(headings.map((heading) => heading.text));
  const count = roles.indexOf('measure');
  const isKnown = count > 0 && roles.length === count + 2 && roles.slice(0, count).every((role) => role === 'path');
  return isKnown ? count : null;
}

/** The clause that closes a measure's cell: （完成时限：…）, broken over lines anywhere. */
const CLOSING_CLAUSE = /[（(](?:完成)?(?:时限|时间|期限)[:：][^（()）]*[)）]$/u;

const joined = (lines: readonly TextLine[]): string =>
  shadow(lines.map((line) => line.text.text.replace(/\s/gu, '')).join(''));

/**
 * The lines under one header → cells. The columns come in order, so a line of a goal that happens to begin with 一、 is
 * no category; a measure's number counts only after the units of the one before.
 *
 * @param styles how each column is numbered; found on the first sheet and kept for the further ones
 * @param before the last row of the sheet before, which lines without a number go on from
 * @returns null where the columns are not path, measure, unit, each path cell and measure with its number
 */
export function splitSheet(
  headings: readonly Traced[],
  lines: readonly TextLine[],
  styles: NumberingStyle[],
  before?: RowLines,
): SheetLines | null {
  const count = pathColumns(headings);
  const first = lines[0];
  if (count === null || !first) return null;
  const path: NumberedLines[][] = Array.from({ length: count }, () => []);
  const rows: RowLines[] = [];
  let column = -1;
  for (const [index, line] of lines.entries()) {
    const numbering = numberingOf(line.text.text);
    const begun = numbering && columnBegun(numbering, { styles, column, count, path, rows });
    const row = rows.at(-1);
    if (numbering && begun !== null) {
      styles[begun] = numbering.style;
      column = begun;
      const cell = { value: numbering.value, lines: [line] };
      if (column < count) path[column]?.push(cell);
      else rows.push({ measure: cell, unit: [] });
    } else if (column < 0) {
      if (styles.length <= count || !before) return null;
      column = goOn(before, line, path, rows);
    } else if (column < count) path[column]?.at(-1)?.lines.push(line);
    else if (row && row.unit.length > 0 && endsTable(line, numbering)) {
      return { headings, page: first.page, path, rows, rest: lines.slice(index) };
    } else addToRow(row as RowLines, line);
  }
  return rows.length > 0 ? { headings, page: first.page, path, rows, rest: [] } : null;
}

/**
 * The first line of a sheet without a number: it goes on with the measure that is not complete, with the units that are
 * not printed yet, or else with the innermost cell of the path. Returns the column.
 */
function goOn(before: RowLines, line: TextLine, path: NumberedLines[][], rows: RowLines[]): number {
  const count = path.length;
  if (!isClosed(before)) rows.push({ measure: { value: null, lines: [line] }, unit: [] });
  else if (before.unit.length === 0) rows.push({ measure: { value: null, lines: [] }, unit: [line] });
  else {
    path[count - 1]?.push({ value: null, lines: [line] });
    return count - 1;
  }
  return count;
}

/** Among the units no line begins a section of the text (二、…) or an attachment. */
const endsTable = (line: TextLine, numbering: Numbering | null): boolean =>
  numbering?.style === 'han' || /^\s*附\s*件/u.test(line.text.text);

interface Reading {
  readonly styles: readonly NumberingStyle[];
  readonly column: number;
  readonly count: number;
  readonly path: readonly NumberedLines[][];
  readonly rows: readonly RowLines[];
}

/** The column whose cell begins with this number, null where the number is part of the running cell. */
function columnBegun({ style, value }: Numbering, { styles, column, count, path, rows }: Reading): number | null {
  const known = styles.indexOf(style);
  if (known < 0) return styles.length === column + 1 && column < count ? column + 1 : null;
  if (known < column) return null;
  if (known < count) {
    const before = path[known]?.at(-1)?.value ?? null;
    return before === null || value === 1 || value > before ? known : null;
  }
  const row = rows.at(-1);
  if (!row) return known;
  const before = row.measure.value;
  const isNext = before === null || value === 1 || value === before + 1;
  return isNext && (row.unit.length > 0 || !isClosed(row)) ? known : null;
}

/** Adds a line to the measure until its closing clause is complete, then to the unit. */
export function addToRow(row: RowLines, line: TextLine): void {
  if (row.unit.length > 0 || isClosed(row)) row.unit.push(line);
  else row.measure.lines.push(line);
}

const isClosed = (row: RowLines): boolean => CLOSING_CLAUSE.test(joined(row.measure.lines));
