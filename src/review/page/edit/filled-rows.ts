import type { Word } from '../shared/words.js';
import { Unsavable } from './unsavable.js';

/**
 * Without rows that were added and never typed into.
 *
 * @throws Unsavable with the number of the first that lacks what it needs
 */
export function filledRows<Row>(rows: readonly Row[], empty: Row, isFilled: (row: Row) => boolean, word: Word): Row[] {
  const lacking = rows.findIndex((row) => row !== empty && !isFilled(row));
  if (lacking >= 0) throw new Unsavable(word, { n: lacking + 1 });
  return rows.filter((row) => row !== empty);
}
