import { parseHanNumber } from '../../text/numerals.js';
import { addDays, addMonths } from '../calendar.js';
import { matchAt } from '../folded.js';
import { workingDayAfter } from '../holidays.js';
import { readPeriod } from './period.js';
import { COUNT, type Found, type Reading, type Recogniser } from './reading.js';

interface Length {
  readonly end: number;
  /** ISO 8601. */
  readonly duration: string;
  readonly months: number;
  readonly days: number;
  readonly workingDays: boolean;
  /** 内 is printed; without it only a table cell is read as a duration. */
  readonly closed: boolean;
  /** A length one cannot print without 内: 15日 is a date, 2025年 a year. */
  readonly needsClosing: boolean;
  readonly doubt?: string;
}

/** 3年左右 */
const ABOUT = /(?:左右|上下)(?:的?时间)?/y;
const INSIDE = /(?:(?:以|之)?(?:时间)?内(?![蒙部容控需外陆涝河])|(?:以|之)?里)/y;
const UNIT = '(个半月|个?(?:法定)?工作日|个月|年半|年|个?季度|个?(?:周(?![年岁])|星期)|个?自然日|[日天]|个?小时|分钟)';
const LENGTH = new RegExp(`(?:(${COUNT})(?:-|至|到))?(${COUNT})${UNIT}|半(年|个?月)`, 'y');

/** 3个月内 · 三个半月 · 半年内 · 20个工作日内 · 24小时内 */
function readLength(text: string, at: number): Length | null {
  const match = matchAt(LENGTH, text, at);
  if (!match) return null;
  const [whole, low, countText, unitText, half] = match;
  const about = matchAt(ABOUT, text, at + whole.length);
  const end = at + whole.length + (about?.[0].length ?? 0);
  const inside = matchAt(INSIDE, text, end);
  const common = {
    end: end + (inside?.[0].length ?? 0),
    months: 0,
    days: 0,
    workingDays: false,
    closed: inside !== null,
    needsClosing: false,
    ...(low ? { doubt: '时长为一个范围，取较长的' } : about ? { doubt: '左右不是确定的时长' } : {}),
  };
  if (half) {
    return half === '年' ? { ...common, duration: 'P6M', months: 6 } : { ...common, duration: 'P15D', days: 15 };
  }
  const count = parseHanNumber(countText ?? '');
  if (!count) return null;
  switch (
    unitText
      ?.replace(/^个(?!半)/, '')
      .replace('法定', '')
      .replace('自然日', '天')
  ) {
    case '年半':
      return { ...common, duration: `P${count}Y6M`, months: count * 12 + 6 };
    case '年':
      return count > 99
        ? null
        : {
            ...common,
            duration: `P${count}Y`,
            months: count * 12,
            needsClosing: /^(?:年?[底末初中度]|\d{1,2}月|[上下]半|第?[一二三四1-4]季)/.test(text.slice(end, end + 4)),
          };
    case '个半月':
      return { ...common, duration: `P${count}M15D`, months: count, days: 15 };
    case '月':
      return { ...common, duration: `P${count}M`, months: count };
    case '季度':
      // 三季度 is the third quarter; 三个季度 a length.
      return unitText?.startsWith('个') ? { ...common, duration: `P${count * 3}M`, months: count * 3 } : null;
    case '周':
    case '星期':
      return { ...common, duration: `P${count}W`, days: count * 7 };
    case '工作日':
      return { ...common, duration: `P${count}D`, days: count, workingDays: true };
    case '日':
      return { ...common, duration: `P${count}D`, days: count, needsClosing: true };
    case '天':
      return { ...common, duration: `P${count}D`, days: count };
    case '小时':
      return { ...common, duration: `PT${count}H` };
    default:
      return { ...common, duration: `PT${count}M` };
  }
}

/** Looked at before a duration: longer than any printed anchor. */
const ANCHOR_REACH = 32;
const AFTER = /(?:起|(?<!最)(?:之|以)?后)(?:的|计算的?|,)?$/;
const ANCHOR = /(自|从|由)?((?:自治区|所在|[^自从由在于须应要\s,、;:。!?()[\]])+)$/;
/** This document's own issuing, whose date is the reference date. */
const OWN_ISSUE =
  /^(?:[即今]日|(?:本(?:通知|意见|方案|办法|措施|清单|计划|规定|细则|决定|文件|文|规划|条例)?|该?(?:文件|通知|意见|方案|办法)?)(?:正式)?(?:印发|发布|公布|下发|发文|颁布)(?:之?日|当日)?)$/;

/** The words before `at` that a duration is counted from: 自收到之日起, 印发后. */
function readAnchor({ text, taken }: Reading, at: number): { start: number; range: [number, number] } | null {
  const from = Math.max(taken, at - ANCHOR_REACH);
  const before = text.slice(from, at);
  const after = AFTER.exec(before);
  if (!after) return null;
  const anchor = ANCHOR.exec(before.slice(0, after.index));
  if (!anchor?.[2]) return null;
  const end = from + after.index;
  return { start: end - anchor[0].length, range: [end - anchor[2].length, end] };
}

/** The last day, where the day it is counted from is known, and with it the working days. */
function lastDay(from: string | null, length: Length): string | null {
  if (!from || length.duration.startsWith('PT')) return null;
  if (length.workingDays) return workingDayAfter(from, length.days);
  return addDays(addMonths(from, length.months), length.days);
}

const noCalendar = (from: string | null, length: Length): { doubt?: string } =>
  from && length.workingDays && lastDay(from, length) === null
    ? { doubt: '该年的放假安排未收入节假日表，末日未推算' }
    : {};

const BEFORE_EVENT = /(?:之|以)?前/y;
/** A standard for handling one case, not the time of a measure: 压缩至3个工作日内. */
const STANDARD = /(?:压[缩减降]|缩[短减]|控制|减少|不超过|提速|降低)[^,。;]{0,6}$/;

const DURATION: Recogniser = {
  purpose: 'a length of time, with what it is counted from where that is printed',
  examples: ['3个月内', '自收到之日起3个月内', '20个工作日内', '三个半月', '半年内', '24小时内', '自印发之日起30日内'],
  read(reading, at) {
    const { text, mode, reference } = reading;
    if (/[\d.〇零一二三四五六七八九十百两第每]/.test(text.charAt(at - 1)) && at > reading.taken) return null;
    const length = readLength(text, at);
    if (!length || matchAt(BEFORE_EVENT, text, length.end)) return null;
    if (/最后$/.test(text.slice(Math.max(0, at - 2), at))) return null;
    const needed = mode === 'text' || length.needsClosing;
    if (needed && !length.closed) return null;
    const anchor = readAnchor(reading, at);
    if (mode === 'text' && !anchor && (length.months + length.days < 1 || !isMeasureTime(text, at, length)))
      return null;
    const own = anchor && OWN_ISSUE.test(text.slice(...anchor.range));
    const to = own ? lastDay(reference, length) : null;
    const found: Found = {
      start: anchor?.start ?? at,
      end: length.end,
      kind: 'duration',
      to,
      duration: length.duration,
      ...(length.workingDays ? { workingDays: true } : {}),
      ...(anchor ? { anchor: anchor.range } : {}),
      ...(length.doubt ? { doubt: length.doubt } : {}),
      ...(own ? noCalendar(reference, length) : {}),
    };
    return [found];
  },
};

/** Without an anchor, days and working days in running text are standards of service: 首次登记4个工作日内办结. */
function isMeasureTime(text: string, at: number, length: Length): boolean {
  if (/(?:近|过去|[之以]?前|连续|此前|期限?为?|满)$/.test(text.slice(Math.max(0, at - 3), at))) return false;
  if (
    /^(?:均|都)?(?:不|未|无|没|曾|累计|连续|有[^序效力]|发生|受到|因|被)/.test(text.slice(length.end, length.end + 3))
  )
    return false;
  if (length.workingDays || /^P\d+D$/.test(length.duration)) return false;
  return !STANDARD.test(text.slice(Math.max(0, at - 12), at));
}

const DATED_ANCHOR: Recogniser = {
  purpose: 'a length of time counted from a printed date',
  examples: ['自2020年6月1日起3个月内', '2020年6月1日起30日内', '2020年6月1日后15个工作日内'],
  read(reading, at) {
    const { text } = reading;
    const lead = /[自从]/.test(text.charAt(at)) ? 1 : 0;
    const first = readPeriod(reading, at + lead);
    const after = first && matchAt(/(?:起(?:的|,)?|(?:之|以)?后(?:的|,)?)/y, text, first.end);
    const length = first && after && readLength(text, first.end + after[0].length);
    if (!first || !length?.closed) return null;
    return [
      {
        start: at,
        end: length.end,
        kind: 'duration',
        from: null,
        to: lastDay(first.from, length),
        duration: length.duration,
        ...(length.workingDays ? { workingDays: true } : {}),
        ...noCalendar(first.from, length),
        anchor: [first.start, first.end],
        period: first,
      },
    ];
  },
};

const USING: Recogniser = {
  purpose: 'in so much time',
  examples: ['用3年时间', '用两年左右的时间'],
  read({ text, taken }, at) {
    const lead = matchAt(/(?<!使|应|费|可|作|利|运|适)用(?=[\d一二两三四五六七八九十半])/y, text, at);
    const length = lead && readLength(text, at + lead[0].length);
    const time =
      length && (/时间$/.test(text.slice(0, length.end).slice(-2)) ? '' : matchAt(/的?时间/y, text, length.end)?.[0]);
    if (!length || time === undefined || time === null || at < taken) return null;
    const { duration, doubt } = length;
    return [{ start: at, end: length.end + time.length, kind: 'duration', duration, ...(doubt ? { doubt } : {}) }];
  },
};

export const DURATIONS: readonly Recogniser[] = [DATED_ANCHOR, USING, DURATION];
