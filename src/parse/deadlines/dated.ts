import { parseHanNumber } from '../../text/numerals.js';
import { addDays, addMonths, monthEnd, monthStart } from '../calendar.js';
import { matchAt } from '../folded.js';
import { type Period, readDayAfter, readPeriod } from './period.js';
import { AND, BEFORE, COUNT, DESCRIBES, EFFECT, type Found, INSIDE, type Reading, type Recogniser } from './reading.js';

const TO_LEAD =
  /(?:截[至止][到至]?|不得?[晚迟]于|最[晚迟](?:不(?:得?超过|得?[晚迟]于))?[于在]?|至迟[于在]?|不得?超过|有效期[至到]|[到至])/y;
const FROM_LEAD = /[自从]/y;
const STARTING = /(?:起|开始|(?:及|和)以后|(之后|以后|后)(?!续|期|勤))/y;
const RANGE = /(?:-{1,2}|至|到)/y;
/** 自113年1月1日施行, without 起. */
const IN_FORCE = /(?=(?:正式)?(?:施行|实施|生效))/y;
/** Dates after 起 that end what began: 至2020年12月31日, ，有效期至…. */
const VALID_TO = /[,;。]?(?:有效期限?)?(?:截?[至到]|截止[到至]?)/y;
const VALID_FOR = new RegExp(`(?:[,;。]?(?:有效期限?|试行期?限?)为?|(?<=试行))(${COUNT})(年|个月)`, 'y');
/** Words that make a bare date something else than a time to do something in. */
const NOT_A_TIME =
  /[以]?来|版|基础|基期|同期|水平|修[订正]|级|款|届|第|预算|决算|报告|财政|工作要点|春|夏|秋|冬|元旦|五一|国庆|中秋|端午|清明|汛|暑|寒假|开学|两会/y;
const DOING =
  /(?:力争|争取)?(?:全面|基本|初步|全部)*(?:完成|启动|实现|建成|出台|印发|投入|开工|竣工|投产|投运|通车|开展)(?!了)/y;
/** More members than any printed list has; bounds the work on hostile input. */
const MAX_LIST = 12;

const skip = (pattern: RegExp, text: string, at: number): number => at + (matchAt(pattern, text, at)?.[0].length ?? 0);
const past = (day: string | null, { reference }: Reading): boolean =>
  reference !== null && day !== null && day < reference;

/** What a range or validity makes of its two periods. */
function within(start: number, end: number, first: Period, last: Period): Found {
  const doubt = first.doubt ?? last.doubt;
  return {
    start,
    end,
    kind: 'within',
    from: first.edge ? first.to : first.from,
    to: last.to,
    period: last.to ? first : last,
    ...(doubt ? { doubt } : {}),
  };
}

const STARTS: Recogniser = {
  purpose: 'from a date on, or until the end of its validity',
  examples: ['自2020年6月1日起施行', '2020年6月1日起', '自2020年6月1日起施行，有效期至2025年5月31日', '2021年起'],
  read(reading, at) {
    const { text, mode } = reading;
    const lead = skip(FROM_LEAD, text, at);
    const first = readPeriod(reading, lead);
    const starting =
      first && (matchAt(STARTING, text, first.end) ?? (lead > at ? matchAt(IN_FORCE, text, first.end) : null));
    if (!first || !starting) return null;
    if (
      mode === 'text' &&
      (starting[1] || isCited(reading, at, first, skip(EFFECT, text, first.end + starting[0].length)))
    )
      return null;
    const end = skip(EFFECT, text, first.end + starting[0].length);
    const until = readValidity(reading, end, first);
    if (until)
      return [
        { ...within(at, until.end, first, first), to: until.to, ...(until.period ? { period: until.period } : {}) },
      ];
    // 6月后 begins when June is over; 6月1日后 counts its day, as 以后 does in law.
    const after = starting[1] && first.unit !== 'day' && first.to;
    const from = after ? addDays(after, 1) : first.edge ? first.to : first.from;
    return [{ start: at, end, kind: 'from', from, period: first, ...(first.doubt ? { doubt: first.doubt } : {}) }];
  },
};

/** What has been in force for some time is cited: 自2019年1月1日起施行的《条例》, 《办法》（2016年5月1日起施行）. */
const isCited = (reading: Reading, at: number, { from }: Period, end: number): boolean =>
  past(from, reading) && (reading.text.charAt(end) === '的' || reading.text.slice(at - 2, at) === '》(');

/** ，有效期至2025年5月31日 · 至2020年12月31日止 · ，有效期5年: where what begins with `first` ends. */
export function readValidity(
  reading: Reading,
  at: number,
  first: Pick<Period, 'from'> & Partial<Period>,
): { end: number; to: string | null; period?: Period } | null {
  const { text } = reading;
  const years = matchAt(VALID_FOR, text, at);
  if (years) {
    const count = (parseHanNumber(years[1] ?? '') ?? 0) * (years[2] === '年' ? 12 : 1);
    return { end: at + years[0].length, to: first.from ? addDays(addMonths(first.from, count), -1) : null };
  }
  const until = matchAt(VALID_TO, text, at);
  const last = until && readPeriod(reading, at + until[0].length, first.to ? (first as Period) : reading.last);
  if (!last || (first.from && last.to && last.to < first.from)) return null;
  return { end: skip(BEFORE, text, last.end), to: last.to, period: last };
}

const YEARS =
  /((?:19|20|21)\d\d)年?(?:-{1,2}|至|到)((?:19|20|21)\d\d)(?:年(?:度|年?[底末])?(?:(?:之|以)?前(?![期三两置述款提景沿瞻]))?|(?=$|[,、;()[\]]))/y;

const YEAR_RANGE: Recogniser = {
  purpose: 'a range of years whose 年 may be printed once',
  examples: ['2020—2022年', '2020年至2022年', '2021-2025年', '2021—2023'],
  read(reading, at) {
    const { text, mode } = reading;
    const start = skip(FROM_LEAD, text, at);
    const match = matchAt(YEARS, text, start);
    if (!match || /\d/.test(text.charAt(start - 1))) return null;
    const from = monthStart(Number(match[1]), 1);
    const to = monthEnd(Number(match[2]), 12);
    const end = start + match[0].length;
    // In running text such a range is mostly part of a name: （2020—2022年）.
    if (mode === 'text' && !/[年底末度前]$/.test(match[0])) return null;
    if (to < from || (mode === 'text' && (past(to, reading) || text.charAt(start - 1) === '('))) return null;
    return [{ start: at, end: skip(INSIDE, text, end), kind: 'within', from, to }];
  },
};

const PERIOD_RANGE: Recogniser = {
  purpose: 'from one date to another; the second takes the year, the month, of the first',
  examples: ['2020年5月—10月', '2020年6月1日至12月31日', '2020年10月至次年3月', '从6月1日到15日'],
  read(reading, at) {
    const { text, mode } = reading;
    const first = readPeriod(reading, skip(FROM_LEAD, text, at));
    const range = first && matchAt(RANGE, text, first.end);
    if (!first || !range) return null;
    const second = first.end + range[0].length;
    const last = readDayAfter(reading, second, first) ?? readPeriod(reading, second, first.to ? first : reading.last);
    if (!last || (mode === 'text' && past(last.to, reading))) return null;
    if (first.from && last.to && last.to < first.from) return null;
    return [within(at, skip(INSIDE, text, skip(BEFORE, text, last.end)), first, last)];
  },
};

const DATES: Recogniser = {
  purpose: 'one date or several that share their 前: the end of each; a bare date: the time within it',
  examples: [
    '2020年年底前',
    '2020年6月底、7月底前',
    '2020年6月、9月、12月底前',
    '到2025年',
    '截至2020年12月31日',
    '2020年第三季度',
    '年内',
  ],
  read(reading, at) {
    const { text, mode } = reading;
    if (at < reading.refused) return null;
    const lead = matchAt(TO_LEAD, text, at);
    if (lead?.[0] === '到' && /[收达遇提直]/.test(text.charAt(at - 1))) return null;
    const dates = readList(reading, at + (lead?.[0].length ?? 0));
    const last = dates.at(-1);
    if (!last) return null;
    const before = matchAt(BEFORE, text, last.end);
    const byEnd = Boolean(before || lead || last.edge);
    const inside = before ? null : matchAt(INSIDE, text, last.end);
    if (!byEnd && matchAt(NOT_A_TIME, text, last.end)) return null;
    const end = last.end + (before?.[0].length ?? inside?.[0].length ?? 0);
    if (
      mode === 'text' &&
      !isTimeInText(reading, last, end, {
        before: Boolean(before),
        lead: Boolean(lead),
        inside: isInside(text, inside, last),
      })
    ) {
      if (dates.length > 1) reading.refused = last.end;
      return null;
    }
    return dates.map((date, index) => {
      const start = index === 0 ? at : date.start;
      const stop = date === last ? end : date.end;
      const edge = date.edge || last.edge;
      if (!byEnd && date.unit !== 'day')
        return { start, end: stop, kind: 'within', from: date.from, to: date.to, period: date, ...doubtOf(date) };
      const doubt = before && !lead && !edge && date.unit !== 'day' ? twoReadings(date) : otherYear(date);
      const about = before?.[1] || before?.[2] ? '前后不等于之前，按该日计' : undefined;
      return { start, end: stop, kind: 'by', to: date.to, period: date, ...doubtOf(date, about ?? doubt) };
    });
  },
};

const twoReadings = ({ from }: Period): string =>
  `可指该期间开始之前${from ? `（${addDays(from, -1)}）` : ''}，也可指结束之前；按结束之前计`;

/** 2024年6月底前……3月底前: the next March, or that of the same year. */
const otherYear = ({ rolledFrom, to }: Period): string | undefined =>
  rolledFrom ? `年份未印：按${to}计，也可指${rolledFrom}` : undefined;

const doubtOf = ({ doubt }: Period, other?: string): { doubt?: string } => {
  const why = doubt ?? other;
  return why ? { doubt: why } : {};
};

function readList(reading: Reading, at: number): Period[] {
  const dates: Period[] = [];
  let next = at;
  while (dates.length < MAX_LIST) {
    const previous = dates.at(-1);
    const date = previous
      ? (readDayAfter(reading, next, previous) ??
        readPeriod({ ...reading, taken: next }, next, previous.to ? previous : reading.last))
      : readPeriod(reading, next);
    if (!date) break;
    // The year printed before a list is printed for all of it; one that had to turn over is inferred.
    const shared = previous?.to && date.year === 'text' && date.to?.slice(0, 4) === previous.to.slice(0, 4);
    dates.push(shared ? { ...date, year: previous.year } : date);
    const and = matchAt(AND, reading.text, date.end);
    if (!and) break;
    next = date.end + and[0].length;
  }
  return dates;
}

const isInside = (text: string, inside: RegExpExecArray | null, date: Period): boolean =>
  inside !== null || text.charAt(date.end - 1) === '内';

/** In running text a date is a deadline only where something is to be done by or in it, not where it is a baseline or a name. */
function isTimeInText(
  reading: Reading,
  date: Period,
  end: number,
  has: { before: boolean; lead: boolean; inside: boolean },
): boolean {
  const over = past(date.to, reading);
  const { text } = reading;
  if (matchAt(DESCRIBES, text, end)) return false;
  if (over && /已[^,。;]{0,4}$/.test(text.slice(Math.max(0, date.start - 6), date.start))) return false;
  if (has.before && (date.edge || date.unit === 'day')) return true;
  if (over) return false;
  if (has.before || date.edge || has.inside || date.unit === 'plan') return true;
  if (has.lead) return date.year === 'printed';
  return Boolean(matchAt(DOING, text, end));
}

export const DATED: readonly Recogniser[] = [STARTS, YEAR_RANGE, PERIOD_RANGE, DATES];
