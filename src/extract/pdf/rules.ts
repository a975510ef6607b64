import type { Box } from '../../model/source.js';
import { union } from '../../text/box.js';
import type { Rule } from '../page.js';
import { apply, type Matrix } from './matrix.js';

/** A filled rectangle at most this thick is a drawn line. */
const THIN_PT = 3;
/** A line may lean this far and still be horizontal or vertical. */
const SKEW_PT = 0.7;
/** Shorter pieces are dots of a pattern or corners, not lines. */
const SHORTEST_PT = 2;

export type Point = readonly [x: number, y: number];

/** Codes of the path that pdf.js 5 builds: moveTo x y, lineTo x y, curveTo ×6, quadraticCurveTo ×4, closePath. */
const ARGUMENTS = [2, 2, 6, 4, 0] as const;
const MOVE = 0;
const CLOSE = 4;

/** The polygons of a path in page space; curves are taken as their end points. */
export function subpaths(path: ArrayLike<number>, ctm: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  for (let at = 0; at < path.length; ) {
    const code = path[at++] as number;
    const count = ARGUMENTS[code] ?? 0;
    if (code === CLOSE) {
      if (current[0]) current.push(current[0]);
    } else {
      const end = apply(ctm, path[at + count - 2] as number, path[at + count - 1] as number);
      if (code === MOVE) {
        current = [];
        found.push(current);
      }
      current.push(end);
    }
    at += count;
  }
  return found;
}

/** Where the lines and curves of a path end, in its own space. */
export function* endPoints(path: ArrayLike<number>): Iterable<Point> {
  for (let at = 0; at < path.length; ) {
    const count = ARGUMENTS[path[at++] as number] ?? 0;
    if (count > 0) yield [path[at + count - 2] as number, path[at + count - 1] as number];
    at += count;
  }
}

function rule([x0, y0]: Point, [x1, y1]: Point): Rule | null {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= SKEW_PT && width >= SHORTEST_PT) {
    return { direction: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
  }
  if (width <= SKEW_PT && height >= SHORTEST_PT) {
    return { direction: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  }
  return null;
}

/** The straight pieces of a stroked path. */
export function strokedRules(paths: readonly Point[][]): Rule[] {
  return paths.flatMap((points) =>
    points.slice(1).flatMap((point, index) => rule(points[index] as Point, point) ?? []),
  );
}

/** The box around a polygon. */
export const boxAround = (points: readonly Point[]): Box => union(points.map(([x, y]): Box => [x, y, x, y]));

/** Whether a path is one rectangle with level sides, thicker than a drawn line. */
export function isArea(points: readonly Point[]): boolean {
  const [x0, y0, x1, y1] = boxAround(points);
  const isCorner = ([x, y]: Point): boolean =>
    Math.min(Math.abs(x - x0), Math.abs(x - x1)) < SKEW_PT && Math.min(Math.abs(y - y0), Math.abs(y - y1)) < SKEW_PT;
  return points.length >= 4 && points.length <= 6 && Math.min(x1 - x0, y1 - y0) > THIN_PT && points.every(isCorner);
}

/** A thin picture is a drawn line. */
export const imageRule = ([x0, y0, x1, y1]: Box): Rule | null =>
  Math.min(x1 - x0, y1 - y0) > THIN_PT
    ? null
    : (filledRules([
        [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
        ],
      ])[0] ?? null);

/** Thin filled rectangles, as lines through their middle. */
export function filledRules(paths: readonly Point[][]): Rule[] {
  return paths.flatMap((points) => {
    const [x0, y0, x1, y1] = boxAround(points);
    if (Math.min(x1 - x0, y1 - y0) > THIN_PT) return [];
    const flat = y1 - y0 <= x1 - x0;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return (flat ? rule([x0, y], [x1, y]) : rule([x, y0], [x, y1])) ?? [];
  });
}
