// Which borders between the cells of a row could stand elsewhere: all ways to part its lines are held against the best.
import { blankCost, endCost, MOST_LINES, wordsCost } from './cell-costs.js';
import { type ListColumn, UNIT_ROLES } from './columns.js';
import { contentCosts } from './content-costs.js';
import type { ListLine } from './lines.js';
import type { ReadCell } from './state.js';

/** Where another reading is no worse than this, a person should look. */
export const DOUBT = 1.2;
/** So is a cell where the best reading itself costs as much; what its lines cost adds up, so that a long one may cost more. */
const DEAR = 4;
const DEAR_PER_LINE = 0.5;

interface Option {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** @returns the cells that lines may belong to, or may not, which the reading says otherwise of */
export function doubtfulCells(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  widths: readonly (number | null)[],
): Set<ReadCell> {
  const doubtful = new Set(cells.filter(({ cost, from, to }) => cost > DEAR + DEAR_PER_LINE * (to - from - 1)));
  for (const cell of cells) if (hasLostSpaces(cell, lines, columns)) doubtful.add(cell);
  const rows = rowsOf(cells, columns);
  rows.forEach((row, index) => {
    const isCutBelow = rows[index + 1]?.[0]?.row === 'goes-on';
    const measure = row.find(({ column }) => columns[column]?.role === 'measure');
    if (measure && !isCutBelow && endsWithin(lines.slice(measure.from, measure.to))) doubtful.add(measure);
    const others = new RowReadings(row, lines, columns, widths, isCutBelow).others();
    for (const cell of row) {
      for (let line = cell.from; line < cell.to; line++) {
        const rivals = columns.flatMap((_, column) =>
          column !== cell.column && others(line, column) < DOUBT ? [column] : [],
        );
        if (rivals.length === 0) continue;
        for (const found of row) if (found === cell || rivals.includes(found.column)) doubtful.add(found);
      }
    }
  });
  return doubtful;
}

/** In a stretched line a space between two units looks like those between their characters. */
const hasLostSpaces = ({ column, from, to }: ReadCell, lines: readonly ListLine[], columns: readonly ListColumn[]) =>
  UNIT_ROLES.has(columns[column]?.role ?? 'path') &&
  lines
    .slice(from, to)
    .some(({ isStretched, text }) => isStretched && /[厅局委院署][^、，；（）]{2,}[厅局委院署]/u.test(text));

/** Sentences, the last of them without its full stop. */
const endsWithin = (cell: readonly ListLine[]): boolean =>
  cell.some(({ hasStop }) => hasStop) && !cell.at(-1)?.endsSentence;

/** Cells of a row stand one after the other; merged ones before all rows of their page. */
function rowsOf(cells: readonly ReadCell[], columns: readonly ListColumn[]): ReadCell[][] {
  const rows: ReadCell[][] = [];
  for (const cell of cells) {
    if (!columns[cell.column] || columns[cell.column]?.isMerged) continue;
    const row = rows.at(-1);
    if (row && cell.row === null && row.at(-1)?.to === cell.from) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

class RowReadings {
  private readonly start: number;
  private readonly end: number;
  private readonly isCutAbove: boolean;
  private readonly key: number;

  constructor(
    row: readonly ReadCell[],
    private readonly lines: readonly ListLine[],
    private readonly columns: readonly ListColumn[],
    private readonly widths: readonly (number | null)[],
    private readonly isCutBelow: boolean,
  ) {
    this.start = row[0]?.from ?? 0;
    this.end = row.at(-1)?.to ?? 0;
    this.isCutAbove = row[0]?.row === 'goes-on';
    this.key = columns.findIndex(({ isMerged }) => !isMerged);
  }

  /** How much worse than the best reading the best one is that puts a line into a column. */
  others(): (line: number, column: number) => number {
    const options = this.options();
    const [before, after] = [this.before(options), this.after(options)];
    const least = new Map<string, number>();
    let best = Number.POSITIVE_INFINITY;
    for (const option of options) {
      const cost = (before.get(option) ?? 0) + option.cost + (after.get(option) ?? 0);
      best = Math.min(best, cost);
      for (let line = option.from; line < option.to; line++) {
        const key = `${line} ${option.column}`;
        least.set(key, Math.min(cost, least.get(key) ?? Number.POSITIVE_INFINITY));
      }
    }
    return (line, column) => (least.get(`${line} ${column}`) ?? Number.POSITIVE_INFINITY) - best;
  }

  private options(): Option[] {
    const options: Option[] = [];
    this.columns.forEach((own, column) => {
      if (own.isMerged) return;
      const full = this.widths[column] ?? null;
      for (let from = this.start; from < this.end; from++) {
        if (column === this.key && from > this.start) break;
        if (own.role === 'number' && this.lines[from]?.count === null) continue;
        const most = Math.min(MOST_LINES[own.role], this.end - from);
        const contents = contentCosts(this.lines, from, most, own, full);
        contents.forEach((content, index) => {
          const to = from + index + 1;
          const isFirst = from === this.start && this.isCutAbove;
          const words = wordsCost(this.lines.slice(from, to), own, isFirst, this.isCutBelow, full);
          options.push({ column, from, to, cost: content + words });
        });
      }
    });
    return options;
  }

  /** Between two cells; of a row that a page cut above, those may be whole on the other page. */
  private blank(left: number, right: number): number {
    return endCost(blankCost(this.columns, left + 1, right), this.isCutAbove);
  }

  private before(options: readonly Option[]): Map<Option, number> {
    const costs = new Map<Option, number>();
    const ending = new Map<number, Option[]>();
    for (const option of [...options].sort((a, b) => a.from - b.from || a.column - b.column)) {
      const opening =
        option.from === this.start ? endCost(blankCost(this.columns, this.key, option.column), this.isCutAbove) : INF;
      const above = (ending.get(option.from) ?? [])
        .filter(({ column }) => column < option.column)
        .map((other) => (costs.get(other) ?? INF) + other.cost + this.blank(other.column, option.column));
      costs.set(option, Math.min(opening, ...above));
      ending.set(option.to, [...(ending.get(option.to) ?? []), option]);
    }
    return costs;
  }

  private after(options: readonly Option[]): Map<Option, number> {
    const costs = new Map<Option, number>();
    const beginning = new Map<number, Option[]>();
    for (const option of [...options].sort((a, b) => b.to - a.to)) {
      const ended = endCost(
        blankCost(this.columns, option.column + 1, this.columns.length),
        this.isCutAbove || this.isCutBelow,
      );
      const below = (beginning.get(option.to) ?? [])
        .filter(({ column }) => column > option.column)
        .map((other) => (costs.get(other) ?? INF) + other.cost + this.blank(option.column, other.column));
      costs.set(option, Math.min(option.to === this.end ? ended : INF, ...below));
      beginning.set(option.from, [...(beginning.get(option.from) ?? []), option]);
    }
    return costs;
  }
}
const INF = Number.POSITIVE_INFINITY;
