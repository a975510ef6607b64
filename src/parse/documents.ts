import type { Attachment } from '../model/index.js';
import type { Block, Paragraph } from '../repair/index.js';
import { isDocNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { adoptionOf, issuerOfOffice, issuerOfTitle, organOfOffice, saysWho } from './issuer.js';

/** The blocks of one document, with what its frame says: everything but the body. */
export interface DocumentParts {
  readonly title: Traced;
  readonly docNumber: Traced | null;
  readonly issuer: Traced | null;
  readonly dateIssued: string | null;
  readonly addressees: readonly Traced[];
  readonly publicity: string | null;
  readonly attachments: readonly Attachment[];
  /** Everything after title and docNumber, in reading order. */
  readonly blocks: readonly Block[];
  /** The paragraphs of `blocks` that belong to the frame: addressees, signature, date, attachments, publicity. */
  readonly frame: ReadonlySet<Block>;
}

/** A title runs over this many paragraphs at most. */
const TITLE_PARAGRAPHS = 8;
const LONGEST_TITLE_LINE = 70;

/** Blocks of an issue → its documents. Each begins with its title; a docNumber stands under it, or none does in the file. */
export function documentsOf(blocks: readonly Block[]): DocumentParts[] {
  const starts = blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && isDocNumber(block.text.text)
      ? [{ title: titleStart(blocks, index), number: index }]
      : [],
  );
  const first = starts[0];
  if (!first) return blocks.length > 0 ? [unnumbered(blocks)] : [];
  const documents = first.title > 0 ? [unnumbered(blocks.slice(0, first.title))] : [];
  starts.forEach(({ title, number }, index) => {
    const end = starts[index + 1]?.title ?? blocks.length;
    const titleOf = blocks.slice(title, number) as Paragraph[];
    documents.push(partsOf(titleOf, (blocks[number] as Paragraph).text, blocks.slice(number + 1, end)));
  });
  return documents;
}

/** A document without a number of its own: its title is set largest, or is what stands above the first sentence. */
function unnumbered(blocks: readonly Block[]): DocumentParts {
  const [start, end] = largest(blocks) ?? leadingLines(blocks);
  const rest = blocks.filter((_, index) => index < start || index >= end);
  return partsOf(blocks.slice(start, end) as Paragraph[], null, rest);
}

function leadingLines(blocks: readonly Block[]): [start: number, end: number] {
  const top = blocks.slice(0, TITLE_PARAGRAPHS);
  const start = top.findIndex((block) => isTitleLine(block, undefined));
  if (start < 0) return [0, 0];
  let end = start + 1;
  while (end < top.length && isTitleLine(top[end], top[end - 1])) end += 1;
  return [start, end];
}

/** A title is set larger than the text by this factor at least. */
const TITLE_SIZE_PART = 1.15;

/** The run of paragraphs in the largest type near the top; null where nothing there is larger than the text. */
function largest(blocks: readonly Block[]): [start: number, end: number] | null {
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

function titleStart(blocks: readonly Block[], number: number): number {
  let start = number;
  const below = blocks[number] as Paragraph;
  const isTitle = (at: number): boolean => isTitleLine(blocks[at], blocks[at + 1], below.sizePt);
  while (start > 0 && number - start < TITLE_PARAGRAPHS && isTitle(start - 1)) start -= 1;
  return start;
}

/**
 * @param beside the neighbour that already counts as title
 * @param numberSize size of the docNumber's type, where one stands below
 */
function isTitleLine(
  block: Block | undefined,
  beside: Block | undefined,
  numberSize: number | null = null,
): block is Paragraph {
  if (block?.kind !== 'paragraph') return false;
  const text = block.text.text;
  const isFrame =
    publicityOf(text) !== null ||
    printedDate(text) !== null ||
    /^附\s*件/u.test(text) ||
    isDocNumber(text) ||
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

function partsOf(titleOf: readonly Paragraph[], docNumber: Traced | null, blocks: readonly Block[]): DocumentParts {
  const frame = new Set<Block>();
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const addressed = paragraphs[0] && isAddressees(paragraphs[0].text.text) ? paragraphs[0] : null;
  if (addressed) frame.add(addressed);

  const dates = paragraphs.flatMap((paragraph, index) => (printedDate(paragraph.text.text) === null ? [] : [index]));
  const signedAt = dates.find((index) => isSignature(paragraphs[index - 1]));
  const dated = paragraphs[signedAt ?? dates.at(-1) ?? -1];
  const signed = signedAt === undefined ? undefined : paragraphs[signedAt - 1];
  for (const paragraph of [dated, signed]) if (paragraph) frame.add(paragraph);

  const adopted = adoptionOf(paragraphs);
  const publicity = paragraphs.find((paragraph) => publicityOf(paragraph.text.text) !== null);
  if (publicity) frame.add(publicity);
  const listed = attachmentParagraphs(paragraphs);
  for (const paragraph of listed) frame.add(paragraph);
  return {
    title: Traced.join(titleOf.map(({ text }) => text)),
    docNumber,
    issuer:
      (signed && (organOfOffice(signed.text) ?? signed.text)) ??
      issuerOfTitle(titleOf) ??
      adopted?.issuer ??
      issuerOfOffice(paragraphs),
    dateIssued: dated ? printedDate(dated.text.text) : (adopted?.date ?? null),
    addressees: addressed ? splitAddressees(addressed.text) : [],
    publicity: publicity ? publicityOf(publicity.text.text) : null,
    attachments: listed.map((paragraph, index) => attachmentOf(paragraph.text.text, index === 0)),
    blocks,
    frame,
  };
}

/** 各市、县（区）人民政府，省政府各部门： — who is addressed, one line above the text. */
const isAddressees = (text: string): boolean =>
  /：$/u.test(text) &&
  !/[。；]/u.test(text) &&
  numberingOf(text) === null &&
  text.length < 200 &&
  !/(?:如下|通知)：$/u.test(text);

function splitAddressees(text: Traced): Traced[] {
  const source = text.text.replace(/：$/u, '');
  const separator = /[，；]/u.test(source) || source.includes('各') ? /[，；]/gu : /[，；、]/gu;
  const parts: Traced[] = [];
  let from = 0;
  for (const match of [...source.matchAll(separator), { index: source.length }]) {
    parts.push(text.slice(from, match.index).trim());
    from = match.index + 1;
  }
  return parts.filter((part) => part.length > 0);
}

const isSignature = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && /^[\p{Script=Han}、 ]{3,60}$/u.test(paragraph.text.text);

/** 附件：1.… and the numbered lines after it, or 附件：… alone. */
function attachmentParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  const at = paragraphs.findIndex((paragraph) => /^附\s*件\s*[：:]/u.test(paragraph.text.text));
  const first = paragraphs[at];
  if (!first) return [];
  const listed = [first];
  let expected = (numberingOf(first.text.text.replace(/^附\s*件\s*[：:]/u, ''))?.value ?? Number.NaN) + 1;
  for (const paragraph of paragraphs.slice(at + 1)) {
    if (numberingOf(paragraph.text.text)?.value !== expected) break;
    listed.push(paragraph);
    expected += 1;
  }
  return listed;
}

function attachmentOf(paragraph: string, isFirst: boolean): Attachment {
  const text = isFirst ? paragraph.replace(/^附\s*件\s*[：:]/u, '') : paragraph;
  const numbering = numberingOf(text);
  const printed = text.slice(numbering?.length ?? 0).trim();
  const title = printed.replace(/[（(]略[）)]$/u, '');
  return { number: numbering?.value ?? null, title, omitted: title !== printed };
}
