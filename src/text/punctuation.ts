import { isChinese } from './characters.js';
import type { Traced } from './traced.js';

/** Half-width marks, and the marks that Chinese text prints. */
export const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const URL = /https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]*[\w/]/giu;
const THOUSANDS = /(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/gu;

/**
 * Half-width marks become full-width (GB/T 15834) where the text around them is Chinese; URLs, times, thousands and
 * English stay as they are. Brackets change in pairs.
 */
export function fullWidthPunctuation(text: Traced): Traced {
  const widen = widener(text.text);
  return widen ? text.replace(MARKS, (match) => widen(match[0], match.index)) : text;
}

/** The same for a plain string. */
export function widened(text: string): string {
  const widen = widener(text);
  return widen ? text.replace(MARKS, widen) : text;
}

const MARKS = /[,:;?!()]/gu;

/** What becomes of the mark at an index; null where a text has no marks. */
function widener(source: string): ((mark: string, index: number) => string) | null {
  if (source.search(MARKS) < 0) return null;
  const kept = protectedUnits(source);
  const brackets = bracketsToWiden(source);
  return (mark, index) => {
    if (kept.has(index)) return mark;
    const wide = mark === '(' || mark === ')' ? brackets.has(index) : besideChinese(source, index);
    return wide ? (WIDE[mark] ?? mark) : mark;
  };
}

const besideChinese = (source: string, index: number): boolean =>
  isChinese(source.charAt(index - 1)) || isChinese(source.charAt(index + 1));

function protectedUnits(source: string): Set<number> {
  const units = new Set<number>();
  for (const pattern of [URL, THOUSANDS]) {
    for (const match of source.matchAll(pattern)) {
      for (let unit = 0; unit < match[0].length; unit++) units.add(match.index + unit);
    }
  }
  return units;
}

/** Both brackets of a pair that holds Chinese or stands in Chinese; a bracket without its partner is judged alone. */
function bracketsToWiden(source: string): Set<number> {
  const wide = new Set<number>();
  const open: { index: number; chinese: boolean }[] = [];
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    const top = open.at(-1);
    if (character === '(' || character === '（') open.push({ index, chinese: false });
    else if (character === ')' || character === '）') {
      const pair = open.pop();
      const chinese = pair
        ? pair.chinese || isChinese(source.charAt(pair.index - 1)) || isChinese(source.charAt(index + 1))
        : besideChinese(source, index);
      if (chinese) {
        wide.add(index);
        if (pair) wide.add(pair.index);
        const outer = open.at(-1);
        if (outer) outer.chinese = true;
      }
    } else if (top && isChinese(character)) top.chinese = true;
  }
  for (const { index } of open) if (besideChinese(source, index)) wide.add(index);
  return wide;
}
