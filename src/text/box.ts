import type { Box } from '../model/source.js';

// asked for every glyph: by index, which costs less than taking boxes apart
export const width = (box: Box): number => box[2] - box[0];
export const height = (box: Box): number => box[3] - box[1];
export const middleX = (box: Box): number => (box[0] + box[2]) / 2;
export const middleY = (box: Box): number => (box[1] + box[3]) / 2;

/** Whether one stands above or below the other, at least in part. */
export const overlapsAcross = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2];
export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** Not so where the numbers of a file are too large for arithmetic. */
export const isPlace = (box: Box): boolean => Number.isFinite(box[0] + box[1] + box[2] + box[3]);

/** What two boxes share; empty (x1 < x0 or y1 < y0) where that is nothing. */
export const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** The smallest box around all; the boxes must not be none. */
export function union(boxes: Iterable<Box>): Box {
  const all: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) extend(all, box);
  return all;
}

/** Makes the first box hold the second too. */
export function extend(all: Box, box: Box): void {
  if (box[0] < all[0]) all[0] = box[0];
  if (box[1] < all[1]) all[1] = box[1];
  if (box[2] > all[2]) all[2] = box[2];
  if (box[3] > all[3]) all[3] = box[3];
}

/** To a tenth of a point, as records give boxes. */
export const rounded = (box: Box): Box => box.map((points) => Math.round(points * 10) / 10) as Box;
