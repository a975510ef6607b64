// What a heading or measure says in the text, against what it says in the list.
import type { Deadline, Department } from '../../model/index.js';
import type { Pair } from './align.js';
import { hasMore, plain } from './tree.js';

/** A field in which the two differ: what each says of it that the other does not. */
export interface Differing {
  readonly what: 'title' | 'text' | 'departments' | 'deadlines';
  readonly body: string;
  readonly table: string;
  /** Units that only the list names. */
  readonly added?: readonly string[];
}

export function differingFields(pair: Pair): Differing[] {
  return [wordingDiffers(pair), unitsDiffer(pair), deadlinesDiffer(pair)].filter((found) => found !== null);
}

/** Where one of them is a title alone, the other's first sentence. */
function wordingDiffers({ body, table }: Pair): Differing | null {
  const whole = hasMore(body) && hasMore(table);
  if (whole ? body.plainText === table.plainText : body.plainTitle === table.plainTitle) return null;
  const [a, b] = whole ? [body.text, table.text] : [body.title, table.title];
  return { what: whole ? 'text' : 'title', body: a, table: b };
}

/** A unit by its full name where that is known. */
const keyOf = (department: Department): string => department.canonical ?? plain(department.name);

/**
 * Units that the text names and no row of the list does; and where the text's list of units is closed (neither 等相关部门
 * nor a class of units), those that only the list names. Where a row is the counterpart, who leads is compared too.
 */
function unitsDiffer({ body, table }: Pair): Differing | null {
  if (!body.isMeasure) return null;
  const [measure] = body.measures;
  const named = measure?.departments ?? [];
  const listed = table.measures.flatMap(({ departments }) => departments);
  if (named.length === 0 || listed.length === 0) return null;
  // whoever leads a heading further up need not have to do with this
  const leads = table.isMeasure ? [] : (table.measures[0]?.path[table.level]?.leads ?? []);
  const inList = new Set([...listed, ...leads].map(keyOf));
  const missing = named.filter((department) => !department.collective && !inList.has(keyOf(department)));
  const isClosed = !measure?.openEnded && named.every(({ collective }) => !collective);
  const inText = new Set(named.map(keyOf));
  const added = isClosed ? listed.filter((one) => !one.collective && !inText.has(keyOf(one))) : [];
  if (missing.length === 0 && added.length === 0 && !(table.isMeasure && leadDiffers(named, listed))) return null;
  if (missing.length === 0 && added.length === 0) {
    return { what: 'departments', body: `${namesOf(named, 'lead')}牵头`, table: `${namesOf(listed, 'lead')}牵头` };
  }
  const words = namesOf(added);
  return {
    what: 'departments',
    body: namesOf(missing),
    table: words,
    added: [...new Set(added.map(({ name }) => name))],
  };
}

/** Both say who leads, and say otherwise. */
function leadDiffers(named: readonly Department[], listed: readonly Department[]): boolean {
  const leads = (departments: readonly Department[]): string =>
    [...new Set(departments.filter(({ role }) => role === 'lead').map(keyOf))].sort().join();
  return leads(named) !== '' && leads(listed) !== '' && leads(named) !== leads(listed);
}

const namesOf = (departments: readonly Department[], role?: Department['role']): string =>
  [...new Set(departments.filter((one) => !role || one.role === role).map(({ name }) => name))].join('、');

const whenOf = ({ kind, start, end, rrule, duration, anchor }: Deadline): string =>
  JSON.stringify([
    kind === 'within' ? 'by' : kind,
    kind === 'from' ? start : end,
    rrule ?? null,
    duration ?? null,
    anchor ?? null,
  ]);

/**
 * Deadlines of a clause (完成时限：…) against those of the rows; those in the sentences only where not one is the same, as
 * a text may name stages. Where the text names none, the list adds it.
 */
function deadlinesDiffer({ body, table }: Pair): Differing | null {
  const [measure] = body.measures;
  if (!body.isMeasure || !measure) return null;
  const listed = table.measures.flatMap(({ deadlines }) => deadlines);
  const inSentences = measure.deadlines.filter(({ raw }) => body.plainText.includes(plain(raw)));
  const stated = measure.deadlines.filter((deadline) => !inSentences.includes(deadline));
  if (listed.length === 0 || measure.deadlines.length === 0) return null;
  const inList = new Set(listed.map(whenOf));
  const isListed = (deadline: Deadline): boolean => inList.has(whenOf(deadline));
  const inText = new Set(measure.deadlines.map(whenOf));
  const other = table.isMeasure ? listed.filter((deadline) => !inText.has(whenOf(deadline))) : [];
  const differs =
    stated.length > 0
      ? stated.some((deadline) => !isListed(deadline)) || other.length > 0
      : table.isMeasure && !inSentences.some(isListed);
  if (!differs) return null;
  const wording = (deadlines: readonly Deadline[]): string => [...new Set(deadlines.map(({ raw }) => raw))].join('、');
  return {
    what: 'deadlines',
    body: wording(stated.length > 0 ? stated : inSentences),
    table: wording(listed),
  };
}
