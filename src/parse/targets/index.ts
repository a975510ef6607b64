// Quantities that a measure promises, told from those it only speaks of.
import type { Target, TargetComparison } from '../../model/index.js';
import { parseHanNumber } from '../../text/numerals.js';
import { asPrinted, fold, sourceRange } from '../folded.js';
import { UNITS } from './units.js';

type Words = readonly (readonly [comparison: TargetComparison, words: string])[];
const BEFORE: Words = [
  ['at-most', '(?:不得?|不能|不可|最高不|一律不)(?:超过|高于|多于|大于|超出|突破)|最高|至多|最多|控制在'],
  ['at-least', '(?:不得?|不能|不可|最低不)(?:低于|少于|小于|短于)|最低|至少|最少'],
  ['more-than', '超过|突破|高于|多于|大于'],
  ['less-than', '低于|少于|小于|短于'],
  ['about', '大约|约'],
];
const AFTER: Words = [
  ['at-most', '以内|之内|以下|内'],
  ['at-least', '以上'],
  ['about', '左右|上下'],
];
const anyOf = (words: Words): string => words.map(([, own]) => own).join('|');
const UNIT = [...UNITS.keys()].join('|');
/** Verbs that bring a quantity to a value: 压减至, 达到, 下调为. */
const REACHED =
  '(?:(?:压缩|压减|缩短|减少|降低|下降|下调|下浮|精简|削减|提高|提升|增加|增长|扩大|延长|稳定|降|增|升|减|缩)(?:至|到|为)|达到?)';
const QUANTITY = new RegExp(
  `(?<reached>${REACHED})?(?<before>${anyOf(BEFORE)})?` +
    `(?:(?<low>\\d{1,12}(?:\\.\\d{1,6})?)(?:${UNIT})?-)?` +
    '(?<digits>\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?|[一二两三四五六七八九十百]{1,6}(?=个半?月|个工作日|倍|成))' +
    `(?<scale>[百千]?[万亿]|[百千])?(?<more>[多余])?(?<half>个半(?=月))?(?<unit>${UNIT})` +
    `(?<after>${anyOf(AFTER)})?`,
  'gu',
);

/** What is done to bring a quantity about; it stands before it in the same clause. */
const PROMISE =
  /新增|建成|建设|新建|改建|改造|打造|培育|引进|招引|引育|遴选|形成|完成|实现|设立|设置|组建|开展|举办|培训|补种|种植|治理|疏浚|修复|创建|认定|推出|发布|制定|编制|每年|降低|提高|提升|提速|增长|增加|减少|压减|压缩|缩短|下降|下调|下浮|节约|削减|给予|补助|奖励|安排|投入|投放|发放|开放|覆盖|办结|达标/u;
/** A condition, a class of things or a base, not a promise: 10件以上的单位, 500万元及以下企业, 在2019年基础上. */
const CONDITION_AFTER = /^(?:的(?!(?:目标|标准|要求|水平))|及以[上下]|[以之]?[上下内]?(?:且|或者?|及))/u;
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
};

/**
 * @param text a measure's text
 * @param dates the UTF-16 ranges of its deadlines, asked for where there is a quantity: what stands in them is no target
 */
export function findTargets(text: string, dates: () => readonly (readonly [start: number, end: number])[]): Target[] {
  const folded = fold(text);
  const targets: Target[] = [];
  let taken: readonly (readonly [number, number])[] | null = null;
  for (const match of folded.text.matchAll(QUANTITY)) {
    const groups = match.groups as Groups;
    const start = match.index;
    const end = start + match[0].length;
    const clause = CLAUSE.exec(folded.text.slice(Math.max(0, start - LONGEST_CLAUSE), start))?.[0] ?? '';
    if (!isPromised(folded.text, clause, start, end, groups)) continue;
    const [from, to] = sourceRange(folded, start, end);
    taken ??= dates();
    if (taken.some(([first, last]) => from < last && to > first)) continue;
    const raw = asPrinted(folded, start, end);
    const unit = UNITS.get(groups.unit) ?? groups.unit;
    const [low, value] = [groups.low, groups.digits].map((digits) => (digits ? valueIn(digits, groups) : null));
    if (typeof value !== 'number') continue;
    if (typeof low === 'number' && low < value) {
      // 1—2家: from the one to the other
      targets.push({ raw, value: low, unit, comparison: 'at-least' }, { raw, value, unit, comparison: 'at-most' });
    } else targets.push({ raw, value, unit, comparison: comparisonOf(groups, clause) });
  }
  return targets;
}

type Groups = Record<'digits' | 'unit', string> &
  Partial<Record<'reached' | 'before' | 'low' | 'scale' | 'more' | 'half' | 'after', string>>;

/** Back to the last mark, in folded text. */
const CLAUSE = /[^,。;:、!?]*$/u;
const LONGEST_CLAUSE = 40;
/** 不高于合同金额的30%: the comparison stands apart from its number. */
const APART = /(不高于|不超过|不低于|不少于)[^\d]{1,16}$/u;

function isPromised(text: string, clause: string, start: number, end: number, groups: Groups): boolean {
  const { reached, before, after, unit, half } = groups;
  const numberAt = start + (reached?.length ?? 0) + (before?.length ?? 0);
  // part of a longer number or a name: A10个, 2019.5个, 第3项
  if (/[\d.A-Za-z第[]/u.test(text.charAt(numberAt - 1))) return false;
  const isBound = Boolean(reached || before || after);
  if ((unit === '年' || unit === '日') && !isBound) return false;
  if (unit === '年' && /^\d{4}$/u.test(groups.digits)) return false;
  const behind = text.slice(end, end + 8);
  if ((unit === '月' && !half) || /^[月日]|^.{0,4}(?:基础上|版)/u.test(behind)) return false;
  // counted from something: a deadline of what is done
  if (!reached && !before && /[起后自]$/u.test(clause)) return false;
  if (reached) return true;
  if (CONDITION_AFTER.test(behind)) return false;
  return PROMISE.test(clause) || APART.test(clause) || (Boolean(before) && !/(?:对|的|规模|期限)$/u.test(clause));
}

function valueIn(digits: string, { scale, half }: Groups): number | null {
  const number = /\d/u.test(digits) ? Number(digits.replaceAll(',', '')) : parseHanNumber(digits);
  if (number === null || !Number.isFinite(number)) return null;
  // products of decimals by their digits: 0.3万 is 3000, not 3000.0000000000005
  return Number(((number + (half ? 0.5 : 0)) * (scale ? (SCALES[scale] ?? 1) : 1)).toPrecision(15));
}

function comparisonOf({ before, after, more }: Groups, clause: string): TargetComparison {
  const said = comparisonIn(BEFORE, before) ?? comparisonIn(AFTER, after);
  if (said) return said;
  if (more) return 'more-than';
  const apart = APART.exec(clause)?.[1];
  return comparisonIn(BEFORE, apart) ?? 'equal';
}

const comparisonIn = (words: Words, printed: string | undefined): TargetComparison | null =>
  (printed && words.find(([, own]) => new RegExp(`^(?:${own})$`, 'u').test(printed))?.[0]) || null;
