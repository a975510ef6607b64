import type { Block, Paragraph } from '../repair/index.js';
import { type Numbering, type NumberingStyle, numberingOf } from '../text/numbering.js';
import { shadow } from '../text/shadow.js';

/** A numbered paragraph of the text with what belongs to it. */
export interface Item {
  readonly numbering: Numbering;
  readonly paragraph: Paragraph;
  /** Unnumbered paragraphs after it, before the next number. */
  readonly more: Paragraph[];
  readonly children: Item[];
}

/** Levels from the outside in (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）). */
const LEVELS: readonly NumberingStyle[] = [
  'chapter',
  'section',
  'article',
  'han-formal',
  'han',
  'han-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
];
/** A number further on than this is no number of a heading but part of the sentence. */
const LARGEST_STEP = 3;
/** What ends the numbered text: contacts, closing formulas. */
const CLOSING = /^(?:联系人|联系电话|联系方式|通讯地址|特此|附件|抄送|本(?:通知|意见|办法|规定|措施|方案)自)/u;

/** The numbered items of a document's text as a tree. Paragraphs of the frame (signature, attachments) end an item. */
export function itemsOf(blocks: readonly Block[], frame: ReadonlySet<Block>): Item[] {
  const roots: Item[] = [];
  let open: Item[] = [];
  let isOpen = false;
  const lastOf = new Map<NumberingStyle, number>();
  for (const block of blocks) {
    // a box (专栏) stands between the items and is none
    if (block.kind === 'paragraph' && block.boxed) continue;
    if (block.kind === 'table' || frame.has(block)) {
      isOpen = false;
      if (block.kind === 'table') open = [];
      continue;
    }
    const numbering = numberingOf(block.text.text);
    if (numbering && follows(numbering, open, roots, lastOf.get(numbering.style) ?? 0)) {
      lastOf.set(numbering.style, numbering.value);
      open = open.filter((item) => levelOf(item) < LEVELS.indexOf(numbering.style));
      const item: Item = { numbering, paragraph: block, more: [], children: [] };
      (open.at(-1)?.children ?? roots).push(item);
      open.push(item);
      isOpen = true;
    } else if ((CLOSING.test(shadow(block.text.text)) && !isBare(open.at(-1))) || block.centred) isOpen = false;
    else if (isOpen) open.at(-1)?.more.push(block);
  }
  return roots;
}

/** A heading that still waits for its text. */
const isBare = (item: Item | undefined): boolean =>
  item !== undefined && item.more.length + item.children.length === 0 && !/[。：；]/u.test(item.paragraph.text.text);

const levelOf = (item: Item): number => LEVELS.indexOf(item.numbering.style);

/**
 * A number counts when it begins a list, goes on with the one before it under its heading, or runs on from the heading
 * before; a few may be missing, or one be there twice (that is flagged later).
 */
function follows(numbering: Numbering, open: readonly Item[], roots: readonly Item[], last: number): boolean {
  const { style, value } = numbering;
  if (value === 1) return true;
  const parent = open.findLast((item) => levelOf(item) < LEVELS.indexOf(style));
  const sibling = (parent ? parent.children : roots).findLast((item) => item.numbering.style === style);
  // the same again is a misprint, and the item one of its own
  if (sibling?.numbering.value === value && open.includes(sibling)) return true;
  return [sibling?.numbering.value ?? 0, last].some((before) => value > before && value <= before + LARGEST_STEP);
}
