// Quarter turns between a page as shown and the same page with its text upright.
import type { PrintedPage, Rule, Slant } from '../extract/page.js';
import type { Box } from '../model/source.js';

/** Quarters that text is turned clockwise: 1 reads down the page, 2 is upside down, 3 reads up. */
export type Turn = 0 | 1 | 2 | 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box of a page as shown → its place on the page with text so turned set upright. `page`: as shown. */
export function uprightBox([x0, y0, x1, y1]: Box, turn: Turn, { width, height }: Size): Box {
  if (turn === 1) return [y0, width - x1, y1, width - x0];
  if (turn === 2) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 3) return [height - y1, x0, height - y0, x1];
  return [x0, y0, x1, y1];
}

/** The way back; `page`: as shown. */
export const shownBox = (box: Box, turn: Turn, page: Size): Box =>
  uprightBox(box, ((4 - turn) % 4) as Turn, uprightSize(turn, page));

export const uprightSize = (turn: Turn, { width, height }: Size): Size =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width };

function uprightRule({ direction, at, from, to }: Rule, turn: Turn, page: Size): Rule {
  const [x0, y0, x1, y1] = uprightBox(direction === 'horizontal' ? [from, at, to, at] : [at, from, at, to], turn, page);
  return (direction === 'horizontal') === (turn % 2 === 0)
    ? { direction: 'horizontal', at: y0, from: x0, to: x1 }
    : { direction: 'vertical', at: x0, from: y0, to: y1 };
}

function uprightSlant({ from, to }: Slant, turn: Turn, page: Size): Slant {
  const place = ([x, y]: Slant['from']): Slant['from'] => {
    const [left, top] = uprightBox([x, y, x, y], turn, page);
    return [left, top];
  };
  return { from: place(from), to: place(to) };
}

/** The page with its size, lines and pictures turned; glyphs as they are. */
export const uprightPage = (page: PrintedPage, turn: Turn): PrintedPage => ({
  ...page,
  ...uprightSize(turn, page),
  rules: page.rules.map((rule) => uprightRule(rule, turn, page)),
  slants: page.slants.map((slant) => uprightSlant(slant, turn, page)),
  images: page.images.map((image) => uprightBox(image, turn, page)),
});
