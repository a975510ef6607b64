// The lines of a column, and which of them are one cell.
import { middleX } from '../../../text/box.js';
import type { PrintedGlyph } from '../../../text/glyph.js';
import { ROW_PITCH_PART, WIDEST_CELL_PITCH_EM } from '../../tolerances.js';
import { linesOf, type Segment, segmentsOf } from '../segments.js';
import { columnAt } from './strips.js';

/** Lines of one column that follow one another closely: the text of a cell. Places are baselines. */
export interface Group {
  readonly lines: readonly Segment[];
  readonly first: number;
  readonly last: number;
}

export const centreOf = ({ first, last }: Group): number => (first + last) / 2;

/** Segments → the lines of each column, from the top. */
export function columnLines(segments: readonly Segment[], borders: readonly number[]): Segment[][] {
  const columns: PrintedGlyph[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (const glyph of segments.flatMap(({ glyphs }) => glyphs))
    columns[columnAt(borders, middleX(glyph.box))]?.push(glyph);
  return columns.map((glyphs) => linesOf(segmentsOf(glyphs)));
}

/** Baseline to baseline within cells, in points: the least distance that comes again, if it is one of lines. */
export function pitchOf(columns: readonly (readonly Segment[])[]): number | null {
  const distances = columns.flatMap(distancesOf).sort((a, b) => a - b);
  const size = sizeOf(columns);
  const often = distances.find((distance, index) => (distances[index + 1] ?? Infinity) - distance < 0.1 * size);
  const pitch = often ?? distances[0];
  return pitch !== undefined && pitch < WIDEST_CELL_PITCH_EM * size ? pitch : null;
}

export function sizeOf(columns: readonly (readonly Segment[])[]): number {
  const sizes = columns
    .flat()
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

const distancesOf = (lines: readonly Segment[]): number[] =>
  lines.slice(1).map((line, index) => line.baseline - (lines[index] as Segment).baseline);

/** Lines further apart than those of a cell are those of two. */
export function groupsOf(lines: readonly Segment[], pitch: number | null, size: number): Group[] {
  const widest = WIDEST_CELL_PITCH_EM * size;
  const limit = pitch === null ? widest : Math.min(ROW_PITCH_PART * pitch, widest);
  const groups: Segment[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && line.baseline - last.baseline <= limit) group.push(line);
    else groups.push([line]);
  }
  return groups.map((own) => ({
    lines: own,
    first: (own[0] as Segment).baseline,
    last: (own.at(-1) as Segment).baseline,
  }));
}
