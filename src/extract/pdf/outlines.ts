// What glyphs look like: pdf.js builds their outlines, since it is told not to use them as fonts.
import { IDENTITY } from './matrix.js';
import { boxAround, endPoints, type Point, subpaths } from './paths.js';

/** `framed`: level lines only, like the box that fonts show for what they do not have. */
export type Outline = 'inked' | 'framed' | 'empty';

/** A side that leans by less than this part of the outline's size is level. */
const LEVEL_PART = 0.02;

/** Whether an outline, as pdf.js builds it, is other than 'empty': its first points tell, for most glyphs. */
export function hasExtent(path: ArrayLike<number>): boolean {
  let first: Point | null = null;
  let [isWide, isHigh] = [false, false];
  for (const [x, y] of endPoints(path)) {
    first ??= [x, y];
    isWide ||= x !== first[0];
    isHigh ||= y !== first[1];
    if (isWide && isHigh) return true;
  }
  return false;
}

/** @param path as pdf.js builds it, in any unit */
export function outlineOf(path: ArrayLike<number>): Outline {
  const polygons = subpaths(path, IDENTITY);
  const points = polygons.flat();
  if (points.length === 0) return 'empty';
  const [x0, y0, x1, y1] = boxAround(points);
  if (x1 === x0 || y1 === y0) return 'empty';
  const least = LEVEL_PART * Math.max(x1 - x0, y1 - y0);
  const leans = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.min(Math.abs(bx - ax), Math.abs(by - ay)) > least;
  return polygons.some((polygon) => polygon.slice(1).some((point, index) => leans(polygon[index] as Point, point)))
    ? 'inked'
    : 'framed';
}
