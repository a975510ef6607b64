import type { PrintedPage } from '../../src/extract/page.js';
import type { LogicalTable } from '../../src/repair/index.js';
import { contains, middleX, middleY } from '../../src/text/box.js';
import { isBlank, placeOf } from '../../src/text/glyph.js';

/** Squares of a table's grid that no cell covers, or two do, and cells that reach over its edges. */
export function tilingFaults({ rows, columns, cells }: Pick<LogicalTable, 'rows' | 'columns' | 'cells'>): string[] {
  const faults: string[] = [];
  const covered = new Set<string>();
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    const isWithin =
      row >= 0 &&
      column >= 0 &&
      rowSpan > 0 &&
      columnSpan > 0 &&
      row + rowSpan <= rows &&
      column + columnSpan <= columns;
    if (!isWithin) faults.push(`over the edge: ${row},${column} ${text.text}`);
    for (let y = row; y < row + rowSpan; y++) {
      for (let x = column; x < column + columnSpan; x++) {
        const square = `${y},${x}`;
        if (covered.has(square)) faults.push(`twice: ${square} ${text.text}`);
        covered.add(square);
      }
    }
  }
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) if (!covered.has(`${y},${x}`)) faults.push(`hole: ${y},${x}`);
  }
  return faults;
}

/**
 * Characters printed within the area of tables that are in no cell, or in several.
 *
 * @param pages as the repair stage numbers their glyphs
 * @param isAside what is printed over the pages, such as a watermark
 */
export function glyphFaults(
  tables: readonly LogicalTable[],
  pages: readonly Pick<PrintedPage, 'number' | 'glyphs'>[],
  isAside: (index: number) => boolean = () => false,
): string[] {
  const cellsOf = new Map<number, Set<string>>();
  tables.forEach(({ cells }, table) => {
    cells.forEach(({ fragments }, cell) => {
      for (const glyph of fragments.flatMap(({ text }) => text.glyphs)) {
        if (!glyph) continue;
        const own = cellsOf.get(glyph.index) ?? new Set();
        cellsOf.set(glyph.index, own.add(`${table}.${cell}`));
      }
    });
  });
  const faults: string[] = [];
  for (const { number, glyphs } of pages) {
    const areas = tables.flatMap(({ bbox }) => bbox.flatMap((part) => (part.page === number ? [part.bbox] : [])));
    for (const glyph of glyphs) {
      if (isBlank(glyph) || isAside(glyph.index)) continue;
      const place = placeOf(glyph);
      const isInside = areas.some((area) => contains(area, middleX(place), middleY(place)));
      const count = cellsOf.get(glyph.index)?.size ?? 0;
      if (isInside ? count !== 1 : count > 1) faults.push(`page ${number}: ${glyph.text} is in ${count} cells`);
    }
  }
  return faults;
}
