import type { Measure, Role } from '../model/index.js';
import type { Cell, ColumnRole, LogicalTable } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { fragmentOn } from './by-sheet.js';
import { takeClosingClauses } from './clauses.js';
import type { Context } from './context.js';
import { DEADLINE_HEADING, extraOf, type Headed, notUnderstood, UNITS_HEADING } from './extra.js';
import { cellDeadlines, departmentsOf, targetsOf, textDeadlines } from './fields.js';
import { leadFlags, type PathEntry } from './path.js';
import { besideFlags, columnFlags, doubtFlags, joinFlags, severalFlags, sharedFlags } from './row-flags.js';
import { sourcesOf } from './sources.js';
import { titleOf } from './wording.js';

const UNIT_ROLES: Partial<Record<ColumnRole, Role>> = { lead: 'lead', support: 'support', responsible: 'responsible' };

export interface TaskRow {
  readonly cells: readonly Cell[];
  /** The headings above, outermost first. */
  readonly path: readonly Cell[];
  readonly paths: ReadonlyMap<Cell, PathEntry>;
  readonly table: LogicalTable;
  /** The cells that number measures, with the number as records give it. */
  readonly numbers: ReadonlyMap<Cell, string>;
}

/** A row of a task list → its measure; null where the row prints nothing to be done. */
export function rowMeasure(row: TaskRow, context: Context): Measure | null {
  const { cells, path, paths, table } = row;
  const { roles, headings } = table;
  const byRole = (role: ColumnRole): Cell[] => cells.filter((cell) => roles[cell.column] === role);
  const main = byRole('measure')[0];
  if (!main || main.text.length === 0) return null;
  const numbering = numberingOf(main.text.text);
  const numberCell = cells.find((cell) => row.numbers.has(cell));
  const number = (numberCell && row.numbers.get(numberCell)) || numbering?.number || null;
  const { text, units, deadlines } = takeClosingClauses(main.text.slice(numbering?.length ?? 0).trim());
  const entries = path.map((cell) => paths.get(cell) as PathEntry);

  const heading = (cell: Cell): string => headings[cell.column] ?? '';
  const unitCells = cells.filter((cell) => UNIT_ROLES[roles[cell.column] as ColumnRole]);
  const unitTexts = [
    ...unitCells.map((cell) => {
      const role = UNIT_ROLES[roles[cell.column] as ColumnRole];
      return { heading: heading(cell), text: cell.text, found: departmentsOf(cell.lines, context, role) };
    }),
    ...units.map((text) => ({ heading: UNITS_HEADING, text, found: departmentsOf(text, context) })),
  ];
  const deadlineTexts = [
    ...byRole('deadline').map((cell) => ({ heading: heading(cell), text: cell.text })),
    ...deadlines.map((text) => ({ heading: DEADLINE_HEADING, text })),
  ].map((headed) => ({ ...headed, found: cellDeadlines(headed.text, context.reference) }));
  const departments = unitTexts.map(({ found }) => found);
  const dates =
    deadlineTexts.length > 0 ? deadlineTexts.map(({ found }) => found) : [textDeadlines(text, context.reference)];
  const extra: Headed[] = [
    ...cells
      .filter((cell) => isExtra(roles[cell.column]) && cell.text.length > 0)
      .map((cell) => ({ heading: heading(cell), text: cell.text })),
    ...notUnderstood([...unitTexts, ...deadlineTexts], main.text),
  ];
  // all that the row's own cells print is in the record now
  context.ledger.claim('measures', ...cells.filter((cell) => roles[cell.column] !== 'path').flatMap(fragmentsOf));
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
    ...targetsOf(text, () => textDeadlines(text, context.reference)),
    ...extraOf(extra),
    sources: [
      ...sourcesOf('text', text),
      ...path.flatMap((cell, level) => sourcesOf(`path[${level}]`, shownOn(cell, main))),
      ...deadlineTexts.flatMap((deadline) => sourcesOf('deadlines', deadline.text)),
      ...unitTexts.flatMap((unit) => sourcesOf('departments', unit.text)),
      ...extra.flatMap((headed) => sourcesOf('extra', headed.text)),
    ],
    flags: [
      ...joinFlags(path, main, context),
      ...sharedFlags(cells, main, table, context),
      ...[...departments, ...dates].flatMap((found) => found.flags),
      ...entries.flatMap(leadFlags),
      ...columnFlags(cells, table),
      ...doubtFlags(cells, table),
      ...besideFlags(cells, path, main, table),
      ...severalFlags(numbering, text.text),
    ],
  };
}

const isExtra = (role: ColumnRole | null | undefined): boolean => role === null || role === 'remarks';

export const fragmentsOf = (cell: Cell): Traced[] => cell.fragments.map((fragment) => fragment.text);

/** The printing of a path cell that a reader of the row sees: the one on the row's own sheet, else the first. */
function shownOn(cell: Cell, main: Cell): Traced {
  const sheet = main.fragments[0]?.sheet;
  return (fragmentOn(cell, sheet) ?? cell.fragments[0])?.text ?? Traced.empty;
}
