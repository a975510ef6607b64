import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';

/** Points. A column's width is counted in digits of the workbook's default font, 5.25 points each. */
export const CELL_FONT_POINTS = 10;
export const TITLE_FONT_POINTS = 16;
export const COLUMN_UNIT_POINTS = 5.25;

/**
 * Songti and Heiti under the names Windows and Office for Mac both know. Where they are missing, charset 134 (GB 2312)
 * makes the program choose another Chinese font instead of a Latin one.
 */
const song = (size: number, bold = false): Partial<Font> => ({ name: '宋体', family: 3, charset: 134, size, bold });
const blue = (size: number): Partial<Font> => ({ ...song(size), color: { argb: 'FF0563C1' }, underline: true });
const hei = (size: number): Partial<Font> => ({ name: '黑体', family: 3, charset: 134, size });

const thin = { style: 'thin', color: { argb: 'FF404040' } } as const;
const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

type Horizontal = 'left' | 'center';
const aligned = (horizontal: Horizontal, vertical: 'top' | 'middle' | 'justify'): Partial<Alignment> => ({
  horizontal,
  vertical,
  wrapText: true,
});

const body = (horizontal: Horizontal, more: Partial<Style> = {}): Partial<Style> => ({
  font: song(CELL_FONT_POINTS),
  alignment: aligned(horizontal, 'middle'),
  border: box,
  ...more,
});

export const STYLES = {
  title: { font: hei(TITLE_FONT_POINTS), alignment: aligned('center', 'middle') },
  subtitle: { font: song(CELL_FONT_POINTS), alignment: aligned('center', 'middle') },
  entryHeader: {
    font: hei(CELL_FONT_POINTS),
    alignment: aligned('center', 'middle'),
    border: box,
    fill: solid('FFC6E0B4'),
  },
  header: {
    font: hei(CELL_FONT_POINTS),
    alignment: aligned('center', 'middle'),
    border: box,
    fill: solid('FFE7E6E6'),
  },
  link: body('left', { font: blue(CELL_FONT_POINTS) }),
  linkShort: body('center', { font: blue(CELL_FONT_POINTS) }),
  bar: body('left', { font: { ...song(CELL_FONT_POINTS), color: { argb: 'FF4472C4' } }, fill: solid('FFF5F5F5') }),
  blockShort: body('center', { font: song(CELL_FONT_POINTS, true), fill: solid('FFF5F5F5') }),
  block: {
    font: song(CELL_FONT_POINTS, true),
    alignment: aligned('left', 'middle'),
    border: box,
    fill: solid('FFF5F5F5'),
  },
  path: body('left', { alignment: aligned('left', 'top') }),
  text: body('left'),
  short: body('center'),
  date: body('center', { numFmt: 'yyyy-mm-dd' }),
  // a text in several rows looks like one cell: no lines between its pieces, and no gaps, whatever the font's line height
  textFirst: body('left', { border: { top: thin, left: thin, right: thin }, alignment: aligned('left', 'justify') }),
  textMiddle: body('left', { border: { left: thin, right: thin }, alignment: aligned('left', 'justify') }),
  textLast: body('left', { border: { bottom: thin, left: thin, right: thin }, alignment: aligned('left', 'top') }),
  check: body('left', { fill: solid('FFFFF2CC') }),
  error: body('left', { fill: solid('FFF8CBAD') }),
  note: { font: song(CELL_FONT_POINTS), alignment: aligned('left', 'middle') },
} satisfies Record<string, Partial<Style>>;

export type StyleName = keyof typeof STYLES;

/**
 * Of a cell merged over several rows: its text stands at the top, beside the first of its rows. In the middle it would
 * stand on a later page, or be cut in two by the end of a page.
 */
export function overRows(style: Partial<Style>): Partial<Style> {
  return { ...style, alignment: { ...style.alignment, vertical: 'top' } };
}
