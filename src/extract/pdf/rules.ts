// What is drawn as lines: strokes, thin filled rectangles, frames filled between two rectangles, thin pictures.
import type { Box } from '../../model/source.js';
import { contains, height, middleX, middleY, width } from '../../text/box.js';
import type { Rule, Slant } from '../page.js';
import { boxAround, isRectangle, type Point, SKEW_PT } from './paths.js';

/** A filled rectangle at most this thick is a drawn line. */
export const THIN_PT = 3;
/** A stroke wider than this is shading, nearly as high as text: word processors draw borders up to 6 pt. */
const WIDEST_STROKE_PT = 8;
/** Shorter pieces are dots of a pattern or corners, not lines. */
export const SHORTEST_PT = 2;
/** Shorter ones are parts of drawings, not diagonals of cells. */
const SHORTEST_SLANT_PT = 8;

/** A level line, with its width across. */
export interface Stretch extends Rule {
  readonly thick: number;
}

/** What a path draws. */
export interface Drawn {
  readonly lines: Stretch[];
  /** Too small for a line, together perhaps one. */
  readonly dots: Box[];
  readonly slants: Slant[];
  /** Filled rectangles thicker than lines. */
  readonly areas: Box[];
}

function level([x0, y0]: Point, [x1, y1]: Point, thick: number): Stretch | null {
  const across = Math.abs(x1 - x0);
  const down = Math.abs(y1 - y0);
  if (down <= SKEW_PT && across >= SHORTEST_PT) {
    return { direction: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thick };
  }
  if (across <= SKEW_PT && down >= SHORTEST_PT) {
    return { direction: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thick };
  }
  return null;
}

/** @param thick the width of the stroke on the page */
export function stroked(polygons: readonly (readonly Point[])[], thick: number): Drawn {
  const drawn: Drawn = { lines: [], dots: [], slants: [], areas: [] };
  for (const points of polygons) {
    // curves have many short pieces: what is no dot as a whole is no row of dots
    if (points.length <= 5 && isDot(boxAround(points))) drawn.dots.push(boxAround(points));
    for (let index = 1; index < points.length; index++) {
      const [from, to] = [points[index - 1] as Point, points[index] as Point];
      const line = level(from, to, thick);
      if (line && thick > WIDEST_STROKE_PT) drawn.areas.push(boxOfStretch(line));
      else if (line) drawn.lines.push(line);
      else if (points.length === 2 && isSlant(from, to)) drawn.slants.push({ from, to });
    }
  }
  return drawn;
}

export function filled(polygons: readonly (readonly Point[])[]): Drawn {
  const drawn: Drawn = { lines: [], dots: [], slants: [], areas: [] };
  const areas: Box[] = [];
  for (const points of polygons) {
    const box = boxAround(points);
    if (isDot(box)) drawn.dots.push(box);
    else if (Math.min(width(box), height(box)) <= THIN_PT) {
      const line = thinBox(box);
      if (line) drawn.lines.push(line);
    } else if (isRectangle(points, box)) areas.push(box);
    else {
      const slant = slantedFill(points);
      if (slant) drawn.slants.push(slant);
    }
  }
  const [outer, inner] = areas;
  // with a hole in it, the outer one is a frame, or nothing that we know
  const isHollow = polygons.length > 1 && areas.some((area) => area !== outer && outer && isWithin(area, outer));
  if (!isHollow) drawn.areas.push(...areas);
  else if (outer && inner && polygons.length === 2) drawn.lines.push(...frameBetween(outer, inner));
  return drawn;
}

/** A thin picture is a drawn line. */
export const thinBox = (box: Box): Stretch | null => {
  const [x, y, across, down] = [middleX(box), middleY(box), width(box), height(box)];
  if (Math.min(across, down) > THIN_PT) return null;
  return down <= across ? level([box[0], y], [box[2], y], down) : level([x, box[1]], [x, box[3]], across);
};

const isDot = (box: Box): boolean => width(box) < SHORTEST_PT && height(box) < SHORTEST_PT;

const isWithin = (inner: Box, outer: Box): boolean =>
  contains(outer, inner[0], inner[1]) && contains(outer, inner[2], inner[3]);

/** The four sides of a frame, where they are thin. */
function frameBetween(outer: Box, inner: Box): Stretch[] {
  const sides: Box[] = [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
  return sides.flatMap((side) => thinBox(side) ?? []);
}

export const boxOfStretch = ({ direction, at, from, to, thick }: Stretch): Box => {
  const [before, behind] = [at - thick / 2, at + thick / 2];
  return direction === 'horizontal' ? [from, before, to, behind] : [before, from, behind, to];
};

const isSlant = ([x0, y0]: Point, [x1, y1]: Point): boolean =>
  Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) >= SHORTEST_SLANT_PT;

/** A thin filled parallelogram: two long sides with two short ones between their ends. */
function slantedFill(points: readonly Point[]): Slant | null {
  const [a, b, c, d, e] = points;
  if (!a || !b || !c || !d || points.length > 5 || (e && (e[0] !== a[0] || e[1] !== a[1]))) return null;
  for (const [p, q, r, s] of [
    [a, b, c, d],
    [b, c, d, a],
  ] as const) {
    if (distance(p, q) > THIN_PT || distance(r, s) > THIN_PT) continue;
    const [from, to] = [between(p, q), between(r, s)];
    if (isSlant(from, to)) return { from, to };
  }
  return null;
}

const distance = ([x0, y0]: Point, [x1, y1]: Point): number => Math.hypot(x1 - x0, y1 - y0);
const between = ([x0, y0]: Point, [x1, y1]: Point): Point => [(x0 + x1) / 2, (y0 + y1) / 2];
