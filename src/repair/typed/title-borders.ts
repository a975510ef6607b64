// Where the title of a document begins and ends among the lines of a text.
import { squeezed } from '../../text/characters.js';
import { isBracketedNumber, isDocNumber, printedDate, publicityOf } from '../../text/letterhead.js';
import { orderHead } from '../../text/order-head.js';
import { isOrganLine, isTitleOfOrgan } from '../../text/title-form.js';

/** A title runs over so many lines. */
const TITLE_LINES = 6;

/**
 * Lines that begin a paragraph: the first line of a title, and the one below it.
 *
 * @param listed titles as the contents print them
 */
export function titleBorders(texts: readonly string[], listed: readonly string[]): Set<number> {
  const borders = new Set<number>();
  const titles = new Set(listed.map(squeezed));
  texts.forEach((text, index) => {
    for (let end = index + 1; titles.size > 0 && end <= index + TITLE_LINES; end++) {
      if (titles.has(squeezed(texts.slice(index, end).join('')))) borders.add(index).add(end);
    }
    if (isDocNumber(text) || isBracketedNumber(text)) addFirst(texts, index, borders);
    if (printedDate(text) !== null || publicityOf(text) !== null) addEnd(texts, index + 1, borders);
    const order = orderHead(text, texts[index + 1]);
    if (order) borders.add(index).add(index + order.lines);
  });
  return borders;
}

/** Above a number: the nearest line with which the words are a whole title, and organs above that issue it too. */
function addFirst(texts: readonly string[], number: number, borders: Set<number>): void {
  for (let first = number - 1; first >= Math.max(0, number - TITLE_LINES); first--) {
    if (!isTitleOfOrgan(texts.slice(first, number).join(''))) continue;
    borders.add(first);
    while (isOrganLine(texts[first - 1] ?? '')) borders.add(--first);
    return;
  }
}

/** Behind the end of a document, a title without a number below it. */
function addEnd(texts: readonly string[], first: number, borders: Set<number>): void {
  for (let end = first + 1; end <= first + TITLE_LINES; end++) {
    if (isTitleOfOrgan(texts.slice(first, end).join(''))) borders.add(end);
  }
}
