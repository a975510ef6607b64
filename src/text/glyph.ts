import type { Box } from '../model/source.js';

/** Of all glyphs of an input. */
interface Numbered {
  /** Its number among them, from 0: what accounts are kept by. */
  readonly index: number;
}

/** One printed character of a PDF page: its place in points, origin at the top left of the page as shown. */
export interface PrintedGlyph extends Numbered {
  readonly kind: 'printed';
  /** Unicode text of the glyph; a ligature has several characters. */
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
  readonly box: Box;
  /** y of the line the glyph stands on. */
  readonly baseline: number;
  /** Font size in points as shown on the page. */
  readonly size: number;
  /** The font's name within the file. */
  readonly font: string;
  /** Degrees that the writing is turned clockwise: 0 where it is level. */
  readonly angle: number;
  /** How light it is on white paper, from 0 (black) to 1 (white). */
  readonly lightness: number;
}

/** One character of a text file. */
export interface TypedGlyph extends Numbered {
  readonly kind: 'typed';
  readonly text: string;
  readonly page: number;
  /** Counted from 1. */
  readonly line: number;
}

/** Where a character came from. */
export type Glyph = PrintedGlyph | TypedGlyph;

/** Layout spaces are no glyphs for coverage: they print nothing. */
export const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === '';
