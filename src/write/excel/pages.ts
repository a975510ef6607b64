import type { HeaderFooter, PageSetup } from 'exceljs';

/** A4 landscape, as wide as one page and as long as it takes, the header row again on each page. */
export const pageSetup = (headerRow: number): Partial<PageSetup> => ({
  paperSize: 9, // A4
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0, // as many pages as it takes
  horizontalCentered: true,
  printTitlesRow: `${headerRow}:${headerRow}`,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
});

export const PAGE_FOOTER: Partial<HeaderFooter> = { oddFooter: '&C第 &P 页，共 &N 页' };
