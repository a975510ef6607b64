import type { Box } from '../../model/source.js';
import { ASCENT_EM, DESCENT_EM, type PrintedGlyph } from '../../text/glyph.js';
import type { Doubt } from './glyph-reading.js';
import { lightnessOf } from './ink.js';
import { type GraphicsState, type TextCursor, textToPage } from './text-state.js';

/** A glyph in the arguments of pdf.js's showText; numbers between them are TJ adjustments. */
export interface FontGlyph {
  readonly unicode: string;
  /** In glyph space, 1000 to the em but in Type 3 fonts. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
  /** The character that pdf.js draws it as. */
  readonly fontChar?: string;
  /** Whether its font is embedded, and has it. */
  readonly isInFont?: boolean;
  readonly vmetric?: readonly number[];
}

const round = (points: number): number => Math.round(points * 100) / 100;

/** Glyphs of the file so far. */
export interface GlyphCount {
  glyphs: number;
}

const angleOf = (down: number, right: number): number => Math.round((Math.atan2(down, right) * 180) / Math.PI) || 0;

const texts = new Map<string, string>();

/** The same text for each glyph that shows it: pdf.js gives each a string of its own. */
function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size < MOST_TEXTS) texts.set(text, text);
  return text;
}
/** A hostile file may have as many as it likes. */
const MOST_TEXTS = 100_000;

/**
 * One showText: the glyphs it prints, in order. Moves the cursor past them (PDF 32000-1 §9.4.4).
 *
 * @param doubts gets the glyphs whose text cannot be what they show
 */
export function showText(
  items: readonly (FontGlyph | number)[],
  state: GraphicsState,
  cursor: TextCursor,
  page: number,
  { doubts, count }: { readonly doubts: Map<PrintedGlyph, Doubt>; readonly count: GlyphCount },
): PrintedGlyph[] {
  const shown: PrintedGlyph[] = [];
  const { fontSize, horizontalScale, rise } = state;
  const { vertical, widthScale, name: font, reading } = state.font;
  const size = Math.abs(fontSize);
  const [a, b, c, d, e, f] = textToPage(cursor, state.ctm);
  const sizeOnPage = round(size * (c === 0 ? Math.abs(d) : Math.hypot(c, d)));
  // vertical writing goes along the other axis of its space, backwards
  const [alongX, alongY] = vertical ? [-c, -d] : [a, b];
  const angle = alongY === 0 && alongX * fontSize > 0 ? 0 : angleOf(alongY * fontSize, alongX * fontSize);
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
    const isDoubtful = reading?.isDoubtful(item) === true;
    if (item.unicode !== '' || isDoubtful) {
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
      const glyph: PrintedGlyph = {
        kind: 'printed',
        index: count.glyphs++,
        text: shared(item.unicode),
        page,
        box,
        baseline,
        size: sizeOnPage,
        font,
        angle,
        lightness,
      };
      shown.push(glyph);
      if (isDoubtful && reading) doubts.set(glyph, { font: reading, code: item.originalCharCode });
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    if (vertical) cursor.y += (item.vmetric?.[0] ?? -1000) * widthScale * fontSize + spacing;
    else cursor.x += (width + spacing) * horizontalScale;
  }
  return shown;
}
