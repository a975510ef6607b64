// Lines in the colour of what they are painted on, or under what is painted later, are not seen.
import type { Rule } from '../page.js';
import type { Area, Line } from './drawn-lines.js';
import { WHITE_FROM } from './ink.js';
import { SHORTEST_PT } from './rules.js';

const PAPER = 1;
/** Paints whose lightness differs by less look alike. */
const CONTRAST = PAPER - WHITE_FROM;
/** What is right beside a line, from its edge. */
const BESIDE_PT = 0.5;
/** Areas are found again by their place in steps of this. */
const STEP_PT = 24;
/** A drawing of so many areas is not looked into: neither on the page, nor beside a line. */
const MOST_AREAS = 3000;
const MOST_BESIDE = 200;

/** @param areas in the order in which they are painted */
export function seen(lines: readonly Line[], areas: readonly Area[]): Rule[] {
  if (areas.length === 0 || areas.length > MOST_AREAS) return lines.filter(isDark).map(ruleOf);
  const byX = new Steps(areas, 0);
  const byY = new Steps(areas, 1);
  return lines.flatMap((line) => {
    const isLevel = line.direction === 'horizontal';
    const beside = (isLevel ? byY : byX).near(line);
    if (beside.length === 0 || beside.length > MOST_BESIDE) return isDark(line) ? [ruleOf(line)] : [];
    const isAlike = (lightness: number): boolean => Math.abs(lightness - line.lightness) < CONTRAST;
    const mayHide = ({ lightness, order, isOpaque }: Area): boolean =>
      isAlike(lightness) || (isOpaque && order > line.order);
    return isAlike(PAPER) || beside.some(mayHide) ? seenParts(line, beside) : [ruleOf(line)];
  });
}

const isDark = ({ lightness }: Line): boolean => lightness < WHITE_FROM;
const ruleOf = ({ direction, at, from, to }: Line): Rule => ({ direction, at, from, to });

/** Areas by one of their sides. */
class Steps {
  private readonly steps = new Map<number, Area[]>();

  constructor(
    areas: readonly Area[],
    private readonly axis: 0 | 1,
  ) {
    for (const area of areas) {
      const last = step(area.box[axis + 2] as number);
      for (let at = step(area.box[axis] as number); at <= last; at++) {
        const all = this.steps.get(at);
        if (all) all.push(area);
        else this.steps.set(at, [area]);
      }
    }
  }

  /** The areas under a line or right beside it. */
  near({ at, from, to, thick }: Line): Area[] {
    const [axis, along] = [this.axis, 1 - this.axis];
    const reach = thick / 2 + BESIDE_PT;
    const found = new Set([...(this.steps.get(step(at - reach)) ?? []), ...(this.steps.get(step(at + reach)) ?? [])]);
    return [...found].filter(
      ({ box }) =>
        (box[axis] as number) <= at + reach &&
        (box[axis + 2] as number) >= at - reach &&
        (box[along] as number) < to &&
        (box[along + 2] as number) > from,
    );
  }
}

const step = (at: number): number => Math.floor(at / STEP_PT);

function seenParts(line: Line, beside: readonly Area[]): Rule[] {
  const { direction, at, from, to, thick, order, lightness } = line;
  const [axis, along] = direction === 'horizontal' ? ([1, 0] as const) : ([0, 1] as const);
  const painted = [...beside].sort((a, b) => a.order - b.order);
  const holds = ({ box }: Area, place: number, middle: number): boolean =>
    (box[axis] as number) <= place &&
    place <= (box[axis + 2] as number) &&
    (box[along] as number) < middle &&
    middle < (box[along + 2] as number);
  const isSeen = (middle: number): boolean => {
    const [before, behind] = [at - thick / 2, at + thick / 2];
    const isCovered = painted.some(
      (area) => area.isOpaque && area.order > order && holds(area, before, middle) && holds(area, behind, middle),
    );
    if (isCovered) return false;
    return [before - BESIDE_PT, behind + BESIDE_PT].some((side) => {
      const ground = painted.findLast((area) => holds(area, side, middle))?.lightness ?? PAPER;
      return Math.abs(ground - lightness) >= CONTRAST;
    });
  };
  const ends = painted.flatMap(({ box }) => [box[along] as number, box[along + 2] as number]);
  const cuts = [from, ...ends.filter((end) => end > from && end < to).sort((a, b) => a - b), to];
  const parts: { direction: Rule['direction']; at: number; from: number; to: number }[] = [];
  for (let index = 1; index < cuts.length; index++) {
    const [start, end] = [cuts[index - 1] as number, cuts[index] as number];
    if (end - start <= 0 || !isSeen((start + end) / 2)) continue;
    const last = parts.at(-1);
    if (last?.to === start) last.to = end;
    else parts.push({ direction, at, from: start, to: end });
  }
  // what sticks out from under an area is nothing to see
  return parts.filter((part) => part.to - part.from >= Math.min(SHORTEST_PT, to - from));
}
