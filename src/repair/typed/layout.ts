import { Traced } from '../../text/traced.js';
import { clean } from '../clean.js';
import { joinLines } from '../join-lines.js';
import { isRepetition } from '../table/repetition.js';
import type { Sheet, SheetCell } from '../table/sheet.js';
import type { TextLine } from './lines.js';
import type { NumberedLines, SheetLines } from './sheet-lines.js';

interface NumberedCell {
  readonly value: number;
  readonly text: Traced;
  /** Goes on from the sheet before, where its number is printed. */
  readonly goesOn: boolean;
}

const textOf = (lines: readonly TextLine[]): Traced => clean(joinLines(lines.map((line) => line.text)));
const cellOf = ({ value, lines }: NumberedLines): NumberedCell => ({
  value: value ?? 0,
  text: textOf(lines),
  goesOn: value === null,
});

/**
 * Gives each row its path. An extractor that reads columns loses which goal a measure stands beside; the numbering
 * tells: a number that starts again belongs to the next cell of the path, one that goes on to the same.
 */
export class SheetLayout {
  /** The last cell of each path column so far. */
  private readonly before: (NumberedCell | undefined)[] = [];

  /** @returns the sheet, and the path cells that no measure belongs to */
  lay(lines: SheetLines): { sheet: Sheet; unplaced: Traced[] } {
    const measures = lines.rows.map((row) => cellOf(row.measure));
    const columns: NumberedCell[][] = [];
    const unplaced: Traced[] = [];
    let children = measures;
    for (let column = lines.path.length - 1; column >= 0; column--) {
      const parents = (lines.path[column] ?? []).map(cellOf);
      const assigned = assign(children, parents, this.before[column]);
      unplaced.push(...parents.filter((parent) => !assigned.includes(parent)).map((parent) => parent.text));
      columns.unshift(perRow(assigned, children, columns[0] ?? measures));
      children = assigned.filter((cell, index) => cell !== assigned[index - 1]);
    }
    columns.forEach((cells, column) => {
      this.before[column] = cells.findLast((cell) => !cell.goesOn) ?? this.before[column];
    });
    const units = lines.rows.map((row) => textOf(row.unit));
    return { sheet: sheetOf(lines, columns, measures, units), unplaced };
  }
}

/** The parent of each child. */
function assign(
  children: readonly NumberedCell[],
  parents: readonly NumberedCell[],
  before: NumberedCell | undefined,
): NumberedCell[] {
  const blank: NumberedCell = { value: before?.value ?? 0, text: Traced.empty, goesOn: true };
  let at = beginsAt(children[0], parents, before);
  return children.map((child, index) => {
    const previous = children[index - 1];
    if (previous && child.value <= previous.value && !child.goesOn && at + 1 < parents.length) at += 1;
    return parents[at] ?? blank;
  });
}

/** Index of the first child's parent, -1 where it stands on the sheet before and is not printed again. */
function beginsAt(
  child: NumberedCell | undefined,
  parents: readonly NumberedCell[],
  before: NumberedCell | undefined,
): number {
  const first = parents[0];
  if (!first) return -1;
  if (!before || !child || first.goesOn || isRepetition(before.text.text, first.text.text)) return 0;
  return child.goesOn || child.value > 1 ? -1 : 0;
}

/** Parents of the distinct children → one a row; `below` is the level of the children, one a row. */
function perRow(
  assigned: readonly NumberedCell[],
  children: readonly NumberedCell[],
  below: readonly NumberedCell[],
): NumberedCell[] {
  const parentOf = new Map(children.map((child, index) => [child, assigned[index] as NumberedCell]));
  return below.map((child) => parentOf.get(child) as NumberedCell);
}

function sheetOf(
  lines: SheetLines,
  path: readonly NumberedCell[][],
  measures: readonly NumberedCell[],
  units: readonly Traced[],
): Sheet {
  const columns = lines.headings.length;
  const cells: SheetCell[] = lines.headings.map((text, column) => cell(0, column, 1, text));
  path.forEach((rows, column) => {
    let start = 0;
    for (let row = 1; row <= rows.length; row++) {
      if (row < rows.length && rows[row] === rows[start]) continue;
      cells.push(cell(start + 1, column, row - start, (rows[start] as NumberedCell).text));
      start = row;
    }
  });
  measures.forEach((measure, row) => {
    cells.push(cell(row + 1, columns - 2, 1, measure.text), cell(row + 1, columns - 1, 1, units[row] ?? Traced.empty));
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { page: lines.page, bbox: null, rows: measures.length + 1, columns, cells };
}

const cell = (row: number, column: number, rowSpan: number, text: Traced): SheetCell => ({
  row,
  column,
  rowSpan,
  columnSpan: 1,
  bbox: null,
  text,
});
