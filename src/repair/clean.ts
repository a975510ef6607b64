import { fullWidthPunctuation } from '../text/punctuation.js';
import type { Traced } from '../text/traced.js';

/** Printed text → clean text; every step keeps the pairing with the glyphs. */
export function clean(text: Traced): Traced {
  return fullWidthPunctuation(withoutLayoutSpaces(text));
}

/**
 * Justified lines and narrow cells print spaces that mean nothing: between Han, or Han and Latin, digits or punctuation,
 * none is kept. Between two Latin words, or two numbers of several digits, one is.
 */
export function withoutLayoutSpaces(text: Traced): Traced {
  const source = text.text;
  return text.replace(/\s+/gu, ({ 0: space, index }) => {
    const end = index + space.length;
    return isWordSpace(source.slice(Math.max(0, index - 3), index), source.slice(end, end + 2)) ? ' ' : '';
  });
}

function isWordSpace(before: string, after: string): boolean {
  if (/[A-Za-z][,.;:!?)%]{0,2}$/u.test(before)) return /^\(?[A-Za-z0-9]/u.test(after);
  if (/\d$/u.test(before)) return /^[A-Za-z]/u.test(after) || (/\d\d$/u.test(before) && /^\d\d/u.test(after));
  return false;
}
