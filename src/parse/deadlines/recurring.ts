import { parseHanNumber } from '../../text/numerals.js';
import { matchAt } from '../folded.js';
import { AND, BEFORE, CLAUSE_END, COUNT, type Found, type Recogniser, SMALL } from './reading.js';
import { PLACED, skipTimes } from './recurring-placed.js';

/** RFC 5545 §3.3.10: BYMONTHDAY=-1 is the last day of the month. */
const MONTH_END = -1;
const WEEKDAYS: Record<string, string> = {
  一: 'MO',
  二: 'TU',
  三: 'WE',
  四: 'TH',
  五: 'FR',
  六: 'SA',
  日: 'SU',
  天: 'SU',
  末: 'SU',
};
const LAST_OF_THIRD: Record<string, number> = { 上: 10, 中: 20, 下: MONTH_END };
const MAX_LIST = 12;

interface Day {
  readonly end: number;
  /** Months 1–12; empty: every month. */
  readonly months: readonly number[];
  /** Day of the month, -1 its last; null: no day is named. */
  readonly day: number | null;
}

type ReadDay = (text: string, at: number) => Day | null;

/** Days joined by 、, 和 …: each in its own words, as many as follow. */
function readDays(text: string, at: number, read: ReadDay): Day[] {
  const days: Day[] = [];
  let next = at;
  while (days.length < MAX_LIST) {
    const day = read(text, next);
    if (!day) break;
    days.push(day);
    const and = matchAt(AND, text, day.end);
    if (!and) break;
    next = day.end + and[0].length;
  }
  return days;
}

const IN_YEAR = new RegExp(
  `的?(?:(${SMALL})(?:月份?(?:(${SMALL})[日号]|([上中下])旬|(底|末))?|(?=(?:[、,和及]${SMALL}){1,11}月))|年?(底|末)|第?([1-4一二三四])季度(底|末)?|(上|下)半年(底|末)?)`,
  'y',
);

/** 12月底 · 3月31日 · 6(、12月) · 年底 · 一季度末 */
const readDayOfYear: ReadDay = (text, at) => {
  const match = matchAt(IN_YEAR, text, at);
  if (!match) return null;
  const [whole, monthText, dayText, third, edge, yearEdge, quarter, quarterEdge, half, halfEdge] = match;
  const end = at + whole.length;
  if (yearEdge) return { end, months: [12], day: MONTH_END };
  if (quarter) return { end, months: [(parseHanNumber(quarter) ?? 1) * 3], day: quarterEdge ? MONTH_END : null };
  if (half) return { end, months: [half === '上' ? 6 : 12], day: halfEdge ? MONTH_END : null };
  const month = parseHanNumber(monthText ?? '') ?? 0;
  const day = dayText ? parseHanNumber(dayText) : third ? (LAST_OF_THIRD[third] ?? null) : edge ? MONTH_END : null;
  return month >= 1 && month <= 12 && (day === null || day <= 31) ? { end, months: [month], day } : null;
};

const IN_MONTH = new RegExp(`(?:(${SMALL})[日号]|(月?底|月?末|最后一[天日])|([上中下])旬)`, 'y');

/** 10日 · 底 · 上旬 */
const readDayOfMonth: ReadDay = (text, at) => {
  const match = matchAt(IN_MONTH, text, at);
  if (!match) return null;
  const [whole, dayText, , third] = match;
  const day = dayText ? (parseHanNumber(dayText) ?? 0) : third ? (LAST_OF_THIRD[third] ?? MONTH_END) : MONTH_END;
  return day <= 31 ? { end: at + whole.length, months: [], day } : null;
};

/** 结束后10日内: that many days into the month that follows. */
const AFTER_QUARTER = new RegExp(`结束后的?(${SMALL})[日天](?:以|之)?内`, 'y');
const IN_QUARTER = /(?:(末月|第[三3]个月|最后一?个月)|(首月|第[一1]个月)|(第[二2]个月)|(?:结束)?后?(次月))/y;
const QUARTER_EDGE = /(?:底|末|结束前?)/y;

/** 末 · 首月10日 · 次月10日 (the month after the quarter) */
const readDayOfQuarter: ReadDay = (text, at) => {
  const after = matchAt(AFTER_QUARTER, text, at);
  if (after) return { end: at + after[0].length, months: [1, 4, 7, 10], day: parseHanNumber(after[1] ?? '') };
  const month = matchAt(IN_QUARTER, text, at);
  if (!month) {
    const edge = matchAt(QUARTER_EDGE, text, at);
    return edge ? { end: at + edge[0].length, months: [3, 6, 9, 12], day: MONTH_END } : null;
  }
  const first = month[1] ? 3 : month[3] ? 2 : 1;
  const months = [first, first + 3, first + 6, first + 9];
  const end = at + month[0].length;
  const day = readDayOfMonth(text, end);
  return day ? { ...day, months } : { end, months, day: null };
};

const HALF_EDGE = /(?:底|末|结束前?)/y;
const readDayOfHalf: ReadDay = (text, at) => {
  const edge = matchAt(HALF_EDGE, text, at);
  return edge ? { end: at + edge[0].length, months: [6, 12], day: MONTH_END } : null;
};

/** One rule for days that share their number, one for each number otherwise: BYMONTH and BYMONTHDAY multiply. */
function rules(freq: string, days: readonly Day[], before: boolean): string[] {
  const lastDay = days.at(-1)?.day ?? null;
  // 6月、12月底前 · 6月前: 前 names the last day of what stands before it.
  const resolved = days.map((day) => ({ ...day, day: day.day ?? (before ? MONTH_END : lastDay) }));
  if (resolved.every((day) => day.months.length === 0)) {
    return [`FREQ=${freq};BYMONTHDAY=${resolved.map((day) => day.day).join(',')}`];
  }
  const byDay = new Map<number | null, number[]>();
  for (const { months, day } of resolved) byDay.set(day, [...(byDay.get(day) ?? []), ...months]);
  return [...byDay].map(
    ([day, months]) => `FREQ=${freq};BYMONTH=${months.join(',')}${day === null ? '' : `;BYMONTHDAY=${day}`}`,
  );
}

/** A recurring time with the days that may follow it; in running text only with a day and 前, or the end of its period. */
function recurring(
  purpose: string,
  examples: readonly string[],
  times: RegExp,
  freq: string,
  bare: (match: RegExpExecArray) => string,
  readDay: ReadDay,
): Recogniser {
  return {
    purpose,
    examples,
    read({ text, mode }, at) {
      const match = matchAt(times, text, at);
      if (!match) return null;
      const days = readDays(text, at + match[0].length, readDay);
      const end = days.at(-1)?.end ?? at + match[0].length;
      const before = days.length > 0 ? matchAt(BEFORE, text, end) : null;
      if (mode === 'text' && !before && days.at(-1)?.day !== MONTH_END) return null;
      const stop = skipTimes(text, end + (before?.[0].length ?? 0));
      const doubtful = before !== null && days.at(-1)?.day === null;
      const doubt = doubtful ? { doubt: '可指该月开始之前，也可指结束之前；按结束之前计' } : {};
      if (days.length === 0) return [{ start: at, end: stop, kind: 'recurring', rrule: bare(match) }];
      // 每两个月10日前
      const every = `${freq}${intervalOf(match[1])}`;
      return rules(every, days, before !== null).map(
        (rrule): Found => ({ start: at, end: stop, kind: 'recurring', rrule, ...doubt }),
      );
    },
  };
}

const intervalOf = (count: string | undefined): string => {
  const value = count ? (parseHanNumber(count) ?? 1) : 1;
  return value > 1 ? `;INTERVAL=${value}` : '';
};
const interval = (freq: string, count: string | undefined): string => `FREQ=${freq}${intervalOf(count)}`;
const none: ReadDay = () => null;

const YEARLY = recurring(
  'every year, on days of the year',
  ['每年12月底前', '每年6月、12月底前', '每年3月31日前', '每年', '每年年底前', '每两年'],
  new RegExp(
    `(?:每(${COUNT})?年度?|每学年|逐年(?!度)|分年度?(?=推|实|完|落|[,;。]|$)|按年度?(?=推|开|实|进|评|报|调|更|[,;。]|$)|年度${CLAUSE_END})`,
    'y',
  ),
  'YEARLY',
  (match) => interval('YEARLY', match[1]),
  readDayOfYear,
);

const HALF_YEARLY = recurring(
  'every half year',
  ['每半年', '每半年末', '每半年1次'],
  /(?:每|按|逐)半年度?/y,
  'MONTHLY',
  () => 'FREQ=MONTHLY;INTERVAL=6',
  readDayOfHalf,
);

const QUARTERLY = recurring(
  'every quarter, at its end or on a day of one of its months',
  ['每季度末', '每季度', '每季度首月10日前', '按季度'],
  new RegExp(`(?:(?:每个?|按|逐)季度?|季度${CLAUSE_END})`, 'y'),
  'MONTHLY',
  () => 'FREQ=MONTHLY;INTERVAL=3',
  readDayOfQuarter,
);

const MONTHLY = recurring(
  'every month, on days of the month',
  ['每月10日前', '每月底前', '每月5日、20日前', '每月', '每3个月'],
  new RegExp(`(?:每(?:个?月|(${COUNT})个?月)份?|(?:按|逐)月度?|月度${CLAUSE_END})`, 'y'),
  'MONTHLY',
  (match) => interval('MONTHLY', match[1]),
  readDayOfMonth,
);

const EVERY_WEEK = new RegExp(
  `(?:[每按逐]个?(?:周|星期)|每(${COUNT})个?(?:周|星期))(?:的?(?:周|星期)(?=[一二三四五六日天末]))?(?:((?!一次)[一二三四五六日天末])(?:[、和及](?:周|星期)?([一二三四五六日天末]))?(?:下班(?=前)|(?:上午|下午|晚上?)?(?:\\d{1,2}(?::\\d\\d|[时点]))?))?`,
  'y',
);

const WEEKLY: Recogniser = {
  purpose: 'every week, on days of the week',
  examples: ['每周五前', '每周', '每两周', '每周一、周四', '每星期五'],
  read({ text, mode }, at) {
    const match = matchAt(EVERY_WEEK, text, at);
    if (!match) return null;
    const days = [match[2], match[3]].flatMap((day) => (day ? [WEEKDAYS[day]] : []));
    const end = at + match[0].length;
    const before = days.length > 0 ? matchAt(BEFORE, text, end) : null;
    if (mode === 'text' && !before) return null;
    const rrule = interval('WEEKLY', match[1]) + (days.length > 0 ? `;BYDAY=${days.join(',')}` : '');
    return [{ start: at, end: skipTimes(text, end + (before?.[0].length ?? 0)), kind: 'recurring', rrule }];
  },
};

const DAILY = recurring(
  'every day, every working day',
  ['每日', '每天', '每3天'],
  new RegExp(`每(?:个?(?:[日天]|工作日)|(${COUNT})[日天])`, 'y'),
  'DAILY',
  (match) => (match[0].endsWith('工作日') ? 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' : interval('DAILY', match[1])),
  none,
);

const TEN_DAYS = recurring(
  'every third of a month, every half month',
  ['每旬', '每半月', '每半个月'],
  /每(?:旬|(半个?月))/y,
  'MONTHLY',
  (match) => (match[1] ? 'FREQ=MONTHLY;BYMONTHDAY=15,-1' : 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'),
  none,
);

export const RECURRING: readonly Recogniser[] = [
  ...PLACED,
  HALF_YEARLY,
  TEN_DAYS,
  YEARLY,
  QUARTERLY,
  MONTHLY,
  WEEKLY,
  DAILY,
];
