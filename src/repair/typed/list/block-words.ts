// What a line of a block seldom holds, and other cells often do.
import type { ColumnRole } from '../../blocks.js';
import type { ListLine } from './lines.js';
import { TIME } from './time-words.js';

/** Of headings: marks of a sentence, a date, the name of a unit. The line may be one of the row before the block. */
const isLikeRow = ({ text }: ListLine): boolean =>
  /[，。；：]|^[、）]|[\d一二三四五六七八九十][年月日天]|^(?:长期|持续|立即|常态)|[厅局委署][、和]|(?:[厅局委办署室府行司]|部门|单位)$/u.test(
    text,
  );

/** Whether the words of a line are rather those of another column. */
export function isStrange(line: ListLine, role: ColumnRole): boolean {
  if (line.count !== null || line.hasStop) return true;
  if (role === 'path') return isLikeRow(line);
  return role === 'deadline' ? !TIME.test(line.text) : TIME.test(line.text) && !line.hasUnit;
}

/** In a sentence, or a number alone. */
const SURELY = 3;
const PERHAPS = 1.5;

export const strangeCost = (line: ListLine, role: ColumnRole): number =>
  !isStrange(line, role) ? 0 : line.hasStop || line.count !== null ? SURELY : PERHAPS;
