import type { Region } from '../gazetteer/index.js';
import type { Deadline, Department, Flag, Measure, Role } from '../model/index.js';
import { shadow } from '../text/shadow.js';
import type { Traced } from '../text/traced.js';
import { findDeadlines } from './deadlines/index.js';
import { type DepartmentMatch, findDepartments } from './departments/index.js';
import { pastFlags } from './doubtful-dates.js';
import { findTargets } from './targets/index.js';

/** What the document says of where and when it was written. */
export interface Setting {
  /** Short names of the issue's own regions. */
  readonly places: readonly string[];
  /** What 省, 市 and so on stand for. */
  readonly region: Region;
  /** ISO date of the document. */
  readonly reference: string | null;
}

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
 * @param at the issue's own regions and the date of the document
 * @param role the role of the column the text stands in, where the text names none itself
 */
export function departmentsOf(text: Traced, at: Setting, role?: Role): UnderstoodDepartments {
  const { places, region } = at;
  const found = findDepartments(text.text, { places, region, ...(role ? { role } : {}) });
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
  const joined = found.matches.filter(({ department }) => RUN_TOGETHER.test(shadow(department.raw)));
  if (joined.length > 0) {
    const names = joined.map(({ department }) => `「${department.raw}」`).join('、');
    const message = `似为两个单位连写，其间的标点或换行可能缺失：${names}`;
    flags.push({ code: 'department-unknown', field: 'departments', severity: 'check', message });
  }
  flags.push(...gazetteerFlags(found.matches, at));
  return { values: found.matches.map((match) => match.department), openEnded: found.openEnded, flags, rest };
}

/** 省司法厅省统计局: an organ, a level and another organ; branches are named so (市公安局市北区分局). */
const RUN_TOGETHER =
  /[^（(]{2}(?:[厅局委办]|法院|检察院)(?:自治区|省|市|县)(?!.*(?:分局|支队|大队|所|站)$)[^（）()]{2,12}(?:[厅局委办]|法院|检察院)$/u;

/** Names that the gazetteer does not have, or that were no more in use; nothing to be done about most. */
function gazetteerFlags(matches: readonly DepartmentMatch[], { reference }: Setting): Flag[] {
  const flag = (message: string): Flag => ({
    code: 'department-unknown',
    field: 'departments',
    severity: 'note',
    message,
  });
  const unknown = matches.filter(({ department, recognised, known }) => recognised && !known && !department.collective);
  const names = [...new Set(unknown.map(({ department }) => `「${department.name}」`))].join('、');
  const flags = unknown.length > 0 ? [flag(`不在机构名录中，按原文照录：${names}`)] : [];
  for (const { department, known } of matches) {
    if (!known?.until || !reference || reference <= known.until) continue;
    flags.push(flag(`「${department.name}」的名称用到${known.until}，其后为${known.successor ?? '他机构'}`));
  }
  return flags;
}

/** The deadlines of a cell or clause. */
export function cellDeadlines(text: Traced, reference: string | null): Understood<Deadline> {
  const found = findDeadlines(text.text, { reference, mode: 'cell' });
  const rest = found.rest.map(([start, end]) => text.slice(start, end));
  const flags = found.matches.flatMap((match) => match.flags.map((flag): Flag => ({ ...flag, field: 'deadlines' })));
  flags.push(
    ...pastFlags(
      found.matches.map(({ deadline }) => deadline),
      reference,
    ),
  );
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

export interface TextDeadlines extends Understood<Deadline> {
  /** UTF-16 offsets of each in the text. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** The deadlines that running text speaks of, each with its place. */
export function textDeadlines(text: Traced, reference: string | null): TextDeadlines {
  const found = findDeadlines(text.text, { reference, mode: 'text' });
  return {
    values: found.matches.map((match) => match.deadline),
    ranges: found.matches.map(({ start, end }) => [start, end]),
    flags: [
      ...found.matches.flatMap((match) => match.flags.map((flag): Flag => ({ ...flag, field: 'deadlines' }))),
      ...pastFlags(
        found.matches.map(({ deadline }) => deadline),
        reference,
      ),
    ],
    rest: [],
  };
}

/** The field `targets` of a measure; none where its text promises no quantity. */
export function targetsOf(text: Traced, deadlines: () => TextDeadlines): Pick<Measure, 'targets'> {
  const targets = findTargets(text.text, () => deadlines().ranges);
  return targets.length > 0 ? { targets } : {};
}
