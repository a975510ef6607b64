import { parseHanNumber } from '../../text/numerals.js';
import { partsOf } from '../calendar.js';
import { matchAt } from '../folded.js';
import type { Reading } from './reading.js';

/** The year part of a date. `year` is null where it depends on a reference date that is unknown. */
export interface YearPart {
  readonly end: number;
  readonly year: number | null;
  /** Printed as a number, or by its relation to another date (今年, 次年). */
  readonly source: 'printed' | 'text' | 'reference';
  readonly doubt?: string;
}

/** The zero among Han digits may be typed as a Latin O or 0: 二O二四年. */
const COMMON_ERA = /(?:公元|西元)?(\d{4}|[〇零一二三四五六七八九]{4}|[一二][〇零Oo0一二三四五六七八九]{3})年度?/y;
/** The Republic's era: year 1 is 1912. */
const ROC = /(?:中华)?民国(\d{1,3}|[〇零一二三四五六七八九十百]{1,6}|元)年度?/y;
/** 109年6月 without its era: no other reading of a year above ninety before a month. */
const SHORT_ROC =
  /(9\d|1[0-4]\d|一百[〇零一二三四五六七八九十]{0,4}|九十[一二三四五六七八九]?)年(?:(?=(?:\d{1,2}|[一二三四五六七八九十]{1,3})月|年?[底末]|[上下]半年|第?[一二三四1-4]季)|度?(?=(?:(?:之|以)?前)?(?:$|[,、;。()[\]])))/y;
const TWO_DIGITS = /[‘’]?([2-7]\d)年(?=年?[底末]|\d{1,2}月|[上下]半年|第?[一二三四1-4]季度)/y;
const RELATIVE = /(今|本|当|同|明|来|次|翌|后|第二|下一)年(?:度(?!计划))?/y;
const STEP: Record<string, number> = {
  今: 0,
  本: 0,
  当: 0,
  同: 0,
  明: 1,
  来: 1,
  次: 1,
  翌: 1,
  第二: 1,
  下一: 1,
  后: 2,
};
/** Counted from the date before it in the text where there is one: 2020年10月至次年3月. */
const FROM_TEXT = new Set(['当', '同', '次', '翌', '第二', '下一']);

/** 2020年 · 二〇二〇年 · 民国109年 · 109年(6月) · 今年 · 次年 */
export function readYear({ text, reference, last }: Reading, at: number, after = last): YearPart | null {
  const printed = matchAt(COMMON_ERA, text, at);
  if (printed) {
    const digits = printed[1] ?? '';
    const year = /^\d+$/.test(digits) ? Number(digits) : parseHanNumber(digits.replace(/[Oo0]/g, '〇'));
    if (year === null || year < 1900 || year > 2199) return null;
    return { end: at + printed[0].length, year, source: 'printed' };
  }
  const era = matchAt(ROC, text, at) ?? matchAt(SHORT_ROC, text, at);
  if (era) {
    const count = era[1] === '元' ? 1 : parseHanNumber(era[1] ?? '');
    return count ? { end: at + era[0].length, year: 1911 + count, source: 'printed' } : null;
  }
  const short = matchAt(TWO_DIGITS, text, at);
  if (short) {
    const year = 2000 + Number(short[1]);
    return { end: at + short[0].length, year, source: 'printed', doubt: `${short[1]}年按${year}年计` };
  }
  const relative = matchAt(RELATIVE, text, at);
  if (!relative) return null;
  const word = relative[1] ?? '';
  const fromText = FROM_TEXT.has(word) && after?.to ? after.to : null;
  const base = fromText ?? reference;
  return {
    end: at + relative[0].length,
    year: base ? partsOf(base).year + (STEP[word] ?? 0) : null,
    source: fromText ? 'text' : 'reference',
  };
}
