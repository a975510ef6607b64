import type { Coverage } from '../model/index.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import type { Traced } from '../text/traced.js';

/** Where text ends up; a glyph that is claimed twice counts where it stands first here. */
export type Place = 'measures' | 'documents' | 'furniture';
const RANK: Readonly<Record<Place, number>> = { measures: 0, documents: 1, furniture: 2 };

/** Keeps account of every glyph, so that nothing is lost unseen. */
export class Ledger {
  /** The first place, by rank, that claimed a glyph. */
  private readonly claimed = new Map<Glyph, Place>();

  claim(place: Place, ...texts: readonly Traced[]): void {
    for (const { glyphs } of texts) {
      for (const glyph of glyphs) {
        if (!glyph) continue;
        const before = this.claimed.get(glyph);
        if (before === undefined || RANK[place] < RANK[before]) this.claimed.set(glyph, place);
      }
    }
  }

  /** Counts of all glyphs that print something, and those that no claim covers. */
  settle(all: readonly Glyph[]): { coverage: Coverage; unplaced: Glyph[] } {
    const counts = { measures: 0, documents: 0, furniture: 0 };
    const unplaced: Glyph[] = [];
    for (const glyph of all) {
      if (isBlank(glyph)) continue;
      const place = this.claimed.get(glyph);
      if (place) counts[place] += 1;
      else unplaced.push(glyph);
    }
    const glyphs = counts.measures + counts.documents + counts.furniture + unplaced.length;
    return { coverage: { glyphs, ...counts, unplaced: unplaced.length }, unplaced };
  }
}
