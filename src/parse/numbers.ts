import type { Flag } from '../model/index.js';
import { parseHanNumber } from './numerals.js';

export interface Numbered {
  readonly id: string;
  readonly number: string | null;
  readonly flags: Flag[];
}

const numberOf = (number: string | null): number | null => (number === null ? null : parseHanNumber(number));

/** Flags the second of two neighbours whose numbers do not follow one another. Measures under one heading, in order. */
export function checkNumbers(measures: readonly Numbered[], field = 'number'): void {
  let before: Numbered | undefined;
  for (const measure of measures) {
    const value = numberOf(measure.number);
    if (value === null) continue;
    const expected = before ? (numberOf(before.number) ?? 0) + 1 : 1;
    if (value !== expected) {
      const after = before ? `after ${before.number}` : 'at the beginning';
      measure.flags.push({
        code: value < expected ? 'number-repeated' : 'number-gap',
        field,
        severity: 'check',
        message: `number ${measure.number} ${after}, expected ${expected}`,
      });
    }
    before = measure;
  }
}
