// TF-IDF: a term is the better the more often its measure has it, and the fewer measures have it.
import type { Term } from './vocabulary.js';

/** A term in its place in the text of a measure. */
export interface Placed {
  readonly term: Term;
  readonly at: number;
}

/** What terms of a measure were found. */
interface Counted extends Placed {
  count: number;
}

/** The terms of one measure, each with its first place. */
export class TermCounts {
  readonly byTerm = new Map<Term, Counted>();

  /** @param titleEnd up to here it is the title, which is counted for itself and as a part of the text */
  constructor(private readonly titleEnd: number) {}

  add(term: Term, at: number): void {
    if (!term.standsAlone) return;
    const count = at < this.titleEnd ? 2 : 1;
    const seen = this.byTerm.get(term);
    if (seen) seen.count += count;
    else this.byTerm.set(term, { term, at, count });
  }
}

/** So many measures say as much as what is known of words in general: in a short issue each word is rare. */
const GENERAL_MEASURES = 20;

/** The best terms of each measure, of equal ones the first; none that stands in a better one. */
export function bestTerms(measures: readonly TermCounts[], most: number): Placed[][] {
  const spread = new Map<Term, number>();
  for (const { byTerm } of measures) for (const term of byTerm.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const rarities = new Map<Term, number>();
  for (const [term, count] of spread) rarities.set(term, rarityOf(term, count, measures.length));
  return measures.map(({ byTerm }) => {
    const scored = Array.from(byTerm.values(), ({ term, at, count }) => ({
      term,
      at,
      score: count * term.weight * (rarities.get(term) ?? 0),
    }));
    scored.sort((a, b) => b.score - a.score || a.at - b.at);
    const best: Placed[] = [];
    for (const found of scored) {
      if (best.length === most) break;
      if (!best.some(({ term }) => term.form.includes(found.term.form))) best.push(found);
    }
    return best;
  });
}

function rarityOf({ rarity }: Term, count: number, measures: number): number {
  const expected = GENERAL_MEASURES * Math.exp(-rarity);
  return Math.log((measures + GENERAL_MEASURES) / (count + expected));
}
