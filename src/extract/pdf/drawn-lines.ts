// The lines of a page as they are painted, in order, and what of them a person sees.
import type { Box } from '../../model/source.js';
import { height, intersection, width } from '../../text/box.js';
import type { Rule, Slant } from '../page.js';
import { dottedLines } from './dotted-lines.js';
import { gapLines } from './gap-lines.js';
import type { Drawn, Stretch } from './rules.js';
import { seen } from './seen-lines.js';
import { takeShading } from './strips.js';
import type { GraphicsState } from './text-state.js';

export interface Line extends Stretch {
  /** On white paper: 0 black, 1 white. */
  readonly lightness: number;
  /** How many lines and areas were painted before it. */
  readonly order: number;
}

export interface Dot {
  readonly box: Box;
  readonly lightness: number;
  readonly order: number;
}

/** A filled rectangle. */
export interface Area extends Dot {
  /** Nothing of what lies under it is seen. */
  readonly isOpaque: boolean;
}

/** Fainter paint is not seen. */
const FAINTEST_ALPHA = 0.02;
/** A drawing has more slanted lines than a table has diagonals, and a picture made of dots more dots than one has lines. */
const MOST_SLANTS = 100;
const MOST_DOTS = 20_000;
/** Half of a line along the edge of the clip is seen. */
const CLIP_SLACK_PT = 1;

export class DrawnLines {
  private readonly lines: Line[] = [];
  private readonly dots: Dot[] = [];
  private readonly areas: Area[] = [];
  private readonly allSlants: Slant[] = [];
  private count = 0;
  private readonly page: Box;

  constructor(width: number, height: number) {
    this.page = [0, 0, width, height];
  }

  add({ lines, dots, slants }: Omit<Drawn, 'areas'>, lightness: number, alpha: number, { clip }: GraphicsState): void {
    if (alpha < FAINTEST_ALPHA) return;
    const order = this.count++;
    for (const line of lines) {
      if (!Number.isFinite(line.at + line.from + line.to + line.thick)) continue;
      const { direction, at, thick } = line;
      const part = clip ? clipped(line, clip) : line;
      if (part) this.lines.push({ direction, at, from: part.from, to: part.to, thick, lightness, order });
    }
    if (this.dots.length < MOST_DOTS) for (const box of dots) this.dots.push({ box, lightness, order });
    if (this.allSlants.length <= MOST_SLANTS) this.allSlants.push(...slants);
  }

  addArea(box: Box, lightness: number, alpha: number, { clip, blendsNormally }: GraphicsState): void {
    if (alpha < FAINTEST_ALPHA) return;
    const shown = intersection(clip ? intersection(box, clip) : box, this.page);
    // not so of what is no number
    if (!(width(shown) > 0 && height(shown) > 0)) return;
    this.areas.push({ box: shown, lightness, order: this.count++, isOpaque: alpha === 1 && blendsNormally });
  }

  get rules(): Rule[] {
    const { lines, shading } = takeShading(this.lines);
    const areas = shading.length > 0 ? [...this.areas, ...shading].sort((a, b) => a.order - b.order) : this.areas;
    const all = [...lines, ...dottedLines(this.dots, lines)];
    return [...seen(all, areas), ...gapLines(areas)];
  }

  get slants(): Slant[] {
    return this.allSlants.length > MOST_SLANTS ? [] : this.allSlants;
  }
}

function clipped({ direction, at, from, to }: Stretch, clip: Box): { from: number; to: number } | null {
  const [start, end, before, behind] =
    direction === 'horizontal' ? [clip[0], clip[2], clip[1], clip[3]] : [clip[1], clip[3], clip[0], clip[2]];
  if (at < before - CLIP_SLACK_PT || at > behind + CLIP_SLACK_PT) return null;
  const part = { from: Math.max(from, start), to: Math.min(to, end) };
  return part.to > part.from ? part : null;
}
