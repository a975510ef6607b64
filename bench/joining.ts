// Time to join the pages of one table, apart from reading them.
import { readPdf } from '../src/extract/pdf/read.js';
import { Budget, DEFAULT_LIMITS } from '../src/limits.js';
import { median } from '../src/repair/median.js';
import { tablesOf } from '../src/repair/printed/tables.js';
import { joinSheets } from '../src/repair/table/index.js';

export interface Joined {
  /** Of the table. */
  readonly pages: number;
  readonly rows: number;
  /** Median, in milliseconds. */
  readonly ms: number;
}

/** @param bytes a PDF with one ruled table that goes on over its pages */
export async function joining(bytes: Uint8Array, runs: number): Promise<Joined> {
  const file = 'made-up.pdf';
  const printed = await readPdf(bytes, { file, passwords: [], budget: new Budget(DEFAULT_LIMITS, file) });
  const all = printed.flatMap((page) => [...tablesOf(page).sheets]);
  const columns = all.at(-1)?.columns;
  const sheets = all.filter((sheet) => sheet.columns === columns);
  const times: number[] = [];
  let rows = 0;
  for (let run = -1; run < runs; run++) {
    const start = performance.now();
    rows = joinSheets(sheets).rows;
    // the first one is not counted: it compiles
    if (run >= 0) times.push(performance.now() - start);
  }
  return { pages: sheets.length, rows, ms: median(times) };
}
