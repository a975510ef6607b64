// The white strips between columns that no rule parts.
import type { Box } from '../../../model/source.js';
import type { PrintedGlyph } from '../../../text/glyph.js';
import { isBlank } from '../../../text/glyph.js';
import { COLUMN_GAP_PT, MARK_WHITE_PART, WIDE_MARK_EM } from '../../tolerances.js';
import type { Segment } from '../segments.js';
import type { HeadingCell } from './heading.js';

export type Span = readonly [from: number, to: number];
/** For each border between two columns, the white that is left for it. */
export type Strips = readonly (readonly Span[])[];

/** What is white between headings side by side. */
export const stripsBetween = (columns: readonly HeadingCell[]): Strips =>
  columns.slice(1).map(({ box }, index) => [[(columns[index] as HeadingCell).box[2], box[0]]]);

/** The strips without what some text covers; null where nothing is left of one: the text goes over columns. */
export function narrowed(strips: Strips, segments: readonly Segment[]): Strips | null {
  const left = strips.map((spans) => spans.flatMap((span) => without(span, segments)));
  return left.some((spans) => spans.length === 0) ? null : left;
}

const CLOSING = /^[，。、；：！？）》」』”’】〉]$/u;
const OPENING = /^[（《「『“‘【〈]$/u;

/** The white half of a full-width mark hangs over the end of a line that is full. */
export function inkOf({ text, box, size }: PrintedGlyph): Span {
  const [from, , to] = box;
  const white = MARK_WHITE_PART * (to - from);
  if (to - from < WIDE_MARK_EM * size) return [from, to];
  return CLOSING.test(text) ? [from, to - white] : OPENING.test(text) ? [from + white, to] : [from, to];
}

function without(span: Span, segments: readonly Segment[]): Span[] {
  const reaches = (box: Box): boolean => box[2] > span[0] && box[0] < span[1];
  const covers: Span[] = [];
  for (const { box, glyphs } of segments) {
    // nearly all of a list stands beside the white
    if (!reaches(box)) continue;
    for (const glyph of glyphs) if (reaches(glyph.box) && !isBlank(glyph)) covers.push(inkOf(glyph));
  }
  return uncovered([span], covers).filter(([from, to]) => to - from >= COLUMN_GAP_PT);
}

/** What is left of spans where none of the others stands. */
export function uncovered(spans: readonly Span[], covers: readonly Span[]): Span[] {
  let left = [...spans];
  for (const [begin, end] of covers) {
    if (left.every(([from, to]) => end <= from || begin >= to)) continue;
    left = left.flatMap(([from, to]): Span[] =>
      end <= from || begin >= to
        ? [[from, to]]
        : [
            [from, Math.min(to, begin)],
            [Math.max(from, end), to],
          ],
    );
  }
  return left;
}

/** The widest white of each strip. */
export const widest = (strips: Strips): Span[] =>
  strips.map((spans) => spans.reduce((best, span) => (span[1] - span[0] > best[1] - best[0] ? span : best)));

/** Where a column begins and ends: the middles of the strips. */
export const middles = (strips: Strips): number[] => widest(strips).map(([from, to]) => (from + to) / 2);

/** The column that a place is in. */
export const columnAt = (borders: readonly number[], x: number): number => {
  const next = borders.findIndex((border) => x < border);
  return next < 0 ? borders.length : next;
};
