import { parseHanNumber } from '../../text/numerals.js';
import { daysInMonth } from '../calendar.js';
import { matchAt } from '../folded.js';
import { eveOf } from '../holidays.js';
import { FESTIVAL, festivalOf } from './festivals.js';
import { BEFORE, COUNT, type Recogniser, SMALL } from './reading.js';

const TIMES = new RegExp(`(?:至少|不少于|开展|组织)*${COUNT}次`, 'y');
/** Behind 每年: 至少一次. */
export const skipTimes = (text: string, at: number): number => at + (matchAt(TIMES, text, at)?.[0].length ?? 0);

const EVERY_FESTIVAL: Recogniser = {
  purpose: 'every year before a festival; RFC 5545 has no rule for one of the lunar calendar',
  examples: ['每年国庆节前', '每年春节前'],
  read({ text }, at) {
    const match = matchAt(new RegExp(`每年(?:的)?(${FESTIVAL})(?:之|以)?前夕?(?!后)`, 'y'), text, at);
    const festival = match && festivalOf(match[1] ?? '');
    if (!match || !festival) return null;
    const common = { start: at, end: at + match[0].length, kind: 'recurring' } as const;
    // A year that is no leap year: 29 February is nobody's eve.
    const eve = 'solar' in festival ? eveOf(festival, 2023) : null;
    if (!eve) return [{ ...common, rrule: 'FREQ=YEARLY', doubt: '节日每年日期不同，规则只记每年' }];
    return [{ ...common, rrule: `FREQ=YEARLY;BYMONTH=${Number(eve.slice(5, 7))};BYMONTHDAY=${Number(eve.slice(8))}` }];
  },
};

const EVERY_MONTHS = new RegExp(
  `每年的?(?:(${SMALL})月?(?:(${SMALL})[日号])?(?:-{1,2}|至|到)(${SMALL})月份?(?:(${SMALL})[日号]|[底末])?|年?初(?!步|次))(?:期间)?`,
  'y',
);

const EVERY_YEARS_MONTHS: Recogniser = {
  purpose: 'the same months of every year',
  examples: ['每年3—5月', '每年5月至10月', '每年5月1日至10月31日', '每年年初'],
  read({ text, mode }, at) {
    const match = matchAt(EVERY_MONTHS, text, at);
    if (!match) return null;
    const [, firstText, firstDay, lastText, lastDay] = match;
    const early = !firstText;
    const [first, last] = early ? [1, 1] : [parseHanNumber(firstText) ?? 0, parseHanNumber(lastText ?? '') ?? 0];
    if (mode === 'text' || first < 1 || last < 1 || first > 12 || last > 12) return null;
    const count = ((last - first + 12) % 12) + 1;
    const months = Array.from({ length: count }, (_, index) => ((first - 1 + index) % 12) + 1).sort((a, b) => a - b);
    const rrule = `FREQ=YEARLY;BYMONTH=${months.join(',')}`;
    const isWhole =
      (!firstDay || parseHanNumber(firstDay) === 1) &&
      (!lastDay || parseHanNumber(lastDay) === daysInMonth(2023, last));
    const why = early ? '年初没有确定的末日，按1月计' : isWhole ? null : '起止日不在月初月末，规则只记月份';
    const doubt = why ? { doubt: why } : {};
    return [{ start: at, end: at + match[0].length, kind: 'recurring', rrule, ...doubt }];
  },
};

/** Days of a month, or months of a year, by their place in it. */
const BY_PLACE: readonly { pattern: RegExp; rrule: string; doubt?: string }[] = [
  {
    pattern: /每(?:个?月|月份)[底末]?的?(?:最后|末)一?个工作日/y,
    rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  },
  {
    pattern: /每(?:个?月|月份)的?(?:首|第[一1])个工作日/y,
    rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
  },
  { pattern: /(?:[一1]年[一1]|年)次/y, rrule: 'FREQ=YEARLY' },
  { pattern: /半年[一1]次/y, rrule: 'FREQ=MONTHLY;INTERVAL=6' },
  { pattern: /[一1]个?季度?[一1]次/y, rrule: 'FREQ=MONTHLY;INTERVAL=3' },
  { pattern: /[一1]个?月[一1]次/y, rrule: 'FREQ=MONTHLY' },
  { pattern: /[一1]周[一1]次/y, rrule: 'FREQ=WEEKLY' },
  {
    pattern: /每(?:个?月|月份)的?(?:第[一1]|首)周/y,
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=7',
    doubt: '第一周按每月7日前计',
  },
  { pattern: /(?:每(?:逢)?)?双月(?:份)?/y, rrule: 'FREQ=YEARLY;BYMONTH=2,4,6,8,10,12' },
  { pattern: /(?:每(?:逢)?)?单月(?:份)?/y, rrule: 'FREQ=YEARLY;BYMONTH=1,3,5,7,9,11' },
  { pattern: /每(?:个)?学期/y, rrule: 'FREQ=MONTHLY;INTERVAL=6', doubt: '学期没有确定的起止，按半年计' },
];

/** 每月前5个工作日内, 每季度前10日内: counted from the beginning of the month or quarter. */
const FIRST_DAYS = new RegExp(`每(?:个?(月)|个?(季)度?)的?前(${COUNT})(?:(个?工作日)|[日天])(?:以|之)?内?`, 'y');

const FIRST_OF: Recogniser = {
  purpose: 'the first days of every month or quarter',
  examples: ['每月前5个工作日内', '每季度前10日内', '每月前10天'],
  read({ text }, at) {
    const match = matchAt(FIRST_DAYS, text, at);
    const count = match && parseHanNumber(match[3] ?? '');
    if (!match || !count || count > (match[4] ? 20 : 28)) return null;
    const months = match[2] ? 'FREQ=MONTHLY;BYMONTH=1,4,7,10' : 'FREQ=MONTHLY';
    const day = match[4] ? `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${count}` : `BYMONTHDAY=${count}`;
    return [{ start: at, end: at + match[0].length, kind: 'recurring', rrule: `${months};${day}` }];
  },
};

const BY_PLACE_RULE: Recogniser = {
  purpose: 'every month or year, by the place of the day or month in it',
  examples: ['每月最后一个工作日', '每月第一周', '每双月', '单月', '每学期'],
  read({ text, mode }, at) {
    if (mode === 'text') return null;
    for (const { pattern, rrule, doubt } of BY_PLACE) {
      const match = matchAt(pattern, text, at);
      if (!match) continue;
      const end = at + match[0].length;
      const stop = skipTimes(text, end + (matchAt(BEFORE, text, end)?.[0].length ?? 0));
      return [{ start: at, end: stop, kind: 'recurring', rrule, ...(doubt ? { doubt } : {}) }];
    }
    return null;
  },
};

/** Recurring times that are told by their place in the year or month, not by a date. */
export const PLACED: readonly Recogniser[] = [EVERY_FESTIVAL, EVERY_YEARS_MONTHS, FIRST_OF, BY_PLACE_RULE];
