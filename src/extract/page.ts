import type { PrintedGlyph, TypedGlyph } from '../text/glyph.js';

/** A drawn straight line: a stroke or a thin filled rectangle. Points, origin at the top left of the page as shown. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal rule, x of a vertical one: the middle of the drawn line. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** One page of a PDF. Glyphs stand in the order in which the file draws them. */
export interface PrintedPage {
  readonly kind: 'printed';
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly Rule[];
}

export interface TypedLine {
  /** Counted from 1 over the whole file. */
  readonly number: number;
  readonly glyphs: readonly TypedGlyph[];
}

/** One page of a text file: what stands between two form feeds. */
export interface TypedPage {
  readonly kind: 'typed';
  readonly number: number;
  readonly lines: readonly TypedLine[];
}

/** All pages of one input. */
export type Extract =
  | { readonly kind: 'pdf'; readonly pages: readonly PrintedPage[] }
  | { readonly kind: 'text'; readonly pages: readonly TypedPage[] };
