import type { Box } from '../../model/source.js';
import { middleX, overlapsAcross, union, width } from '../../text/box.js';
import { median } from '../median.js';
import {
  BAND_WHITE_EM,
  CENTRED_PT,
  CENTRED_WHITE_PART,
  GUTTER_CROSSED_PART,
  GUTTER_LINES,
  GUTTER_PT,
  OTHER_SIZE_PART,
  SAME_BASELINE_EM,
  TITLE_SIZE_PART,
  WIDEST_INDENT_EM,
  WIDEST_PITCH_EM,
} from '../tolerances.js';
import type { Segment } from './segments.js';

/** The white strip between two columns. */
export type Gutter = readonly [from: number, to: number];

/** Side-by-side columns of one page area, each with its edges, in reading order. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Where its lines of text end; titles, and what stands in the middle or to the right, may reach further. */
  readonly textRight: number;
  readonly segments: readonly Segment[];
}

/**
 * Reading order of an area: lines over all columns part it into bands; in each band the columns are read one after the
 * other. A line that reaches over the gutter while another stands beside it on its row belongs to the column it starts in.
 *
 * @param usual the gutter of the other pages, for an area too small to show its own
 */
export function readingOrder(segments: readonly Segment[], usual: Gutter | null = null): Column[] {
  const gutter = findGutter(segments) ?? (usual && fits(usual, segments) ? usual : null);
  if (!gutter) return segments.length === 0 ? [] : [columnOf(segments, segments)];
  const [from, to] = gutter;
  const middle = (from + to) / 2;
  const { left, right } = columnOf(segments, segments);
  const textSize = median(segments.map((segment) => segment.size));
  const isOver = (segment: Segment): boolean =>
    (segment.box[0] < from && segment.box[2] > to && !hasNeighbour(segment, segments, middle)) ||
    (isTitle(segment, segments, (left + right) / 2, textSize) && !isCentredIn(segment, [left, from], [to, right]));
  const starts = bandStarts(segments, textSize, middle);
  const isLeft = (segment: Segment): boolean => segment.box[0] < middle;
  const sides = {
    left: segments.filter((segment) => !isOver(segment) && isLeft(segment)),
    right: segments.filter((segment) => !isOver(segment) && !isLeft(segment)),
  };
  const bands: Column[] = [];
  let band: Segment[] = [];
  let over: Segment[] = [];
  const closeBand = (): void => {
    const left = band.filter(isLeft);
    const right = band.filter((segment) => !isLeft(segment));
    if (left.length > 0) bands.push(...readingOrderWithin(left, sides.left));
    if (right.length > 0) bands.push(...readingOrderWithin(right, sides.right));
    band = [];
  };
  const closeOver = (): void => {
    if (over.length > 0) bands.push(columnOf(over, segments));
    over = [];
  };
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    if (starts.has(segment)) closeBand();
    if (isOver(segment)) {
      closeBand();
      over.push(segment);
    } else {
      closeOver();
      band.push(segment);
    }
  }
  closeBand();
  closeOver();
  return bands;
}

/** Three columns and more: a side may have a gutter of its own. */
function readingOrderWithin(segments: readonly Segment[], side: readonly Segment[]): Column[] {
  return findGutter(segments) ? readingOrder(segments) : [columnOf(segments, side)];
}

export function columnOf(segments: readonly Segment[], of: readonly Segment[]): Column {
  const left = Math.min(...of.map((segment) => segment.box[0]));
  const right = Math.max(...of.map((segment) => segment.box[2]));
  const largest = TITLE_SIZE_PART * median(of.map((segment) => segment.size));
  const ends = of.flatMap(({ box, size }) =>
    size < largest && box[0] - left < WIDEST_INDENT_EM * size ? [box[2]] : [],
  );
  return {
    left,
    right,
    textRight: ends.length < GUTTER_LINES ? right : Math.max(...ends),
    segments,
  };
}

/**
 * A line with nothing beside it that stands in the middle of the area or is set larger than the text: of three columns,
 * a title may fit into the middle one, and titles need not be centred. Where something stands beside another line of
 * the same title, the title is its column's.
 */
function isTitle(segment: Segment, segments: readonly Segment[], middle: number, textSize: number): boolean {
  const isCentred = Math.abs((segment.box[0] + segment.box[2]) / 2 - middle) < CENTRED_PT;
  const isLarger = segment.size >= TITLE_SIZE_PART * textSize;
  if (!isCentred && !isLarger) return false;
  const standsAlone = (line: Segment): boolean =>
    !segments.some((other) => other !== line && other.box[1] < line.box[3] && line.box[1] < other.box[3]);
  return standsAlone(segment) && (!isLarger || linesOfTitle(segment, segments).every(standsAlone));
}

/** The lines of the title that a line is part of: in one type, one above the other without white between them. */
function linesOfTitle(line: Segment, segments: readonly Segment[]): Segment[] {
  const alike = segments.filter(
    ({ size, box }) => Math.abs(size - line.size) < OTHER_SIZE_PART * size && overlapsAcross(box, line.box),
  );
  const sorted = alike.sort((a, b) => a.baseline - b.baseline);
  const goesOn = (index: number): boolean =>
    (sorted[index] as Segment).baseline - (sorted[index - 1] as Segment).baseline < WIDEST_PITCH_EM * line.size;
  const at = sorted.indexOf(line);
  let [from, to] = [at, at + 1];
  while (from > 0 && goesOn(from)) from -= 1;
  while (to < sorted.length && goesOn(to)) to += 1;
  return sorted.slice(from, to);
}

/** A title in one column of text, beside which the other column has ended. */
const isCentredIn = ({ box }: Segment, ...columns: readonly Gutter[]): boolean =>
  columns.some(([from, to]) => {
    const isWithin = box[0] >= from && box[2] <= to;
    return isWithin && Math.abs((box[0] + box[2] - from - to) / 2) < CENTRED_PT;
  });

/**
 * The segments that begin a band under white over all columns, where the first of the columns goes on with a title there:
 * a document that begins in mid-page. What stands above, in any column, is read first.
 */
function bandStarts(segments: readonly Segment[], textSize: number, middle: number): Set<Segment> {
  const sorted = [...segments].sort((a, b) => a.box[1] - b.box[1]);
  const starts = new Set<Segment>();
  let bottom = Number.POSITIVE_INFINITY;
  sorted.forEach((segment, index) => {
    const isUnderWhite = segment.box[1] - bottom > BAND_WHITE_EM * textSize;
    if (isUnderWhite && firstToRead(sorted.slice(index), middle).size >= TITLE_SIZE_PART * textSize) {
      const top = Math.min(...sorted.slice(index).map(({ baseline }) => baseline));
      for (const start of sorted.slice(index)) if (start.baseline === top) starts.add(start);
    }
    bottom = bottom === Number.POSITIVE_INFINITY ? segment.box[3] : Math.max(bottom, segment.box[3]);
  });
  return starts;
}

/** @param sorted from the top */
const firstToRead = (sorted: readonly Segment[], middle: number): Segment =>
  sorted.find(({ box }) => box[0] < middle) ?? (sorted[0] as Segment);

function hasNeighbour(segment: Segment, segments: readonly Segment[], middle: number): boolean {
  return segments.some(
    (other) =>
      other !== segment &&
      other.box[0] >= middle &&
      Math.abs(other.baseline - segment.baseline) < SAME_BASELINE_EM * segment.size,
  );
}

/** The widest white strip with lines on both sides over a common height that few lines reach over. */
export function findGutter(segments: readonly Segment[]): Gutter | null {
  if (segments.length < 2 * GUTTER_LINES) return null;
  const lefts = [...new Set(segments.map((segment) => Math.round(segment.box[0])))].sort((a, b) => a - b);
  let best: { from: number; to: number; score: number } | null = null;
  for (const to of lefts.slice(1)) {
    const right = segments.filter((segment) => segment.box[0] >= to - 1);
    if (right.length < GUTTER_LINES) break;
    const ends = segments.map((segment) => segment.box[2]).filter((end) => end <= to - GUTTER_PT);
    if (ends.length < GUTTER_LINES) continue;
    const from = Math.max(...ends);
    const left = segments.filter((segment) => segment.box[2] <= from + 0.5);
    const crossing = segments.length - left.length - right.length;
    const fewer = Math.min(left.length, right.length);
    if (crossing > GUTTER_CROSSED_PART * fewer || !sideBySide(left, right)) continue;
    const score = fewer - crossing;
    if (!best || score > best.score) best = { from, to, score };
  }
  return best && [best.from, best.to];
}

/** Lines on both sides, at one height somewhere; but for the lines of a title, few that begin or end in the strip or reach over it. */
function fits([from, to]: Gutter, segments: readonly Segment[]): boolean {
  const left = segments.filter((segment) => segment.box[2] <= to);
  const right = segments.filter((segment) => segment.box[0] >= from);
  const isBeside = left.some((one) => right.some((other) => one.box[1] < other.box[3] && other.box[1] < one.box[3]));
  const area = union(segments.map(({ box }) => box));
  const over = segments.filter(({ box }) => box[2] > to && box[0] < from && !isInMiddle(box, area));
  return isBeside && over.length <= Math.min(left.length, right.length);
}

/** Centred, with white on both sides. */
const isInMiddle = (box: Box, area: Box): boolean =>
  Math.abs(middleX(box) - middleX(area)) < CENTRED_PT && box[0] - area[0] > CENTRED_WHITE_PART * width(area);

/** At least half of the fewer lines have one of the other side at their height. */
function sideBySide(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a];
  const beside = fewer.filter((one) => more.some((other) => one.box[1] < other.box[3] && other.box[1] < one.box[3]));
  return beside.length >= Math.max(GUTTER_LINES, fewer.length / 2);
}
