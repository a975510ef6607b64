import type { Box } from '../../model/source.js';
import { extend } from '../../text/box.js';
import { isLatin } from '../../text/characters.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import { median } from '../median.js';
import { LATIN_SPACE_EM, SAME_BASELINE_EM, SEGMENT_GAP_EM, SEGMENT_OVERLAP_EM } from '../tolerances.js';

/** Glyphs side by side on one baseline, without a wide gap. */
export interface Segment {
  readonly glyphs: readonly PrintedGlyph[];
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
}

const sameBaseline = (a: { baseline: number; size: number }, b: { baseline: number; size: number }): boolean =>
  Math.abs(a.baseline - b.baseline) < SAME_BASELINE_EM * Math.max(a.size, b.size);

/** The glyphs of one line, some of which print something. */
export function segmentOf(glyphs: readonly PrintedGlyph[]): Segment {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const { baseline, size, box: first } = inked[0] as PrintedGlyph;
  const box: Box = [...first];
  for (const glyph of inked) extend(box, glyph.box);
  const isOfOneSize = inked.every((glyph) => glyph.size === size);
  return { glyphs, box, baseline, size: isOfOneSize ? size : median(inked.map((glyph) => glyph.size)) };
}

/**
 * Glyphs in drawing order → segments, in drawing order. Drawing order keeps apart what is printed over one another,
 * such as a line that runs into the next column.
 */
export function segmentsOf(glyphs: readonly PrintedGlyph[]): Segment[] {
  const segments: Segment[] = [];
  let current: PrintedGlyph[] = [];
  const close = (): void => {
    if (current.some((glyph) => !isBlank(glyph))) segments.push(segmentOf(current));
    current = [];
  };
  for (const glyph of glyphs) {
    const last = current.at(-1);
    if (last) {
      const gap = (glyph.box[0] - last.box[2]) / Math.max(glyph.size, last.size, 1);
      if (!sameBaseline(last, glyph) || gap > SEGMENT_GAP_EM || gap < -SEGMENT_OVERLAP_EM) close();
    }
    current.push(glyph);
  }
  close();
  return segments;
}

/** A segment → its parts between gaps at least so wide. */
export function splitAt({ glyphs }: Segment, gapEm: number): Segment[] {
  const parts: PrintedGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = parts.at(-1)?.at(-1);
    if (last && glyph.box[0] - last.box[2] < gapEm * glyph.size) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  return parts.filter((part) => part.some((glyph) => !isBlank(glyph))).map(segmentOf);
}

/** Segments of one column → lines from the top: what stands on one baseline without overlapping is one line. */
export function linesOf(segments: readonly Segment[]): Segment[] {
  const lines: Segment[][] = [];
  const reach = SAME_BASELINE_EM * segments.reduce((largest, { size }) => Math.max(largest, size), 0);
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])) {
    const line = lastWithin(lines, segment.baseline - reach, (other) => {
      const first = other[0] as Segment;
      return sameBaseline(first, segment) && other.every((part) => !overlap(part.box, segment.box, segment.size));
    });
    if (line) line.push(segment);
    else lines.push([segment]);
  }
  return lines.map((parts) => (parts.length === 1 ? (parts[0] as Segment) : joined(parts)));
}

/** The last line that `suits`; lines come from the top, and those above `top` are too far away. */
function lastWithin(
  lines: readonly Segment[][],
  top: number,
  suits: (line: readonly Segment[]) => boolean,
): Segment[] | undefined {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Segment[];
    if ((line[0] as Segment).baseline < top) return undefined;
    if (suits(line)) return line;
  }
  return undefined;
}

const joined = (parts: readonly Segment[]): Segment =>
  segmentOf([...parts].sort((a, b) => a.box[0] - b.box[0]).flatMap((part) => part.glyphs));

const overlap = (a: Box, b: Box, size: number): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > SEGMENT_OVERLAP_EM * size;

/** The text of a line; a gap between Latin letters that prints no space gets one. */
export function textOf(line: Segment): Traced {
  const { glyphs } = line;
  const parts: Traced[] = [];
  let from = 0;
  let widest: number | null = null;
  for (let index = 1; index < glyphs.length; index++) {
    const [before, glyph] = [glyphs[index - 1] as PrintedGlyph, glyphs[index] as PrintedGlyph];
    const gap = gapEm(before, glyph);
    if (gap <= LATIN_SPACE_EM || !isLatin(before.text) || !isLatin(glyph.text)) continue;
    widest ??= LATIN_SPACE_EM + letterSpacing(glyphs);
    if (gap <= widest) continue;
    parts.push(Traced.of(glyphs.slice(from, index)), Traced.inserted(' '));
    from = index;
  }
  return from === 0 ? Traced.of(glyphs) : Traced.join([...parts, Traced.of(glyphs.slice(from))]);
}

const gapEm = (before: PrintedGlyph, after: PrintedGlyph): number => (after.box[0] - before.box[2]) / after.size;

/**
 * What a justified line adds behind every letter, in em: the usual gap between Latin letters, unless Han stand closer.
 * Where only Han are spread, it is 0.
 */
function letterSpacing(glyphs: readonly PrintedGlyph[]): number {
  const latin: number[] = [];
  const others: number[] = [];
  for (let index = 1; index < glyphs.length; index++) {
    const [before, after] = [glyphs[index - 1] as PrintedGlyph, glyphs[index] as PrintedGlyph];
    if (isBlank(before) || isBlank(after)) continue;
    const areLatin = isLatin(before.text) && isLatin(after.text);
    (areLatin ? latin : others).push(gapEm(before, after));
  }
  if (latin.length === 0) return 0;
  const between = others.length > 0 ? Math.min(median(latin), median(others)) : median(latin);
  return Math.max(0, between);
}
