/** Arithmetic on ISO calendar dates (YYYY-MM-DD, proleptic Gregorian). No clock, no time zone. */

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The last day of a month; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO date, or null where the calendar has no such day (30 February). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** First day of a month; the month may run over (13 is January of the next year, 0 December of the one before). */
export function monthStart(year: number, month: number): string {
  const [y, m] = rollMonth(year, month);
  return `${pad(y, 4)}-${pad(m, 2)}-01`;
}

/** Last day of a month; the month may run over as in monthStart. */
export function monthEnd(year: number, month: number): string {
  const [y, m] = rollMonth(year, month);
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(daysInMonth(y, m), 2)}`;
}

function rollMonth(year: number, month: number): [year: number, month: number] {
  const months = year * 12 + month - 1;
  return [Math.floor(months / 12), (months % 12) + 1];
}

/** Year, month 1–12 and day of an ISO date. */
export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Months later (or earlier) on the same day, or on the month's last day where it is shorter: 31 January + 1 → end of February. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const [y, m] = rollMonth(year, month + months);
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}`;
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Day of the week, Monday 1 to Sunday 7 (ISO 8601). */
export function weekday(date: string): number {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
