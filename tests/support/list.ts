import type { Measure } from '../../src/model/index.js';
import { type Parsed, parse } from '../../src/parse/index.js';
import { joinSheets, type Sheet } from '../../src/repair/table/index.js';

/** The records of an issue that prints nothing but this list. */
export function parsedList(...sheets: Sheet[]): Parsed {
  const glyphs = sheets.flatMap(({ cells }) => cells.flatMap(({ text }) => text.glyphs.filter((glyph) => !!glyph)));
  return parse({
    blocks: [joinSheets(sheets)],
    furniture: [],
    contents: { entries: [], isTitled: false },
    unreadTables: [],
    pageNotes: [],
    pageLabels: [],
    glyphs,
    unreadable: [],
  });
}

export const listMeasures = (...sheets: Sheet[]): Measure[] => parsedList(...sheets).measures;
