import rrule from 'rrule';

/**
 * The first day of a recurrence rule (RFC 5545) that is not before `from`, as ISO date; null where the rule names no day
 * (每季度一次) or counts its periods from a day that is not known (每两个月10日前).
 */
export function firstDay(rule: string, from: string): string | null {
  if (!/;BY(?:MONTH)?DAY=/.test(rule) || /;INTERVAL=/.test(rule)) return null;
  const start = `${from.replaceAll('-', '')}T000000Z`;
  const first = rrule.rrulestr(`DTSTART:${start}\nRRULE:${rule}`).after(new Date(`${from}T00:00:00Z`), true);
  return first ? first.toISOString().slice(0, 10) : null;
}
