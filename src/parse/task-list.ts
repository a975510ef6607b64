import type { Flag, Measure, Role } from '../model/index.js';
import type { Cell, ColumnRole, LogicalTable } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { takeClosingClauses } from './clauses.js';
import type { Context } from './context.js';
import { cellDeadlines, departmentsOf, textDeadlines } from './fields.js';
import { checkNumbers } from './numbers.js';
import { type PathEntry, pathEntry } from './path.js';
import { sourcesOf } from './sources.js';
import { differingParts, titleOf } from './wording.js';

const UNIT_ROLES: Partial<Record<ColumnRole, Role>> = { lead: 'lead', support: 'support', responsible: 'responsible' };

/** Whether a table lists measures: under headings, one of them for what is to be done. */
export const isTaskList = (table: LogicalTable): boolean => table.headerRows > 0 && table.roles.includes('measure');

/** A task list → its measures, row by row. */
export function tableMeasures(table: LogicalTable, context: Context): Measure[] {
  const { roles, headings } = table;
  const paths = new Map<Cell, PathEntry>();
  const measures: Measure[] = [];
  for (const cell of table.cells) {
    if (cell.row < table.headerRows) context.ledger.claim('furniture', ...cell.fragments.map(({ text }) => text));
    else if (roles[cell.column] === 'path') {
      const entry = pathEntry(cell.text, context.places);
      paths.set(cell, entry);
      context.claimBut(
        'measures',
        cell.fragments.map(({ text }) => text),
        entry.rest,
      );
    }
  }
  const rows = Array.from({ length: table.rows }, (): Cell[] => []);
  for (const cell of table.cells) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell);
  rows.slice(table.headerRows).forEach((cells) => {
    const measure = rowMeasure(cells, roles, headings, paths, context);
    if (measure) measures.push(measure);
  });
  checkPath(measures);
  return measures;
}

function rowMeasure(
  cells: readonly Cell[],
  roles: readonly (ColumnRole | null)[],
  headings: readonly string[],
  paths: ReadonlyMap<Cell, PathEntry>,
  context: Context,
): Measure | null {
  const byRole = (role: ColumnRole): Cell[] => cells.filter((cell) => roles[cell.column] === role);
  const main = byRole('measure')[0];
  if (!main || main.text.length === 0) return null;
  const flags: Flag[] = [];
  const numbering = numberingOf(main.text.text);
  const numberCell = byRole('number')[0];
  const number = numberCell?.text.text || numbering?.number || null;
  const { text, units, deadlines } = takeClosingClauses(main.text.slice(numbering?.length ?? 0).trim());
  const path = cells.filter((cell) => paths.has(cell) && cell.text.length > 0).sort((a, b) => a.column - b.column);
  const entries = path.map((cell) => paths.get(cell) as PathEntry);
  flags.push(...joinFlags(path, main));

  const unitTexts: [Traced, Role | undefined][] = [
    ...cells.flatMap((cell): [Traced, Role][] => {
      const role = UNIT_ROLES[roles[cell.column] as ColumnRole];
      return role ? [[cell.text, role]] : [];
    }),
    ...units.map((unit): [Traced, undefined] => [unit, undefined]),
  ];
  const departments = unitTexts.map(([unit, role]) => departmentsOf(unit, context.places, role));
  const deadlineTexts = [...byRole('deadline').map((cell) => cell.text), ...deadlines];
  const dates =
    deadlineTexts.length > 0
      ? deadlineTexts.map((deadline) => cellDeadlines(deadline, context.reference))
      : [textDeadlines(text, context.reference)];
  flags.push(...departments.flatMap((found) => found.flags), ...dates.flatMap((found) => found.flags));
  flags.push(...unrecognised(cells, roles, headings));
  if (unitTexts.length > 0 && unitTexts.every(([unit]) => unit.length === 0)) {
    flags.push({
      code: 'department-unknown',
      field: 'departments',
      severity: 'check',
      message: 'no department printed',
    });
  }

  const claimed = cells.filter((cell) => roles[cell.column] !== null && roles[cell.column] !== 'path');
  context.claimBut(
    'measures',
    claimed.flatMap((cell) => cell.fragments.map((fragment) => fragment.text)),
    [...departments.flatMap((found) => found.rest), ...dates.flatMap((found) => found.rest)],
  );
  return {
    id: context.idOf('table', [...entries.map((entry) => entry.item.number), number]),
    documentId: context.documentId,
    origin: 'table',
    path: entries.map((entry) => entry.item),
    number,
    title: titleOf(text).text,
    text: text.text,
    deadlines: dates.flatMap((found) => found.values),
    departments: departments.flatMap((found) => found.values),
    openEnded: departments.some((found) => found.openEnded),
    sources: [
      ...sourcesOf('text', text),
      ...path.flatMap((cell, level) => sourcesOf(`path[${level}]`, shownOn(cell, main))),
      ...deadlineTexts.flatMap((deadline) => sourcesOf('deadlines', deadline)),
      ...unitTexts.flatMap(([unit]) => sourcesOf('departments', unit)),
    ],
    flags,
  };
}

/** The printing of a path cell that a reader of the row sees: the one on the row's own sheet, else the first. */
function shownOn(cell: Cell, main: Cell): Traced {
  const sheet = main.fragments[0]?.sheet;
  return (cell.fragments.find((fragment) => fragment.sheet === sheet) ?? cell.fragments[0])?.text ?? Traced.empty;
}

/** Whether the row is the first beside a path cell that its sheet prints again. */
const isFirstRow = (main: Cell, cell: Cell, sheet: number | undefined): boolean =>
  cell.joins.some((join) => join.sheet === sheet && join.how === 'repeated' && join.row === main.row);

/** How the cells of a row came together over the sheets. */
function joinFlags(path: readonly Cell[], main: Cell): Flag[] {
  const flags: Flag[] = [];
  const sheet = main.fragments[0]?.sheet;
  path.forEach((cell, level) => {
    const field = `path[${level}]`;
    const printed = cell.fragments.find((fragment) => fragment.sheet === sheet);
    const isBlank = cell.joins.some((join) => join.sheet === sheet && join.how === 'blank' && join.row <= main.row);
    if (!printed || isBlank) {
      const page = cell.fragments.at(-1)?.page;
      const message = `not printed again here; goes on from page ${page}: ${cell.text.text.slice(0, 20)}`;
      flags.push({ code: 'path-inherited', field, severity: 'note', message });
    } else if (isFirstRow(main, cell, sheet) && printed.text.text !== cell.text.text) {
      const [here, before] = differingParts(printed.text.text, cell.text.text);
      const message = `printed again with other wording: 「${here}」, before 「${before}」`;
      flags.push({ code: 'repeat-differs', field, severity: 'check', message });
    }
  });
  const continued = main.joins.filter((join) => join.how === 'continued');
  if (continued.length > 0) {
    const severity = continued.some((join) => join.byWording) ? 'check' : 'note';
    const message = `joined over pages ${main.fragments.map((fragment) => fragment.page).join(', ')}`;
    flags.push({ code: 'row-joined', field: 'text', severity, message });
  }
  return flags;
}

function unrecognised(
  cells: readonly Cell[],
  roles: readonly (ColumnRole | null)[],
  headings: readonly string[],
): Flag[] {
  return cells
    .filter((cell) => roles[cell.column] === null && cell.text.length > 0)
    .map((cell) => ({
      code: 'column-unrecognised',
      field: 'text',
      severity: 'check',
      message: `column 「${headings[cell.column]}」: ${cell.text.text}`,
    }));
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
    const groups = new Map<string, { id: string; number: string | null; flags: Flag[] }[]>();
    const seen = new Set<string>();
    for (const measure of measures) {
      const isMeasure = level === measure.path.length;
      const at = isMeasure ? measure.id : key(measure, level + 1);
      if (seen.has(at)) continue;
      seen.add(at);
      const number = isMeasure ? measure.number : (measure.path[level]?.number ?? null);
      const group = key(measure, level);
      groups.set(group, [...(groups.get(group) ?? []), { id: measure.id, number, flags: measure.flags }]);
    }
    checkNumbers([...groups.values()], level === depth ? 'number' : `path[${level}]`);
  }
}
