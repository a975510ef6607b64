import type { HeaderFooter, PageSetup, PaperSize } from 'exceljs';

/** Codes of ECMA-376 part 1, 18.3.1.63; the types of exceljs know only some. */
const A4: PaperSize = 9;
const A3: PaperSize = 8 as number;
/** Width inside the margins of A4 landscape at 100 %, in digits: (842 − 2 × 36) points / 5.25. */
export const A4_WIDTH = 146;
/** Below it, ten points are no longer easy to read. */
const SMALLEST_SCALE = 0.72;

/** Of all columns, in digits. */
export const totalWidth = (columns: readonly { width: number }[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);

/**
 * Landscape, as wide as one page and as long as it takes, the header row again on each page; A3 for what would be printed
 * too small on A4.
 *
 * @param columns with their widths in digits
 */
export const pageSetup = (headerRow: number, columns: readonly { width: number }[]): Partial<PageSetup> => ({
  paperSize: A4_WIDTH / totalWidth(columns) < SMALLEST_SCALE ? A3 : A4,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0, // as many pages as it takes
  horizontalCentered: true,
  printTitlesRow: `${headerRow}:${headerRow}`,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
});

export const PAGE_FOOTER: Partial<HeaderFooter> = { oddFooter: '&L&A&C第 &P 页，共 &N 页' };
