import { bareShadow } from '../../text/shadow.js';
import type { ColumnRole } from '../blocks.js';

/** Words of headings, found in real task lists; the first that fits decides. `task` becomes path or measure by its place. */
const WORDS: readonly { role: ColumnRole | 'task'; pattern: RegExp }[] = [
  { role: 'number', pattern: /^(?:序号|编号|项号|序)$/u },
  // a heading for the deadline alone; 具体措施及完成时限 is a heading for measures that end with their deadline
  { role: 'deadline', pattern: /^(?!.*[及和与、])(?:.*)(?:时限|时间|期限|进度|节点)(?:要求|安排)?$/u },
  { role: 'task', pattern: /措施|举措|任务|内容|事项|目标|指标|领域|类别|项目|要求|工作|行动|方向|重点/u },
  {
    role: 'lead',
    pattern: /^(?=.*(?:牵头|主办))(?!.*(?:配合|协同|协办|参与|参加|[及和与、/]责任|责任单位[及和与、/]))/u,
  },
  {
    role: 'support',
    pattern: /^(?=.*(?:配合|协同|协办|参与|参加))(?!.*(?:牵头|主办|[及和与、/]责任|责任单位[及和与、/]))/u,
  },
  { role: 'responsible', pattern: /责任|负责|牵头|主办|承办|部门|单位|分工/u },
  { role: 'remarks', pattern: /备注|说明/u },
];

const wordOf = (heading: string): ColumnRole | 'task' | null =>
  MEASURED.test(heading) ? null : (WORDS.find(({ pattern }) => pattern.test(heading))?.role ?? null);

/** Values of an indicator, and what they are counted in: 2030年目标, 目标值, 计量单位. */
const MEASURED = /\d{4}年(?:目标|指标)?$|(?:目标|指标|基准|现状|数)值$|^(?:计量|计价|计费|收费)单位$/u;
const NO_TASK = '^(?!.*(?:任务|措施|举措|工作|事项|内容|行动))';
/** What is counted or charged for is nothing to do: beside it, 单位 is what it is counted in. */
const COUNTED = new RegExp(`${NO_TASK}.*(?:指标|项目|类别|名称)$`, 'u');
/** A list of these alone is a table of indicators, whoever answers for them. */
const INDICATOR = new RegExp(`${NO_TASK}.*指标(?:名称)?$`, 'u');
/** Beside headings for what is charged, what is counted is no task, whatever office it is listed under. */
const CHARGED = /收费|计费|缴费|金额|单价|价格|费率|税率/u;

/**
 * Roles of the columns by their headings, null where a heading is not known. Of several columns of tasks the last one
 * with 措施 or 举措, else the last, holds the measures; those to its left are the path.
 */
export function columnRoles(printed: readonly string[]): (ColumnRole | null)[] {
  const headings = printed.map(bareShadow);
  const areCounted = haveCountedOnly(headings);
  const words = headings.map((heading) => (areCounted && heading === '单位' ? null : wordOf(heading)));
  const tasks = words.flatMap((word, column) => (word === 'task' ? [column] : []));
  const measure = tasks.findLast((column) => /措施|举措/u.test(headings[column] as string)) ?? tasks.at(-1) ?? -1;
  return words.map((word, column) => {
    if (word !== 'task') return word;
    if (column === measure) return 'measure';
    return column < measure ? 'path' : null;
  });
}

/**
 * A row of headings of a task list: one column says what is to be done, another who does it or by when, most are known,
 * and none reads like a sentence.
 */
export function isHeadingRow(texts: readonly string[]): boolean {
  if (texts.length < 2 || texts.some((text) => text.length > LONGEST_HEADING || /[。；，：“”《》,;:]/u.test(text)))
    return false;
  const roles = columnRoles(texts);
  const known = roles.filter((role) => role !== null).length;
  const measure = bareShadow(texts[roles.indexOf('measure')] ?? '');
  if (INDICATOR.test(measure) || isListOfCharges(texts.map(bareShadow))) return false;
  return roles.includes('measure') && roles.some((role) => role && WHO_OR_WHEN.has(role)) && known >= texts.length / 2;
}

const haveCountedOnly = (headings: readonly string[]): boolean =>
  headings.every((heading) => wordOf(heading) !== 'task' || COUNTED.test(heading));
const isListOfCharges = (headings: readonly string[]): boolean =>
  haveCountedOnly(headings) && headings.some((heading) => CHARGED.test(heading));

const LONGEST_HEADING = 20;
const WHO_OR_WHEN: ReadonlySet<ColumnRole> = new Set(['deadline', 'lead', 'support', 'responsible']);

/** Headings in their plainest wording: no row of a list prints nothing else. */
export const isPlainHeadings = (texts: readonly string[]): boolean =>
  texts.length > 1 && texts.every((text) => PLAIN.test(bareShadow(text)));

const PLAIN = new RegExp(
  [
    '^(?:序号|编号|项号|备注|说明',
    '|(?:主要|重点|目标|工作|具体|改革|年度)*(?:任务|措施|举措|内容|事项|项目|指标|目标|领域|类别)',
    '|(?:责任|牵头|配合|主办|承办|协办|负责)(?:单位|部门|处室)',
    '|(?:完成)?(?:时限|时间|期限)|时间节点)$',
  ].join(''),
  'u',
);
