// Where the documents of an issue begin.
import type { Block, ContentsEntry } from '../repair/index.js';
import { isBracketedNumber, isDocNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { isSectionHead, namesDocument } from '../text/section-heads.js';
import { shadow } from '../text/shadow.js';
import { isTitleOfOrgan, isWholeTitle } from '../text/title-form.js';
import { foldedTitle } from './contents/titles.js';
import { type OrderHead, orderHeadAt } from './orders.js';
import { joined, type Range, titleEnd, titleStart } from './title-lines.js';

/** The head of a document. */
export interface DocumentStart {
  readonly title: Range;
  /** The paragraph of its number; null where it has none. */
  readonly number: number | null;
  readonly order: OrderHead | null;
  /** The first paragraph below title and number. */
  readonly body: number;
}

/** The heads of all documents but one that begins above the first of them, in order. */
export function documentStarts(blocks: readonly Block[], entries: readonly ContentsEntry[]): DocumentStart[] {
  const numbered = blocks.flatMap((block, index): DocumentStart[] => {
    if (block.kind !== 'paragraph') return [];
    const order = orderHeadAt(blocks, index);
    if (order) return [{ title: [titleStart(blocks, index), index], number: index, order, body: order.end }];
    const title: Range = [titleStart(blocks, index), index];
    const isNumber =
      isDocNumber(block.text.text) || (isBracketedNumber(block.text.text) && isWholeTitle(joined(blocks, ...title)));
    if (!isNumber) return [];
    return [{ title, number: index, order: null, body: index + 1 }];
  });
  const starts: DocumentStart[] = [];
  const titles = new Set(entries.map(({ title }) => foldedTitle(title.text)));
  const bounds = [...numbered.map(({ title }) => title[0]), blocks.length];
  let from = 0;
  bounds.forEach((end, index) => {
    starts.push(...unnumberedStarts(blocks, from, end, titles, starts.at(-1) ?? null));
    const next = numbered[index];
    if (!next) return;
    starts.push(next);
    from = next.body;
  });
  return starts;
}

/** Documents without a number, between two with one. */
function unnumberedStarts(
  blocks: readonly Block[],
  from: number,
  end: number,
  titles: ReadonlySet<string>,
  before: DocumentStart | null,
): DocumentStart[] {
  const starts: DocumentStart[] = [];
  let enclosing = before ? wordsOf(blocks, before) : null;
  let hasEnded = false;
  for (let at = from; at < end; at++) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') continue;
    if (endsDocument(blocks, at)) hasEnded = true;
    const title = titleAt(blocks, [at, end], titles, { words: enclosing, hasEnded });
    if (!title) continue;
    starts.push({ title, number: null, order: null, body: title[1] });
    [enclosing, hasEnded] = [joined(blocks, ...title), false];
    at = title[1] - 1;
  }
  return starts;
}

/** What a document says of what it sends out: its title, of an order the first paragraphs too. */
const wordsOf = (blocks: readonly Block[], { title, order }: DocumentStart): string =>
  joined(blocks, ...title) + (order ? joined(blocks, order.end, order.end + 3) : '');

/** The date under a signature, or who may read it. */
function endsDocument(blocks: readonly Block[], at: number): boolean {
  const [block, above] = [blocks[at], blocks[at - 1]];
  if (block?.kind !== 'paragraph') return false;
  if (publicityOf(block.text.text) !== null) return true;
  const isSigned = above?.kind === 'paragraph' && /^[\p{Script=Han}、 ]{3,60}$/u.test(above.text.text);
  return printedDate(block.text.text) !== null && isSigned;
}

/**
 * The title of a document without a number that begins at a paragraph: the contents list it, or it says of itself what it is
 * behind the end of another.
 *
 * @param before the document before, which may send this one out; whether it has ended
 */
function titleAt(
  blocks: readonly Block[],
  [at, end]: Range,
  titles: ReadonlySet<string>,
  before: { readonly words: string | null; readonly hasEnded: boolean },
): Range | null {
  const last = Math.min(end, titleEnd(blocks, at));
  const isUnderAttachment = /^附\s*件/u.test(joined(blocks, at - 1, at));
  for (let to = last; to > at; to--) {
    const title = joined(blocks, at, to);
    const isLong = title.length > SHORTEST_TITLE || isSectionHead(title);
    const isListed = isLong && titles.has(foldedTitle(title));
    const isWhole = before.hasEnded && !isUnderAttachment && isTitleOfOrgan(title);
    if ((isListed || isWhole) && !(before.words && encloses(before.words, title))) return [at, to];
  }
  const text = joined(blocks, at, at + 1);
  const isNamed = before.hasEnded && isSectionHead(text) && namesDocument(text);
  return isNamed && last === at + 1 && last < end ? [at, last] : null;
}
const SHORTEST_TITLE = 6;

/** 某厅转发某局关于…意见的通知 sends out 某局关于…的意见. */
function encloses(notice: string, title: string): boolean {
  const core = /关于(.+?)的?(?:通知|意见|决定|方案|办法|规定|报告)$/u.exec(shadow(title))?.[1] ?? title;
  return foldedTitle(notice).includes(foldedTitle(core));
}
