import type { Extract } from '../extract/page.js';
import { type Glyph, isBlank } from '../text/glyph.js';
import type { Repaired } from './blocks.js';
import { repairPrinted } from './printed/index.js';
import { repairTyped } from './typed/index.js';
import { unifyGlyphs } from './unify.js';

export type {
  Block,
  Cell,
  CellFragment,
  ColumnRole,
  Furniture,
  LogicalTable,
  PageNote,
  Paragraph,
  Repaired,
  UnreadTable,
} from './blocks.js';

/** Pages → blocks in reading order: paragraphs and logical tables, furniture apart. */
export function repair(extract: Extract): Repaired {
  const unified = unifyGlyphs(extract);
  const repaired = unified.kind === 'pdf' ? repairPrinted(unified.pages) : repairTyped(unified.pages);
  const unreadable = unified.kind === 'pdf' ? unified.pages.flatMap((page) => page.unreadable) : [];
  return { ...repaired, glyphs: printedGlyphs(unified), unreadable };
}

function printedGlyphs(extract: Extract): Glyph[] {
  const found: Glyph[] = [];
  const runs =
    extract.kind === 'pdf'
      ? extract.pages.map((page): readonly Glyph[] => page.glyphs)
      : extract.pages.flatMap((page) => page.lines.map((line): readonly Glyph[] => line.glyphs));
  for (const run of runs) for (const glyph of run) if (!isBlank(glyph)) found.push(glyph);
  return found;
}
