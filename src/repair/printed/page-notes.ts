// What a person should know of a page as a whole.
import type { PrintedPage } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import { contains, height, intersection, middleX, middleY, rounded, width } from '../../text/box.js';
import { isBlank, placeOf } from '../../text/glyph.js';
import { hasUnknown } from '../../text/unknown.js';
import type { PageNote } from '../blocks.js';
import { MARGIN_PART, PICTURE_HEIGHT_PT, PICTURE_WIDTH_PART } from '../tolerances.js';

export function pageNotes(pages: readonly PrintedPage[]): PageNote[] {
  return pages.flatMap((page): PageNote[] => {
    const { number, unreadable, recognised, damaged } = page;
    const unknown = page.glyphs.filter((glyph) => hasUnknown(glyph.text)).length;
    const lost = unreadable.filter((glyph) => !isBlank(glyph)).length;
    return [
      ...(damaged ? [{ what: 'damaged', page: number } as const] : []),
      ...(lost > 0 ? [{ what: 'unreadable', page: number, glyphs: lost } as const] : []),
      ...(unknown > 0 ? [{ what: 'unknown', page: number, glyphs: unknown } as const] : []),
      ...(recognised ? [{ what: 'recognised', page: number } as const] : pictures(page)),
    ];
  });
}

/** A page that is a picture; pictures as wide as text, without text in them, in the part of the page that holds text. */
function pictures({ number, images, glyphs, unreadable, ...page }: PrintedPage): PageNote[] {
  if (images.length === 0) return [];
  const inked = [...glyphs, ...unreadable].filter((glyph) => !isBlank(glyph));
  const [top, bottom] = [MARGIN_PART * page.height, (1 - MARGIN_PART) * page.height];
  const places = inked.map(placeOf);
  const hasBody = places.some((box) => box[1] > top && box[3] < bottom);
  const large = images.filter((image) => isLarge(intersection(image, [0, 0, page.width, page.height]), page.width));
  if (!hasBody) return large.length > 0 ? [{ what: 'picture-only', page: number }] : [];
  const empty = large.filter(
    (image) =>
      !places.some((box) => contains(image, middleX(box), middleY(box))) && image[3] > top && image[1] < bottom,
  );
  return empty.map((image) => ({ what: 'picture', page: number, bbox: rounded(image) }));
}

const isLarge = (image: Box, pageWidth: number): boolean =>
  width(image) > PICTURE_WIDTH_PART * pageWidth && height(image) > PICTURE_HEIGHT_PT;
