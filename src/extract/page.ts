import type { Box } from '../model/source.js';
import type { PrintedGlyph, TypedGlyph } from '../text/glyph.js';

/** A drawn straight line: a stroke or a thin filled rectangle. Points, origin at the top left of the page as shown. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal rule, x of a vertical one: the middle of the drawn line. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A drawn straight line that is not level: the diagonal of a cell. */
export interface Slant {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** Why nobody sees a glyph. `invisible`: drawn without ink, or under a picture of the whole page. */
export type HiddenBecause = 'invisible' | 'off-page' | 'clipped' | 'covered' | 'white' | 'layer-off';

export interface HiddenGlyph {
  readonly glyph: PrintedGlyph;
  readonly because: HiddenBecause;
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
  readonly slants: readonly Slant[];
  /** Where pictures are painted. */
  readonly images: readonly Box[];
  /** In the file, but not on the page: no part of the text. */
  readonly hidden: readonly HiddenGlyph[];
  /** On the page in fonts whose codes say nothing of their characters: no part of the text. */
  readonly unreadable: readonly PrintedGlyph[];
  /** The page is a scan, its glyphs what text recognition made of it. */
  readonly recognised: boolean;
  /** Its data is damaged, or puts its text off the page: some of it may be missing or wrong. */
  readonly damaged: boolean;
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
