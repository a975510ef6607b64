// A heading cell that diagonals part (斜线表头): one word above right, for the headings beside it, one below left, for
// the column below it; with two diagonals another word between them.
import type { Slant } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import { middleX, middleY } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import { DIAGONAL_END_PT } from '../tolerances.js';
import { cellTexts } from './cell-text.js';

interface Diagonals {
  /** The corner that they begin at, and which way the cell lies from there: 1 to the right, -1 to the left. */
  readonly corner: readonly [x: number, y: number];
  readonly side: 1 | -1;
  /** How steep each falls from the corner, the flattest first. */
  readonly angles: readonly number[];
}

/** The lines from an upper corner of a cell to its other sides; null where there are none. */
export function diagonalsOf(slants: readonly Slant[], [left, top, right, bottom]: Box): Diagonals | null {
  for (const side of [1, -1] as const) {
    const corner = [side === 1 ? left : right, top] as const;
    const far = side === 1 ? right : left;
    const angles = slants.flatMap(({ from, to }) => {
      const [start, end] = isNear(from, corner) ? [from, to] : [to, from];
      const isAcross = isNear(start, corner) && isOnSide(end, far, bottom) && isWithin(end, [left, top, right, bottom]);
      return isAcross ? [angleOf(end, corner, side)] : [];
    });
    if (angles.length > 0) return { corner, side, angles: angles.sort((a, b) => a - b) };
  }
  return null;
}

const isNear = ([x, y]: Slant['from'], [cornerX, cornerY]: Slant['from']): boolean =>
  Math.max(Math.abs(x - cornerX), Math.abs(y - cornerY)) <= DIAGONAL_END_PT;

const isOnSide = ([x, y]: Slant['from'], far: number, bottom: number): boolean =>
  Math.min(Math.abs(x - far), Math.abs(y - bottom)) <= DIAGONAL_END_PT;

const isWithin = ([x, y]: Slant['from'], [left, top, right, bottom]: Box): boolean =>
  x >= left - DIAGONAL_END_PT && x <= right + DIAGONAL_END_PT && y > top && y <= bottom + DIAGONAL_END_PT;

const angleOf = ([x, y]: Slant['from'], corner: Slant['from'], side: 1 | -1): number =>
  Math.atan2(y - corner[1], side * (x - corner[0]));

/** The words between the diagonals, from above right to below left; and the last of them apart. */
export function partedTexts(
  glyphs: readonly PrintedGlyph[],
  frame: Box,
  { corner, side, angles }: Diagonals,
): { text: Traced; lines: Traced; below: Traced } {
  const parts = Array.from({ length: angles.length + 1 }, (): PrintedGlyph[] => []);
  for (const glyph of glyphs) {
    const angle = angleOf([middleX(glyph.box), middleY(glyph.box)], corner, side);
    parts[angles.filter((other) => angle > other).length]?.push(glyph);
  }
  const texts = parts.map((part) => cellTexts(part, frame)).filter(({ text }) => text.length > 0);
  return {
    text: Traced.join(texts.map(({ text }) => text)),
    lines: Traced.join(
      texts.map(({ lines }) => lines),
      '\n',
    ),
    below: texts.at(-1)?.text ?? Traced.empty,
  };
}
