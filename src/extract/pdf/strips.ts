// A gradient drawn as thin strips side by side: shading, whose strips are no lines.
import type { Box } from '../../model/source.js';
import type { Area, Line } from './drawn-lines.js';

/** So many strips, together so thick: fewer may be a doubled line. */
const STRIPS = 4;
const SHADING_PT = 6;
/** Strips touch; a gap this narrow is rounding. */
const TOUCHING_PT = 0.3;
/** From one strip to the next, shades change by less: a line along the shading is no strip of it. */
const SHADE_STEP = 0.15;

/** The lines without strips that touch one another and are of one length; and the areas that these fill. */
export function takeShading(lines: readonly Line[]): { lines: readonly Line[]; shading: Area[] } {
  if (lines.length < STRIPS) return { lines, shading: [] };
  const sorted = [...lines].sort(
    (a, b) =>
      Number(a.direction === 'vertical') - Number(b.direction === 'vertical') ||
      Math.round(a.from) - Math.round(b.from) ||
      Math.round(a.to) - Math.round(b.to) ||
      a.at - b.at,
  );
  const strips = new Set<Line>();
  const shading: Area[] = [];
  let chain: Line[] = [];
  let end = 0;
  const close = (): void => {
    const [first] = chain;
    if (first && chain.length >= STRIPS && end - (first.at - first.thick / 2) > SHADING_PT) {
      for (const strip of chain) strips.add(strip);
      shading.push(areaOf(chain, first, end));
    }
    chain = [];
  };
  for (const line of sorted) {
    const last = chain.at(-1);
    const touches =
      last?.direction === line.direction &&
      Math.round(last.from) === Math.round(line.from) &&
      Math.round(last.to) === Math.round(line.to) &&
      line.at - line.thick / 2 <= end + TOUCHING_PT &&
      Math.abs(line.lightness - last.lightness) < SHADE_STEP;
    if (!touches) close();
    end = touches ? Math.max(end, line.at + line.thick / 2) : line.at + line.thick / 2;
    chain.push(line);
  }
  close();
  return strips.size === 0 ? { lines, shading } : { lines: lines.filter((line) => !strips.has(line)), shading };
}

function areaOf(chain: readonly Line[], { direction, at, thick, from, to }: Line, end: number): Area {
  const start = at - thick / 2;
  const box: Box = direction === 'horizontal' ? [from, start, to, end] : [start, from, end, to];
  const lightness = chain.reduce((sum, line) => sum + line.lightness, 0) / chain.length;
  return { box, lightness, order: Math.min(...chain.map(({ order }) => order)), isOpaque: false };
}
