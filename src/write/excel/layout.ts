import type { Measure } from '../../model/index.js';
import { cellText } from './cell-text.js';
import { CELL_PADDING_WIDTH, type Columns } from './columns.js';
import { CELL_FONT_POINTS, COLUMN_UNIT_POINTS, type StyleName } from './styles.js';
import { headingWordings } from './wording.js';
import { countLines, splitByLines } from './wrap.js';

/** A cell of the sheet, merged where it spans more than one row or column. Rows and columns count from 1, ends inclusive. */
export interface SheetCell {
  top: number;
  left: number;
  bottom: number;
  right: number;
  value: string | number;
  style: StyleName;
}

/** Cells, and the height in points of each row from the first. */
export interface Layout {
  cells: SheetCell[];
  heights: number[];
}

/** And the first row of each measure. */
export interface MeasuresLayout extends Layout {
  rows: number[];
}

/** Excel's limit of a row's height, in points. */
export const MAX_ROW_POINTS = 409.5;
const ROW_PADDING_POINTS = 6;
/** A text that has to be cut is cut into rows of so many lines, low enough to fill the pages they are printed on. */
const PIECE_LINES = 8;
/** Height of a line in sizes of its font: what the tallest usual Chinese fonts (Noto, PingFang) take; SimSun needs 1.2. */
const LINE_HEIGHT = 1.45;

/** Height in points a text takes in a cell of this width, wrapped. */
export function textHeight(text: string | number, width: number, fontPoints = CELL_FONT_POINTS): number {
  return heightOfLines(countLines(String(text), lineWidth(width, fontPoints)), fontPoints);
}

/** Height in points of the row of headings. */
export function headerHeight(columns: readonly { heading: string; width: number }[]): number {
  return Math.max(24, ...columns.map(({ heading, width }) => textHeight(heading, width)));
}

function heightOfLines(lines: number, fontPoints: number): number {
  return Math.ceil(lines * fontPoints * LINE_HEIGHT + ROW_PADDING_POINTS);
}

/** Columns of half a Han character that fit on a line of a cell. */
function lineWidth(width: number, fontPoints: number): number {
  return Math.max(2, Math.floor(((width - CELL_PADDING_WIDTH) * COLUMN_UNIT_POINTS * 2) / fontPoints));
}

/**
 * Places the measures of one block from row `top` on. A heading is one cell over all consecutive measures under it; the last
 * heading of a short path reaches to the text. A measure whose text is taller than a row may be gets several rows: the
 * text is cut into them, its other cells span them.
 */
export function layoutMeasures(measures: Measure[], columns: Columns, top: number): MeasuresLayout {
  const layout: MeasuresLayout = { cells: [], heights: [], rows: [] };
  const depth = columns.path.length;
  const open: (SheetCell & { key: string })[] = [];
  for (const measure of measures) {
    const first = top + layout.heights.length;
    layout.rows.push(first);
    const headings = pathCells(measure, columns, first);
    // a heading goes on as long as it and all those left of it are the same
    let same = 0;
    while (same < headings.length && headings[same]?.key === open[same]?.key) same++;
    const started = headings.slice(same);
    open.splice(same, open.length, ...started);

    const needed = started.map((cell) => textHeight(cell.value, spanWidth(cell, columns)));
    const { cells, heights } = measureRows(measure, columns, first, needed);
    for (const cell of open) cell.bottom = first + heights.length - 1;
    layout.cells.push(
      ...started,
      ...cells.map((cell) => ({ ...cell, left: cell.left + depth, right: cell.right + depth })),
    );
    layout.heights.push(...heights);
  }
  return layout;
}

function spanWidth(cell: SheetCell, columns: Columns): number {
  return columns.path.slice(cell.left - 1, cell.right).reduce((sum, column) => sum + column.width, 0);
}

/** The cells of a path, one row high; `key` tells whether two measures stand under the same headings. */
function pathCells(measure: Measure, columns: Columns, row: number): (SheetCell & { key: string })[] {
  const depth = columns.path.length;
  const levels = Math.max(measure.path.length, Math.min(1, depth));
  const headings = headingWordings(measure);
  return Array.from({ length: levels }, (_, level) => {
    const right = level === levels - 1 ? depth : level + 1;
    return {
      key: JSON.stringify([right, ...measure.path.slice(0, level + 1).map(({ number, title }) => [number, title])]),
      ...{ top: row, bottom: row, left: level + 1, right },
      value: cellText(headings[level] ?? ''),
      style: 'path',
    };
  });
}

/** The measure's own cells, columns counted from the text's; `needed`: heights in points that its rows together must reach. */
function measureRows(measure: Measure, columns: Columns, top: number, needed: number[]): Layout {
  const text = columns.own.find((column) => column.isText);
  const width = text?.width ?? 0;
  const whole = text ? String(text.value(measure)) : '';
  const pieces =
    textHeight(whole, width) > MAX_ROW_POINTS
      ? splitByLines(whole, lineWidth(width, CELL_FONT_POINTS), PIECE_LINES)
      : [whole];
  const others = columns.own
    .filter((column) => !column.isText)
    .map((column) => textHeight(column.value(measure), column.width));
  const heights = stretch(
    pieces.map((piece) => textHeight(piece, width)),
    Math.max(0, ...needed, ...others),
  );
  const bottom = top + heights.length - 1;

  const cells: SheetCell[] = columns.own.flatMap((column, index): SheetCell[] => {
    const place = { left: index + 1, right: index + 1 };
    if (!column.isText || pieces.length === 1) {
      return [{ ...place, top, bottom, value: column.value(measure), style: column.style(measure) }];
    }
    return pieces.map((piece, at) => {
      const last = at === pieces.length - 1;
      const style = at === 0 ? 'textFirst' : last ? 'textLast' : 'textMiddle';
      return { ...place, top: top + at, bottom: last ? bottom : top + at, value: piece, style };
    });
  });
  return { cells, heights };
}

/** Makes rows higher, and more of them where none may grow, until together they are `total` points high. */
function stretch(heights: number[], total: number): number[] {
  const rows = [...heights];
  while (rows.length * MAX_ROW_POINTS < total) rows.push(0);
  let missing = total - rows.reduce((sum, height) => sum + height, 0);
  for (let row = 0; row < rows.length && missing > 0; row++) {
    const height = rows[row] ?? 0;
    const grown = Math.min(MAX_ROW_POINTS, height + Math.ceil(missing / (rows.length - row)));
    missing -= grown - height;
    rows[row] = grown;
  }
  return rows;
}
