import type { Box } from '../model/source.js';

/** An em box of a Han character stands 0.88 em above and 0.12 em below the Roman baseline (the common default of CJK fonts). */
export const ASCENT_EM = 0.88;
export const DESCENT_EM = 0.12;

/** Of all glyphs of an input. */
interface Numbered {
  /** Its number among them, from 0: what accounts are kept by. */
  readonly index: number;
}

/**
 * One printed character of a PDF page: its place in points, origin at the top left of the page as shown; where the page is
 * read turned, at the top left of the page with its text upright.
 */
export interface PrintedGlyph extends Numbered {
  readonly kind: 'printed';
  /** Unicode text of the glyph; a ligature has several characters. */
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
  readonly box: Box;
  /** Its box on the page as shown, where that is read turned. */
  readonly shownBox?: Box;
  /** y of the line the glyph stands on. */
  readonly baseline: number;
  /** Font size in points as shown on the page. */
  readonly size: number;
  /** The font's name within the file. */
  readonly font: string;
  /** Degrees that the writing is turned clockwise: 0 where it is level, 90 where it runs down the page. */
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

/** Where a person finds it: on the page as shown. */
export const placeOf = ({ box, shownBox }: PrintedGlyph): Box => shownBox ?? box;

/** Layout spaces are no glyphs for coverage: they print nothing. */
export const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === '';
