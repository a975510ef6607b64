import type { Deadline } from '../../src/model/index.js';

const day = (date: string): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const WEEKDAYS: Record<string, string> = { MO: '一', TU: '二', WE: '三', TH: '四', FR: '五', SA: '六', SU: '日' };
const UNITS: readonly (readonly [pattern: RegExp, words: (count: string) => string])[] = [
  [/^P(\d+)Y$/, (count) => `${count}年`],
  [/^P(\d+)M$/, (count) => `${count}个月`],
  [/^P(\d+)W$/, (count) => `${count}周`],
  [/^P(\d+)D$/, (count) => `${count}天`],
  [/^PT(\d+)H$/, (count) => `${count}小时`],
  [/^P(\d+)M15D$/, (count) => `${count}个半月`],
  [/^P(\d+)Y6M$/, (count) => `${count}年半`],
];

/** A deadline in plain words that say all of it; null where there are none (its date is unknown, its rule a rare one). */
export function inWords({ kind, start, end, rrule, duration, workingDays, anchor }: Deadline): string | null {
  if (kind === 'by') return end && `${day(end)}前`;
  if (kind === 'within') return start && end && `${day(start)}至${day(end)}`;
  if (kind === 'from') return start && `自${day(start)}起`;
  if (kind === 'long-term') return '长期';
  if (kind === 'immediate') return '立即';
  if (kind === 'conditional') return '根据国家统一部署';
  if (kind === 'recurring') return rrule ? ruleInWords(rrule) : '定期';
  return duration ? durationInWords(duration, workingDays ?? false, end ? anchor : undefined) : null;
}

function durationInWords(duration: string, workingDays: boolean, anchor: string | undefined): string | null {
  const from = anchor ? `自${anchor}${/[日号天]$/.test(anchor) ? '起' : '后'}` : '';
  if (workingDays) return `${from}${/\d+/.exec(duration)?.[0]}个工作日内`;
  const unit = UNITS.find(([pattern]) => pattern.test(duration));
  const count = unit?.[0].exec(duration)?.[1];
  return unit && count ? `${from}${unit[1](count)}内` : null;
}

function ruleInWords(rrule: string): string | null {
  const parts: Record<string, string | undefined> = Object.fromEntries(rrule.split(';').map((part) => part.split('=')));
  const { FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS } = parts;
  if (BYSETPOS) return null;
  const last = BYMONTHDAY === '-1';
  if (FREQ === 'YEARLY' && BYMONTH) {
    const months = BYMONTH.split(',').map((month) => `${month}月${last ? '底' : BYMONTHDAY ? `${BYMONTHDAY}日` : ''}`);
    return BYMONTH.split(',').length > 12 ? null : `每年${months.join('、')}${BYMONTHDAY ? '前' : ''}`;
  }
  if (FREQ === 'YEARLY') return INTERVAL ? `每${INTERVAL}年` : '每年';
  if (FREQ === 'MONTHLY' && BYMONTH) return null;
  if (FREQ === 'MONTHLY' && BYMONTHDAY) {
    return `每月${BYMONTHDAY.split(',')
      .map((date) => (date === '-1' ? '底' : `${date}日`))
      .join('、')}前`;
  }
  if (FREQ === 'MONTHLY') return INTERVAL ? `每${INTERVAL}个月` : '每月';
  if (FREQ === 'WEEKLY' && BYDAY === 'MO,TU,WE,TH,FR') return '每个工作日';
  if (FREQ === 'WEEKLY' && BYDAY)
    return BYDAY.includes(',')
      ? `每周${BYDAY.split(',')
          .map((one) => WEEKDAYS[one])
          .join('、')}`
      : `每周${WEEKDAYS[BYDAY]}前`;
  if (FREQ === 'WEEKLY') return INTERVAL ? `每${INTERVAL}周` : '每周';
  return INTERVAL ? `每${INTERVAL}天` : '每天';
}
