import type { Deadline } from '../../model/deadline.js';
import type { Severity } from '../../model/flag.js';
import { asPrinted, fold, sourceRange } from '../folded.js';
import { readClauses } from './clauses.js';
import { DATED } from './dated.js';
import { DURATIONS } from './duration.js';
import type { Found, Reading, Recogniser } from './reading.js';
import { RECURRING } from './recurring.js';
import { UNDATED } from './undated.js';

export interface DeadlineOptions {
  /** ISO date of the document (成文日期): relative dates and years that are not printed come from it. */
  reference: string | null;
  /** cell: the text is a 完成时限 cell. text: running text, where most dates are no deadlines. */
  mode: 'cell' | 'text';
}

export interface DeadlineFlag {
  code: 'deadline-ambiguous' | 'year-inferred' | 'deadline-unparsed';
  severity: Severity;
  message: string;
}

export interface DeadlineMatch {
  deadline: Deadline;
  /** UTF-16 offsets in the text given. */
  start: number;
  end: number;
  flags: DeadlineFlag[];
}

/** The rules in the order they are tried; the first that reads at a place has it. */
export const RECOGNISERS: readonly Recogniser[] = [...RECURRING, ...UNDATED, ...DURATIONS, ...DATED];

const NONE = /^(?:[-/\\*]+|无|暂无|无要求|无时限要求)[。.]?$/;
/** No rule begins with anything else; conditions are read from what the rules leave. */
const MAY_BEGIN =
  /[\d〇一二三四五六七八九十两半“”‘’自从由到至截不最有今本当同明来次翌后第下这上前年月全中民每按逐季即立马尽随边当并需须长持常经日永久始坚贯动印发公颁西Q春农除元清端重冬妇植劳青儿建教国双单分近短定一今无没及抓用之此其以]/;

/**
 * Every deadline of a text (design §5), in the order printed. In a cell `rest` names the ranges with words that no rule
 * understood; separators, brackets and verbs of completion are understood. In running text `rest` is empty.
 * Linear in the length of the text.
 */
export function findDeadlines(
  text: string,
  { reference, mode }: DeadlineOptions,
): { matches: DeadlineMatch[]; rest: [start: number, end: number][] } {
  const folded = fold(text);
  if (folded.text === '' || NONE.test(folded.text)) return { matches: [], rest: [] };
  const reading: Reading = { folded, text: folded.text, reference, mode, last: null, taken: 0, refused: 0, seen: null };
  const found = scan(reading);
  if (mode === 'text') return { matches: found.map((one) => toMatch(reading, one)), rest: [] };
  const { conditions, rest } = readClauses(folded.text, found);
  const all = mergeRepeated(
    [...found, ...conditions].sort((a, b) => a.start - b.start || a.end - b.end),
    folded.text,
  );
  return {
    matches: all.map((one) => toMatch(reading, one)),
    rest: rest.map(([start, end]) => sourceRange(folded, start, end)),
  };
}

/** The deadlines of a text, without their places: see findDeadlines. `mode` is 'cell' where it is not given. */
export function parseDeadlines(
  text: string,
  { reference = null, mode = 'cell' }: { reference?: string | null; mode?: 'cell' | 'text' } = {},
): Deadline[] {
  return findDeadlines(text, { reference, mode }).matches.map(({ deadline }) => deadline);
}

function scan(reading: Reading): Found[] {
  const { text, mode } = reading;
  const all: Found[] = [];
  let at = 0;
  let title = mode === 'text' ? text.indexOf('《') : -1;
  while (at < text.length) {
    if (at === title) {
      // A date in the name of a document is no deadline of this one.
      const close = text.indexOf('》', at);
      at = close < 0 ? at + 1 : close + 1;
      title = close < 0 ? -1 : text.indexOf('《', at);
      continue;
    }
    const found = MAY_BEGIN.test(text.charAt(at)) ? readAt(reading, at) : null;
    const last = found?.at(-1);
    if (found && last && last.end > at) {
      all.push(...found);
      reading.last = found.findLast(({ period }) => period?.to)?.period ?? reading.last;
      at = last.end;
      reading.taken = at;
      if (title >= 0 && title < at) title = text.indexOf('《', at);
    } else {
      at++;
    }
  }
  return all;
}

function readAt(reading: Reading, at: number): Found[] | null {
  for (const recogniser of RECOGNISERS) {
    const found = recogniser.read(reading, at);
    if (found) return found;
  }
  return null;
}

const JOINT = /^[,、;。:并且和及]*$/;

/** 长期坚持、持续推进 says one thing twice. */
function mergeRepeated(found: readonly Found[], text: string): Found[] {
  const merged: Found[] = [];
  for (const one of found) {
    const before = merged.at(-1);
    const timeless = one.kind === 'long-term' || one.kind === 'immediate' || one.kind === 'conditional';
    if (before && timeless && before.kind === one.kind && JOINT.test(text.slice(before.end, one.start))) {
      merged[merged.length - 1] = { ...before, end: one.end };
    } else {
      merged.push(one);
    }
  }
  return merged;
}

function toMatch(reading: Reading, found: Found): DeadlineMatch {
  const { folded } = reading;
  const [start, end] = sourceRange(folded, found.start, found.end);
  const from = found.from ?? null;
  const to = found.to ?? null;
  const deadline: Deadline = {
    raw: asPrinted(folded, found.start, found.end),
    kind: found.kind,
    start: from,
    end: to,
    edtf: edtf(from, to),
    ...(found.rrule ? { rrule: found.rrule } : {}),
    ...(found.duration ? { duration: found.duration } : {}),
    ...(found.workingDays ? { workingDays: true } : {}),
    ...(found.anchor ? { anchor: asPrinted(folded, ...found.anchor) } : {}),
  };
  return { deadline, start, end, flags: flagsOf(reading, found, deadline) };
}

/** EDTF level 1 (ISO 8601-2): an interval whose open side is "..". */
function edtf(from: string | null, to: string | null): string | null {
  return from || to ? `${from ?? '..'}/${to ?? '..'}` : null;
}

function flagsOf({ reference }: Reading, { period, doubt, kind }: Found, { raw, end }: Deadline): DeadlineFlag[] {
  const flags: DeadlineFlag[] = [];
  if (doubt) flags.push({ code: 'deadline-ambiguous', severity: 'check', message: `${raw}：${doubt}` });
  if (period?.impossible) {
    flags.push({ code: 'deadline-unparsed', severity: 'check', message: `${raw}：日历上没有这一天` });
  } else if (period?.year === 'unknown' || (kind === 'from' && !period && !reference)) {
    flags.push({ code: 'year-inferred', severity: 'check', message: `${raw}：没有可据以推算年份的日期` });
  } else if (period?.year === 'reference') {
    flags.push({
      code: 'year-inferred',
      severity: 'note',
      message: `${raw}：年份按成文日期${reference}推定`,
    });
  } else if (period?.year === 'text') {
    flags.push({
      code: 'year-inferred',
      severity: 'note',
      message: `${raw}：年份取自前一个日期（${end}）`,
    });
  }
  return flags;
}
