import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/extract/page.js';
import { gridOf } from '../src/repair/table/grid.js';
import { connectedRules, joinRules } from '../src/repair/table/rules.js';

const h = (at: number, from: number, to: number): Rule => ({ direction: 'horizontal', at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to });
/** row, column, rowSpan, columnSpan of each cell. */
const cells = (rules: Rule[]): number[][] =>
  gridOf(rules)?.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan]) ?? [];

const FRAME = [h(0, 0, 90), h(60, 0, 90), v(0, 0, 60), v(90, 0, 60)];

describe('drawn lines make cells', () => {
  test('a full grid', () => {
    const grid = cells([...FRAME, h(30, 0, 90), v(45, 0, 60)]);
    expect(grid).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ]);
  });

  test('where a line stops, the cells beside it are one', () => {
    expect(cells([...FRAME, h(30, 45, 90), v(45, 0, 60)])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(cells([...FRAME, h(30, 0, 90), v(45, 30, 60)])).toEqual([
      [0, 0, 1, 2],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ]);
  });

  test('a table open at the page end ends where its vertical lines end', () => {
    const grid = gridOf([h(0, 0, 90), h(30, 0, 90), v(0, 0, 60), v(45, 0, 60), v(90, 0, 60)]);
    expect(grid?.bbox).toEqual([0, 0, 90, 60]);
    expect(grid?.rows).toBe(2);
  });

  test('a box around text is no table, nor is a line under a heading', () => {
    expect(gridOf(FRAME)).toBeNull();
    expect(gridOf([h(0, 0, 90)])).toBeNull();
  });

  test('cells tile the grid, whatever lines are missing', () => {
    const lines = [h(30, 0, 90), h(45, 0, 45), v(45, 0, 60), v(60, 0, 30)];
    for (let kept = 0; kept < 1 << lines.length; kept++) {
      const grid = gridOf([...FRAME, ...lines.filter((_, index) => kept & (1 << index))]);
      if (!grid) continue;
      const squares = grid.cells.flatMap((cell) =>
        Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, square) => {
          const row = cell.row + Math.floor(square / cell.columnSpan);
          return row * grid.columns + cell.column + (square % cell.columnSpan);
        }),
      );
      expect(squares.sort((a, b) => a - b)).toEqual(Array.from({ length: grid.rows * grid.columns }, (_, i) => i));
    }
  });
});

describe('pieces of lines', () => {
  test('cell edges drawn one by one, doubled, or with gaps at crossings, are one line', () => {
    expect(joinRules([h(10, 0, 20), h(10.4, 21, 40), h(11, 0, 40), h(30, 0, 5)])).toHaveLength(2);
  });

  test('lines that do not meet belong to different tables', () => {
    const shifted = FRAME.map((rule) => ({
      ...rule,
      at: rule.direction === 'horizontal' ? rule.at + 100 : rule.at,
      from: rule.direction === 'vertical' ? rule.from + 100 : rule.from,
      to: rule.direction === 'vertical' ? rule.to + 100 : rule.to,
    }));
    expect(connectedRules([...FRAME, ...shifted])).toHaveLength(2);
  });
});
