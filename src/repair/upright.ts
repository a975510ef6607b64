// Pages whose text runs down, up or upside down: a table set sideways, vertical writing.
import type { PrintedPage } from '../extract/page.js';
import type { Box } from '../model/source.js';
import { DESCENT_EM, type PrintedGlyph } from '../text/glyph.js';
import { directionOf } from './direction.js';
import { type Size, type Turn, uprightBox } from './turn.js';

/** A page as shown, but for the glyphs of its text. */
export interface UprightPage extends PrintedPage {
  /** How its text is turned. Glyphs with a `shownBox` stand where they are with the text upright. */
  readonly turn: Turn;
}

/** Pages as shown → the same, with the text of turned ones set upright. */
export function withUprightText(pages: readonly PrintedPage[]): UprightPage[] {
  return pages.map((page) => {
    const { turn, glyphs } = directionOf(page);
    if (turn === 0) return { ...page, turn };
    return {
      ...page,
      turn,
      glyphs: page.glyphs.map((glyph) => (glyphs.has(glyph) ? upright(glyph, turn, page) : glyph)),
    };
  });
}

/** @param page as shown */
export function upright(glyph: PrintedGlyph, turn: Turn, page: Size): PrintedGlyph {
  const box = uprightBox(glyph.box, turn, page).map(hundredths) as Box;
  return { ...glyph, box, shownBox: glyph.box, baseline: hundredths(box[3] - DESCENT_EM * glyph.size), angle: 0 };
}

const hundredths = (points: number): number => Math.round(points * 100) / 100;
