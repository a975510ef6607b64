import { squeezed } from './characters.js';
import { parseHanNumber } from './numerals.js';
import { bareShadow, shadow } from './shadow.js';

/** 发文字号: 某政规发〔2020〕5号, also with [] or （）. */
const DOC_NUMBER = /^\p{Script=Han}{1,12}[〔﹝[［（(]\d{4}[〕﹞\]］）)]第?\d{1,4}号$/u;
const DATE =
  /^(?:([\d〇○零一二三四五六七八九]{4})|(?:中华)?民国(元|[\d〇一二三四五六七八九十百]{1,5}))年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/u;
/** 中华民国一百一十四年十二月二十八日 and more. */
const LONGEST_DATE = 24;
/** 民国元年 is 1912. */
const BEFORE_ROC = 1911;
const PUBLICITY = /^[（(]?(此件[^（）()]{2,20})[）)]?$/u;

/** Whether a line or paragraph is a document's number and nothing else. */
export const isDocNumber = (text: string): boolean => DOC_NUMBER.test(bareShadow(text));

/** The same in brackets, as under some titles. */
export const isBracketedNumber = (text: string): boolean =>
  /^[（(].*[）)]$/u.test(squeezed(text)) && isDocNumber(squeezed(text).slice(1, -1));

/** A line or paragraph that is a date and nothing else (成文日期), as ISO 8601; null otherwise. */
export function printedDate(text: string): string | null {
  const bare = squeezed(text);
  if (bare.length > LONGEST_DATE) return null;
  const [, common, roc, ...others] = DATE.exec(shadow(bare.normalize('NFKC'))) ?? [];
  const numberOf = (part: string | undefined): number | null => (part ? parseHanNumber(part) : null);
  const [month, day] = others.map(numberOf);
  const rocYear = roc === '元' ? 1 : numberOf(roc);
  const year = rocYear ? BEFORE_ROC + rocYear : numberOf(common);
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // a day that the calendar does not have is a misprint, no date
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** （2031年5月6日） under a title: when it was issued. */
export const bracketedDate = (text: string): string | null =>
  /^[（(].*[）)]$/u.test(squeezed(text)) ? printedDate(squeezed(text).slice(1, -1)) : null;

/** 此件公开发布, where a line or paragraph is nothing else; null otherwise. As printed. */
export function publicityOf(text: string): string | null {
  const printed = squeezed(text);
  const match = PUBLICITY.exec(shadow(printed));
  const start = match?.[1] ? match[0].indexOf(match[1]) : 0;
  return match?.[1] ? printed.slice(start, start + match[1].length) : null;
}
