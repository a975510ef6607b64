import type { Sheet } from '../../src/repair/table/index.js';

export type PlacedText = [row: number, column: number, rows: number, text: string];

/** The cells of a sheet, each at its place. */
export const placedTexts = ({ cells }: Sheet): PlacedText[] =>
  cells.map((cell): PlacedText => [cell.row, cell.column, cell.rowSpan, cell.text.text]);
