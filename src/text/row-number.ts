import { numberingOf } from './numbering.js';
import { parseHanNumber } from './numerals.js';

const PART = '[（(]?(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,5})[）)]?';
const WHOLE = new RegExp(`^${PART}(?:[.．、·－—–-]?${PART}){0,3}[.．、]?$`, 'u');

/** What a column of numbers holds, from the outermost level: 3 | 一 | （2） | 1.1 | 1-1 | 一（1）. Null where it is no number. */
export function rowNumber(text: string): readonly number[] | null {
  const values = (WHOLE.test(text) ? partsIn(text) : []).map((part) => parseHanNumber(part));
  return values.length > 0 && values.every((value) => value !== null) ? values : null;
}

/** Its parts as printed, without brackets and points: 一 and 1. */
export const numberParts = (text: string): string[] | null => (rowNumber(text) ? partsIn(text) : null);

const partsIn = (text: string): string[] => text.match(/\d+|[一二三四五六七八九十百零〇]+/gu) ?? [];

/** Whether a cell is a number, or begins with one. */
export const isNumbered = (text: string): boolean => rowNumber(text) !== null || numberingOf(text) !== null;

/** The last part of the number that a cell is, or begins with. */
export function lastNumber(text: string): number | null {
  return rowNumber(text)?.at(-1) ?? numberingOf(text)?.value ?? null;
}
