import { simplified } from '../text/script.js';

/**
 * A text as the grammars see it: no layout spaces, one width, one script, so that a rule is written once. Every UTF-16
 * unit knows where it stood, so that what a rule finds can be cut from the text as printed.
 */
export interface Folded {
  readonly source: string;
  readonly text: string;
  /** offsets[i]: where unit i of `text` stands in `source`. One more entry than `text` has units: the source's length. */
  readonly offsets: readonly number[];
}

const SAME = new Map<string, string>();
for (const [to, from] of [
  ['-', '—–‐‑‒―−─━～〜~'],
  ['[', '【〔［'],
  [']', '】〕］'],
  ['“', '「『＂"'],
  ['”', '」』'],
  ['〇', '○◯'],
] as const) {
  for (const character of from) SAME.set(character, to);
}

const cache = new Map<number, string>();

/** One unit for one unit: what has no one-to-one counterpart stays; none for a layout space. */
function foldUnit(code: number): string {
  let folded = cache.get(code);
  if (folded === undefined) {
    const character = String.fromCharCode(code);
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
    const one = SAME.get(character) ?? SAME.get(narrow) ?? narrow;
    folded = LAYOUT_SPACE.test(character) ? '' : simplified(one);
    cache.set(code, folded);
  }
  return folded;
}

export const LAYOUT_SPACE = /[\s\u200B-\u200D\u2060\u00AD]/u;
const LAYOUT_SPACES = /[\s\u200B-\u200D\u2060\u00AD]+/gu;

/** Traditional to simplified character by character, full width to half, dashes, quotes and brackets to one form each. */
export function fold(source: string): Folded {
  let text = '';
  let from = 0;
  const offsets: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    const folded = foldUnit(code);
    if (folded !== '') offsets.push(at);
    if (folded.charCodeAt(0) === code) continue;
    text += source.slice(from, at) + folded;
    from = at + 1;
  }
  offsets.push(source.length);
  return { source, text: from === 0 ? source : text + source.slice(from), offsets };
}

/** Where the units start…end of the folded text stand in the source, without the spaces after the last. */
export function sourceRange(folded: Folded, start: number, end: number): [start: number, end: number] {
  const from = folded.offsets[start] ?? folded.source.length;
  return [from, end > start ? (folded.offsets[end - 1] ?? from - 1) + 1 : from];
}

/** The wording as printed, less layout spaces. */
export function asPrinted(folded: Folded, start: number, end: number): string {
  return folded.source.slice(...sourceRange(folded, start, end)).replace(LAYOUT_SPACES, '');
}

/** The match of a sticky expression at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
