// How wide lines of a text are, and how wide the column they stand in.
import { isLatin, widthEm } from '../../text/characters.js';
import { MEASURE_LINES, SAME_WIDTH_EM, USUAL_WIDTH_PART, WIDER_LINES, WIDER_PART } from '../tolerances.js';

export type Width = (text: string) => number;

/** The same as widthEm, with half-width marks of half an em: what fonts of fixed width print. */
export const narrowWidthEm: Width = (text) => {
  let width = 0;
  for (const character of text.replace(/\s/gu, '')) {
    width += isLatin(character) || /[!-~]/u.test(character) ? 0.5 : 1;
  }
  return width;
};

/** Spaces between most Han of a line: it was stretched to the full width of its column. */
export function isStretched(text: string): boolean {
  const printed = text.trim();
  const spaced = printed.match(/[\p{Script=Han}，、；。,;] +(?=\p{Script=Han})/gu)?.length ?? 0;
  const close = printed.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0;
  return spaced >= 3 && spaced > 2 * close;
}

/**
 * What stands at the beginning of a line and could not be parted by a line end: a word or character, the marks that open
 * before it and those that close behind it. In em; nothing is longer than a line.
 */
export function firstUnitEm(text: string, width: Width, longest: number): number {
  const unit = UNIT.exec(text.trim())?.[0] ?? '';
  const measured = width(unit);
  return measured > longest ? width(unit.charAt(0)) : measured;
}
const UNIT = /^[（《“‘〔【[(]*(?:[0-9A-Za-z./?=&#_+%-]+(?::\/\/[!-~]+)?|.)[，。、；：？！）》”’〕】\]),.:;?!%—…]*/u;

/** The way of counting by which more of the lines are of one width. */
export function widthOfLines(texts: readonly string[]): Width {
  const most = (width: Width): number => Math.max(0, ...bins(texts.map(width)).values());
  return most(narrowWidthEm) > most(widthEm) ? narrowWidthEm : widthEm;
}

/**
 * The full width of the column each line stands in: the widest of the usual widths among its neighbours that end within a
 * sentence. Infinity where none do, or many are wider: each line then ends where its words end.
 *
 * @param isWithin whether a line ends within a sentence
 */
export function columnWidths(texts: readonly string[], width: Width, isWithin: readonly boolean[]): number[] {
  // what is stretched is short of letters
  const widths = texts.map((text) => (isStretched(text) ? 0 : width(text)));
  const known = new Map<number, number>();
  return texts.map((_, index) => {
    const block = Math.floor(index / MEASURE_LINES);
    let full = known.get(block);
    if (full === undefined) {
      const [from, to] = [Math.max(0, (block - 1) * MEASURE_LINES), (block + 2) * MEASURE_LINES];
      const near = widths.slice(from, to);
      full = usualWidth(near.filter((_, offset) => isWithin[from + offset]));
      const wider = near.filter((other) => other > (full ?? 0) + SAME_WIDTH_EM).length;
      if (wider > Math.max(WIDER_LINES, WIDER_PART * near.length)) full = Number.POSITIVE_INFINITY;
      known.set(block, full);
    }
    return full;
  });
}

/** The widest width that is nearly as frequent as the most frequent one. */
export function usualWidth(widths: readonly number[]): number {
  const counts = bins(widths.filter((width) => width > 0));
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts].flatMap(([width, count]) => (count >= USUAL_WIDTH_PART * most ? [width] : [])));
}

/** For each width that occurs, how many are about as wide. */
function bins(widths: readonly number[]): Map<number, number> {
  const exact = new Map<number, number>();
  for (const width of widths) exact.set(width, (exact.get(width) ?? 0) + 1);
  return new Map(
    [...exact.keys()].map((width) => {
      let count = 0;
      for (const [other, times] of exact) if (Math.abs(other - width) <= SAME_WIDTH_EM) count += times;
      return [width, count];
    }),
  );
}
