// The paragraphs below the last item of a list that speak of the whole list: they belong to the heading above.
import type { Paragraph } from '../repair/index.js';
import { shadow } from '../text/shadow.js';
import { clauseParagraph, takeClosingClauses } from './clauses.js';
import type { Item } from './items.js';

/** Words for all that stands above, or for those who carry it out. */
const OF_ALL =
  /^(?:以上|上述|前款|请(?:各|你)|对(?:违反|不符合|未)|各(?:市|县|区|地|级|有关|部门|单位|乡镇|镇|相关|责任)[^。]{0,20}(?:要|应|参照|结合|可|须|根据|按照))/u;

/** Moves them there, list by list; at the outermost level they belong to no item. */
export function closeLists(roots: readonly Item[]): void {
  const close = (items: readonly Item[], heading: Item | null): void => {
    for (const list of listsOf(items)) {
      const closing = closingOf(list, heading);
      heading?.closing.push(...closing);
    }
    for (const item of items) close(item.children, item);
  };
  close(roots, null);
}

/** 1. after 2. and more, or another kind of number, begins another list. */
function listsOf(items: readonly Item[]): Item[][] {
  const lists: Item[][] = [];
  for (const item of items) {
    const list = lists.at(-1);
    const { style, value } = item.numbering;
    if (list?.[0]?.numbering.style === style && value !== 1) list.push(item);
    else lists.push([item]);
  }
  return lists;
}

/** Takes them from the last item of a list. */
function closingOf(list: readonly Item[], heading: Item | null): Paragraph[] {
  const last = list.at(-1);
  if (!last || last.children.length > 0 || last.more.length === 0) return [];
  const from = closingFrom(list, last, heading);
  if (from === null) return [];
  const after = last.more.splice(from);
  // who does it, and by when, is said of the item all the same
  last.more.push(...after.filter(isClause));
  return after.filter((paragraph) => !isClause(paragraph));
}

/** Where they begin among what follows the last item; null where nothing says so. */
function closingFrom(list: readonly Item[], last: Item, heading: Item | null): number | null {
  if (isBare(last)) return null;
  if (heading?.numbering.style === 'article') return 0;
  const ended = [last.paragraph, ...last.more].findIndex(isEnded);
  if (ended >= 0) return ended;
  const others = list.slice(0, -1);
  const areSingle = others.every((item) => item.children.length === 0 && item.more.every(isClause));
  const [first] = last.more.filter((paragraph) => !isClause(paragraph));
  if (others.length === 0 || !areSingle || !first) return null;
  if (OF_ALL.test(shadow(first.text.text))) return 0;
  last.mayClose = others.length > 1;
  return null;
}

const isClause = ({ text }: Paragraph): boolean => clauseParagraph(text) !== null;

/** Ends with who does it: nothing of the item comes after. */
const isEnded = (paragraph: Paragraph): boolean => {
  const { text, units, deadlines } = takeClosingClauses(paragraph.text);
  return units.length + deadlines.length > 0 && (text.length === 0 || /[。；]/u.test(text.text));
};

/** A heading on a line of its own: what follows is its text. */
const isBare = ({ paragraph }: Item): boolean => !/[。；]/u.test(paragraph.text.text);
