// The title of a document: which lines it takes.
import type { Block, Paragraph } from '../repair/index.js';
import { bracketedDate, isDocNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { numberingOf } from '../text/numbering.js';
import { isOrderLine } from '../text/order-head.js';
import { isSectionHead } from '../text/section-heads.js';
import { shadow } from '../text/shadow.js';
import { isOrganLine, isWholeTitle } from '../text/title-form.js';
import { saysWho } from './issuer.js';

/** A title runs over this many paragraphs at most. */
const TITLE_PARAGRAPHS = 8;
const LONGEST_TITLE_LINE = 70;
/** A title is set larger than the text by this factor at least. */
const TITLE_SIZE_PART = 1.15;

export type Range = readonly [start: number, end: number];

/** Where the title above a document's number begins. */
export function titleStart(blocks: readonly Block[], number: number): number {
  let start = number;
  const below = blocks[number] as Paragraph;
  while (start > 0 && number - start < TITLE_PARAGRAPHS) {
    if (!isTitleLine(blocks[start - 1], blocks[start], below.sizePt)) break;
    const title = joined(blocks, start, number);
    const mayEnd = isWholeTitle(title) && !isInOneType(blocks, start - 1);
    if (mayEnd && !isFurtherOrgan(blocks, start - 1)) break;
    start -= 1;
  }
  return start;
}

/** …人民政 | 府办公厅关于…: lines set in the title's own type are of the title, even where what is below them could be whole. */
function isInOneType(blocks: readonly Block[], at: number): boolean {
  const [above, below] = [blocks[at], blocks[at + 1]] as [Paragraph, Paragraph];
  if (above.sizePt === null || below.sizePt === null) return false;
  return Math.max(above.sizePt, below.sizePt) < TITLE_SIZE_PART * Math.min(above.sizePt, below.sizePt);
}

/** Above a whole title stands nothing of it but an organ that issues it too. */
function isFurtherOrgan(blocks: readonly Block[], at: number): boolean {
  const [above, below] = [blocks[at], blocks[at + 1]] as [Paragraph, Paragraph];
  return isOrganLine(above.text.text) && !hasBlankLine(above, below);
}

/** In a text file, a line without text parts one document from the next. */
function hasBlankLine(above: Paragraph, below: Paragraph): boolean {
  const [last, first] = [above.text.glyphs.at(-1), below.text.glyphs[0]];
  return last?.kind === 'typed' && first?.kind === 'typed' && first.line > last.line + 1;
}

/** Paragraphs as one string in simplified characters. */
export const joined = (blocks: readonly Block[], start: number, end: number): string =>
  shadow(
    blocks
      .slice(start, end)
      .map((block) => (block.kind === 'paragraph' ? block.text.text : '\n'))
      .join(''),
  );

/**
 * Where the title of a document without a number stands: it is set largest, or stands above the first sentence. Null where
 * the text begins without one, in the middle of a document for example.
 */
export function unnumberedTitle(blocks: readonly Block[]): Range | null {
  const range = largest(blocks) ?? leadingLines(blocks);
  if (!range || blocks.slice(0, range[0]).some(isOfText)) return null;
  return isSigned(blocks, range) ? null : range;
}

/** A sentence, a numbered item or a table: a title stands above these. */
const isOfText = (block: Block): boolean =>
  block.kind === 'table' || /。/u.test(block.text.text) || numberingOf(block.text.text) !== null;

/** Who signs stands above the date too. */
const isSigned = (blocks: readonly Block[], [start, end]: Range): boolean => {
  const below = blocks[end];
  const isDated = below?.kind === 'paragraph' && printedDate(below.text.text) !== null;
  return isDated && isOrganLine(joined(blocks, start, end));
};

function leadingLines(blocks: readonly Block[]): Range | null {
  const top = blocks.slice(0, TITLE_PARAGRAPHS);
  const start = top.findIndex((block) => isTitleLine(block, undefined));
  return start < 0 ? null : [start, titleEnd(blocks, start, TITLE_PARAGRAPHS)];
}

/** Where the title that begins at `start` ends. */
export function titleEnd(blocks: readonly Block[], start: number, last = start + TITLE_PARAGRAPHS): number {
  let end = start + 1;
  while (end < Math.min(blocks.length, last) && isTitleLine(blocks[end], blocks[end - 1])) end += 1;
  return end;
}

/** The run of paragraphs in the largest type near the top; null where nothing there is larger than the text. */
function largest(blocks: readonly Block[]): Range | null {
  const sizeOf = (block: Block | undefined): number => (block?.kind === 'paragraph' ? (block.sizePt ?? 0) : 0);
  const sizes = blocks.flatMap((block) => (sizeOf(block) > 0 ? [sizeOf(block)] : [])).sort((a, b) => a - b);
  const text = sizes[sizes.length >> 1] ?? 0;
  const top = Math.max(0, ...blocks.slice(0, TITLE_PARAGRAPHS).map(sizeOf));
  if (text === 0 || top < TITLE_SIZE_PART * text) return null;
  const isTop = (block: Block | undefined): boolean => sizeOf(block) > top / TITLE_SIZE_PART;
  let start = blocks.findIndex(isTop);
  let end = start;
  while (end < blocks.length && isTop(blocks[end])) end += 1;
  while (start > 0 && sizeOf(blocks[start - 1]) >= TITLE_SIZE_PART * text) start -= 1;
  return [start, end];
}

/**
 * @param beside the neighbour that already counts as title
 * @param numberSize size of the docNumber's type, where one stands below
 */
export function isTitleLine(
  block: Block | undefined,
  beside: Block | undefined,
  numberSize: number | null = null,
): block is Paragraph {
  if (block?.kind !== 'paragraph') return false;
  const text = block.text.text;
  const isFrame =
    publicityOf(text) !== null ||
    printedDate(text) !== null ||
    bracketedDate(text) !== null ||
    /^附\s*件/u.test(text) ||
    isDocNumber(text) ||
    isOrderLine(text) ||
    isSectionHead(text) ||
    saysWho(text);
  if (isFrame || text.length > LONGEST_TITLE_LINE || /。|[：；！]$/u.test(text)) return false;
  if (/[，、]$/u.test(text) && !block.centred) return false;
  // pages printed from a browser bear the address
  if (numberingOf(text) !== null || /www\.|https?:/u.test(text)) return false;
  // where the page's geometry is known, all of a title is centred or larger than the number below it
  const hasGeometry = block.sizePt !== null && beside?.kind === 'paragraph' && beside.centred;
  const isLarger = numberSize !== null && (block.sizePt ?? 0) >= TITLE_SIZE_PART * numberSize;
  return !hasGeometry || block.centred || isLarger;
}
