import type ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** In local time, as a zip tells it: the same bytes in every time zone. */
const EARLIEST_LOCAL = new Date(1980, 0, 1);
/** Properties of a sheet stand at its beginning. */
const HEAD_BYTES = 2000;

/**
 * The bytes of a workbook (.xlsx), with what exceljs writes otherwise put right: it stamps the entries of the zip with the
 * time of writing, so that the same workbook would never give the same bytes, and puts pageSetUpPr before outlinePr,
 * against the order that Excel takes (CT_SheetPr, ECMA-376 part 1, 18.3.1.82).
 */
export async function packed(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  const parts = unzipSync(new Uint8Array(stored), { filter: ({ name }) => !name.endsWith('/') });
  for (const [path, bytes] of Object.entries(parts)) {
    if (path.startsWith('xl/worksheets/')) reorder(bytes.subarray(0, HEAD_BYTES));
  }
  return zipSync(parts, { mtime: EARLIEST_LOCAL, level: 6 });
}

/** In place: exchanged elements take the same bytes. */
function reorder(head: Uint8Array): void {
  const text = strFromU8(head, true);
  head.set(strToU8(text.replace(/(<pageSetUpPr[^>]*\/>)(<outlinePr[^>]*\/>)/, '$2$1'), true));
}
