import type { Extract } from '../extract/page.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import { NO_WORDS, type Words } from '../text/words.js';
import type { Repaired } from './blocks.js';
import { repairPrinted } from './printed/index.js';
import { repairTyped } from './typed/index.js';
import { unifyGlyphs } from './unify.js';
import { withUprightText } from './upright.js';

export type {
  Block,
  Cell,
  CellFragment,
  CellJoin,
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
  if (unified.kind === 'pdf') {
    const pages = withUprightText(unified.pages);
    return {
      ...repairPrinted(pages, words),
      glyphs: inkedOf(pages.map(({ glyphs }) => glyphs)),
      unreadable: pages.flatMap(({ unreadable }) => unreadable),
    };
  }
  const lines = unified.pages.flatMap((page) => page.lines);
  return { ...repairTyped(unified.pages, words), glyphs: inkedOf(lines.map(({ glyphs }) => glyphs)), unreadable: [] };
}

function inkedOf(runs: readonly (readonly Glyph[])[]): Glyph[] {
  const found: Glyph[] = [];
  for (const run of runs) for (const glyph of run) if (!isBlank(glyph)) found.push(glyph);
  return found;
}
