// Pages that are read turned, among pages that are read as they are shown.
import type { PrintedPage } from '../../extract/page.js';
import { isBlank, type PrintedGlyph } from '../../text/glyph.js';
import type { Block, LogicalTable, PageNote } from '../blocks.js';
import { turnOf } from '../direction.js';
import { shownBox, uprightPage } from '../turn.js';
import type { UprightPage } from '../upright.js';
import type { PageSegments } from './furniture.js';

/** A page for reading. */
export interface ReadingPage {
  /** With its text upright. */
  readonly page: PrintedPage;
  /** Of a turned page, as shown: its page number, its running head, whatever else does not run with the text. */
  readonly beside: PrintedPage | null;
}

export function readingPage(page: UprightPage): ReadingPage {
  if (page.turn === 0) return { page, beside: null };
  return {
    page: { ...uprightPage(page, page.turn), glyphs: page.glyphs.filter((glyph) => glyph.shownBox) },
    beside: { ...page, glyphs: page.glyphs.filter((glyph) => !glyph.shownBox) },
  };
}

/** The frames of tables where they are on the pages as shown. */
export function withShownFrames(blocks: readonly Block[], pages: readonly UprightPage[]): Block[] {
  const turned = new Map(pages.filter(({ turn }) => turn !== 0).map((page) => [page.number, page]));
  if (turned.size === 0) return [...blocks];
  const shown = <P extends LogicalTable['bbox'][number] | LogicalTable['cells'][number]['fragments'][number]>(
    part: P,
  ): P => {
    const page = turned.get(part.page);
    return page && part.bbox ? { ...part, bbox: shownBox(part.bbox, page.turn, page) } : part;
  };
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? block
      : {
          ...block,
          bbox: block.bbox.map(shown),
          cells: block.cells.map((cell) => ({ ...cell, fragments: cell.fragments.map(shown) })),
        },
  );
}

/**
 * @param bodies the text of the pages outside of tables
 * @param beside what is left beside the text of turned pages
 */
export function directionNotes(bodies: readonly PageSegments[], beside: readonly PageSegments[]): PageNote[] {
  const counts = new Map<number, number>();
  const count = ({ page, segments }: PageSegments, isOther: (glyph: PrintedGlyph) => boolean): void => {
    const others = segments.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isBlank(glyph) && isOther(glyph)));
    counts.set(page.number, (counts.get(page.number) ?? 0) + others.length);
  };
  for (const body of bodies) count(body, (glyph) => turnOf(glyph) !== 0);
  for (const other of beside) count(other, () => true);
  return [...counts].flatMap(([page, glyphs]): PageNote[] =>
    // a single one is in no order
    glyphs > 1 ? [{ what: 'other-direction', page, glyphs }] : [],
  );
}
