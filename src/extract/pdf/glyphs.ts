import type { Box } from '../../model/source.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { lightnessOf } from './ink.js';
import { apply, multiply } from './matrix.js';
import type { GraphicsState, TextCursor } from './text-state.js';

/** A glyph in the arguments of pdf.js's showText; numbers between them are TJ adjustments. */
export interface FontGlyph {
  readonly unicode: string;
  /** In glyph space, 1000 to the em but in Type 3 fonts. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[];
}

/** An em box of a Han character stands 0.88 em above and 0.12 em below the Roman baseline (the common default of CJK fonts). */
const ASCENT_EM = 0.88;
const DESCENT_EM = 0.12;

/** Darker glyphs do not say how light they are. */
const LIGHT_FROM = 0.5;

const round = (points: number): number => Math.round(points * 100) / 100;

/** One showText: the glyphs it prints, in order. Moves the cursor past them (PDF 32000-1 §9.4.4). */
export function showText(
  items: readonly (FontGlyph | number)[],
  state: GraphicsState,
  cursor: TextCursor,
  page: number,
): PrintedGlyph[] {
  const shown: PrintedGlyph[] = [];
  const size = Math.abs(state.fontSize);
  const { vertical, widthScale } = state.font;
  const toPage = multiply(state.ctm, cursor.matrix);
  const sizeOnPage = size * Math.hypot(toPage[2], toPage[3]);
  const angle = Math.round((Math.atan2(toPage[1] * state.fontSize, toPage[0] * state.fontSize) * 180) / Math.PI);
  const lightness = round(lightnessOf(state));
  const more = {
    ...(state.font.name !== undefined && { font: state.font.name }),
    ...(angle !== 0 && { angle }),
    ...(lightness >= LIGHT_FROM && { lightness }),
  };
  for (const item of items) {
    if (typeof item === 'number') {
      const move = (-item / 1000) * state.fontSize;
      if (vertical) cursor.y += move;
      else cursor.x += move * state.horizontalScale;
      continue;
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    const width = item.width * widthScale * state.fontSize;
    const [left, bottom, right, top] = vertical
      ? [cursor.x - size / 2, cursor.y - size, cursor.x + size / 2, cursor.y]
      : [
          cursor.x,
          cursor.y + state.rise - DESCENT_EM * state.fontSize,
          cursor.x + width * state.horizontalScale,
          cursor.y + state.rise + ASCENT_EM * state.fontSize,
        ];
    const [x0, y0] = apply(toPage, left, bottom);
    const [x1, y1] = apply(toPage, right, top);
    const [, baseline] = apply(toPage, left, cursor.y + state.rise);
    const box: Box = [
      round(Math.min(x0, x1)),
      round(Math.min(y0, y1)),
      round(Math.max(x0, x1)),
      round(Math.max(y0, y1)),
    ];
    if (item.unicode !== '') {
      shown.push({
        kind: 'printed',
        text: item.unicode,
        page,
        box,
        baseline: round(baseline),
        size: round(sizeOnPage),
        ...more,
      });
    }
    if (vertical) cursor.y += (item.vmetric?.[0] ?? -1000) * widthScale * state.fontSize + spacing;
    else cursor.x += (width + spacing) * state.horizontalScale;
  }
  return shown;
}
