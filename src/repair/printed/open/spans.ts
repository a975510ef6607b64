// Which rows a merged cell stands for, by the place of its text.
import type { ColumnRole } from '../../blocks.js';
import { ALIGNED_EM } from '../../tolerances.js';
import type { Group } from './groups.js';
import type { Alignment, Rows } from './rows.js';
import { tiled } from './tiling.js';

/** A cell over the rows from `from` up to, not including, `to`; without a group it is blank. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly group: Group | null;
  /** Rows that its neighbour may stand for as well. */
  readonly doubtful?: readonly number[];
}

/** What is known of where the cells of a column begin. */
export interface Begin {
  /** The page before may have begun the first cell. */
  readonly goesOn: boolean;
  /** The first group is the rest of that cell. */
  readonly isRest: boolean;
  /** Rows where the headings within these begin: no heading begins in the middle of one that it stands above. */
  readonly starts: ReadonlySet<number> | null;
}

/**
 * The cells of a column, over all rows.
 *
 * @returns null where the places of the texts do not fit the rows
 */
export function spansOf(
  groups: readonly Group[],
  role: ColumnRole | null,
  rows: Rows,
  alignment: Alignment,
  begin: Begin,
  size: number,
): Span[] | null {
  const isMerged = role === 'path' || role === 'number';
  if (alignment === 'middle') return tiled({ groups, role, rows, size, ...begin });
  const starts = groups.map((group) => startOf(group, rows, size));
  if (starts.some((start, index) => start <= (starts[index - 1] ?? -1))) return null;
  if (isMerged && (starts[0] ?? rows.extents.length) > 0 && !begin.goesOn) return null;
  return filled(
    groups.map((group, index) => {
      const from = starts[index] as number;
      const next = starts[index + 1] ?? rows.extents.length;
      return { from, to: isMerged ? next : reach(group, from, next, rows), group };
    }),
    rows.extents.length,
    isMerged,
  );
}

/** The row whose first line is beside the group's. */
function startOf(group: Group, { extents, borders }: Rows, size: number): number {
  const beside = extents.findIndex(({ first }) => Math.abs(first - group.first) < ALIGNED_EM * size);
  return beside >= 0 ? beside : borders.findLastIndex((border) => border <= group.first);
}

/** As many rows as its text needs. */
function reach(group: Group, from: number, next: number, { borders }: Rows): number {
  let to = from + 1;
  while (to < next && group.last > (borders[to] as number)) to += 1;
  return to;
}

/** Blank cells between the others: row by row, but for the one at the top of a merged column. */
function filled(spans: readonly Span[], count: number, isMerged: boolean): Span[] {
  const all: Span[] = [];
  let row = 0;
  for (const span of [...spans, { from: count, to: count, group: null }]) {
    if (isMerged && row === 0 && span.from > 0) all.push({ from: 0, to: span.from, group: null });
    else for (let at = row; at < span.from; at++) all.push({ from: at, to: at + 1, group: null });
    if (span.from < count) all.push(span);
    row = span.to;
  }
  return all;
}
