import type { Box, FieldSource } from '../model/index.js';
import { extend, rounded } from '../text/box.js';
import type { PrintedGlyph } from '../text/glyph.js';
import { isBlank, placeOf } from '../text/glyph.js';
import type { Traced } from '../text/traced.js';

/** Text that jumps up by more than this begins a new box: the next column, or the cell on the next page. */
const JUMP_UP_EM = 1;

/** Where a field was read: one box a page and column of a PDF, the lines of a text. */
export function sourcesOf(field: string, text: Traced): FieldSource[] {
  const lines = new Set<number>();
  const runs: { page: number; bbox: Box }[] = [];
  let last: PrintedGlyph | null = null;
  for (const glyph of text.glyphs) {
    if (!glyph || glyph === last || isBlank(glyph)) continue;
    if (glyph.kind === 'typed') {
      lines.add(glyph.line);
      continue;
    }
    const goesOn = last && last.page === glyph.page && glyph.baseline > last.baseline - JUMP_UP_EM * glyph.size;
    const run = runs.at(-1);
    if (run && goesOn) extend(run.bbox, placeOf(glyph));
    else runs.push({ page: glyph.page, bbox: [...placeOf(glyph)] });
    last = glyph;
  }
  return [
    ...runs.map(({ page, bbox }): FieldSource => ({ field, page, bbox: rounded(bbox) })),
    ...[...lines].map((line): FieldSource => ({ field, line })),
  ];
}
