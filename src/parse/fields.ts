import type { Deadline, Department, Flag, Role } from '../model/index.js';
import type { Traced } from '../text/traced.js';
import { findDeadlines } from './deadlines/index.js';
import { findDepartments } from './departments/index.js';

/** What a grammar made of a text: the values, what a person should know of them, and the words it did not understand. */
export interface Understood<Value> {
  readonly values: Value[];
  readonly flags: Flag[];
  readonly rest: Traced[];
}

export interface UnderstoodDepartments extends Understood<Department> {
  readonly openEnded: boolean;
}

const quoted = (texts: readonly Traced[]): string =>
  texts.map((text) => `「${text.text.replace(/[\n\v]/gu, '')}」`).join('、');

/**
 * @param places short names of the issue's own regions
 * @param role the role of the column the text stands in, where the text names none itself
 */
export function departmentsOf(text: Traced, places: readonly string[], role?: Role): UnderstoodDepartments {
  const found = findDepartments(text.text, { places, ...(role ? { role } : {}) });
  const rest = found.rest.map(([start, end]) => text.slice(start, end));
  const flags: Flag[] = [];
  const inferred = found.matches.filter((match) => match.inferredPrefix !== null);
  if (inferred.length > 0) {
    const names = inferred.map(({ department }) => `${department.raw} → ${department.name}`).join('、');
    flags.push({ code: 'department-prefix-inferred', field: 'departments', severity: 'note', message: names });
  }
  if (rest.length > 0) {
    flags.push({
      code: 'department-unknown',
      field: 'departments',
      severity: 'check',
      message: `不能识别为责任单位：${quoted(rest)}`,
    });
  }
  const unknown = found.matches.filter((match) => !match.recognised);
  if (unknown.length > 0) {
    const names = unknown.map(({ department }) => `「${department.raw}」`).join('、');
    flags.push({
      code: 'department-unknown',
      field: 'departments',
      severity: 'check',
      message: `不像单位名称：${names}`,
    });
  }
  return { values: found.matches.map((match) => match.department), openEnded: found.openEnded, flags, rest };
}

/** The deadlines of a cell or clause. */
export function cellDeadlines(text: Traced, reference: string | null): Understood<Deadline> {
  const found = findDeadlines(text.text, { reference, mode: 'cell' });
  const rest = found.rest.map(([start, end]) => text.slice(start, end));
  const flags = found.matches.flatMap((match) => match.flags.map((flag): Flag => ({ ...flag, field: 'deadlines' })));
  if (rest.length > 0) {
    flags.push({
      code: 'deadline-unparsed',
      field: 'deadlines',
      severity: 'check',
      message: `不能识别为完成时限：${quoted(rest)}`,
    });
  }
  return { values: found.matches.map((match) => match.deadline), flags, rest };
}

/** The deadlines that running text speaks of, each with its place. */
export function textDeadlines(text: Traced, reference: string | null): Understood<Deadline> & { places: Traced[] } {
  const found = findDeadlines(text.text, { reference, mode: 'text' });
  return {
    values: found.matches.map((match) => match.deadline),
    places: found.matches.map((match) => text.slice(match.start, match.end)),
    flags: found.matches.flatMap((match) => match.flags.map((flag): Flag => ({ ...flag, field: 'deadlines' }))),
    rest: [],
  };
}
