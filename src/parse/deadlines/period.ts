import { parseHanNumber } from '../../text/numerals.js';
import { addDays, addMonths, isoDate, monthEnd, monthStart, partsOf, weekday } from '../calendar.js';
import { matchAt } from '../folded.js';
import { type PeriodUnit, readSlice, type Span, type YearSlice } from './part-of-year.js';
import { type Reading, SMALL } from './reading.js';
import { readYear } from './year.js';

/** A stretch of the calendar as it is printed: a day, 6月底, 2020年, “十四五”期间. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** First and last day; both null where the year is unknown or there is no such day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: PeriodUnit;
  /** Its last day is named: 底, 末. */
  readonly edge: boolean;
  /** Where the year comes from: printed, from the date before it in the text, from the document's date, unknown. */
  readonly year: 'printed' | 'text' | 'reference' | 'unknown';
  /** The calendar has no such day. */
  readonly impossible?: true;
  readonly doubt?: string;
  /** Its year is the one after that of the date before it, since it would lie before that date: the other reading. */
  readonly rolledFrom?: string;
}

type Shape = Pick<Period, 'unit' | 'edge' | 'year'> & { doubt?: string | undefined };

function period(start: number, end: number, span: Span | null, shape: Shape): Period {
  const { doubt, ...rest } = shape;
  return { start, end, from: span?.[0] ?? null, to: span?.[1] ?? null, ...rest, ...(doubt ? { doubt } : {}) };
}

/** Words before a date that make it another thing: last year's, one of every year, a longer number. */
const NOT_AFTER = /(?:[去前上往历]年|每年?|第|\d|(?<!(?:^|[^\d.])\d{1,2})\.)$/;
const MAY_BEGIN =
  /[\d〇零一二三四五六七八九十“”‘’公西中民今本当这同明来次翌后第下上前年月全Q春农除元清端重冬妇植劳青儿建教国]/;
const NOT_AFTER_WORD = /[〇零一二三四五六七八九十百两半几数多去前往历逐每学青少老成近上下间个\d]$/;

/**
 * The period that begins at `at`, or null. A year that is not printed is that of the period `after` it follows, else the
 * year of the first such day not before the reference date (design §5).
 */
export function readPeriod(reading: Reading, at: number, after: Period | null = reading.last): Period | null {
  const { seen, taken } = reading;
  if (seen && seen.at === at && seen.taken === taken && seen.after === after) return seen.period;
  const period = readFresh(reading, at, after);
  reading.seen = { at, taken, after, period };
  return period;
}

function readFresh(reading: Reading, at: number, after: Period | null): Period | null {
  const { text } = reading;
  const first = text.charAt(at);
  if (!MAY_BEGIN.test(first)) return null;
  const before = text.slice(Math.max(0, at - 4), at);
  // Right after an expression already read the date stands free: 2020年6月底前、7月底前.
  if (at !== reading.taken || at === 0) {
    if (/[\d〇一二三四五六七八九十QＱ]/.test(first) && NOT_AFTER.test(before)) return null;
    // 2022年 was read and is no deadline: nor is its 9月.
    if (/[\d〇一二三四五六七八九]年$/.test(before)) return null;
    if (/[〇零一二三四五六七八九十]/.test(first) && /[〇零一二三四五六七八九十百]$/.test(before)) return null;
    if (/[年月上下]/.test(first) && NOT_AFTER_WORD.test(before)) return null;
  }
  return (
    readPlan(reading, at) ??
    readNumericDate(reading, at) ??
    readListedYear(reading, at) ??
    readWithYear(reading, at, after) ??
    readRelativeMonth(reading, at) ??
    readWeek(reading, at) ??
    readWithoutYear(reading, at, after)
  );
}

/** 2020年6月底 · 二〇二〇年 · 明年底 · 民国109年12月31日 */
function readWithYear(reading: Reading, at: number, after: Period | null): Period | null {
  const year = readYear(reading, at, after);
  if (!year) return null;
  const slice = readSlice(reading.text, year.end);
  const shape: Shape = {
    unit: 'year',
    edge: false,
    year: year.year === null ? 'unknown' : year.source,
    doubt: year.doubt,
  };
  if (!slice) {
    const span = year.year === null ? null : ([monthStart(year.year, 1), monthEnd(year.year, 12)] as const);
    return period(at, year.end, span, shape);
  }
  Object.assign(shape, { unit: slice.unit, edge: slice.edge, doubt: year.doubt ?? slice.doubt });
  const span = year.year === null ? null : slice.spanIn(year.year);
  const found = period(at, slice.end, span, shape);
  return year.year !== null && !span ? { ...found, impossible: true } : found;
}

/** 6月底 · 三季度 · 上半年 · 年底 */
function readWithoutYear(reading: Reading, at: number, after: Period | null): Period | null {
  const { text, reference, mode } = reading;
  const slice =
    /[底末内初]|中(?!秋)/.test(text.slice(at, at + 2)) && !/[^底末内初中]/.test(text.charAt(at))
      ? null
      : readSlice(text, at);
  if (!slice || (mode === 'text' && slice.unit === 'day' && !slice.edge && !text.slice(at, slice.end).includes('月')))
    return null;
  const shape = { unit: slice.unit, edge: slice.edge, doubt: slice.doubt };
  if (after?.to && carries(reading, after, at)) {
    const span = firstNotBefore(slice, after.to);
    if (!span) return impossible(at, slice);
    // （其中，首批3月底前）: a part of what came before, in the same year.
    const same = slice.spanIn(partsOf(after.to).year);
    const rolled = same !== null && same[1] < span[1] && after.unit !== 'plan' ? same : null;
    const isPart = rolled && PART_OF.test(text.slice(after.end, at).slice(-12));
    const found = period(at, slice.end, isPart ? rolled : span, { ...shape, year: 'text' });
    return rolled ? { ...found, rolledFrom: (isPart ? span : rolled)[1] } : found;
  }
  if (reference) {
    const span = firstNotBefore(slice, reference);
    return span ? period(at, slice.end, span, { ...shape, year: 'reference' }) : impossible(at, slice);
  }
  return period(at, slice.end, null, { ...shape, year: 'unknown' });
}

/** Further on than this a year printed before is not looked for. */
const CARRY_REACH = 200;

/** In running text a year goes on within its sentence, and in those after it where it is not far from the document's own. */
function carries({ text, mode, reference }: Reading, after: Period, at: number): boolean {
  if (mode === 'cell' || !reference || !after.to) return true;
  if (after.unit === 'plan') return false;
  const isSame = at - after.end < CARRY_REACH && !/[。;]/.test(text.slice(after.end, at));
  return isSame || partsOf(after.to).year <= partsOf(reference).year + 1;
}

/** Words for what is done before the rest. */
const PART_OF = /其中|首批|第一批|先行|率先|一期/;

const impossible = (at: number, slice: YearSlice): Period => ({
  ...period(at, slice.end, null, { unit: slice.unit, edge: slice.edge, year: 'unknown' }),
  impossible: true,
});

/** In the year of `date` or the first later one that has such days, ending on `date` or after. 29 February waits at most eight years. */
function firstNotBefore(slice: YearSlice, date: string): Span | null {
  const { year } = partsOf(date);
  for (let later = 0; later <= 8; later++) {
    const span = slice.spanIn(year + later);
    if (span && span[1] >= date) return span;
  }
  return null;
}

const PLAN = new RegExp(
  `(?:[“”‘’]?((?:十|二十)?[一二三四五六七八九]|十)五[“”‘’]?|第(${SMALL})个五年)(?:规划)?(?:(?:时期|期间)?(?:(末[期年]?|期末|收官之年|最后一年|结束(?:之|以)?前)|(?=(?:之|以)?前(?!期|[一二两三四]年)))|期间|时期|期内|(中期|中后期)|(后期|前期|初期)|(前|后)([一二两三四])年|(?=[,、;。()\\[\\]]|$|长期|持续))`,
  'y',
);
/** The years of a plan that words for a part of it name, the first being 0. */
const PLAN_PARTS: Record<string, readonly [number, number]> = {
  中期: [2, 2],
  中后期: [2, 4],
  后期: [3, 4],
  前期: [0, 1],
  初期: [0, 1],
};

/** “十四五”期间 · “十四五”末: the n-th five-year plan; the first was 1953–1957, from the sixth (1981) on none was missed. */
function readPlan({ text, mode }: Reading, at: number): Period | null {
  const match = matchAt(PLAN, text, at);
  if (!match) return null;
  const [whole, inQuotes, written, edge, middle, end, side, count] = match;
  const plan = parseHanNumber(inQuotes ?? written ?? '');
  // In running text the bare name of a plan is mostly part of another name.
  const isBare =
    /[“”‘’五划]$/.test(whole) && !/^(?:之|以)?前/.test(text.slice(at + whole.length, at + whole.length + 2));
  if (!plan || plan < 6 || (isBare && mode === 'text')) return null;
  const first = 1951 + plan * 5;
  const years = parseHanNumber(count ?? '') ?? 0;
  const [from, to] =
    PLAN_PARTS[middle ?? end ?? ''] ?? (side === '前' ? [0, years - 1] : side ? [5 - years, 4] : [0, 4]);
  const span = [monthStart(first + from, 1), monthEnd(first + to, 12)] as const;
  const vague = middle ?? end;
  const doubt = vague ? `${vague}没有确定的起止，按${first + from}—${first + to}年计` : undefined;
  return period(at, at + whole.length, span, { unit: 'plan', edge: Boolean(edge), year: 'printed', doubt });
}

const NUMERIC = /((?:19|20|21)\d\d)([-./])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)日?/y;
const EIGHT_DIGITS = /(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y;

/** 2020.6.30 · 2020-06-30 · 2020/6 · 20200630 */
function readNumericDate({ text, mode }: Reading, at: number): Period | null {
  const match = matchAt(NUMERIC, text, at);
  const digits = match ? null : matchAt(EIGHT_DIGITS, text, at);
  const [whole, year, month, day] = match ? [match[0], match[1], match[3], match[4]] : (digits ?? []);
  // In running text 2020.6 may be a quantity and 20200630 part of a number.
  if (!whole || (mode === 'text' && (!day || digits))) return null;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const end = at + whole.length;
  if (!day) {
    const edge = /[底末]/.test(text.charAt(end));
    const span = [monthStart(Number(year), monthNumber), monthEnd(Number(year), monthNumber)] as const;
    return period(at, edge ? end + 1 : end, span, { unit: 'month', edge, year: 'printed' });
  }
  const date = isoDate(Number(year), monthNumber, Number(day));
  const found = period(at, end, date ? [date, date] : null, { unit: 'day', edge: false, year: 'printed' });
  return date ? found : { ...found, impossible: true };
}

/** 2024、2025(、2026年): a year whose 年 is printed once, after the last of the list. */
const LISTED_YEAR = /((?:19|20)\d\d)(?=(?:[、,和及](?:19|20)\d\d){1,8}年)/y;

function readListedYear({ text }: Reading, at: number): Period | null {
  const match = matchAt(LISTED_YEAR, text, at);
  if (!match) return null;
  const year = Number(match[1]);
  const span = [monthStart(year, 1), monthEnd(year, 12)] as const;
  return period(at, at + match[0].length, span, { unit: 'year', edge: false, year: 'printed' });
}

const RELATIVE = new RegExp(
  `(?:(本|当|这|下|次)个?(月|季度)(?:份|内)?|(月)(?=[底末]|内(?!外)))(?:(${SMALL})[日号]|([上中下])旬|(底|末))?`,
  'y',
);

/** 本月底 · 下月10日 · 月底 · 本季度末 */
function readRelativeMonth({ text, reference }: Reading, at: number): Period | null {
  const match = matchAt(RELATIVE, text, at);
  if (!match) return null;
  const [whole, which, unitText, , dayText, third, edge] = match;
  const quarter = unitText === '季度';
  if (quarter && (dayText || third)) return null;
  const unit = dayText ? 'day' : third ? 'ten-days' : quarter ? 'quarter' : 'month';
  const shape: Shape = { unit, edge: Boolean(edge), year: reference ? 'reference' : 'unknown' };
  const end = at + whole.length;
  if (!reference) return period(at, end, null, shape);
  const step = which === '下' || which === '次' ? 1 : 0;
  const { year, month } = partsOf(addMonths(`${reference.slice(0, 7)}-01`, quarter ? step * 3 : step));
  const firstMonth = quarter ? Math.floor((month - 1) / 3) * 3 + 1 : month;
  if (dayText) {
    const date = isoDate(year, month, parseHanNumber(dayText) ?? 0);
    return date ? period(at, end, [date, date], shape) : { ...period(at, end, null, shape), impossible: true };
  }
  if (third) {
    const first = { 上: 1, 中: 11, 下: 21 }[third] ?? 1;
    const from = addDays(monthStart(year, month), first - 1);
    return period(at, end, [from, third === '下' ? monthEnd(year, month) : addDays(from, 9)], shape);
  }
  return period(at, end, [monthStart(year, firstMonth), monthEnd(year, quarter ? firstMonth + 2 : month)], shape);
}

const WEEK = /(本|这|下)个?(?:周|星期)(?:([一二三四五六日天])|内|(底|末))?/y;

/** 本周五 · 下周内 · 本周末: weeks begin on Monday. */
function readWeek({ text, reference }: Reading, at: number): Period | null {
  const match = matchAt(WEEK, text, at);
  if (!match) return null;
  const [whole, which, dayText, edge] = match;
  const shape: Shape = {
    unit: dayText ? 'day' : 'week',
    edge: Boolean(edge),
    year: reference ? 'reference' : 'unknown',
  };
  if (!reference) return period(at, at + whole.length, null, shape);
  const monday = addDays(reference, 1 - weekday(reference) + (which === '下' ? 7 : 0));
  const day = dayText ? addDays(monday, '一二三四五六日'.indexOf(dayText.replace('天', '日'))) : null;
  return period(at, at + whole.length, day ? [day, day] : [monday, addDays(monday, 6)], shape);
}

const DAY_ONLY = new RegExp(`(${SMALL})[日号]`, 'y');

/** 20日 after 6月10日: a day of the month before it in the text. */
export function readDayAfter({ text }: Reading, at: number, after: Period): Period | null {
  const match = after.unit === 'day' && after.to ? matchAt(DAY_ONLY, text, at) : null;
  if (!match || !after.to) return null;
  const { year, month } = partsOf(after.to);
  const date = isoDate(year, month, parseHanNumber(match[1] ?? '') ?? 0);
  const found = period(at, at + match[0].length, date ? [date, date] : null, {
    unit: 'day',
    edge: false,
    year: after.year,
  });
  return date ? found : { ...found, impossible: true };
}
