// What the places of two lines on the page say about whether they are one paragraph.
import { widthEm } from '../text/characters.js';
import { numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import type { Line } from './blocks.js';
import {
  CELL_ROOM_EM,
  FIRST_LINE_EM,
  FLUSH_EM,
  FULL_LINE_EM,
  INDENT_EM,
  SAME_INDENT_EM,
  SHORT_LINE_EM,
  WIDEST_INDENT_EM,
} from './tolerances.js';

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
    if (SENTENCE_END.test(before.text.text)) return false;
    // where paragraphs are indented, what stands at the edge begins none; below a heading it may
    const [first] = group as readonly [Line];
    const { text } = first.text;
    const mayBeHeading = group.length === 1 && numberingOf(text) !== null && !WITHIN_TEXT.test(text);
    return (first.indentEm ?? 0) > INDENT_EM && !mayBeHeading ? true : null;
  }
  const isIndented = line.indentEm > INDENT_EM && line.indentEm < WIDEST_INDENT_EM;
  if (!isIndented) return null;
  if (line.beginsIndented) return false;
  // a block that stands in as a whole: its lines are all at one place, and full; where a single one ends a sentence
  // two characters in, it is more likely a paragraph that fills its line
  const isFull = before.whiteEm < FULL_LINE_EM;
  const isParagraph = group.length === 1 && SENTENCE_END.test(before.text.text) && isFirstLine(before.indentEm);
  const isBlock = Math.abs(before.indentEm - line.indentEm) < SAME_INDENT_EM && isFull && !isParagraph;
  return isBlock ? null : false;
}

const isFirstLine = (indentEm: number): boolean => Math.abs(indentEm - FIRST_LINE_EM) < SAME_INDENT_EM;

/** A heading is no sentence. */
const WITHIN_TEXT = /[。；，;,]/u;
const SENTENCE_END = /[。！？；：!?;:][”’）)\]】]?\s*$/u;

/**
 * A word, number or address is not broken, nor a character parted from the marks around it: the line before it ends early.
 * In em beyond the single character that any line may end before.
 */
function firstWordEm(text: string): number {
  const [, marks = '', word = '', closing = ''] = FIRST_WORD.exec(text) ?? [];
  const isCharacter = /^\p{Script=Han}/u.test(word);
  return widthEm(marks + word + closing) - (isCharacter && marks === '' ? 1 : 0);
}
const FIRST_WORD =
  /^\s*([“‘（《〔【[(]*)((?:[0-9A-Za-z.%/?=&#_+:-]+|\p{Script=Han})?)([”’）》〕】\])，。、；：！？,.;:!?%]*)/u;

/** '\n' where the first word of the next line of a cell would have found room, '\v' where it would not. */
export const lineEnd = (roomEm: number, next: Traced): Traced =>
  Traced.inserted(roomEm > Math.max(CELL_ROOM_EM, firstWordEm(next.text)) ? '\n' : '\v');
