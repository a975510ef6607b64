import type { Measure } from '../model/index.js';
import type { Cell, LogicalTable } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';
import type { Context } from './context.js';
import { checkNumbers, type Numbered } from './numbers.js';
import { type PathEntry, pathEntry } from './path.js';
import { fragmentsOf, rowMeasure } from './task-row.js';

/** Whether a table lists measures: under headings, one of them for what is to be done. */
export const isTaskList = (table: LogicalTable): boolean => table.headerRows > 0 && table.roles.includes('measure');

/** A task list → its measures, row by row. */
export function tableMeasures(table: LogicalTable, context: Context): Measure[] {
  const paths = new Map<Cell, PathEntry>();
  const body = table.cells.filter((cell) => cell.row >= table.headerRows);
  for (const cell of table.cells) {
    if (cell.row < table.headerRows) context.ledger.claim('furniture', ...fragmentsOf(cell));
  }
  for (const cell of body) {
    const isHeading = table.roles[cell.column] === 'path' || isSection(cell, table);
    if (isHeading && cell.text.length > 0) paths.set(cell, pathEntry(cell.text, context));
  }
  const numbersOfPath = numberPaths(table, paths);
  const measures: Measure[] = [];
  const used = new Set<Cell>();
  let section: Cell | null = null;
  for (const cells of rowsOf(table).slice(table.headerRows)) {
    const heading = cells.find((cell) => isSection(cell, table) && paths.has(cell));
    if (heading) section = heading;
    const path = cells.filter((cell) => paths.has(cell)).sort((a, b) => a.column - b.column);
    const above = section && !path.includes(section) ? [section, ...path] : path;
    const measure = heading ? null : rowMeasure({ cells, path: above, paths, table, numbersOfPath }, context);
    if (!measure) continue;
    measures.push(measure);
    for (const cell of above) used.add(cell);
  }
  // once: a heading may stand above hundreds of rows, and on as many pages
  for (const cell of used) context.claimBut('measures', fragmentsOf(cell), paths.get(cell)?.rest ?? []);
  checkPath(measures);
  return measures;
}

/** 一、… over all columns: a heading of the rows below it. */
const isSection = (cell: Cell, table: LogicalTable): boolean => cell.columnSpan === table.columns;

/** The cells that stand in each row. */
function rowsOf(table: LogicalTable): Cell[][] {
  const rows = Array.from({ length: table.rows }, (): Cell[] => []);
  for (const cell of table.cells) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell);
  return rows;
}

/**
 * Where the cells of 序号 span the same rows as a heading's, they number the headings, not the measures; so too where each
 * measure has a number of its own and each heading stands for one.
 *
 * @returns whether they do
 */
function numberPaths(table: LogicalTable, paths: Map<Cell, PathEntry>): boolean {
  const numbers = table.cells.filter(
    (cell) => table.roles[cell.column] === 'number' && cell.row >= table.headerRows && cell.text.length > 0,
  );
  const byRow = new Map<number, Cell>();
  for (const cell of paths.keys())
    if (cell.columnSpan < table.columns && !byRow.has(cell.row)) byRow.set(cell.row, cell);
  const besideOf = (cell: Cell): Cell | undefined => byRow.get(cell.row);
  const isShared = numbers.some((cell) => cell.rowSpan > 1 && besideOf(cell)?.rowSpan === cell.rowSpan);
  const areHeadings = isShared || (numbers.every((cell) => besideOf(cell)) && haveOwnNumbers(table));
  if (!areHeadings) return false;
  for (const cell of numbers) {
    const heading = besideOf(cell);
    const entry = heading && paths.get(heading);
    if (heading && entry && entry.item.number === null) {
      paths.set(heading, { ...entry, item: { ...entry.item, number: cell.text.text } });
    }
  }
  return true;
}

/** Whether every measure begins with a number: （1）, 1. */
function haveOwnNumbers({ cells, headerRows, roles, columns }: LogicalTable): boolean {
  const measures = cells.filter(
    (cell) =>
      roles[cell.column] === 'measure' && cell.row >= headerRows && cell.columnSpan < columns && cell.text.length > 0,
  );
  return measures.length > 0 && measures.every((cell) => numberingOf(cell.text.text) !== null);
}

/** Numbers follow one another under each heading, and the headings too. */
function checkPath(measures: readonly Measure[]): void {
  const depth = Math.max(0, ...measures.map((measure) => measure.path.length));
  const key = (measure: Measure, level: number): string =>
    measure.path
      .slice(0, level)
      .map((item) => `${item.number} ${item.title}`)
      .join(' / ');
  for (let level = 0; level <= depth; level++) {
    const groups = new Map<string, Numbered[]>();
    const seen = new Set<string>();
    for (const measure of measures) {
      const isMeasure = level === measure.path.length;
      const at = isMeasure ? measure.id : key(measure, level + 1);
      if (seen.has(at)) continue;
      seen.add(at);
      const number = isMeasure ? measure.number : (measure.path[level]?.number ?? null);
      const group = key(measure, level);
      const numbered = groups.get(group) ?? [];
      if (numbered.length === 0) groups.set(group, numbered);
      numbered.push({ id: measure.id, number, flags: measure.flags });
    }
    checkNumbers([...groups.values()], level === depth ? 'number' : `path[${level}]`);
  }
}
