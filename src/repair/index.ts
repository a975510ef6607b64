import type { Extract } from '../extract/page.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import { NO_WORDS, type Words } from '../text/words.js';
import type { Repaired } from './blocks.js';
import { repairPrinted } from './printed/index.js';
import { repairTyped } from './typed/index.js';
import { unifyGlyphs } from './unify.js';

export type {
  Block,
  Cell,
  CellFragment,
  ColumnRole,
  Contents,
  ContentsEntry,
  Furniture,
  LogicalTable,
  PageNote,
  Paragraph,
  Repaired,
  UnreadTable,
} from './blocks.js';

/**
 * Pages → blocks in reading order: paragraphs and logical tables, furniture apart.
 *
 * @param words asked where the layout leaves open what a space means
 */
export function repair(extract: Extract, words: Words = NO_WORDS): Repaired {
  const unified = unifyGlyphs(extract);
  const repaired = unified.kind === 'pdf' ? repairPrinted(unified.pages, words) : repairTyped(unified.pages, words);
  const unreadable = unified.kind === 'pdf' ? unified.pages.flatMap((page) => page.unreadable) : [];
  return { ...repaired, glyphs: printedGlyphs(unified), unreadable };
}

function printedGlyphs(extract: Extract): Glyph[] {
  const runs =
    extract.kind === 'pdf'
      ? extract.pages.map((page): readonly Glyph[] => page.glyphs)
      : extract.pages.flatMap((page) => page.lines.map((line): readonly Glyph[] => line.glyphs));
  return runs.flatMap((run) => run.filter((glyph) => !isBlank(glyph)));
}
