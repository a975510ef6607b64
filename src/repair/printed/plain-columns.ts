// The columns and rows of tables that are no task list, where no rules part them.
import { isBlank } from '../../text/glyph.js';
import { median } from '../median.js';
import {
  CELL_PITCH_PART,
  CELL_ROOM_EM,
  FULL_LINE_EM,
  NARROWEST_TEXT_EM,
  PLAIN_GAP_EM,
  ROWS_PART,
  TEXT_LINES,
  WIDEST_CELL_PITCH_EM,
} from '../tolerances.js';
import { columnAt, inkOf, type Span } from './open/strips.js';
import { linesOf, type Segment } from './segments.js';

/** From the top, each of one or more segments from the left. */
export type Lines = readonly (readonly Segment[])[];

interface Mark {
  readonly ink: Span;
  readonly size: number;
}

/** The white from top to bottom that may part columns. */
export const whiteIn = (lines: Lines): Span[] =>
  whiteBetween(
    lines
      .flatMap((line) => line.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isBlank(glyph))))
      .map((glyph): Mark => ({ ink: inkOf(glyph), size: glyph.size }))
      .sort((a, b) => a.ink[0] - b.ink[0]),
  );

/** The same between the segments of one line. */
export const whiteOf = (line: readonly Segment[]): Span[] =>
  whiteBetween(line.map(({ box, size }) => ({ ink: [box[0], box[2]], size })));

/** @param marks by where they begin */
function whiteBetween(marks: readonly Mark[]): Span[] {
  const white: Span[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { ink, size } of marks) {
    if (ink[0] - end >= PLAIN_GAP_EM * size) white.push([end, ink[0]]);
    end = end === Number.POSITIVE_INFINITY ? ink[1] : Math.max(end, ink[1]);
  }
  return white;
}

/** The middles of the white that no line of the table reaches into. */
export const bordersIn = (lines: Lines): number[] => whiteIn(lines).map(([from, to]) => (from + to) / 2);

/** What stands in each column: its lines from the top. */
export function columnsOf(lines: Lines, borders: readonly number[]): Segment[][] {
  const columns = Array.from({ length: borders.length + 1 }, (): Segment[] => []);
  for (const segment of lines.flat()) columns[columnAt(borders, segment.box[0])]?.push(segment);
  return columns.map(linesOf);
}

/** Most lines of a column end at one place, and are as long as lines of text. */
export function isRunningText(column: readonly Segment[]): boolean {
  const end = median(column.map(({ box }) => box[2]));
  const full = column.filter(
    ({ box, size }) => box[2] - box[0] > NARROWEST_TEXT_EM * size && Math.abs(box[2] - end) < FULL_LINE_EM * size,
  );
  return full.length > column.length / 2 && full.length >= TEXT_LINES;
}

/**
 * Where rows end that no rules part. A line goes on with the row above where each of its cells stands right below one that is
 * full: where it leaves the first column empty, and others too unless what is full is long; and where lines of a cell stand
 * closer than rows do, if it leaves any but the first column empty, or goes on with a long one.
 */
export function rowEnds(lines: Lines, borders: readonly number[]): number[] {
  const rights = columnsOf(lines, borders).map((column) => Math.max(...column.map(({ box }) => box[2])));
  const rowPitch = usualRowPitch(lines);
  const isFull = ({ box, size }: Segment, column: number): boolean =>
    (rights[column] as number) - box[2] < CELL_ROOM_EM * size;
  const isLong = ({ box, size }: Segment): boolean => box[2] - box[0] > NARROWEST_TEXT_EM * size;
  const goesOn = (line: readonly Segment[], above: readonly Segment[]): boolean => {
    const over = columnsOf([above], borders).map((cells) => cells.at(-1));
    const own = columnsOf([line], borders).map((cells) => cells[0]);
    const isSparse = over.some((cell, column) => column > 0 && cell && !own[column]);
    const isTight = CELL_PITCH_PART * pitch(above, line) < rowPitch;
    const isBelowLong = own.some((cell, column) => cell && over[column] && isLong(over[column]));
    return own.every((cell, column) => {
      const up = over[column];
      if (!cell) return true;
      if (isTight && (isSparse || isBelowLong)) return up !== undefined;
      return column > 0 && up && isFull(up, column) && isNear(up, cell) && (isSparse || isLong(up));
    });
  };
  return lines.flatMap((line, index) => {
    const above = lines[index - 1];
    if (!above || goesOn(line, above)) return [];
    const bottom = Math.max(...above.map(({ box }) => box[3]));
    return [(bottom + Math.min(...line.map(({ box }) => box[1]))) / 2];
  });
}

const pitch = ([above]: readonly Segment[], [below]: readonly Segment[]): number =>
  above && below ? below.baseline - above.baseline : 0;

/** Between rows: where cells have several lines, many lines are so far apart, and others closer. */
function usualRowPitch(lines: Lines): number {
  const pitches = lines.slice(1).map((line, index) => pitch(lines[index] as readonly Segment[], line));
  return pitches.sort((a, b) => b - a)[Math.floor(ROWS_PART * pitches.length)] ?? 0;
}

const isNear = (above: Segment, below: Segment): boolean =>
  below.baseline - above.baseline <= WIDEST_CELL_PITCH_EM * below.size;
