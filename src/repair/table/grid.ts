import type { Rule } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import { EDGE_DRAWN_PART, RULE_JOINT_PT, SAME_RULE_PT, THINNEST_CELL_PT } from '../tolerances.js';

/** A frame on the grid: several squares where the rules between them are not drawn. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly bbox: Box;
}

export interface Grid {
  readonly bbox: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** Places of its vertical lines. */
  readonly edges: readonly number[];
}

/**
 * Places of the grid lines: the rules themselves, and where at least two rules of the other direction end beyond them
 * (frames left open at the page's end).
 */
function places(along: readonly Rule[], across: readonly Rule[]): number[] {
  const found = along.map((rule) => rule.at);
  const reaches = (edge: number): boolean =>
    across.filter((rule) => [rule.from, rule.to].some((end) => Math.abs(end - edge) <= RULE_JOINT_PT)).length > 1;
  const ends = across.flatMap((rule) => [rule.from, rule.to]).filter(reaches);
  for (const edge of [Math.min(...found, ...ends), Math.max(...found, ...ends)]) {
    if (found.every((place) => Math.abs(place - edge) > RULE_JOINT_PT + SAME_RULE_PT)) found.push(edge);
  }
  const merged: number[] = [];
  for (const place of found.sort((a, b) => a - b)) {
    if (merged.length === 0 || place - (merged.at(-1) as number) > THINNEST_CELL_PT) merged.push(place);
  }
  return merged;
}

/** Rules that hang together and frame one column: a box (专栏), its rows together; null for anything else. */
export function boxOf(rules: readonly Rule[]): Box | null {
  const horizontal = rules.filter((rule) => rule.direction === 'horizontal');
  const vertical = rules.filter((rule) => rule.direction === 'vertical');
  if (horizontal.length === 0 || vertical.length < 2) return null;
  const xs = places(vertical, horizontal);
  const ys = places(horizontal, vertical);
  const [left, right, top, bottom] = [xs[0], xs[1], ys[0], ys.at(-1)];
  if (xs.length !== 2 || left === undefined || right === undefined || top === undefined || bottom === undefined)
    return null;
  return bottom - top > THINNEST_CELL_PT ? [left, top, right, bottom] : null;
}

/** Rules that hang together → grid of cells with spans; null where they part nothing (a box, a lone line). */
export function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontal = rules.filter((rule) => rule.direction === 'horizontal');
  const vertical = rules.filter((rule) => rule.direction === 'vertical');
  if (horizontal.length === 0 || vertical.length < 2) return null;
  const xs = places(vertical, horizontal);
  const ys = places(horizontal, vertical);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 1) return null;
  const x = (index: number): number => xs[index] as number;
  const y = (index: number): number => ys[index] as number;
  const isDrawn = (side: readonly Rule[], at: number, from: number, to: number): boolean => {
    let drawn = 0;
    for (const rule of side) {
      if (Math.abs(rule.at - at) <= THINNEST_CELL_PT)
        drawn += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    }
    return drawn >= EDGE_DRAWN_PART * (to - from);
  };
  // union of squares whose common edge is not drawn
  const parent = Array.from({ length: rows * columns }, (_, index) => index);
  const find = (square: number): number => {
    let root = square;
    while (parent[root] !== root) root = parent[root] as number;
    parent[square] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((p, q) => p - q) as [number, number];
    parent[high] = low;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const square = row * columns + column;
      if (column + 1 < columns && !isDrawn(vertical, x(column + 1), y(row), y(row + 1))) join(square, square + 1);
      if (row + 1 < rows && !isDrawn(horizontal, y(row + 1), x(column), x(column + 1))) join(square, square + columns);
    }
  }
  const groups = new Map<number, number[]>();
  for (let square = 0; square < rows * columns; square++) {
    const root = find(square);
    groups.set(root, [...(groups.get(root) ?? []), square]);
  }
  const cells = [...groups.values()]
    .flatMap((squares) => rectangles(squares, columns))
    .map(
      ([top, left, bottom, right]): GridCell => ({
        row: top,
        column: left,
        rowSpan: bottom - top + 1,
        columnSpan: right - left + 1,
        bbox: [x(left), y(top), x(right + 1), y(bottom + 1)],
      }),
    );
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { bbox: [x(0), y(0), x(columns), y(rows)], rows, columns, cells, edges: xs };
}

/** A joined group as one rectangle; one that is no rectangle (an edge is missing) stays as its single squares. */
function rectangles(squares: readonly number[], columns: number): [number, number, number, number][] {
  const rowsOf = squares.map((square) => Math.floor(square / columns));
  const columnsOf = squares.map((square) => square % columns);
  const [top, bottom] = [Math.min(...rowsOf), Math.max(...rowsOf)];
  const [left, right] = [Math.min(...columnsOf), Math.max(...columnsOf)];
  if ((bottom - top + 1) * (right - left + 1) === squares.length) return [[top, left, bottom, right]];
  return squares.map((_, index) => {
    const [row, column] = [rowsOf[index] as number, columnsOf[index] as number];
    return [row, column, row, column];
  });
}
