// Paths as pdf.js builds them → polygons.
import type { Box } from '../../model/source.js';
import { union } from '../../text/box.js';
import { apply, type Matrix } from './matrix.js';

export type Point = readonly [x: number, y: number];

/** A line may lean this far and still be horizontal or vertical. */
export const SKEW_PT = 0.7;
/** Frames are rounded by less; what is rounded by more has a shape of its own. */
const WIDEST_CORNER_PT = 24;
const NARROWEST_CORNER_PT = 2;

/** Codes of the path that pdf.js 5 builds: moveTo x y, lineTo x y, curveTo ×6, quadraticCurveTo ×4, closePath. */
const ARGUMENTS = [2, 2, 6, 4, 0] as const;
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** The polygons of a path in page space; curves are taken as their end points, rounded corners as corners. */
export function subpaths(path: ArrayLike<number>, ctm: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  /** Where curves begin that may round a corner, right after a line: how many points there are, and how they leave. */
  let bend: { readonly points: number; readonly leaving: Point } | null = null;
  let mayBend = false;
  for (let at = 0; at < path.length; ) {
    const code = path[at++] as number;
    const count = ARGUMENTS[code] ?? 0;
    if (code === CLOSE) {
      if (current[0]) current.push(current[0]);
      mayBend = false;
    } else {
      const end = apply(ctm, path[at + count - 2] as number, path[at + count - 1] as number);
      if (code === MOVE) {
        current = [];
        found.push(current);
      }
      if (count === 2) {
        mayBend = code === LINE;
        bend = null;
      } else {
        if (mayBend) bend = { points: current.length, leaving: apply(ctm, path[at] as number, path[at + 1] as number) };
        mayBend = false;
        const from = bend && current[bend.points - 1];
        const arriving = apply(ctm, path[at + count - 4] as number, path[at + count - 3] as number);
        const corner = bend && from && cornerOf(from, bend.leaving, arriving, end);
        if (bend && corner) {
          current.length = bend.points;
          current.push(corner);
          mayBend = true;
        }
      }
      current.push(end);
    }
    at += count;
  }
  return found;
}

/** Of a curve that leaves level and arrives upright, or the other way round: where its sides would meet. */
function cornerOf(from: Point, leaving: Point, arriving: Point, end: Point): Point | null {
  const [across, down] = [Math.abs(end[0] - from[0]), Math.abs(end[1] - from[1])];
  if (Math.max(across, down) > WIDEST_CORNER_PT || Math.min(across, down) < NARROWEST_CORNER_PT) return null;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SKEW_PT / 2;
  if (isNear(leaving[1], from[1]) && isNear(arriving[0], end[0])) return [end[0], from[1]];
  if (isNear(leaving[0], from[0]) && isNear(arriving[1], end[1])) return [from[0], end[1]];
  return null;
}

/** Where the lines and curves of a path end, in its own space. */
export function* endPoints(path: ArrayLike<number>): Iterable<Point> {
  for (let at = 0; at < path.length; ) {
    const count = ARGUMENTS[path[at++] as number] ?? 0;
    if (count > 0) yield [path[at + count - 2] as number, path[at + count - 1] as number];
    at += count;
  }
}

/** The box around a polygon. */
export const boxAround = (points: readonly Point[]): Box => union(points.map(([x, y]): Box => [x, y, x, y]));

/** Whether a polygon is one rectangle with level sides. */
export function isRectangle(points: readonly Point[], [x0, y0, x1, y1]: Box): boolean {
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SKEW_PT;
  const isOn = ([x, y]: Point): boolean => isNear(x, x0) || isNear(x, x1) || isNear(y, y0) || isNear(y, y1);
  // rounded corners come as corners, with the ends of their curves
  if (points.length < 4 || points.length > 13 || !points.every(isOn)) return false;
  const corners = points.filter(([x, y]) => (isNear(x, x0) || isNear(x, x1)) && (isNear(y, y0) || isNear(y, y1)));
  return corners.length >= 4;
}
