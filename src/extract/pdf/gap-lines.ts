// Shaded cells side by side with narrow gaps between them: the gaps part them as lines would.
import type { Rule } from '../page.js';
import type { Area } from './drawn-lines.js';
import { WHITE_FROM } from './ink.js';
import { THIN_PT } from './rules.js';

/** Narrower gaps are rounding. */
const NARROWEST_GAP_PT = 0.3;
/** Sides at one place, give or take this. */
const SAME_SIDE_PT = 1;
/** Smaller areas hold no text. */
const SMALLEST_CELL_PT = 6;
/** A page of more areas is a drawing. */
const MOST_CELLS = 2000;

/** The sides of areas that stand in rows and in columns. */
export function gapLines(areas: readonly Area[]): Rule[] {
  const cells = areas.filter(
    ({ box, lightness }) => lightness < WHITE_FROM && Math.min(box[2] - box[0], box[3] - box[1]) >= SMALLEST_CELL_PT,
  );
  if (cells.length < 4 || cells.length > MOST_CELLS) return [];
  const right = neighbours(cells, 0);
  const below = neighbours(cells, 1);
  // one that has another to its right and another below it: a row or a stack alone is no table
  if (!cells.some((cell) => right.has(cell) && below.has(cell))) return [];
  const inTable = new Set([...right, ...below].flat());
  return [...inTable].flatMap(({ box: [x0, y0, x1, y1] }) => {
    const half = THIN_PT / 2;
    return [
      { direction: 'horizontal', at: y0, from: x0 - half, to: x1 + half },
      { direction: 'horizontal', at: y1, from: x0 - half, to: x1 + half },
      { direction: 'vertical', at: x0, from: y0 - half, to: y1 + half },
      { direction: 'vertical', at: x1, from: y0 - half, to: y1 + half },
    ] as const;
  });
}

/** Each area with the next one along an axis, where a gap parts them and their sides across it are in line. */
function neighbours(areas: readonly Area[], axis: 0 | 1): Map<Area, Area> {
  const across = 1 - axis;
  const rows = new Map<number, Area[]>();
  for (const area of areas) {
    const key = Math.round(area.box[across] as number);
    const row = rows.get(key);
    if (row) row.push(area);
    else rows.set(key, [area]);
  }
  const found = new Map<Area, Area>();
  for (const row of rows.values()) {
    row.sort((a, b) => (a.box[axis] as number) - (b.box[axis] as number));
    for (let index = 1; index < row.length; index++) {
      const [before, next] = [row[index - 1] as Area, row[index] as Area];
      const gap = (next.box[axis] as number) - (before.box[axis + 2] as number);
      const isInLine = Math.abs((next.box[across + 2] as number) - (before.box[across + 2] as number)) < SAME_SIDE_PT;
      if (gap >= NARROWEST_GAP_PT && gap <= THIN_PT && isInLine) found.set(before, next);
    }
  }
  return found;
}
