// Watermarks: text across the page, or so light that the text is printed over it.

import type { PrintedPage } from '../../extract/page.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { median } from '../median.js';
import { LIGHT_FROM, OBLIQUE_DEGREES, WATERMARK_PAGES_PART, WATERMARK_SIZE_PART } from '../tolerances.js';

/** Takes watermarks off the pages: oblique text, and light text that comes again on most pages or is set very large. */
export function takeWatermarks<P extends PrintedPage>(pages: readonly P[]): { pages: P[]; furniture: Furniture[] } {
  if (!pages.some(({ glyphs }) => glyphs.some((glyph) => isOblique(glyph) || isLight(glyph)))) {
    return { pages: [...pages], furniture: [] };
  }
  const wordings = pages.map(({ glyphs }) => lightWordings(glyphs));
  const counts = new Map<string, number>();
  for (const wording of wordings.flatMap((found) => [...found])) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const comesAgain = (wording: string): boolean => {
    const count = counts.get(wording) ?? 0;
    return count > 1 && count >= WATERMARK_PAGES_PART * pages.length;
  };
  const size = median(pages.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.size)));
  const furniture: Furniture[] = [];
  const without = pages.map((page, index) => {
    const areLight = [...(wordings[index] ?? [])].some(comesAgain);
    const isWatermark = (glyph: PrintedGlyph): boolean =>
      isOblique(glyph) || (isLight(glyph) && (areLight || glyph.size > WATERMARK_SIZE_PART * size));
    const taken = page.glyphs.filter(isWatermark);
    if (taken.length === 0) return page;
    furniture.push({ what: 'watermark', page: page.number, text: Traced.of(taken) });
    return { ...page, glyphs: page.glyphs.filter((glyph) => !isWatermark(glyph)) };
  });
  return { pages: without, furniture };
}

const isLight = ({ lightness }: PrintedGlyph): boolean => lightness > LIGHT_FROM;

function isOblique({ angle }: PrintedGlyph): boolean {
  if (angle === 0) return false;
  const off = Math.abs(angle) % 90;
  return Math.min(off, 90 - off) > OBLIQUE_DEGREES;
}

/** All that is printed lightly on a page, as one wording. */
function lightWordings(glyphs: readonly PrintedGlyph[]): Set<string> {
  const light = glyphs.filter((glyph) => isLight(glyph) && !isBlank(glyph));
  return new Set(light.length > 0 ? [light.map(({ text }) => text).join('')] : []);
}
