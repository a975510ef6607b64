import type { Box } from '../../model/source.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { lightnessOf } from './ink.js';
import { type GraphicsState, type TextCursor, textToPage } from './text-state.js';

/** A glyph in the arguments of pdf.js's showText; numbers between them are TJ adjustments. */
export interface FontGlyph {
  readonly unicode: string;
  /** In glyph space, 1000 to the em but in Type 3 fonts. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[];
}

/** Glyphs of the file so far. */
export interface GlyphCount {
  glyphs: number;
}

/** An em box of a Han character stands 0.88 em above and 0.12 em below the Roman baseline (the common default of CJK fonts). */
const ASCENT_EM = 0.88;
const DESCENT_EM = 0.12;

const round = (points: number): number => Math.round(points * 100) / 100;

const angleOf = (down: number, right: number): number => Math.round((Math.atan2(down, right) * 180) / Math.PI) || 0;

/** One showText: the glyphs it prints, in order. Moves the cursor past them (PDF 32000-1 §9.4.4). */
export function showText(
  items: readonly (FontGlyph | number)[],
  state: GraphicsState,
  cursor: TextCursor,
  page: number,
  count: GlyphCount,
): PrintedGlyph[] {
  const shown: PrintedGlyph[] = [];
  const { fontSize, horizontalScale, rise } = state;
  const { vertical, widthScale, name: font } = state.font;
  const size = Math.abs(fontSize);
  const [a, b, c, d, e, f] = textToPage(cursor, state.ctm);
  const sizeOnPage = round(size * (c === 0 ? Math.abs(d) : Math.hypot(c, d)));
  const angle = b === 0 && a * fontSize > 0 ? 0 : angleOf(b * fontSize, a * fontSize);
  const lightness = round(lightnessOf(state));
  for (const item of items) {
    if (typeof item === 'number') {
      const move = (-item / 1000) * fontSize;
      if (vertical) cursor.y += move;
      else cursor.x += move * horizontalScale;
      continue;
    }
    const { x, y } = cursor;
    const width = item.width * widthScale * fontSize;
    if (item.unicode !== '') {
      const left = vertical ? x - size / 2 : x;
      const right = vertical ? x + size / 2 : x + width * horizontalScale;
      const bottom = vertical ? y - size : y + rise - DESCENT_EM * fontSize;
      const top = vertical ? y : y + rise + ASCENT_EM * fontSize;
      // the two corners, without an array for each: there are millions
      const x0 = a * left + c * bottom + e;
      const y0 = b * left + d * bottom + f;
      const x1 = a * right + c * top + e;
      const y1 = b * right + d * top + f;
      const box: Box = [
        round(x0 < x1 ? x0 : x1),
        round(y0 < y1 ? y0 : y1),
        round(x0 < x1 ? x1 : x0),
        round(y0 < y1 ? y1 : y0),
      ];
      const baseline = round(b * left + d * (y + rise) + f);
      shown.push({
        kind: 'printed',
        index: count.glyphs++,
        text: item.unicode,
        page,
        box,
        baseline,
        size: sizeOnPage,
        font,
        angle,
        lightness,
      });
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    if (vertical) cursor.y += (item.vmetric?.[0] ?? -1000) * widthScale * fontSize + spacing;
    else cursor.x += (width + spacing) * horizontalScale;
  }
  return shown;
}
