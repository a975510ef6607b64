// What a line of merged headings seldom holds, and cells of a row often do.
import type { ListLine } from './lines.js';

/** Marks of a sentence, a date, the name of a unit: the line may be one of the row before the block. */
export const isLikeRow = ({ text, count }: ListLine): boolean =>
  count !== null ||
  /[，。；：]|^[、）]|[\d一二三四五六七八九十][年月日天]|^(?:长期|持续|立即|常态)|[厅局委办署室府行司]$/u.test(text);

/** In a sentence, or a number alone. */
const SURELY = 3;
const PERHAPS = 1.5;

export const likeRowCost = (line: ListLine): number =>
  !isLikeRow(line) ? 0 : line.hasStop || line.count !== null ? SURELY : PERHAPS;
