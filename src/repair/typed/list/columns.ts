// The columns under a printed header, and in which order an extractor may have read them.
import { shadow } from '../../../text/shadow.js';
import { Traced } from '../../../text/traced.js';
import type { ColumnRole } from '../../blocks.js';
import { columnRoles } from '../../table/headings.js';

export interface ListColumn {
  readonly heading: Traced;
  readonly role: ColumnRole;
  /** Its cells stand for several rows, and are read before the rows of the page. */
  readonly isMerged: boolean;
  /** Merged, and nothing in its cells shows where one begins: those of a page are read as one block. */
  readonly isBlock: boolean;
  /** Each cell begins with its number. */
  readonly isNumbered: boolean;
  /** 措施及时限: each cell ends with its deadline in brackets. */
  readonly endsWithClause: boolean;
}

/** Columns by their place. */
interface Standing {
  readonly merged: readonly number[];
  readonly blocks: readonly number[];
  readonly numbered: readonly number[];
}

/** How the columns can stand in a text: what is merged first, then row by row the others. */
export function readingsOf(headings: readonly Traced[]): ListColumn[][] {
  const found = placesOf(headings);
  if (!found) return [];
  const { number, measure, paths, reading } = found;
  if (number < 0) return [reading({ merged: paths, blocks: [], numbered: [...paths, measure] })];
  if (paths.length === 0) return [reading({ merged: [], blocks: [], numbered: [number] })];
  // numbers that run over all rows do not say which title a row stands beside; those of the titles do
  return number === 0 && paths.length === 1
    ? [reading({ merged: [number, ...paths], blocks: [], numbered: [number, measure] })]
    : [];
}

/** The same where merged cells have no numbers: only what stands before the first row of a page can be told. */
export function blockReadingsOf(headings: readonly Traced[]): ListColumn[][] {
  const found = placesOf(headings);
  if (!found) return [];
  const { roles, number, measure, paths, reading } = found;
  const numbered = [number < 0 ? measure : number];
  if (paths.length === 1) return [reading({ merged: paths, blocks: paths, numbered })];
  if (paths.length > 1 || number < 0) return [];
  const columnsOf = (isOne: (role: ColumnRole) => boolean) => roles.flatMap((role, at) => (isOne(role) ? [at] : []));
  const [units, dates] = [columnsOf((role) => UNIT_ROLES.has(role)), columnsOf((role) => role === 'deadline')];
  const merged = [[...units, ...dates], units, dates].filter((some) => some.length > 0);
  return merged.map((blocks) => reading({ merged: blocks, blocks, numbered }));
}

export const UNIT_ROLES: ReadonlySet<ColumnRole> = new Set(['lead', 'support', 'responsible']);

function placesOf(headings: readonly Traced[]) {
  const own = withoutGroups(headings);
  const known = columnRoles(own.map(({ text }) => text));
  const roles = known.filter((role) => role !== null);
  const measure = roles.indexOf('measure');
  if (measure < 0 || known.length > roles.length) return null;
  const paths = roles.flatMap((role, column) => (role === 'path' ? [column] : []));
  const number = roles.indexOf('number');
  if (number > measure || paths.some((column) => column > measure)) return null;
  const reading = ({ merged, blocks, numbered }: Standing): ListColumn[] =>
    own.map((heading, column) => ({
      heading,
      role: roles[column] as ColumnRole,
      isMerged: merged.includes(column),
      isBlock: blocks.includes(column),
      isNumbered: numbered.includes(column),
      endsWithClause: roles[column] === 'measure' && /[及和与、].*(?:时限|期限|时间)/u.test(shadow(heading.text)),
    }));
  return { roles, number, measure, paths, reading };
}

/** 责任单位 over 牵头 and 配合 is printed before them, and no column of its own: it is put before the first of them. */
export function withoutGroups(headings: readonly Traced[]): Traced[] {
  const roleAt = (index: number): ColumnRole | null => columnRoles([headings[index]?.text ?? ''])[0] ?? null;
  const isGroup = (index: number): boolean =>
    roleAt(index) === 'responsible' && roleAt(index + 1) === 'lead' && roleAt(index + 2) === 'support';
  return headings.flatMap((heading, index) => {
    if (isGroup(index)) return [];
    const group = headings[index - 1];
    return [group && isGroup(index - 1) ? Traced.join([group, heading]) : heading];
  });
}
