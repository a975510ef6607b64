import { fullWidthPunctuation } from '../text/punctuation.js';
import type { Traced } from '../text/traced.js';

/** Printed text → clean text; every step keeps the pairing with the glyphs. */
export function clean(text: Traced): Traced {
  return fullWidthPunctuation(withoutLayoutSpaces(halfWidthAlphanumerics(text)));
}

/**
 * Full-width digits and letters become those of ASCII, and so does the full stop between two digits: the <wide>
 * decompositions of Halfwidth and Fullwidth Forms (U+FF10–19, U+FF21–3A, U+FF41–5A, U+FF0E), UAX #15.
 */
function halfWidthAlphanumerics(text: Traced): Traced {
  return text.replace(WIDE, ([wide]) => wide.normalize('NFKC'));
}
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|(?<=[0-9\uFF10-\uFF19])\uFF0E(?=[0-9\uFF10-\uFF19])/gu;

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
