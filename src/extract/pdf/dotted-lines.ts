// Lines drawn piece by piece: dots and short dashes in a row.
import { height, middleX, middleY, width } from '../../text/box.js';
import type { Dot, Line } from './drawn-lines.js';

/** Pieces follow one another at most this far apart, are at most so long, and so many make a line. */
const GAP_PT = 5;
const LONGEST_DASH_PT = 12;
const PIECES = 6;
/** They stand in one row, give or take this. */
const SAME_ROW_PT = 0.5;
/** Dots that stand in rows and in columns are a pattern; at crossings, a few of a line do. */
const PATTERN_PART = 0.5;

interface Piece extends Line {
  readonly dot: Dot | null;
}

/** @param lines dashes may be among them */
export function dottedLines(dots: readonly Dot[], lines: readonly Line[]): Line[] {
  const dashes = lines.filter(({ from, to }) => to - from <= LONGEST_DASH_PT);
  if (dots.length + dashes.length < PIECES) return [];
  const [rows, columns] = (['horizontal', 'vertical'] as const).map((direction) =>
    chainsOf([
      ...dots.map((dot) => pieceOf(dot, direction)),
      ...dashes.flatMap((line) => (line.direction === direction ? [{ ...line, dot: null }] : [])),
    ]),
  ) as [Piece[][], Piece[][]];
  return [...withoutPatterns(rows, columns), ...withoutPatterns(columns, rows)].map(lineOf);
}

function pieceOf(dot: Dot, direction: Line['direction']): Piece {
  const { box, lightness, order } = dot;
  return direction === 'horizontal'
    ? { direction, at: middleY(box), from: box[0], to: box[2], thick: height(box), lightness, order, dot }
    : { direction, at: middleX(box), from: box[1], to: box[3], thick: width(box), lightness, order, dot };
}

function chainsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row && piece.at - (row[0] as Piece).at <= SAME_ROW_PT) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const chains: Piece[][] = [];
    let end = -Infinity;
    for (const piece of row.sort((a, b) => a.from - b.from)) {
      if (piece.from - end > GAP_PT) chains.push([]);
      chains.at(-1)?.push(piece);
      end = Math.max(piece.from - end > GAP_PT ? -Infinity : end, piece.to);
    }
    return chains.filter((chain) => chain.length >= PIECES);
  });
}

function withoutPatterns(chains: readonly Piece[][], across: readonly Piece[][]): Piece[][] {
  const crossing = new Set(across.flatMap((chain) => chain.map(({ dot }) => dot)));
  return chains.filter(
    (chain) => chain.filter(({ dot }) => dot && crossing.has(dot)).length <= PATTERN_PART * chain.length,
  );
}

function lineOf(chain: readonly Piece[]): Line {
  const [first] = chain as [Piece];
  const { direction, thick, lightness, order } = first;
  const at = chain.reduce((sum, piece) => sum + piece.at, 0) / chain.length;
  const to = Math.max(...chain.map((piece) => piece.to));
  return { direction, at, from: first.from, to, thick, lightness, order };
}
