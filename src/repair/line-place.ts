// What the places of two lines on the page say about whether they are one paragraph.
import { widthEm } from '../text/characters.js';
import type { Line } from './blocks.js';
import { FLUSH_EM, INDENT_EM, SAME_INDENT_EM, SHORT_LINE_EM, WIDEST_INDENT_EM } from './tolerances.js';

/**
 * The first line of a paragraph is indented by two characters, the others stand at the edge of the column
 * (GB/T 9704—2012, 7.3.3).
 *
 * @param group the lines of the paragraph so far
 * @returns whether `line` goes on with it; null where the places leave it open, or are not known
 */
export function goesOnByPlace(group: readonly Line[], line: Line): boolean | null {
  const before = group.at(-1) as Line;
  if (line.indentEm === null || before.indentEm === null || before.whiteEm === null) return null;
  const isShort = before.whiteEm > SHORT_LINE_EM + firstWordEm(line.text.text);
  if (line.indentEm < FLUSH_EM) {
    if (!isShort) return true;
    return SENTENCE_END.test(before.text.text) ? false : null;
  }
  const isIndented = line.indentEm > INDENT_EM && line.indentEm < WIDEST_INDENT_EM;
  if (!isIndented) return null;
  // a block that stands in as a whole: its lines are all at one place
  const isBlock = Math.abs(before.indentEm - line.indentEm) < SAME_INDENT_EM && !isShort;
  return isBlock ? null : false;
}

const SENTENCE_END = /[。！？；：!?;:][”’）)\]】]?\s*$/u;

/** A word, number or address is not broken: the line before it ends early. */
export function firstWordEm(text: string): number {
  return widthEm(/^\s*[0-9A-Za-z.%/?=&#_+:-]*/u.exec(text)?.[0] ?? '');
}
