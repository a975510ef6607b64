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
  | 'letter'
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

/** What cannot follow: 1.5公顷; 110、119、120等 and 一、二级, where numbers are listed; 第五条规定的, where one is spoken of. */
const NO_LIST = `(?!\\s*${DIGIT}{1,4}\\s*(?:[、，]|等|号|和|及|至))`;
const NO_REFERENCE = '(?!\\s*(?:规定的|規定的|所列|所称|所稱|的|和第|至第|或者第|或第|[、，]第|第.{1,3}[款项項]))';

/** One printed form each: 一、 （一） 1. （1） ① A. 第一章 第一节 第一条. */
const FORMS: readonly { style: NumberingStyle; pattern: RegExp }[] = [
  { style: 'han-formal', pattern: new RegExp(`^(${FORMAL_NUMBER})\\s*[、．.]`, 'u') },
  { style: 'han', pattern: new RegExp(`^(${HAN_NUMBER})\\s*[、．.]`, 'u') },
  // 一） is printed too; a font may say nothing of the first bracket
  { style: 'han-bracket', pattern: new RegExp(`^[（(\\uFFFD]?\\s*(${HAN_NUMBER})\\s*[）)]`, 'u') },
  { style: 'arabic', pattern: new RegExp(`^(${DIGIT}{1,3})\\s*(?:[.．](?!${DIGIT})|、${NO_LIST})`, 'u') },
  { style: 'arabic-bracket', pattern: new RegExp(`^[（(\\uFFFD]?\\s*(${DIGIT}{1,3})\\s*[）)]`, 'u') },
  { style: 'circled', pattern: /^([①-⑳㉑-㉟㊱-㊿])/u },
  { style: 'letter', pattern: /^([A-Z])\s*[.．、]\s*(?=[\p{Script=Han}“《])/u },
  { style: 'chapter', pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,2})\\s*[章编編]`, 'u') },
  { style: 'section', pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,2})\\s*[节節]`, 'u') },
  {
    style: 'article',
    pattern: new RegExp(`^第\\s*(${HAN_NUMBER}|${DIGIT}{1,3})\\s*[条條]${NO_REFERENCE}`, 'u'),
  },
];

/** ⑴ ⒈ ㈠: a number and its marks in one character. */
const ONE_CHARACTER = /^[⑴-⒇⒈-⒛㈠-㈩]/u;

/** The number a text begins with, null where it begins with none. */
export function numberingOf(text: string): Numbering | null {
  const start = text.length - text.trimStart().length;
  const printed = text.slice(start, start + 24);
  const isOne = ONE_CHARACTER.test(printed);
  const rest = isOne ? `${printed.slice(0, 1).normalize('NFKC')}${printed.slice(1)}` : printed;
  if (areListed(rest)) return null;
  for (const { style, pattern } of FORMS) {
    const match = pattern.exec(rest);
    if (!match?.[1]) continue;
    const number = match[1].replace(/\s/gu, '');
    const value = numberOf(style, number);
    if (value !== null) return { style, number, value, length: start + (isOne ? 1 : match[0].length) };
  }
  return null;
}

const TWO_NUMBERS = /^([一二三四五六七八九])、([二三四五六七八九十])(?:[月级級类類线線号號等、十]|季度|产业|產業)/u;

/** 一、二级 and 六、七月 are two numbers of one sentence, where the second follows the first. */
function areListed(text: string): boolean {
  const [, first, second] = TWO_NUMBERS.exec(text) ?? [];
  return first !== undefined && parseHanNumber(second as string) === (parseHanNumber(first) as number) + 1;
}

function numberOf(style: NumberingStyle, number: string): number | null {
  if (style === 'circled') return Number(number.normalize('NFKC'));
  if (style === 'letter') return number.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
  return parseHanNumber(number) || null;
}
