// Words that make one term, 企业|开办, found by how they stand side by side in the issue.
import type { Term, Vocabulary } from './vocabulary.js';

/** A pair is met so often, and so large a share of the rarer of both is met in it. */
const FEWEST = 2;
const SHARE = 0.5;
/** Characters of a term that is joined. */
const LONGEST = 10;
/** Each makes terms of up to twice as many words. */
const ROUNDS = 2;

/**
 * Joins terms that stand side by side in different surroundings, and of which one is seldom met without the other.
 *
 * @param rows the words of each stretch
 */
export function joinPhrases(rows: readonly (readonly Term[])[], vocabulary: Vocabulary): (readonly Term[])[] {
  let joined = [...rows];
  for (let round = 0; round < ROUNDS; round++) {
    const ties = tiesIn(joined);
    if (ties.size === 0) break;
    joined = joined.map((row) => joinIn(row, ties, vocabulary));
  }
  return joined;
}

/** Pairs that make a term → how closely they belong together. */
type Ties = ReadonlyMap<number, number>;

interface Pair {
  readonly a: Term;
  readonly b: Term;
  count: number;
  readonly before: Term | undefined;
  readonly after: Term | undefined;
  /** Met with something else before or behind it: not a piece of one sentence that is printed twice. */
  varies: boolean;
}

/** More terms than any issue has. */
const MOST_TERMS = 2 ** 24;
const pairOf = (a: Term, b: Term): number => a.id * MOST_TERMS + b.id;

function tiesIn(rows: readonly (readonly Term[])[]): Ties {
  const counts = countsIn(rows);
  const often = ({ id, isPart }: Term): boolean => isPart && (counts[id] ?? 0) >= FEWEST;
  const pairs = new Map<number, Pair>();
  for (const row of rows) {
    for (let index = 1; index < row.length; index++) {
      const [a, b] = [row[index - 1] as Term, row[index] as Term];
      if (!often(a) || !often(b) || a.form.length + b.form.length > LONGEST) continue;
      const [before, after] = [row[index - 2], row[index + 1]];
      const key = pairOf(a, b);
      const pair = pairs.get(key);
      if (!pair) pairs.set(key, { a, b, count: 1, before, after, varies: false });
      else {
        pair.count += 1;
        pair.varies ||= pair.before !== before || pair.after !== after;
      }
    }
  }
  const ties = new Map<number, number>();
  for (const [key, { a, b, count, varies }] of pairs) {
    const share = count / Math.min(counts[a.id] ?? count, counts[b.id] ?? count);
    if (varies && count >= FEWEST && share >= SHARE) ties.set(key, count * share);
  }
  return ties;
}

/** How often each term is met, by its id. */
function countsIn(rows: readonly (readonly Term[])[]): number[] {
  const counts: number[] = [];
  for (const row of rows) {
    for (const { id } of row) {
      while (counts.length <= id) counts.push(0);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts;
}

/** Of two pairs that share a word, the closer one is joined. */
function joinIn(row: readonly Term[], ties: Ties, vocabulary: Vocabulary): readonly Term[] {
  const tieAt = (index: number): number => {
    const [a, b] = [row[index], row[index + 1]];
    return a?.isPart && b?.isPart ? (ties.get(pairOf(a, b)) ?? 0) : 0;
  };
  let joined: Term[] | null = null;
  for (let index = 0; index < row.length; index++) {
    const [term, next] = [row[index] as Term, row[index + 1]];
    const tie = tieAt(index);
    if (next && tie > 0 && tie >= tieAt(index + 1)) {
      joined ??= row.slice(0, index);
      joined.push(vocabulary.joined(term, next));
      index += 1;
    } else joined?.push(term);
  }
  return joined ?? row;
}
