/** Festivals and working days of the People's Republic. No clock, no time zone. */
import { createRequire } from 'node:module';
import { addDays, isoDate, partsOf, weekday } from './calendar.js';

/** A day of the solar calendar as MM-DD, of the lunar one, or a solar term by the sun's longitude in degrees. */
export type Festival =
  | { readonly solar: string }
  | { readonly lunar: readonly [month: number, day: number]; readonly before?: number }
  | { readonly longitude: number; readonly month: number };

const days = new Map<string, string | null>();

/** The ISO date of a festival that falls in the year. */
export function festivalDay(festival: Festival, year: number): string | null {
  const key = `${year} ${JSON.stringify(festival)}`;
  let day = days.get(key);
  if (day === undefined) {
    if ('solar' in festival) day = `${year}-${festival.solar}`;
    else if ('lunar' in festival) day = lunarDay(year, festival.lunar, festival.before ?? 0);
    else day = solarTerm(year, festival.longitude, festival.month);
    days.set(key, day);
  }
  return day;
}

/** So many days before the festival of that year. */
export function eveOf(festival: Festival, year: number, before = 1): string | null {
  const day = festivalDay(festival, year);
  return day && addDays(day, -before);
}

/** The Chinese calendar of ICU, which Node brings along; a leap month is named 5bis. */
const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

function lunarDay(year: number, [month, day]: readonly [number, number], before: number): string | null {
  // The first month begins between 21 January and 21 February; each later month some 29.5 days after it.
  for (let number = 20 + Math.floor((month - 1) * 29.5); number < 60 + month * 31 + day; number++) {
    const date = new Date(Date.UTC(year, 0, number));
    const parts = LUNAR.formatToParts(date);
    const is = (type: string, value: number): boolean => parts.find((part) => part.type === type)?.value === `${value}`;
    if (is('month', month) && is('day', day)) return addDays(date.toISOString().slice(0, 10), -before);
  }
  return null;
}

/**
 * The day, in Beijing, on which the sun reaches a longitude: Meeus, Astronomical Algorithms, chapter 25, low accuracy
 * (0.01°, a quarter of an hour).
 */
function solarTerm(year: number, longitude: number, month: number): string | null {
  for (let day = 1; day <= 30; day++) {
    const date = isoDate(year, month, day);
    if (date === null) return null;
    const endOfDay = (Date.UTC(year, month - 1, day + 1) - 8 * 3_600_000) / 86_400_000 + 2440587.5;
    const passed = (sunLongitude(endOfDay) - longitude + 540) % 360;
    if (passed >= 180) return date;
  }
  return null;
}

function sunLongitude(julianDay: number): number {
  const t = (julianDay - 2451545) / 36525;
  const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

/** ISO dates: days off, and weekends on which one works, by the State Council's yearly notice (节假日安排的通知). */
interface HolidayCalendar {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

// The package's own functions read dates in the machine's time zone; its data does not.
const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as HolidayCalendar;

/** Years whose National Day is in the calendar have been published. */
const isPublished = (year: number): boolean => `${year}-10-01` in holidays;

export const isWorkingDay = (date: string): boolean => date in workdays || (weekday(date) <= 5 && !(date in holidays));

/** More than any printed period of working days; bounds the work. */
const MOST_WORKING_DAYS = 750;

/**
 * The n-th working day after a date, the date itself not counted (民法典第二百零一条); null where a year on the way is not
 * in the calendar.
 */
export function workingDayAfter(date: string, count: number): string | null {
  if (count < 1 || count > MOST_WORKING_DAYS) return null;
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!isPublished(partsOf(day).year)) return null;
    if (isWorkingDay(day)) left--;
  }
  return day;
}
