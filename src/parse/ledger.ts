import type { Coverage } from '../model/index.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import type { Traced } from '../text/traced.js';

/** Where text ends up; a glyph that is claimed twice counts where it stands first here. */
const PLACES = ['measures', 'documents', 'furniture'] as const;
export type Place = (typeof PLACES)[number];

/** Keeps account of every glyph, so that nothing is lost unseen. */
export class Ledger {
  private readonly claimed = new Map<Place, Set<Glyph>>(PLACES.map((place) => [place, new Set()]));

  claim(place: Place, ...texts: readonly Traced[]): void {
    const glyphs = this.claimed.get(place) as Set<Glyph>;
    for (const text of texts) for (const glyph of text.glyphs) if (glyph) glyphs.add(glyph);
  }

  /** Counts of all glyphs that print something, and those that no claim covers. */
  settle(all: readonly Glyph[]): { coverage: Coverage; unplaced: Glyph[] } {
    const counts = { measures: 0, documents: 0, furniture: 0 };
    const unplaced: Glyph[] = [];
    for (const glyph of all) {
      if (isBlank(glyph)) continue;
      const place = PLACES.find((candidate) => this.claimed.get(candidate)?.has(glyph));
      if (place) counts[place] += 1;
      else unplaced.push(glyph);
    }
    const glyphs = counts.measures + counts.documents + counts.furniture + unplaced.length;
    return { coverage: { glyphs, ...counts, unplaced: unplaced.length }, unplaced };
  }
}
