import { needsLook } from '../../flags.js';
import type { DeadlineKind, Department, Flag, Measure, PathItem, Role, SourceFile } from '../../model/index.js';
import { numbered } from './cell-text.js';

const ROLE_WORDS: Record<Role, string> = { lead: '牵头', responsible: '负责', support: '配合' };

export const ORIGIN_WORDS: Readonly<Record<Measure['origin'], string>> = { table: '清单', body: '正文' };

const KIND_WORDS: Readonly<Record<DeadlineKind, string>> = {
  by: '截止',
  within: '期间',
  from: '起始',
  recurring: '周期',
  duration: '时长',
  'long-term': '长期',
  immediate: '立即',
  conditional: '视条件而定',
};

export const kindWording = (kind: DeadlineKind): string => KIND_WORDS[kind];

/**
 * The headings above a measure as the list prints them, outermost first: 一、持续深化改革（省发展改革委牵头）.
 *
 * @param origin a heading cell of a list may hold sentences of its own; in running text what follows one is not part of it
 */
export const headingWordings = (measure: Measure, origin = measure.origin): string[] =>
  measure.path.map((item, level) => {
    const text = origin === 'table' && item.text.length > item.title.length + 1 ? item.text : item.title;
    return numbered(numberWording(measure, item.number, measure.path.slice(0, level)), text) + leadsWording(item, text);
  });

/** The text of a measure behind its number. */
export const textWording = (measure: Measure): string =>
  numbered(numberWording(measure, measure.number, measure.path), measure.text);

/** The title of a measure behind its number. */
export const titleWording = (measure: Measure): string =>
  numbered(numberWording(measure, measure.number, measure.path), measure.title);

/**
 * Records hold numbers without brackets and points. In running text 一 under 一 is （一）, 1 under 1 is （1）: the levels are
 * 一、（一）1.（1） (GB/T 9704—2012, 7.3.3); so is 一 in an article. Lists may have a column of numbers that run on.
 */
function numberWording({ origin }: Measure, number: string | null, above: readonly PathItem[]): string | null {
  const isInner = FORMS.some(
    ([form, outer]) => form.test(number ?? '') && above.some((item) => outer.test(item.number ?? '')),
  );
  return origin === 'body' && isInner ? `（${number}）` : number;
}

const FORMS: readonly (readonly [form: RegExp, outer: RegExp])[] = [
  [/^[一二三四五六七八九十]+$/u, /^(?:[一二三四五六七八九十]+|第.+条)$/u],
  [/^\d+$/u, /^\d+$/u],
];

/** Who leads what is under a heading, where its own words do not say so. */
const leadsWording = ({ leads }: PathItem, text: string): string =>
  (Object.keys(ROLE_WORDS) as Role[])
    .map((role) => ({ role, list: leads.filter((lead) => lead.role === role) }))
    .filter(({ list }) => list.some((lead) => !text.includes(lead.raw)))
    .map(({ role, list }) => `（${departmentsWording(list)}${ROLE_WORDS[role]}）`)
    .join('');

/** Units joined by 、, classes of units set off by ， as their own names hold 、: 省公安厅、省司法厅，各市、县（区）. */
function departmentsWording(departments: Department[]): string {
  let text = '';
  let previous: Department | undefined;
  for (const department of departments) {
    if (previous) text += previous.collective || department.collective ? '，' : '、';
    text += department.name;
    previous = department;
  }
  return text;
}

/**
 * The units of one role. 等相关部门 stands behind the last unit of the measure that is not a class, in the column of
 * that unit's role: the model says that the list is open, not at which place.
 */
export function roleWording(measure: Measure, role: Role): string {
  const own = measure.departments.filter((department) => department.role === role);
  if (!measure.openEnded) return departmentsWording(own);
  const openAfter = measure.departments.findLast((one) => !one.collective) ?? measure.departments.at(-1);
  if (openAfter?.role !== role) return departmentsWording(own);
  const named = own.map((one) => (one === openAfter ? { ...one, name: `${one.name}等相关部门` } : one));
  return departmentsWording(named);
}

/** The units of all roles in one cell; where there are roles beside 责任, each is named: 牵头：省公安厅；配合：省司法厅 */
export function unitsWording(measure: Measure): string {
  const roles = (Object.keys(ROLE_WORDS) as Role[])
    .map((role) => ({ role, units: roleWording(measure, role) }))
    .filter(({ units }) => units !== '');
  if (roles.every(({ role }) => role === 'responsible')) return roles.map(({ units }) => units).join('');
  return roles.map(({ role, units }) => `${ROLE_WORDS[role]}：${units}`).join('；');
}

/** The classes of units among those of a measure. */
export const collectivesWording = ({ departments }: Measure): string =>
  departmentsWording(departments.filter(({ collective }) => collective));

/** Deadlines as printed, each wording once. */
export function deadlinesWording(measure: Measure): string {
  return [...new Set(measure.deadlines.map((deadline) => deadline.raw))].join('、');
}

/** ISO date of the first day on which one of the deadlines is over; null where none has a known end. */
export function firstEnd(measure: Measure): string | null {
  const ends = measure.deadlines.map(({ end }) => end).filter((end) => end !== null);
  return ends.sort()[0] ?? null;
}

/**
 * Where to find the measure in the source: the page number printed on the page, else the page of the file; lines for
 * text input. Two for a text that goes over pages: 88—89. A plain number is a number, so that the column sorts.
 */
export function placeWording(measure: Measure, source: SourceFile): string | number {
  const ofText = measure.sources.filter((one) => one.field === 'text');
  const places = (ofText.length > 0 ? ofText : measure.sources).map((one) => ('page' in one ? one.page : one.line));
  if (places.length === 0) return '';
  const first = placeName(Math.min(...places), source);
  const last = placeName(Math.max(...places), source);
  if (first !== last) return `${first}—${last}`;
  return /^[1-9]\d{0,8}$/.test(first) ? Number(first) : first;
}

/** How the issue calls one of its pages, or a line of its text, counted from 1. */
export function placeName(place: number, source: SourceFile): string {
  if (source.kind === 'text') return String(place);
  // among printed numbers a page of the file would be taken for a printed one
  const isLabelled = source.pageLabels.some((label) => label !== null);
  return source.pageLabels[place - 1] ?? (isLabelled ? `文件第${place}页` : String(place));
}

/** What a person should check, one remark a line. */
export function flagsWording(flags: Flag[]): string {
  return flags
    .filter(needsLook)
    .map((flag) => (flag.severity === 'error' ? `错误：${flag.message}` : flag.message))
    .join('\n');
}
