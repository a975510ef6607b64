// Which rows a merged cell stands for, by the place of its text.
import type { ColumnRole } from '../../blocks.js';
import { ALIGNED_EM, MERGED_OFF_EM } from '../../tolerances.js';
import { centreOf, type Group } from './groups.js';
import type { Alignment, Rows } from './rows.js';

/** A cell over the rows from `from` up to, not including, `to`; without a group it is blank. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly group: Group | null;
}

/** What a blank row costs, next to a group that stands one em off the middle of its rows. */
const BLANK_COSTS: Readonly<Record<ColumnRole, number>> = {
  number: 1,
  path: 4,
  measure: 4,
  deadline: 0.3,
  lead: 0.5,
  support: 0.1,
  responsible: 0.5,
  remarks: 0.02,
};
/** A text at the top of its one row, among others in the middle, counts as so far off. */
const AT_TOP_OFF_EM = 0.5;
/** What is blank at the head of a page may be the rest of a cell on the page before. */
const GOES_ON_COST = 0.3;

/**
 * The cells of a column, over all rows.
 *
 * @param goesOn the page before may have begun the first cell
 * @returns null where the places of the texts do not fit the rows
 */
export function spansOf(
  groups: readonly Group[],
  role: ColumnRole | null,
  rows: Rows,
  alignment: Alignment,
  goesOn: boolean,
  size: number,
): Span[] | null {
  const isMerged = role === 'path' || role === 'number';
  if (alignment === 'middle') return tiled(groups, role, rows, goesOn, size);
  const starts = groups.map((group) => startOf(group, rows, size));
  if (starts.some((start, index) => start <= (starts[index - 1] ?? -1))) return null;
  if (isMerged && (starts[0] ?? rows.extents.length) > 0 && !goesOn) return null;
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

interface Tiling {
  readonly cost: number;
  readonly spans: readonly Span[];
}

/** The cheapest way to lay the groups, in order, over all rows, each in the middle of its own. */
function tiled(
  groups: readonly Group[],
  role: ColumnRole | null,
  { extents, borders, isFirstCut }: Rows,
  goesOn: boolean,
  size: number,
): Span[] | null {
  const count = extents.length;
  const best: (Tiling | null)[][] = Array.from({ length: groups.length + 1 }, () => Array(count + 1).fill(null));
  const offer = (used: number, row: number, from: Tiling, cost: number, span: Span): void => {
    const total = from.cost + cost;
    const known = best[used]?.[row];
    if (!known || total < known.cost) (best[used] as Tiling[])[row] = { cost: total, spans: [...from.spans, span] };
  };
  (best[0] as Tiling[])[0] = { cost: 0, spans: [] };
  const blank = role === null ? BLANK_COSTS.remarks : BLANK_COSTS[role];
  for (let used = 0; used <= groups.length; used++) {
    for (let row = 0; row < count; row++) {
      const here = best[used]?.[row];
      if (!here) continue;
      const isRest = isFirstCut && row === 0 && role !== 'path';
      if (role !== 'path') offer(used, row + 1, here, isRest ? 0 : blank, { from: row, to: row + 1, group: null });
      if (row === 0 && goesOn) {
        for (let to = 1; to <= count; to++) offer(used, to, here, GOES_ON_COST, { from: 0, to, group: null });
      }
      const group = groups[used];
      if (!group || group.first < (borders[row] as number) - size / 2) continue;
      for (let to = row + 1; to <= count; to++) {
        const lower = borders[to] as number;
        const isAtTop = to === row + 1 && Math.abs((extents[row] as Group).first - group.first) < ALIGNED_EM * size;
        const offMiddle = Math.abs(((borders[row] as number) + lower) / 2 - centreOf(group)) / size;
        const off = isAtTop ? Math.min(offMiddle, AT_TOP_OFF_EM) : offMiddle;
        if (group.last <= lower + size / 2 && off < MERGED_OFF_EM)
          offer(used + 1, to, here, off * off, { from: row, to, group });
      }
    }
  }
  const found = best[groups.length]?.[count];
  return found ? [...found.spans] : null;
}
