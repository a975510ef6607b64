// Orders and proclamations with a number of their own: 某省人民政府令 第312号. They publish a regulation, printed below.
import type { Block, Paragraph } from '../repair/index.js';
import { orderHead } from '../text/order-head.js';
import { bareShadow, shadow } from '../text/shadow.js';
import { Traced } from '../text/traced.js';

/** The head of an order: from its first paragraph up to the one behind its last. */
export interface OrderHead {
  readonly end: number;
  /** 某省人民政府令第312号 */
  readonly number: Traced;
  readonly issuer: Traced;
}

/** The head that begins at a paragraph; null where none does. */
export function orderHeadAt(blocks: readonly Block[], at: number): OrderHead | null {
  const [block, below] = [blocks[at], blocks[at + 1]];
  if (block?.kind !== 'paragraph') return null;
  const head = orderHead(block.text.text, below?.kind === 'paragraph' ? below.text.text : undefined);
  if (!head) return null;
  const number = head.lines === 1 ? block.text : Traced.join([block.text, withoutBrackets((below as Paragraph).text)]);
  return { end: at + head.lines, number, issuer: block.text.slice(0, head.organ.length) };
}

const withoutBrackets = (text: Traced): Traced => (/^[（(].*[）)]$/u.test(text.text) ? text.slice(1, -1) : text);

/** 《某办法》已经…会议通过，现予公布 names what the order publishes. */
const PUBLISHED = /《([^《》]{3,60}(?:《[^《》]*》[^《》]*)?)》[^。]{0,80}(?:公布|发布|施行|通过)/u;
const NAMED_WITHIN = 3;

export interface PublishedTitle {
  readonly title: Traced;
  /** The paragraphs of it above the printed regulation; none where only the order names it. */
  readonly lines: readonly Paragraph[];
}

/**
 * The title of what an order publishes: as it stands above the printed regulation, or as the order names it.
 *
 * @param blocks below the order's head
 */
export function publishedTitle(blocks: readonly Block[]): PublishedTitle | null {
  for (const block of blocks.slice(0, NAMED_WITHIN)) {
    const match = block.kind === 'paragraph' ? PUBLISHED.exec(shadow(block.text.text)) : null;
    if (block.kind !== 'paragraph' || !match?.[1]) continue;
    const named = block.text.slice(match.index + 1, match.index + 1 + match[1].length);
    for (let start = 0; start < blocks.length; start++) {
      const lines = titleLinesAt(blocks, start, bareShadow(match[1]));
      if (lines) return { title: Traced.join(lines.map(({ text }) => text)), lines };
    }
    return { title: named, lines: [] };
  }
  return null;
}
const TITLE_LINES = 5;

function titleLinesAt(blocks: readonly Block[], start: number, name: string): Paragraph[] | null {
  const lines: Paragraph[] = [];
  let text = '';
  for (const block of blocks.slice(start, start + TITLE_LINES)) {
    if (block.kind !== 'paragraph') return null;
    lines.push(block);
    text += bareShadow(block.text.text);
    if (text === name) return lines;
    if (!name.startsWith(text)) return null;
  }
  return null;
}
