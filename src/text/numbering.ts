import { parseHanNumber } from './numerals.js';

/** How a number is printed before a heading, measure or attachment; ordered from the outermost level of GB/T 9704. */
export type NumberingStyle =
  | 'chapter'
  | 'section'
  | 'han-formal'
  | 'han'
  | 'han-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'circled'
  | 'article';

export interface Numbering {
  readonly style: NumberingStyle;
  /** As the records give it: 一, 6. */
  readonly number: string;
  readonly value: number;
  /** Length of the printed number with its marks. */
  readonly length: number;
}

// a stretched line has spaces within its number too: 十 一、
const HAN_NUMBER = '[一二三四五六七八九十百零〇](?:\\s*[一二三四五六七八九十百零〇]){0,5}';
/** Outermost in Taiwan: 壹、一、（一）1. (文書處理手冊, 行政院). */
const FORMAL_NUMBER = '[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}';
const DIGIT = '[0-9０-９]';

/** One printed form each: 一、 （一） 1. （1） ① 第一章 第一节 第一条. */
const FORMS: readonly { style: NumberingStyle; pattern: RegExp }[] = [
  { style: 'han-formal', pattern: new RegExp(`^(${FORMAL_NUMBER})\\s*[、．.]`, 'u') },
  { style: 'han', pattern: new RegExp(`^(${HAN_NUMBER})\\s*[、．.]`, 'u') },
  // 一） is printed too; a font may say nothing of the first bracket
  { style: 'han-bracket', pattern: new RegExp(`^[（(\\uFFFD]?\\s*(${HAN_NUMBER})\\s*[）)]`, 'u') },
  // 1.5公顷 is no number of a heading
  { style: 'arabic', pattern: new RegExp(`^(${DIGIT}{1,3})\\s*(?:[.．](?!${DIGIT})|、)`, 'u') },
  { style: 'arabic-bracket', pattern: new RegExp(`^[（(\\uFFFD]?\\s*(${DIGIT}{1,3})\\s*[）)]`, 'u') },
  { style: 'circled', pattern: /^([①-⑳])/u },
  { style: 'chapter', pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,2})\\s*[章编編]`, 'u') },
  { style: 'section', pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,2})\\s*[节節]`, 'u') },
  { style: 'article', pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,3})\\s*[条條]`, 'u') },
];

/** The number a text begins with, null where it begins with none. */
export function numberingOf(text: string): Numbering | null {
  const start = text.length - text.trimStart().length;
  const rest = text.slice(start, start + 24);
  for (const { style, pattern } of FORMS) {
    const match = pattern.exec(rest);
    if (!match?.[1]) continue;
    const number = match[1].replace(/\s/gu, '');
    const value = numberOf(style, number);
    if (value !== null) return { style, number, value, length: start + match[0].length };
  }
  return null;
}

function numberOf(style: NumberingStyle, number: string): number | null {
  if (style === 'circled') return number.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return parseHanNumber(number) || null;
}
