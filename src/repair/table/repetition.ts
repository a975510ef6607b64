import { numberingOf } from '../../text/numbering.js';

/** Of the characters of the shorter text, this part must come again in order for one cell to repeat the other. */
const ALIKE_PART = 0.8;

/** Whether a cell printed on a further page is the cell above it printed again, perhaps with slips of wording. */
export function isRepetition(above: string, text: string): boolean {
  if (above === text) return true;
  if ((numberingOf(above) || numberingOf(text)) && !hasSameNumber(above, text)) return false;
  const longer = Math.max(above.length, text.length);
  if (longer - Math.min(above.length, text.length) > (1 - ALIKE_PART) * longer) return false;
  return commonBigrams(above, text) >= ALIKE_PART;
}

/** Share of the character pairs that both have (Dice coefficient): linear, and blind to where a slip stands. */
function commonBigrams(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < a.length; index++) {
    const pair = a.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let index = 0; index + 1 < b.length; index++) {
    const pair = b.slice(index, index + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(pair, left - 1);
    }
  }
  const total = a.length + b.length - 2;
  return total <= 0 ? 0 : (2 * common) / total;
}

/** Whether both begin with a number, and with the same. */
export function hasSameNumber(above: string, text: string): boolean {
  const [a, b] = [numberingOf(above), numberingOf(text)];
  return a !== null && a.number === b?.number && a.style === b.style;
}
