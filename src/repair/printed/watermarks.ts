// Watermarks: text across the page, or so light that the text is printed over it.

import type { PrintedPage } from '../../extract/page.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { LIGHT_FROM, OBLIQUE_DEGREES, WATERMARK_PAGES_PART, WATERMARK_SIZE_PART } from '../tolerances.js';

/**
 * Takes watermarks off the pages: oblique text; light text that comes again on most pages or is set very large; and very
 * large text that comes again on most pages (under a scan, no text has a colour).
 */
export function takeWatermarks<P extends PrintedPage>(pages: readonly P[]): { pages: P[]; furniture: Furniture[] } {
  const size = commonestSize(pages);
  const isLarge = (glyph: PrintedGlyph): boolean => glyph.size > WATERMARK_SIZE_PART * size;
  if (!pages.some(({ glyphs }) => glyphs.some((glyph) => isOblique(glyph) || isLight(glyph) || isLarge(glyph)))) {
    return { pages: [...pages], furniture: [] };
  }
  const light = comingAgain(pages, isLight);
  const large = comingAgain(pages, isLarge);
  const furniture: Furniture[] = [];
  const without = pages.map((page) => {
    const isWatermark = (glyph: PrintedGlyph): boolean =>
      isOblique(glyph) ||
      (isLight(glyph) && (light.has(page) || isLarge(glyph))) ||
      (isLarge(glyph) && large.has(page));
    const taken = page.glyphs.filter(isWatermark);
    if (taken.length === 0) return page;
    furniture.push({ what: 'watermark', page: page.number, text: Traced.of(taken) });
    return { ...page, glyphs: page.glyphs.filter((glyph) => !isWatermark(glyph)) };
  });
  return { pages: without, furniture };
}

/** The size of type that most glyphs are set in, in points. */
function commonestSize(pages: readonly PrintedPage[]): number {
  const counts = new Map<number, number>();
  for (const { glyphs } of pages) for (const { size } of glyphs) counts.set(size, (counts.get(size) ?? 0) + 1);
  let usual = 0;
  for (const [size, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = size;
  return usual;
}

/** The pages on which all glyphs of a kind, read as one wording, say what they say on most pages. */
function comingAgain(pages: readonly PrintedPage[], isOfKind: (glyph: PrintedGlyph) => boolean): Set<PrintedPage> {
  const byWording = new Map<string, PrintedPage[]>();
  for (const page of pages) {
    const own = page.glyphs.filter((glyph) => isOfKind(glyph) && !isBlank(glyph));
    const wording = own.map(({ text }) => text).join('');
    if (wording !== '') byWording.set(wording, [...(byWording.get(wording) ?? []), page]);
  }
  const most = [...byWording.values()].filter(
    (same) => same.length > 1 && same.length >= WATERMARK_PAGES_PART * pages.length,
  );
  return new Set(most.flat());
}

const isLight = ({ lightness }: PrintedGlyph): boolean => lightness > LIGHT_FROM;

function isOblique({ angle }: PrintedGlyph): boolean {
  if (angle === 0) return false;
  const off = Math.abs(angle) % 90;
  return Math.min(off, 90 - off) > OBLIQUE_DEGREES;
}
