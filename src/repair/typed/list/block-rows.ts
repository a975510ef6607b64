// Which rows stand beside which cell of a block. Numbers that begin again tell; elsewhere only how many there are.
import type { ColumnRole } from '../../blocks.js';
import { type BlockCell, borderBetween, bordersOf, cellsOf } from './block-cells.js';
import type { ListLine } from './lines.js';

/** The rows up to the next block, and the block before them. */
export interface BlockPage {
  readonly lines: readonly ListLine[];
  /** The block begins and ends where it is read to. */
  readonly isSure: boolean;
  /** The number of each row, null for one that goes on from the page before. */
  readonly values: readonly (number | null)[];
}

export interface Beside {
  readonly cell: BlockCell;
  /** No other cell can stand beside the row. */
  readonly isSure: boolean;
}

/**
 * @param full the width of the column
 * @returns for each page what stands beside each row; null where a row has no cell
 */
export function besideRows(pages: readonly BlockPage[], full: number, role: ColumnRole): Beside[][] | null {
  const blocks = pages.map(({ lines }) => lines);
  const { borders, again } = bordersOf(blocks, full, role);
  const repeats = again.some((count) => count > 0);
  const beginAgain = pages.flatMap(({ values }) => values.filter((value) => value === 1)).length > 1;
  let above: BlockCell | null = null;
  const found: Beside[][] = [];
  for (const [index, { lines, values, isSure }] of pages.entries()) {
    const goingOn: BlockCell | null = again[index] ? null : above;
    const inBlock = borders[index] ?? [];
    const told = beginAgain
      ? byNumbers(values, goingOn, (wanted) => cellsOf(lines, inBlock, wanted), !again[index])
      : null;
    const cells: BlockCell[] = told?.cells ?? fewest(cellsOf(lines, inBlock, null) ?? [], values.length);
    const rows =
      told?.rows ??
      byCount(values, goingOn, cells, repeats).map((row) => ({ ...row, isSure: row.isSure && !beginAgain }));
    if (rows.some(({ cell }) => !cell)) return null;
    found.push(rows.map((row) => ({ cell: row.cell as BlockCell, isSure: row.isSure && isSure })));
    if (!isSure) for (const cell of cells) cell.isSure = false;
    const [first, last] = [cells[0], above?.lines.at(-1)];
    // what a page cuts goes on there
    if (first && goingOn && last && borderBetween(last, first.lines[0] as ListLine, full, role) !== 'ends')
      first.isSure = goingOn.isSure = false;
    above = cells.at(-1) ?? above;
  }
  return found;
}

interface Found {
  readonly cell: BlockCell | null;
  readonly isSure: boolean;
}

/**
 * With each number 1 the next cell begins.
 *
 * @param isNew the block does not begin with the last cell of the one before
 * @returns null where there are more cells, or fewer
 */
function byNumbers(
  values: readonly (number | null)[],
  above: BlockCell | null,
  split: (wanted: number) => BlockCell[] | null,
  isNew: boolean,
): { cells: BlockCell[]; rows: Found[] } | null {
  const begins = values.filter((value) => value === 1).length;
  const goesOn = values[0] !== 1;
  // a heading printed again is that of a row that goes on, and what goes on has one
  if (goesOn ? isNew && !above : !isNew) return null;
  const cells = split(begins + (isNew ? 0 : 1));
  if (!cells) return null;
  let at = isNew ? -1 : 0;
  const rows = values.map((value, index) => {
    if (value === 1 && !(index === 0 && !isNew)) at += 1;
    return { cell: at < 0 ? above : (cells[at] ?? null), isSure: true };
  });
  return { cells, rows };
}

/** Each cell stands beside a row at least: which ones is certain at the ends only, and spread evenly between them. */
function byCount(
  values: readonly (number | null)[],
  above: BlockCell | null,
  cells: readonly BlockCell[],
  repeats: boolean,
): Found[] {
  const [rows, count] = [values.length, cells.length];
  const isCut = above !== null && values[0] === null;
  // headings that are printed again on each page seldom go on without
  const from = above && (isCut || !repeats || count === 0) ? 0 : 1;
  return values.map((_, row) => {
    const least = Math.max(above ? 0 : 1, count - (rows - 1 - row));
    const most = Math.min(count, isCut ? row : row + 1);
    const even = from + Math.floor((row * (count + 1 - from)) / rows);
    const at = Math.max(least, Math.min(most, even));
    return { cell: at === 0 ? above : (cells[at - 1] ?? null), isSure: least === most };
  });
}

/** No more cells than rows: the first ones may be the rest of one. */
function fewest(cells: BlockCell[], rows: number): BlockCell[] {
  if (cells.length <= rows) return cells;
  const first = cells.slice(0, cells.length - rows + 1).flatMap(({ lines }) => lines);
  return [{ lines: first, isSure: false }, ...cells.slice(cells.length - rows + 1)];
}
