// Merged cells whose text stands in the middle: which rows each stands for.
import type { ColumnRole } from '../../blocks.js';
import { ALIGNED_EM, MERGED_OFF_EM } from '../../tolerances.js';
import { centreOf, type Group } from './groups.js';
import type { Rows } from './rows.js';
import type { Begin, Span } from './spans.js';

interface Column extends Begin {
  readonly groups: readonly Group[];
  readonly role: ColumnRole | null;
  readonly rows: Rows;
  readonly size: number;
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
/** A cell that the page cuts has its text at the top, whatever the others have. */
const CUT_COST = 0.2;
/** What is left of a cell may stand anywhere in what is left of its rows. */
const REST_COST = 0.6;
/** Where another tiling costs no more than this beyond the cheapest, nobody knows which is right. */
const DOUBT_COST = 0.25;

/** A page has not so many cells and places for them: where it seems to, nothing is weighed. */
const MOST_PIECES = 1_000_000;

/** One cell of a tiling: it begins after so many groups have been used. */
interface Piece extends Span {
  readonly used: number;
  readonly cost: number;
}

/** The cheapest way to lay the groups, in order, over all rows; null where they cannot be laid. */
export function tiled(column: Column): Span[] | null {
  const count = column.rows.extents.length;
  if (column.groups.length * count ** 2 > MOST_PIECES) return null;
  const lay = (others: Column, widestOff: number): Span[] | null =>
    cheapest(piecesOf(others, widestOff), column.groups.length, count);
  const near = lay(column, MERGED_OFF_EM);
  if (near) return near;
  // against what stands within, or far from the middle of any rows: the nearest, and a person should look
  const free = { ...column, starts: null };
  const far = lay(free, MERGED_OFF_EM) ?? lay(free, Number.POSITIVE_INFINITY);
  return far?.map((span) => ({ ...span, doubtful: rowsOfSpan(span) })) ?? null;
}

const rowsOfSpan = ({ from, to }: Span): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** All cells that a tiling may have. */
function piecesOf(
  { groups, role, rows, goesOn, isRest: beginsWithRest, starts, size }: Column,
  widestOff: number,
): Piece[] {
  const { extents, borders, gap, isFirstCut } = rows;
  const count = extents.length;
  const blank = role === null ? BLANK_COSTS.remarks : BLANK_COSTS[role];
  const pieces: Piece[] = [];
  const isFirstLine = (group: Group, row: number): boolean =>
    [(extents[row] as Group).first, (borders[row] as number) + gap / 2].some(
      (top) => Math.abs(top - group.first) < ALIGNED_EM * size,
    );
  for (let used = 0; used <= groups.length; used++) {
    for (let from = 0; from < count; from++) {
      const isRest = isFirstCut && from === 0 && role !== 'path';
      if (role !== 'path') pieces.push({ used, from, to: from + 1, group: null, cost: isRest ? 0 : blank });
      if (from === 0 && used === 0 && goesOn && !beginsWithRest) {
        for (let to = 1; to <= count; to++) pieces.push({ used, from, to, group: null, cost: GOES_ON_COST });
      }
      const group = groups[used];
      const isRestOfCell = beginsWithRest && used === 0;
      if (isRestOfCell && from > 0) break;
      if (starts && from > 0 && !starts.has(from)) continue;
      if (!group || group.first < (borders[from] as number) - size / 2) continue;
      for (let to = from + 1; to <= count; to++) {
        const lower = borders[to] as number;
        if (group.last > lower + size / 2) continue;
        const off = Math.abs(((borders[from] as number) + lower) / 2 - centreOf(group)) / size;
        const isTop = isFirstLine(group, from);
        const costs = [
          ...(off < widestOff ? [off * off] : []),
          ...(isTop && to === from + 1 ? [AT_TOP_OFF_EM ** 2] : []),
          ...(isTop && to === count ? [CUT_COST] : []),
          ...(isTop && from === 0 && goesOn ? [GOES_ON_COST] : []),
          ...(isRestOfCell ? [REST_COST] : []),
        ];
        if (costs.length > 0) pieces.push({ used, from, to, group, cost: Math.min(...costs) });
      }
    }
  }
  return pieces;
}

const after = ({ used, group }: Piece): number => used + (group ? 1 : 0);

/** The cheapest tiling; rows that another one, hardly dearer, gives to another cell are doubtful. */
function cheapest(pieces: readonly Piece[], groups: number, count: number): Span[] | null {
  const key = (used: number, row: number): number => used * (count + 1) + row;
  const ahead = Array<number>((groups + 1) * (count + 1)).fill(Number.POSITIVE_INFINITY);
  const behind = [...ahead];
  const at = (costs: readonly number[], used: number, row: number): number => costs[key(used, row)] as number;
  // from above, and from below
  const down = [...pieces].sort((a, b) => a.from - b.from || a.used - b.used);
  behind[key(0, 0)] = 0;
  for (const piece of down) {
    const end = key(after(piece), piece.to);
    behind[end] = Math.min(behind[end] as number, at(behind, piece.used, piece.from) + piece.cost);
  }
  ahead[key(groups, count)] = 0;
  for (const piece of down.toReversed()) {
    const begin = key(piece.used, piece.from);
    ahead[begin] = Math.min(ahead[begin] as number, at(ahead, after(piece), piece.to) + piece.cost);
  }
  const least = at(ahead, 0, 0);
  if (least === Number.POSITIVE_INFINITY) return null;
  const through = (piece: Piece): number =>
    at(behind, piece.used, piece.from) + piece.cost + at(ahead, after(piece), piece.to);
  const likely = pieces.filter((piece) => through(piece) <= least + DOUBT_COST);
  const chosen: Piece[] = [];
  for (let [used, row] = [0, 0]; row < count; ) {
    const next = likely
      .filter((piece) => piece.used === used && piece.from === row)
      .sort((a, b) => through(a) - through(b))[0];
    if (!next) return null;
    chosen.push(next);
    [used, row] = [after(next), next.to];
  }
  const isOther = (a: Piece, b: Piece): boolean => a.group !== b.group && (a.group !== null || b.group !== null);
  return chosen.map((piece) => {
    const doubtful = rowsOfSpan(piece).filter((row) =>
      likely.some((other) => other.from <= row && row < other.to && isOther(piece, other)),
    );
    return { ...piece, ...(doubtful.length > 0 && { doubtful }) };
  });
}
