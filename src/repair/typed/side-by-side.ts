// Columns that stand side by side in the lines of a text (pdftotext -layout) → one after the other.
import type { TypedLine, TypedPage } from '../../extract/page.js';
import type { TypedGlyph } from '../../text/glyph.js';
import { SIDE_BY_SIDE_GAP, SIDE_BY_SIDE_LINES, TITLE_INDENT } from '../tolerances.js';
import { isHeaderText } from './list/header.js';

interface Placed {
  readonly line: TypedLine;
  readonly text: string;
}

/** Left column, then right column, for each stretch of lines that a gutter runs through; all other lines as they are. */
export function columnsInTurn(page: TypedPage): TypedPage {
  const lines = page.lines.map(
    (line): Placed => ({ line, text: line.glyphs.map(({ text }) => text.charAt(0)).join('') }),
  );
  // the columns of a list are no columns of a page
  const header = lines.findIndex(({ text }) => isHeaderText(text));
  const body = header < 0 ? lines : lines.slice(0, header);
  const gutter = gutterOf(body);
  if (gutter === null) return page;
  const out: TypedLine[] = [];
  let band: Placed[] = [];
  const flush = (): void => {
    const isBand = band.filter(({ text }) => hasBoth(text, gutter)).length >= SIDE_BY_SIDE_LINES;
    if (isBand)
      out.push(...band.map((placed) => part(placed, 0, gutter)), ...band.map((placed) => part(placed, gutter)));
    else out.push(...band.map(({ line }) => line));
    band = [];
  };
  for (const [index, placed] of body.entries()) {
    if (isCrossed(placed.text, gutter) || isTitle(body, index, gutter)) {
      flush();
      out.push(placed.line);
    } else band.push(placed);
  }
  flush();
  return { ...page, lines: [...out, ...lines.slice(body.length).map(({ line }) => line)] };
}

/** Whether lines of the page have white within that parts columns: spaces stand for places. */
export const keepsPlaces = ({ lines }: TypedPage): boolean =>
  lines.filter(({ glyphs }) => WIDE_GAP.test(glyphs.map(({ text }) => text).join(''))).length >= SIDE_BY_SIDE_LINES;
const WIDE_GAP = /\S {3,}\S/u;

/** Where the right column begins, counted in characters: the place that most lines leave white before. */
function gutterOf(lines: readonly Placed[]): number | null {
  const starts = new Map<number, number>();
  for (const { text } of lines) {
    for (const match of text.matchAll(GAP)) {
      const start = match.index + match[0].length;
      starts.set(start, (starts.get(start) ?? 0) + 1);
    }
  }
  const score = (at: number): number =>
    lines.filter(({ text }) => hasBoth(text, at)).length - lines.filter(({ text }) => isCrossed(text, at)).length / 2;
  let best: number | null = null;
  for (const at of [...starts.keys()].sort((a, b) => a - b)) {
    const both = lines.filter(({ text }) => hasBoth(text, at)).length;
    if (both >= SIDE_BY_SIDE_LINES && (best === null || score(at) > score(best))) best = at;
  }
  return best;
}
const GAP = new RegExp(`(?<=\\S)\\s{${SIDE_BY_SIDE_GAP},}(?=\\S)`, 'gu');

const isWhite = (text: string, from: number, to: number): boolean => text.slice(Math.max(0, from), to).trim() === '';
const hasBoth = (text: string, at: number): boolean =>
  isWhite(text, at - SIDE_BY_SIDE_GAP, at) && !isWhite(text, 0, at) && !isWhite(text, at, text.length);
const isCrossed = (text: string, at: number): boolean => !isWhite(text, at - SIDE_BY_SIDE_GAP, at);

/** Far in, with nothing in the right column beside it or the lines next to it: a title over both columns, however short. */
function isTitle(lines: readonly Placed[], index: number, gutter: number): boolean {
  const text = lines[index]?.text ?? '';
  const beside = lines.slice(Math.max(0, index - 2), index + 3);
  const isAlone = beside.every((line) => isWhite(line.text, gutter, line.text.length) || isCrossed(line.text, gutter));
  return isAlone && isWhite(text, 0, TITLE_INDENT) && !isWhite(text, 0, gutter);
}

const part = ({ line }: Placed, from: number, to?: number): TypedLine => {
  const glyphs: readonly TypedGlyph[] = line.glyphs.slice(from, to);
  return { ...line, glyphs };
};
