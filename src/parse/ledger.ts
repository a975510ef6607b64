import type { Coverage } from '../model/index.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import type { Traced } from '../text/traced.js';

/** Where text ends up; a glyph that is claimed twice counts where it stands first here. */
const PLACES = ['measures', 'documents', 'furniture'] as const;
export type Place = (typeof PLACES)[number];

/** Keeps account of every glyph, so that nothing is lost unseen. */
export class Ledger {
  /** By the glyph's index, the first of the places that claimed it: 1 is measures; 0 where none did. */
  private claimed = new Uint8Array(FIRST_LENGTH);

  claim(place: Place, ...texts: readonly Traced[]): void {
    const rank = PLACES.indexOf(place) + 1;
    for (const { glyphs } of texts) {
      for (const glyph of glyphs) {
        if (!glyph) continue;
        if (glyph.index >= this.claimed.length) this.growTo(glyph.index + 1);
        const before = this.claimed[glyph.index];
        if (!before || rank < before) this.claimed[glyph.index] = rank;
      }
    }
  }

  private growTo(length: number): void {
    const grown = new Uint8Array(Math.max(length, 2 * this.claimed.length));
    grown.set(this.claimed);
    this.claimed = grown;
  }

  /** Counts of all glyphs that print something, and those that no claim covers. */
  settle(...all: readonly (readonly Glyph[])[]): { coverage: Coverage; unplaced: Glyph[] } {
    const counts = { measures: 0, documents: 0, furniture: 0 };
    const unplaced: Glyph[] = [];
    for (const glyphs of all) {
      for (const glyph of glyphs) {
        if (isBlank(glyph)) continue;
        const place = PLACES[(this.claimed[glyph.index] ?? 0) - 1];
        if (place) counts[place] += 1;
        else unplaced.push(glyph);
      }
    }
    const glyphs = counts.measures + counts.documents + counts.furniture + unplaced.length;
    return { coverage: { glyphs, ...counts, unplaced: unplaced.length }, unplaced };
  }
}

/** About a page. */
const FIRST_LENGTH = 1024;
