import type { Box } from '../model/source.js';

export const width = ([x0, , x1]: Box): number => x1 - x0;
export const height = ([, y0, , y1]: Box): number => y1 - y0;
export const middleX = ([x0, , x1]: Box): number => (x0 + x1) / 2;
export const middleY = ([, y0, , y1]: Box): number => (y0 + y1) / 2;

export const contains = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** Not so where the numbers of a file are too large for arithmetic. */
export const isPlace = (box: Box): boolean => box.every(Number.isFinite);

/** What two boxes share; empty (x1 < x0 or y1 < y0) where that is nothing. */
export const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** The smallest box around all; the boxes must not be none. */
export function union(boxes: Iterable<Box>): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** To a tenth of a point, as records give boxes. */
export const rounded = (box: Box): Box => box.map((points) => Math.round(points * 10) / 10) as Box;
