// The lines of merged cells without numbers, one after the other → cells: the room in a line tells where one ends.
import type { ColumnRole } from '../../blocks.js';
import { SAME_WIDTH_EM } from '../../tolerances.js';
import { UNIT_ROLES } from './columns.js';
import type { ListLine } from './lines.js';

/** Between two lines: a cell ends there, goes on, or may do either: the line is full, or ended on purpose. */
export type Border = 'ends' | 'goes-on' | 'full' | 'short';

export function borderBetween(above: ListLine, below: ListLine, full: number, role: ColumnRole): Border {
  if (above.isStretched || above.endsOpen || below.beginsClosed || above.brackets.opened > 0) return 'goes-on';
  // no cell is of one character but 无
  if (below.text.length === 1 && !below.isNone) return 'goes-on';
  const room = full - SAME_WIDTH_EM - above.width - Math.min(below.unit, full);
  if (!UNIT_ROLES.has(role)) return room > 0 ? 'ends' : 'full';
  // a unit may stand in a line of its own
  if (!above.endsUnit) return 'goes-on';
  return room > 0 ? 'short' : 'full';
}

/**
 * The borders within each page's block. A heading printed again at the top of the next page shows, on both, which lines
 * are its own.
 *
 * @returns borders, the one after line `i` at `i`; and how many lines of a block repeat the end of the one before
 */
export function bordersOf(blocks: readonly (readonly ListLine[])[], full: number, role: ColumnRole) {
  const borders = blocks.map((lines) =>
    lines.slice(1).map((below, index) => borderBetween(lines[index] as ListLine, below, full, role)),
  );
  const again = blocks.map(() => 0);
  let before = -1;
  blocks.forEach((lines, page) => {
    if (lines.length === 0) return;
    const above = blocks[before] ?? [];
    const count = repeatedLines(above, lines);
    again[page] = count;
    if (count > 0) {
      fence(borders[before] as Border[], above.length - count, above.length);
      fence(borders[page] as Border[], 0, count);
    }
    before = page;
  });
  return { borders, again };
}

/** Marks the lines `from` up to, not including, `to` as one cell. */
function fence(borders: Border[], from: number, to: number): void {
  for (let line = from; line < to - 1; line++) borders[line] = 'goes-on';
  if (from > 0) borders[from - 1] = 'ends';
  if (to <= borders.length) borders[to - 1] = 'ends';
}

/** How many lines at the end of one block the next one begins with. */
function repeatedLines(above: readonly ListLine[], lines: readonly ListLine[]): number {
  for (let count = Math.min(above.length, lines.length); count > 0; count--) {
    const end = above.slice(-count);
    if (end.every(({ text }, index) => text === lines[index]?.text)) return count;
  }
  return 0;
}

export interface BlockCell {
  readonly lines: readonly ListLine[];
  /** Nothing else can be its lines. */
  isSure: boolean;
}

const isOpen = (border: Border): boolean => border === 'full' || border === 'short';

/**
 * @param wanted how many cells there are, null where that is not known: full lines then go on
 * @returns null where there cannot be so many
 */
export function cellsOf(
  lines: readonly ListLine[],
  borders: readonly Border[],
  wanted: number | null,
): BlockCell[] | null {
  if (lines.length === 0) return wanted ? null : [];
  const least = 1 + borders.filter((border) => border === 'ends').length;
  const open = borders.filter(isOpen).length;
  let more = (wanted ?? least) - least;
  if (more < 0 || more > open) return null;
  const isKnown = wanted !== null && (more === 0 || more === open);
  const cells: { lines: ListLine[]; isSure: boolean }[] = [];
  lines.forEach((line, index) => {
    const border = index === 0 ? 'ends' : (borders[index - 1] as Border);
    const isSure = isKnown || !isOpen(border);
    const last = cells.at(-1);
    if (last && !isSure) last.isSure = false;
    const joins = isOpen(border) && (wanted === null ? border === 'full' : more-- <= 0);
    if (last && (border === 'goes-on' || joins)) last.lines.push(line);
    else cells.push({ lines: [line], isSure });
  });
  return cells;
}
