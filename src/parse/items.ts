import type { Block, Paragraph } from '../repair/index.js';
import { type Numbering, numberingOf } from '../text/numbering.js';
import { shadow } from '../text/shadow.js';
import { BoxNumbers } from './box-numbers.js';
import { closeLists } from './closing.js';
import { dueWithoutBracket, Following } from './following.js';
import { parentIn, placeIn } from './levels.js';

/** A numbered paragraph of the text with what belongs to it. */
export interface Item {
  readonly numbering: Numbering;
  readonly paragraph: Paragraph;
  /** Unnumbered paragraphs after it, before the next number. */
  readonly more: Paragraph[];
  readonly children: Item[];
  /** Unnumbered paragraphs after the last of its children that speak of them all. */
  readonly closing: Paragraph[];
  /** The last of a list, and alone in it with paragraphs below: they may speak of all. */
  mayClose?: boolean;
}

/** What ends the numbered text: contacts, closing formulas. */
const CLOSING =
  /^(?:联系人|联系电话|联系方式|通讯地址|特此|专此|此(?:复|令|致)|附件|抄送|本(?:通知|意见|办法|规定|措施|方案|细则|条例|决定|批复|公告|规划|计划)(?:自|由))/u;
/** 附件2 above what is printed of it. */
const ATTACHMENT = /^附\s*件\s*[\d一二三四五六七八九十]*$/u;

/**
 * The numbered items of a document's text as a tree. Paragraphs of the frame (signature, attachments) end an item.
 *
 * @param isHeadless the text begins in the middle of the document: its first number may be any
 */
export function itemsOf(blocks: readonly Block[], frame: ReadonlySet<Block>, isHeadless = false): Item[] {
  const roots: Item[] = [];
  let open: Item[] = [];
  let isOpen = false;
  let isEnded = false;
  const following = new Following(blocks, isHeadless);
  const box = new BoxNumbers(blocks);
  blocks.forEach((block, index) => {
    if (block.kind === 'table' || frame.has(block) || ATTACHMENT.test(shadow(block.text.text))) {
      if (block.kind === 'table') open = [];
      [isOpen, isEnded] = [false, true];
      box.end();
      return;
    }
    const text = block.text.text;
    const siblings = (numbering: Numbering): readonly Item[] => parentIn(open, numbering)?.children ?? roots;
    const numbering = numberingOf(text) ?? dueWithoutBracket(text, open);
    // behind a signature or attachment, a list from 1 is another one
    if (isEnded && numbering?.value === 1) open = [];
    // a box (专栏) stands between the items and is none
    if (box.holds(index, numbering) || block.boxed) {
      if (!block.boxed) isOpen = false;
    } else if (numbering && following.counts(index, numbering, siblings(numbering))) {
      open = placeIn(open, numbering);
      const item: Item = { numbering, paragraph: block, more: [], children: [], closing: [] };
      (open.at(-1)?.children ?? roots).push(item);
      open.push(item);
      [isOpen, isEnded] = [true, false];
    } else if ((CLOSING.test(shadow(text)) && !isBare(open.at(-1))) || block.centred) isOpen = false;
    else if (isOpen) open.at(-1)?.more.push(block);
  });
  closeLists(roots);
  return roots;
}

/** A heading that still waits for its text. */
const isBare = (item: Item | undefined): boolean =>
  item !== undefined && item.more.length + item.children.length === 0 && !/[。：；]/u.test(item.paragraph.text.text);
