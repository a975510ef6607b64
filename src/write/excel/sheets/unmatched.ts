import type ExcelJS from 'exceljs';
import type { Kept } from '../entries/place.js';
import { fill, plainEntry } from '../entries/write.js';
import { FlatSheet } from '../flat.js';
import { SHEETS } from '../names.js';

const COLUMNS = [
  { heading: 'id', width: 14 },
  { heading: '公文', width: 24 },
  { heading: '措施', width: 50 },
];

/** 未对应的填写: what people wrote beside measures that are no longer there; no sheet where there is nothing. */
export function addUnmatched(workbook: ExcelJS.Workbook, { unmatched, headings }: Kept): void {
  if (unmatched.length === 0) return;
  const flat = new FlatSheet(workbook, SHEETS.unmatched, [
    ...COLUMNS,
    ...headings.map((heading) => ({ heading, width: 24 })),
  ]);
  flat.title(
    SHEETS.unmatched,
    '先前填写的这些内容，在重新转换后的本期中找不到对应的措施：该条可能已删去，或文字变动较大。请酌情抄入“明细”，不再需要的可以删去',
  );
  flat.header((index) => (index < COLUMNS.length ? 'header' : 'entryHeader'));
  for (const { id, document, text, filled } of unmatched) {
    const row = flat.add([
      { value: id, style: 'text' },
      { value: document, style: 'text' },
      { value: text, style: 'text' },
      ...headings.map((heading) => ({ value: plainEntry(filled.get(heading)), style: 'text' as const })),
    ]);
    for (const [at, heading] of headings.entries())
      fill(flat.sheet.getCell(row, COLUMNS.length + at + 1), filled.get(heading));
  }
}
