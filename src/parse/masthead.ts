import type { Block, Paragraph } from '../repair/index.js';
import { findIssueName } from '../text/issue-name.js';

/** Its name and its number may stand on lines of their own. */
const LINES = 3;

/** The name and number of the issue above its first document, and nothing else; empty where they are not printed there. */
export function mastheadOf(blocks: readonly Block[]): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const block of blocks.slice(0, LINES)) {
    if (block.kind !== 'paragraph') break;
    lines.push(block);
    const text = wordingOf(lines);
    if (findIssueName(text)?.length === text.length) return lines;
  }
  return [];
}

export const wordingOf = (lines: readonly Paragraph[]): string =>
  lines.map(({ text }) => text.text.replace(/\s/gu, '')).join('');
