// Headings whose characters are spread over their columns: 措　施　责 任 部 门. What parts characters there may part columns.
import { isHan } from '../../text/characters.js';
import { shadow } from '../../text/shadow.js';
import type { Words } from '../../text/words.js';
import { columnRoles, isHeadingRow } from './headings.js';

/** 措施及时限: no heading begins or ends with 及. */
const isJoint = (before: string, after: string): boolean => /[及和与]$/u.test(before) || /^[及和与]/u.test(after);

/** Fewer columns are read as sentences too easily. */
const COLUMNS = 3;
const LONGEST_ROW = 40;
/** A row of headings begins with a number's or a task's, and ends with who, when or remarks. */
const BEGINS = /^(?:序|编|项|主|目|重|工|任|具|类|领|改|事|指|内|措)/u;
const ENDS = /(?:部门|单位|分工|时限|时间|期限|进度|节点|安排|备注|说明)$/u;

/**
 * The pieces of a line, parted by white, as headings of a task list: words say which white is within a heading.
 *
 * @returns for each heading the indexes of its pieces; null where the line is no row of headings, or nobody knows its words
 */
export function spreadHeadings(pieces: readonly string[], words: Words): number[][] | null {
  const text = shadow(pieces.join(''));
  const isSpread = pieces.some((piece) => piece.length === 1);
  if (!isSpread || text.length > LONGEST_ROW || !BEGINS.test(text) || !ENDS.test(text)) return null;
  if (!Array.from(text).every(isHan)) return null;
  const groups: number[][] = [];
  let end = 0;
  for (const [index, piece] of pieces.entries()) {
    const [before, after] = [text.slice(0, end), text.slice(end)];
    const isWithin = index > 0 && (isJoint(before, after) || words.isWithinWord(before, after));
    if (isWithin === null) return null;
    if (isWithin) groups.at(-1)?.push(index);
    else groups.push([index]);
    end += piece.length;
  }
  const headings = groups.map((group) => group.map((index) => pieces[index]).join(''));
  const areKnown = headings.length >= COLUMNS && isHeadingRow(headings) && !columnRoles(headings).includes(null);
  return areKnown ? groups : null;
}
