import { printedDate } from '../text/letterhead.js';
import { isOrganLine } from '../text/title-form.js';
import { isSignatureLine } from './line-forms.js';

/** Lines of those who sign, by their index: a name above a date, and organs above that sign too, each on its line. */
export function signatureLines(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  texts.forEach((text, date) => {
    let line = date - 1;
    if (printedDate(text) === null || !isSignatureLine(texts[line] ?? '')) return;
    found.add(line);
    while (isOrganLine(texts[line] ?? '') && isOrganLine(texts[line - 1] ?? '')) found.add(--line);
  });
  return found;
}
