// Pages with ruled tables, made up cell by cell.
import type { PrintedPage, Rule } from '../../src/extract/page.js';
import type { Box } from '../../src/model/index.js';
import { type LogicalTable, type Repaired, repair } from '../../src/repair/index.js';
import type { PrintedGlyph } from '../../src/text/glyph.js';
import { printedPage } from './page.js';
import type { Print } from './sheet.js';
import { printed } from './traced.js';

export const ROW = 30;
const PADDING = 4;
const LINE = 14;

export interface Drawn {
  readonly rules: readonly Rule[];
  readonly glyphs: readonly PrintedGlyph[];
}

/** Where a table stands: the places of its vertical lines, its upper edge, and the height of each row if not 30 pt. */
export interface Place {
  readonly xs: readonly number[];
  readonly top: number;
  readonly heights?: readonly number[];
  readonly page?: number;
}

/** Rows as `sheet` takes them, with a rule on each side of each cell. '\n' begins a line. */
export function grid({ xs, top, heights, page = 1 }: Place, ...rows: readonly (readonly Print[])[]): Drawn {
  const ys = [top];
  for (const row of rows.keys()) ys.push((ys.at(-1) as number) + (heights?.[row] ?? ROW));
  const rules: Rule[] = [];
  const glyphs: PrintedGlyph[] = [];
  rows.forEach((prints, row) => {
    prints.forEach((print, column) => {
      if (print === null) return;
      const [text, rowSpan, columnSpan = 1] = typeof print === 'string' ? ([print, 1] as const) : print;
      const box = [xs[column], ys[row], xs[column + columnSpan], ys[row + rowSpan]] as Box;
      rules.push(...around(box));
      text.split('\n').forEach((line, index) => {
        glyphs.push(...printed(line, box[0] + PADDING, box[1] + LINE * (index + 1), page));
      });
    });
  });
  return { rules, glyphs };
}

export const around = ([x0, y0, x1, y1]: Box): Rule[] => [
  { direction: 'horizontal', at: y0, from: x0, to: x1 },
  { direction: 'horizontal', at: y1, from: x0, to: x1 },
  { direction: 'vertical', at: x0, from: y0, to: y1 },
  { direction: 'vertical', at: x1, from: y0, to: y1 },
];

export const text = (line: string, x: number, y: number, page = 1): Drawn => ({
  rules: [],
  glyphs: printed(line, x, y, page),
});

export const pageWith = (number: number, ...parts: readonly Drawn[]): PrintedPage =>
  printedPage({
    number,
    width: 500,
    height: 700,
    rules: parts.flatMap(({ rules }) => rules),
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
  });

export const read = (...pages: readonly PrintedPage[]): Repaired => repair({ kind: 'pdf', pages });

export const tablesIn = ({ blocks }: Repaired): LogicalTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

/** The text of each cell, row by row; of a merged cell in the row and column it begins in. */
export function rowsOf({ rows, columns, cells }: LogicalTable): (string | null)[][] {
  const all = Array.from({ length: rows }, (): (string | null)[] => new Array(columns).fill(null));
  for (const { row, column, text: printedText } of cells) (all[row] as (string | null)[])[column] = printedText.text;
  return all;
}

/** Blocks in reading order: what a paragraph prints, and the first cell of a table in brackets. */
export const orderOf = ({ blocks }: Repaired): string[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text.text : `[${block.cells[0]?.text.text}]`));
