import { IDENTITY, type Matrix } from './matrix.js';

/** What the reader needs of a font as pdf.js gives it. */
export interface FontMetrics {
  /** Horizontal scale of glyph space: 0.001 but in Type 3 fonts. */
  readonly widthScale: number;
  readonly vertical: boolean;
}

/** Graphics and text state of PDF 32000-1 §8.4 and §9.3, as far as it moves or paints glyphs and lines. */
export interface GraphicsState {
  ctm: Matrix;
  font: FontMetrics;
  /** Negative sizes turn the writing direction. */
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Tz / 100. */
  horizontalScale: number;
  leading: number;
  rise: number;
  fillColor: string;
  strokeColor: string;
}

export const initialState = (ctm: Matrix): GraphicsState => ({
  ctm,
  font: { widthScale: 0.001, vertical: false },
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  fillColor: '#000000',
  strokeColor: '#000000',
});

/** The text matrix and the place the next glyph goes to, in text space. */
export interface TextCursor {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const initialCursor = (matrix: Matrix = IDENTITY): TextCursor => ({ matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
