/** How alike two texts are: of their pairs of neighbouring characters, the share they have in common (Dice 1945), 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [pairsOfA, pairsOfB] = [pairs(a), pairs(b)];
  let common = 0;
  let [countA, countB] = [0, 0];
  for (const count of pairsOfB.values()) countB += count;
  for (const [pair, count] of pairsOfA) {
    countA += count;
    common += Math.min(count, pairsOfB.get(pair) ?? 0);
  }
  return countA + countB === 0 ? 0 : (2 * common) / (countA + countB);
}

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
