/** Character classes used by repair and grammars; each a source for regular expressions with the u flag. */

export const HAN = '\\p{Script=Han}〇○';

const han = new RegExp(`[${HAN}]`, 'u');
/** CJK punctuation, quotation marks and dashes as Chinese text prints them. */
const chinesePunctuation = /[\u3000-\u303F\uFF00-\uFF65“”‘’—…·]/u;
const latin = /[\p{Script=Latin}\d]/u;
const halfWidthMark = /[!-/:-@[-`{-~]/u;

export const isHan = (character: string): boolean => han.test(character);
export const isChinese = (character: string): boolean => han.test(character) || chinesePunctuation.test(character);
/** Most of what is asked for stands between, and is neither. */
export const isLatin = (character: string): boolean =>
  !(character.length === 1 && character >= '\u3000' && character <= '\u9FFF') && latin.test(character);

/**
 * Width of a text in em, as a Chinese line counts it: a Han character or punctuation mark one, a Latin letter or digit
 * half. Half-width punctuation counts one where it stands for a full-width mark, half inside Latin text and addresses.
 */
export function widthEm(text: string): number {
  const printed = text.replace(/\s/gu, '');
  let width = 0;
  for (let index = 0; index < printed.length; index++) {
    const character = printed.charAt(index);
    const isMark = halfWidthMark.test(character);
    const inLatin =
      isMark && (isLatinUnit(printed, index - 1) || isLatinUnit(printed, index + 1)) && !/[,;]/u.test(character);
    width += isLatin(character) || inLatin ? 0.5 : 1;
  }
  return width;
}

const isLatinUnit = (text: string, index: number): boolean => /[A-Za-z0-9/]/u.test(text.charAt(index));

/** Without spaces and line ends. */
export const squeezed = (text: string): string => text.replace(/\s/gu, '');
