import { addDays } from '../calendar.js';
import { eveOf, type Festival, festivalDay } from '../holidays.js';
import type { SliceRule, Span } from './part-of-year.js';

/** What a festival is called. The first that matches has it. */
const NAMES: readonly (readonly [names: string, festival: Festival])[] = [
  ['春节|农历新年|农历春节', { lunar: [1, 1] }],
  ['除夕', { lunar: [1, 1], before: 1 }],
  ['元宵', { lunar: [1, 15] }],
  ['端午', { lunar: [5, 5] }],
  ['中秋', { lunar: [8, 15] }],
  ['重阳', { lunar: [9, 9] }],
  ['清明', { longitude: 15, month: 4 }],
  ['冬至', { longitude: 270, month: 12 }],
  ['元旦', { solar: '01-01' }],
  ['三八|妇女', { solar: '03-08' }],
  ['植树', { solar: '03-12' }],
  ['五一|劳动', { solar: '05-01' }],
  ['五四|青年', { solar: '05-04' }],
  ['六一|儿童', { solar: '06-01' }],
  ['七一|建党', { solar: '07-01' }],
  ['八一|建军', { solar: '08-01' }],
  ['教师', { solar: '09-10' }],
  ['十一|国庆', { solar: '10-01' }],
];
/** Words that name a festival only with 节 or in quotes: 劳动, 青年, 儿童. */
const NEEDS_DAY = '妇女|植树|劳动|青年|儿童|建党|建军|教师';
const NAME = `(?:[“”](?:${NAMES.map(([names]) => names).join('|')})[“”]|(?<![二双百])(?:${NAMES.map(([names]) => names).join('|')}))`;
const DAY = '(?:国际)?(?:(?:佳|双)?节|小?长假|假期)?';
export const FESTIVAL = `${NAME}${DAY}`;
const EVE = '(?:来临|到来)?(?:之|以)?前夕?(?![后期])';
const ALSO = `(?=(?:[、,和及与]?${FESTIVAL}){1,3}${EVE})`;
const DURING = '(?:期间|假期|假日)';
const ALONE = '(?=$|[,、;。()\\[\\]])';

export function festivalOf(text: string): Festival | null {
  const name = new RegExp(`^[“”]?(${NAMES.map(([names]) => names).join('|')})`).exec(text)?.[1] ?? '';
  if (new RegExp(`^(?:${NEEDS_DAY})$`).test(name) && !/节|[“”]/.test(text)) return null;
  return NAMES.find(([names]) => names.split('|').includes(name))?.[1] ?? null;
}

const span = (day: string | null): Span | null => (day ? [day, day] : null);

const BEFORE_FESTIVAL: SliceRule = {
  purpose: 'the day before a festival, computed from the lunar calendar where it is lunar',
  examples: ['春节前', '国庆节前', '“五一”前', '中秋节(、国庆节前)'],
  pattern: new RegExp(`(${FESTIVAL})(?:${EVE}|${ALSO})`, 'y'),
  read([, name = '']) {
    const festival = festivalOf(name);
    if (!festival) return null;
    return { unit: 'day', edge: true, spanIn: (year) => span(eveOf(festival, year)) };
  },
};

/** Days of the statutory holiday beside the festival itself, as the State Council sets them in most years. */
const HOLIDAY: readonly (readonly [name: RegExp, days: number])[] = [
  [/春节|十一|国庆/, 7],
  [/五一|劳动/, 5],
];

const DURING_FESTIVAL: SliceRule = {
  purpose: 'the days of a festival',
  examples: ['春节期间', '国庆节假期'],
  pattern: new RegExp(`(${FESTIVAL})${DURING}`, 'y'),
  read([, name = '']) {
    const festival = festivalOf(name);
    if (!festival) return null;
    const days = HOLIDAY.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
    return {
      unit: 'week',
      edge: false,
      doubt: `节日期间没有确定的起止日，按${days}天计`,
      spanIn(year) {
        const first = festivalDay(festival, year);
        return first ? [first, addDays(first, days - 1)] : null;
      },
    };
  },
};

const FESTIVAL_ITSELF: SliceRule = {
  purpose: 'the day of a festival, where nothing else stands in the clause',
  examples: ['国庆节', '春节'],
  pattern: new RegExp(`(${FESTIVAL})(?:(?:当[天日])?${ALONE}|前后)`, 'y'),
  read([whole = '', name = '']) {
    const festival = festivalOf(name);
    if (!festival) return null;
    const doubt = whole.endsWith('前后') ? { doubt: '前后不等于之前，按节日当天计' } : {};
    return { unit: 'day', edge: false, ...doubt, spanIn: (year) => span(festivalDay(festival, year)) };
  },
};

export const FESTIVALS: readonly SliceRule[] = [BEFORE_FESTIVAL, DURING_FESTIVAL, FESTIVAL_ITSELF];
