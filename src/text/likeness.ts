/** How alike texts are. The pairs of a text are sorted once, however many it is compared with. */
export class Likeness {
  private readonly known = new Map<string, Int32Array>();

  /** Of the pairs of neighbouring characters of two texts, the share they have in common (Dice 1945), 0 to 1. */
  of(a: string, b: string): number {
    if (a === b) return 1;
    const [pairsOfA, pairsOfB] = [this.pairs(a), this.pairs(b)];
    const all = pairsOfA.length + pairsOfB.length;
    return all === 0 ? 0 : (2 * countCommon(pairsOfA, pairsOfB)) / all;
  }

  private pairs(text: string): Int32Array {
    const pairs = this.known.get(text) ?? sortedPairs(text);
    this.known.set(text, pairs);
    return pairs;
  }
}

/** Both units of a pair in one number. */
function sortedPairs(text: string): Int32Array {
  const pairs = new Int32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at++) pairs[at] = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
  return pairs.sort();
}

function countCommon(a: Int32Array, b: Int32Array): number {
  let common = 0;
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    const difference = (a[at] as number) - (b[other] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return common;
}
