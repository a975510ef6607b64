import type { Box } from '../../model/source.js';
import type { FontReading } from './glyph-reading.js';
import { IDENTITY, type Matrix, multiply } from './matrix.js';

/** What the reader needs of a font as pdf.js gives it. */
export interface FontMetrics {
  /** Horizontal scale of glyph space: 0.001 but in Type 3 fonts. */
  readonly widthScale: number;
  readonly vertical: boolean;
  /** Within the file. */
  readonly name: string;
  readonly reading: FontReading | null;
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
  /** In user space. */
  lineWidth: number;
  /** 0 to 1. */
  fillAlpha: number;
  strokeAlpha: number;
  /** No blend mode lets what lies below shine through. */
  blendsNormally: boolean;
  /** Tr: 3 and 7 paint nothing, 1 and 5 only outlines. */
  renderingMode: number;
  /** What may be painted on, in page space; a clipping path that is no rectangle counts as the box around it. */
  clip: Box | null;
}

export const initialState = (ctm: Matrix): GraphicsState => ({
  ctm,
  font: { name: '', widthScale: 0.001, vertical: false, reading: null },
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  fillColor: '#000000',
  strokeColor: '#000000',
  lineWidth: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  blendsNormally: true,
  renderingMode: 0,
  clip: null,
});

/** The text matrix and the place the next glyph goes to, in text space. */
export interface TextCursor {
  readonly matrix: Matrix;
  /** From text space to the page, as of `ctm`. */
  toPage: Matrix;
  ctm: Matrix | null;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const initialCursor = (matrix: Matrix = IDENTITY): TextCursor => ({
  matrix,
  toPage: matrix,
  ctm: null,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});

/** Worked out once for all that is shown under one text matrix: often each glyph is shown alone. */
export function textToPage(cursor: TextCursor, ctm: Matrix): Matrix {
  if (cursor.ctm !== ctm) {
    cursor.ctm = ctm;
    cursor.toPage = multiply(ctm, cursor.matrix);
  }
  return cursor.toPage;
}
