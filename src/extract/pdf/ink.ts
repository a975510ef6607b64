// How light a paint is on white paper.
import type { GraphicsState } from './text-state.js';

/** The colour of a pattern, of which nothing is known: taken to be like neither ink nor paper. */
export const PATTERN = 'pattern';
const PATTERN_LIGHTNESS = 0.5;

const known = new Map<string, number>();

/** As computed, once for each colour. */
function luminance(color: string): number {
  let value = known.get(color);
  if (value === undefined) {
    value = computed(color);
    // a page may shade through all colours there are
    if (known.size < MOST_COLOURS) known.set(color, value);
  }
  return value;
}
const MOST_COLOURS = 1000;

/** Relative luminance as in Rec. 709, on the values as they stand: 0 black, 1 white; 0 where the colour is not known. */
function computed(color: string): number {
  if (color === PATTERN) return PATTERN_LIGHTNESS;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  if (!match) return 0;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const onPaper = (color: string, alpha: number): number => 1 - alpha * (1 - luminance(color));

export const fillLightness = ({ fillColor, fillAlpha }: GraphicsState): number => onPaper(fillColor, fillAlpha);
export const strokeLightness = ({ strokeColor, strokeAlpha }: GraphicsState): number =>
  onPaper(strokeColor, strokeAlpha);

/** Of glyphs: modes 1 and 5 draw outlines only (PDF 32000-1, table 106). */
export const lightnessOf = (state: GraphicsState): number =>
  state.renderingMode % 4 === 1 ? strokeLightness(state) : fillLightness(state);

/** Lighter is white. */
export const WHITE_FROM = 0.98;
