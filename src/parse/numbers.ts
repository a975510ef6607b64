import type { Flag } from '../model/index.js';
import { parseHanNumber } from '../text/numerals.js';

export interface Numbered {
  readonly id: string;
  readonly number: string | null;
  readonly flags: Flag[];
}

const numberOf = (number: string | null): number | null => (number === null ? null : parseHanNumber(number));

/**
 * Flags the second of two neighbours whose numbers do not follow one another. Numbers begin at 1 under each heading, or
 * run on from the heading before.
 *
 * @param groups the records under each heading, in printed order
 */
export function checkNumbers(groups: readonly (readonly Numbered[])[], field = 'number'): void {
  let before: Numbered | undefined;
  for (const group of groups) {
    let expected: readonly number[] = [1, (numberOf(before?.number ?? null) ?? 0) + 1];
    for (const record of group) {
      const value = numberOf(record.number);
      if (value === null) continue;
      if (!expected.includes(value)) {
        record.flags.push({
          code: value < Math.max(...expected) ? 'number-repeated' : 'number-gap',
          field,
          severity: 'check',
          message: `编号为${record.number}${before ? `，前一个是${before.number}` : ''}，应为${[...new Set(expected)].join('或')}`,
        });
      }
      before = record;
      expected = [value + 1];
    }
  }
}
