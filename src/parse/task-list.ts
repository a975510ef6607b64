import type { Flag, Measure } from '../model/index.js';
import type { Cell, LogicalTable } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';
import type { Context } from './context.js';
import type { Setting } from './fields.js';
import { checkNumbers, type Numbered } from './numbers.js';
import { ownNumbers } from './own-numbers.js';
import { type PathEntry, pathEntry } from './path.js';
import { OpenSections, type Section, sectionIn, sectionNumber } from './sections.js';
import { fragmentsOf, rowMeasure } from './task-row.js';

/** Whether a table lists measures: under headings, one of them for what is to be done. */
export const isTaskList = (table: LogicalTable): boolean => table.headerRows > 0 && table.roles.includes('measure');

/** A task list → its measures, row by row. */
export function tableMeasures(table: LogicalTable, context: Context): Measure[] {
  const paths = new Map<Cell, PathEntry>();
  const rows = rowsOf(table).map((cells) => ({ cells, section: sectionIn(cells, table) }));
  for (const cell of table.cells) {
    if (cell.row < table.headerRows) context.ledger.claim('furniture', ...fragmentsOf(cell));
  }
  const body = rows.slice(table.headerRows);
  for (const { cells, section } of body) {
    if (section) paths.set(section.cell, sectionEntry(section, context));
    else {
      for (const cell of cells) {
        const isHeading = table.roles[cell.column] === 'path' && cell.text.length > 0 && !paths.has(cell);
        if (isHeading) paths.set(cell, pathEntry(cell.text, context));
      }
    }
  }
  const sections = new Set(body.flatMap(({ section }) => (section ? [section.cell, section.number] : [])));
  const numbersOfPath = numberPaths(table, paths, sections);
  const listed = withHeadings(body, paths);
  const numbers = ownNumbers(
    listed.flatMap(({ cells, path }) => {
      const cell = cells.find(({ column }) => table.roles[column] === 'number' && !numbersOfPath.has(column));
      return cell ? [{ cell, path }] : [];
    }),
    paths,
  );
  const measures: Measure[] = [];
  const used = new Set<Cell>();
  for (const { cells, path, sectionNumbers } of listed) {
    const measure = rowMeasure({ cells, path, paths, table, numbers }, context);
    if (!measure) continue;
    measures.push(measure);
    for (const cell of [...path, ...sectionNumbers]) used.add(cell);
  }
  // once: a heading may stand above hundreds of rows, and on as many pages
  for (const cell of used) context.ledger.claim('measures', ...fragmentsOf(cell));
  checkPath(measures);
  return measures;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly section: Section | null;
}

interface ListedRow {
  readonly cells: readonly Cell[];
  /** The headings above, sections first. */
  readonly path: readonly Cell[];
  /** Of the sections, the numbers that stand apart. */
  readonly sectionNumbers: readonly Cell[];
}

/** The rows that are no sections, each with the headings that it stands under. */
function withHeadings(rows: readonly Row[], paths: ReadonlyMap<Cell, PathEntry>): ListedRow[] {
  const open = new OpenSections();
  return rows.flatMap(({ cells, section }) => {
    if (section) {
      open.begin(section);
      return [];
    }
    open.addRow();
    const path = cells.filter((cell) => paths.has(cell)).sort((a, b) => a.column - b.column);
    return {
      cells,
      path: [...open.all.map(({ cell }) => cell), ...path],
      sectionNumbers: open.all.flatMap(({ number }) => (number ? [number] : [])),
    };
  });
}

function sectionEntry({ cell, number }: Section, at: Setting): PathEntry {
  const entry = pathEntry(cell.text, at);
  return number ? { ...entry, item: { ...entry.item, number: sectionNumber(number.text) } } : entry;
}

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
 * @returns the columns where they do
 */
function numberPaths(
  table: LogicalTable,
  paths: Map<Cell, PathEntry>,
  sections: ReadonlySet<Cell | null>,
): ReadonlySet<number> {
  const byRow = new Map<number, Cell>();
  for (const cell of paths.keys()) if (!sections.has(cell) && !byRow.has(cell.row)) byRow.set(cell.row, cell);
  const besideOf = (cell: Cell): Cell | undefined => byRow.get(cell.row);
  const columns = table.roles.flatMap((role, column) => (role === 'number' ? [column] : []));
  const ofPaths = columns.filter((column) => {
    const numbers = table.cells.filter(
      (cell) => cell.column === column && isNumber(cell, table) && !sections.has(cell),
    );
    const isShared = numbers.some((cell) => cell.rowSpan > 1 && besideOf(cell)?.rowSpan === cell.rowSpan);
    const areHeadings =
      isShared || (columns.length === 1 && numbers.every((cell) => besideOf(cell)) && haveOwnNumbers(table, sections));
    if (!areHeadings) return false;
    for (const cell of numbers) {
      const heading = besideOf(cell);
      const entry = heading && paths.get(heading);
      if (heading && entry && entry.item.number === null) {
        paths.set(heading, { ...entry, item: { ...entry.item, number: cell.text.text } });
      }
    }
    return true;
  });
  return new Set(ofPaths);
}

const isNumber = (cell: Cell, { headerRows }: LogicalTable): boolean => cell.row >= headerRows && cell.text.length > 0;

/** Whether every measure begins with a number: （1）, 1. */
function haveOwnNumbers({ cells, headerRows, roles }: LogicalTable, sections: ReadonlySet<Cell | null>): boolean {
  const measures = cells.filter(
    (cell) => roles[cell.column] === 'measure' && cell.row >= headerRows && !sections.has(cell) && cell.text.length > 0,
  );
  return measures.length > 0 && measures.every((cell) => numberingOf(cell.text.text) !== null);
}

/** Numbers follow one another under each heading, and the headings too. */
function checkPath(measures: readonly Measure[]): void {
  const depth = Math.max(0, ...measures.map((measure) => measure.path.length));
  for (let level = 0; level < depth; level++) {
    const seen = new Set<string>();
    const headings = measures.flatMap((measure) => {
      const [item, at] = [measure.path[level], pathKey(measure, level + 1)];
      if (!item || seen.has(at)) return [];
      seen.add(at);
      const group = pathKey(measure, level);
      return [{ at, group, id: measure.id, number: item.number, text: item.text, flags: measure.flags }];
    });
    checkNumbers(grouped(headings), `path[${level}]`);
    const rests = new Set(headings.filter(isRest).map(({ at }) => at));
    for (const measure of measures) if (rests.has(pathKey(measure, level + 1))) flagRest(measure, level);
  }
  const groups = grouped(measures.map((measure) => ({ ...measure, group: pathKey(measure) })));
  checkNumbers(groups, 'number');
  for (const group of groups) flagAfterRepeat(group);
}

/** No number, and the end of a sentence that the heading before begins: perhaps its rest, cut by a page. */
function isRest(
  { number, text }: { readonly number: string | null; readonly text: string },
  index: number,
  all: readonly { readonly number: string | null; readonly text: string }[],
): boolean {
  const before = all[index - 1];
  return number === null && SENTENCE.test(text) && before?.number != null && !SENTENCE.test(before.text);
}

const SENTENCE = /[。！；]$/u;

/** The heading may be the one before, and those around it another's. */
function flagRest({ path, flags }: Measure, level: number): void {
  const message = `「${path[level]?.title}」没有编号，可能是上一标题的后半，请核对所属标题`;
  flags.push({ code: 'order-uncertain', field: `path[${level}]`, severity: 'check', message });
}

/** Numbers that begin again under one heading: a heading between them may be missing, and all that follow be another's. */
function flagAfterRepeat(group: readonly Numbered[]): void {
  const repeated = group.findIndex(({ flags }, index) => index > 0 && flags.some(isRepeat));
  const from = group[repeated];
  if (!from) return;
  for (const { flags } of group.slice(repeated + 1)) {
    const message = `此前编号从${from.number}重新开始，其上级标题可能缺失，本条可能不属于此标题`;
    flags.push({ code: 'number-repeated', field: 'path', severity: 'check', message });
  }
}

const isRepeat = ({ code, field }: Flag): boolean => code === 'number-repeated' && field === 'number';

const pathKey = ({ path }: Measure, levels = path.length): string =>
  path
    .slice(0, levels)
    .map((item) => `${item.number} ${item.title}`)
    .join(' / ');

function grouped(records: readonly (Numbered & { readonly group: string })[]): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  for (const record of records) {
    const group = groups.get(record.group);
    if (group) group.push(record);
    else groups.set(record.group, [record]);
  }
  return [...groups.values()];
}
