import type { Flag } from '../model/index.js';
import { hanNumber, parseHanNumber } from '../text/numerals.js';
import { rowNumber } from '../text/row-number.js';

export interface Numbered {
  readonly id: string;
  readonly number: string | null;
  readonly flags: Flag[];
}

type Parts = readonly number[];

/** 4 | 3.2 | 一（2）, from the outermost part. */
function partsOf(number: string | null): Parts | null {
  if (number === null) return null;
  const whole = parseHanNumber(number);
  return whole === null ? rowNumber(number) : [whole];
}

/** What may come after a number: 4 or 3.1 after 3; 1.4, 2 or 2.1 after 1.3. The usual one first. */
function successors(number: Parts): Parts[] {
  const next = number.map((part, at) => [...number.slice(0, at), part + 1]).reverse();
  return [...next, ...next.slice(1).map((outer) => [...outer, 1]), [...number, 1]];
}

const isSame = (a: Parts, b: Parts): boolean => a.length === b.length && a.every((part, at) => part === b[at]);

function isLess(a: Parts, b: Parts): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] ?? 0);
}

/** So many headings under which numbers begin at 1 make the one where they run on from the heading before an exception. */
const BEGINNINGS = 3;

/** Whether numbers begin at 1 under each heading but one: there the first may be missing. */
function beginAnew(groups: readonly (readonly Numbered[])[]): boolean {
  const firsts = groups.flatMap((group) => {
    const first = group.map(({ number }) => partsOf(number)).find((parts) => parts !== null);
    return first ? [first] : [];
  });
  const others = firsts.filter((first) => first.at(-1) !== 1).length;
  return others === 1 && firsts.length - others >= BEGINNINGS;
}

/** 三 where the number is printed in Han numerals, 3.1 otherwise. */
function asPrinted(parts: Parts, number: string | null): string {
  const [whole] = parts;
  const isHan = parts.length === 1 && whole !== undefined && /^[一二三四五六七八九十]+$/u.test(number ?? '');
  return isHan ? hanNumber(whole) : parts.join('.');
}

/**
 * Flags the second of two neighbours whose numbers do not follow one another. Numbers begin at 1 under each heading, or
 * run on from the heading before.
 *
 * @param groups the records under each heading, in printed order
 * @param beginsAnywhere the text begins in the middle of a document, so its first number may be any
 */
export function checkNumbers(groups: readonly (readonly Numbered[])[], field = 'number', beginsAnywhere = false): void {
  let before: { number: string | null; parts: Parts } | null = null;
  const neverRunOn = beginAnew(groups);
  for (const group of groups) {
    let isFirst = true;
    for (const { number, flags } of group) {
      const parts = partsOf(number);
      if (parts === null) continue;
      const following: Parts[] = before && !(isFirst && neverRunOn) ? successors(before.parts) : [];
      const begins = isFirst && (parts.at(-1) === 1 || (beginsAnywhere && before === null));
      if (!begins && !following.some((other) => isSame(other, parts))) {
        const usual = [...(isFirst ? [[1]] : []), ...following.slice(0, 1)];
        // 2 as the first under a heading: 1 is missing there, whatever stood before
        const isBehind =
          isFirst && before ? isSame(parts, before.parts) && !neverRunOn : usual.some((other) => isLess(parts, other));
        flags.push({
          code: isBehind ? 'number-repeated' : 'number-gap',
          field,
          severity: 'check',
          message: `编号为${number}${before ? `，前一个是${before.number}` : ''}，应为${[...new Set(usual.map((other) => asPrinted(other, number)))].join('或')}`,
        });
      }
      before = { number, parts };
      isFirst = false;
    }
  }
}
