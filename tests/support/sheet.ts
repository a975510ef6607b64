import type { Box } from '../../src/model/index.js';
import type { Sheet } from '../../src/repair/table/index.js';
import { Traced } from '../../src/text/traced.js';
import { printed } from './traced.js';

/** A printed cell: its text, or text, rows and columns it spans; null is covered by the cell to the left or above. */
export type Print = string | readonly [text: string, rowSpan: number, columnSpan?: number] | null;

/** A page's part of a table, 200 pt a column and 20 pt a row. */
export function sheet(page: number, ...rows: readonly (readonly Print[])[]): Sheet {
  const cells = rows.flatMap((prints, row) =>
    prints.flatMap((print, column) => {
      if (print === null) return [];
      const [text, rowSpan, columnSpan = 1] = typeof print === 'string' ? ([print, 1] as const) : print;
      const [x, y] = [200 * column, 20 * row];
      const bbox: Box = [x, y, x + 200 * columnSpan, y + 20 * rowSpan];
      return [{ row, column, rowSpan, columnSpan, bbox, text: Traced.of(printed(text, x, y + 15, page)) }];
    }),
  );
  return { page, bbox: null, rows: rows.length, columns: rows[0]?.length ?? 0, cells };
}
