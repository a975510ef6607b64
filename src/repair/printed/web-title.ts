// Pages printed from a browser begin with the page's own name, which is the document's title, the section and the site.
import type { Block, Furniture } from '../blocks.js';

/** …的通知_国务院部门文件_中国政府网（www.gov.cn） */
const WEB_TITLE = /[_|｜—-][^_|｜]+[（(]?(?:www\.|https?:)[^（）()\s]+[）)]?$/u;
/** The title stands near below. */
const TITLE_WITHIN = 3;

/** Takes off the first paragraph where it is a page's name: the title below it, and more behind that. */
export function takeWebTitle(blocks: readonly Block[]): { blocks: readonly Block[]; furniture: Furniture[] } {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph' || !WEB_TITLE.test(first.text.text)) return { blocks, furniture: [] };
  const isTitle = (block: Block): boolean =>
    block.kind === 'paragraph' &&
    first.text.text.startsWith(block.text.text) &&
    /^[\s_|｜—-]/u.test(first.text.text.slice(block.text.length));
  if (!others.slice(0, TITLE_WITHIN).some(isTitle)) return { blocks, furniture: [] };
  const furniture = first.lines.map(({ text, page }): Furniture => ({ what: 'running-head', page, text }));
  return { blocks: others, furniture };
}
