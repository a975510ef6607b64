// Scanned pages: a picture of the page, and under it what text recognition made of it.
import { height, width } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';
import type { HiddenGlyph } from '../page.js';
import type { Interpreted } from './interpret.js';

/** The picture of a scan covers this part of the page at least. */
const SCAN_PART = 0.5;
/** A stamp or a page number may be printed on a scan: visible glyphs, as a part of the invisible ones. */
const VISIBLE_PART = 0.2;

/** Invisible text counts where the page is a scan, and nowhere else (PDF 32000-1, 9.3.6: mode 3). */
export function recognisedText(
  { glyphs, hidden, images }: Interpreted,
  pageArea: number,
): { glyphs: readonly PrintedGlyph[]; hidden: readonly HiddenGlyph[]; recognised: boolean } {
  const isScan = images.some((image) => width(image) * height(image) > SCAN_PART * pageArea);
  if (!isScan || hidden.length === 0) return { glyphs, hidden, recognised: false };
  const invisible = hidden.filter(({ because }) => because === 'invisible').map(({ glyph }) => glyph);
  const inked = (some: readonly PrintedGlyph[]): number => some.filter((glyph) => !isBlank(glyph)).length;
  if (inked(invisible) === 0 || inked(glyphs) > VISIBLE_PART * inked(invisible)) {
    return { glyphs, hidden, recognised: false };
  }
  return {
    glyphs: [...glyphs, ...invisible],
    hidden: hidden.filter(({ because }) => because !== 'invisible'),
    recognised: true,
  };
}
