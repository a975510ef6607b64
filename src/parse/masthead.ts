import type { Block, Paragraph } from '../repair/index.js';
import { squeezed } from '../text/characters.js';
import { type IssueName, issueNameOf } from '../text/issue-name.js';
import { isMasthead } from '../text/section-heads.js';

/** The lines that name the issue above its first document; none where they do not name it whole. */
export function mastheadOf(blocks: readonly Block[]): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !isMasthead(block.text.text)) break;
    lines.push(block);
  }
  return nameIn(lines) ? lines : [];
}

export const nameIn = (masthead: readonly Paragraph[]): IssueName | null =>
  issueNameOf(masthead.map(({ text }) => squeezed(text.text)).join(''));
