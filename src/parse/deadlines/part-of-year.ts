import { parseHanNumber } from '../../text/numerals.js';
import { isoDate, monthEnd, monthStart } from '../calendar.js';
import { matchAt } from '../folded.js';
import { FESTIVALS } from './festivals.js';
import { SMALL } from './reading.js';

export type PeriodUnit = 'day' | 'week' | 'ten-days' | 'month' | 'quarter' | 'half' | 'year' | 'plan';
/** First and last day. */
export type Span = readonly [from: string, to: string];

/** A part of a year: which days it has in a given year; null where that year has no such day. */
export interface YearSlice {
  readonly end: number;
  readonly unit: PeriodUnit;
  /** Its last day is named: 底, 末. */
  readonly edge: boolean;
  readonly doubt?: string;
  readonly spanIn: (year: number) => Span | null;
}

export interface SliceRule {
  readonly purpose: string;
  readonly examples: readonly string[];
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Omit<YearSlice, 'end'> | null;
}

const wholeMonths = (first: number, last: number) => (year: number) =>
  [monthStart(year, first), monthEnd(year, last)] as const;

const daySpan = (month: number, day: number) => (year: number) => {
  const date = isoDate(year, month, day);
  return date ? ([date, date] as const) : null;
};

/** 上, 中, 下: ten days each, the last ten being those that are left; 中下: both. */
const tenDays = (month: number, which: string) => (year: number) => {
  const first = { 上: 1, 中: 11, 下: 21 }[which.charAt(0)] ?? 1;
  const last = { 上: 10, 中: 20, 下: null }[which.charAt(which.length - 1)] ?? null;
  const from = isoDate(year, month, first);
  const to = last === null ? monthEnd(year, month) : isoDate(year, month, last);
  return from && to && from < to ? ([from, to] as const) : null;
};

const numbered = (text: string | undefined, most: number): number | null => {
  const value = parseHanNumber(text ?? '');
  return value !== null && value >= 1 && value <= most ? value : null;
};

const STOP = '(?=$|前|[,、;。()\\[\\]])';
/** The weekday and the hour of a day, which its date implies or the record does not keep. */
const TIME =
  '(?:\\(?(?:(?:星期|周)[一二三四五六日天]|含|含当日)\\)?)?(?:(?:上午|下午|晚上?|凌晨)?(?:\\d{1,2}|零)(?::\\d\\d|[时点](?:\\d{1,2}分|整)?)|下班(?=(?:之|以)?前))?';

const MONTH: SliceRule = {
  purpose: 'a month, a third of it, its end, or a day in it',
  examples: ['6月', '十二月', '6月30日', '6月上旬', '6月底', '6月末', '6月初'],
  pattern: new RegExp(
    `(${SMALL})月份?(?:(${SMALL})(?:[日号]${TIME}|(?=前|止))|([上中下]{1,2})旬|(底|末)|(初)(?![步次审稿期始])|(中)${STOP})?`,
    'y',
  ),
  read([, monthText, dayText, third, edge, early, middle]) {
    const month = numbered(monthText, 12);
    if (!month) return null;
    if (dayText) {
      const day = numbered(dayText, 99);
      return day ? { unit: 'day', edge: false, spanIn: daySpan(month, day) } : null;
    }
    if (third) return { unit: 'ten-days', edge: false, spanIn: tenDays(month, third) };
    if (early)
      return { unit: 'ten-days', edge: false, spanIn: tenDays(month, '上'), doubt: '月初没有确定的末日，按上旬计' };
    if (middle)
      return { unit: 'ten-days', edge: false, spanIn: tenDays(month, '中'), doubt: '月中没有确定的日期，按中旬计' };
    return { unit: 'month', edge: Boolean(edge), spanIn: wholeMonths(month, month) };
  },
};

const LISTED_MONTH: SliceRule = {
  purpose: 'a month whose 月 is printed once, after the last of a list or range',
  examples: ['6(、9、12月)', '5(-10月)'],
  pattern: new RegExp(`(${SMALL})(?=(?:(?:[、,和及至到]|-{1,2})${SMALL}){1,11}月)`, 'y'),
  read([, monthText]) {
    const month = numbered(monthText, 12);
    return month ? { unit: 'month', edge: false, spanIn: wholeMonths(month, month) } : null;
  },
};

const QUARTERS = (first: number, last: number) => wholeMonths(first * 3 - 2, last * 3);

const QUARTER: SliceRule = {
  purpose: 'a quarter or its end',
  examples: ['第三季度', '三季度', '3季度末', '第4季', 'Q2'],
  pattern:
    /(?:第?([1-4一二三四])(?:个?季度|(?=(?:[、,和及至到-]第?[1-4一二三四]){1,3}季度))|第([1-4一二三四])季|[Qq]([1-4]))(底|末)?/y,
  read([, a, b, c, edge]) {
    const quarter = numbered(a ?? b ?? c, 4);
    return quarter ? { unit: 'quarter', edge: Boolean(edge), spanIn: QUARTERS(quarter, quarter) } : null;
  },
};

const FIRST_QUARTERS: SliceRule = {
  purpose: 'the first quarters together',
  examples: ['前三季度', '前两季度末'],
  pattern: /前([2-3二三两])个?季度(底|末)?/y,
  read([, count, edge]) {
    const last = numbered(count, 4);
    return last ? { unit: 'quarter', edge: Boolean(edge), spanIn: QUARTERS(1, last) } : null;
  },
};

const HALF: SliceRule = {
  purpose: 'half a year or its end',
  examples: ['上半年', '下半年', '上半年末'],
  pattern: /(上|下)半年度?(底|末)?/y,
  read([, half, edge]) {
    const months = half === '上' ? wholeMonths(1, 6) : wholeMonths(7, 12);
    return { unit: 'half', edge: Boolean(edge), spanIn: months };
  },
};

const YEAR_EDGE: SliceRule = {
  purpose: 'the end, the middle or the beginning of the year, or the whole of it',
  examples: ['年底', '年末', '年内', '年度内', '年中', '年初', '全年'],
  pattern: new RegExp(
    `(?:年?(?:(底|末|(?<=年)终)|((?<=年)度内|内)(?![蒙部容控需外陆涝河])|(初)(?![步次审稿期始])|(中)期?${STOP})|(全年))`,
    'y',
  ),
  read([, edge, , early, middle]) {
    if (early) return { unit: 'month', edge: false, spanIn: wholeMonths(1, 1), doubt: '年初没有确定的末日，按1月计' };
    if (middle) return { unit: 'month', edge: false, spanIn: wholeMonths(6, 6), doubt: '年中没有确定的末日，按6月计' };
    return { unit: 'year', edge: Boolean(edge), spanIn: wholeMonths(1, 12) };
  },
};

const DOTTED_DAY: SliceRule = {
  purpose: 'month and day with a dot, only before 前',
  examples: ['6.30(前)', '12/31(前)'],
  pattern: /(\d{1,2})[./](\d{1,2})(?=日?(?:之|以)?前)/y,
  read([, monthText, dayText]) {
    const month = numbered(monthText, 12);
    const day = numbered(dayText, 31);
    return month && day ? { unit: 'day', edge: false, spanIn: daySpan(month, day) } : null;
  },
};

export const SLICES: readonly SliceRule[] = [
  ...FESTIVALS,
  MONTH,
  LISTED_MONTH,
  QUARTER,
  FIRST_QUARTERS,
  HALF,
  YEAR_EDGE,
  DOTTED_DAY,
];

/** The part of a year that begins here; the first rule that reads has it. */
export function readSlice(text: string, at: number): YearSlice | null {
  for (const rule of SLICES) {
    const match = matchAt(rule.pattern, text, at);
    const slice = match && rule.read(match);
    if (match && slice) return { ...slice, end: at + match[0].length };
  }
  return null;
}
