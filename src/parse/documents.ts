import type { Attachment } from '../model/index.js';
import type { Block, ContentsEntry, Paragraph } from '../repair/index.js';
import { bracketedDate, isBracketedNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { numberingOf } from '../text/numbering.js';
import { isSectionHead } from '../text/section-heads.js';
import { Traced } from '../text/traced.js';
import { attachmentParagraphs, attachmentsIn } from './attachments.js';
import { type DocumentStart, documentStarts } from './document-starts.js';
import { adoptionOf, issuerOfOffice, issuerOfTitle } from './issuer.js';
import { publishedTitle } from './orders.js';
import { signaturesOf, signerOf } from './signatures.js';
import { unnumberedTitle } from './title-lines.js';

/** The blocks of one document, with what its frame says: everything but the body. */
export interface DocumentParts {
  readonly title: Traced;
  readonly docNumber: Traced | null;
  readonly issuer: Traced | null;
  readonly dateIssued: string | null;
  readonly addressees: readonly Traced[];
  readonly publicity: string | null;
  readonly attachments: readonly Attachment[];
  /** Title and number as printed, with their brackets. */
  readonly head: readonly Traced[];
  /** Everything after title and docNumber, in reading order. */
  readonly blocks: readonly Block[];
  /** The file begins in the middle of it: its title is not printed. */
  readonly isHeadless?: boolean;
  /** The paragraphs of `blocks` that belong to the frame: addressees, signature, date, attachments, publicity. */
  readonly frame: ReadonlySet<Block>;
}

/** The documents of an issue, and the headings of its parts above them (省政府文件). */
export interface Documents {
  readonly documents: readonly DocumentParts[];
  readonly sectionHeads: readonly Paragraph[];
}

/**
 * Blocks of an issue → its documents. Each begins with its title; a docNumber stands under it, or none does.
 *
 * @param entries of the contents page
 */
export function documentsOf(blocks: readonly Block[], entries: readonly ContentsEntry[] = []): Documents {
  const starts = documentStarts(blocks, entries);
  const sectionHeads: Paragraph[] = [];
  const ownBlocks = (from: number, to: number): readonly Block[] => {
    let end = to;
    while (end > from && to < blocks.length && isHeadOfSection(blocks[end - 1])) end -= 1;
    sectionHeads.push(...(blocks.slice(end, to) as Paragraph[]));
    return blocks.slice(from, end);
  };
  const documents: DocumentParts[] = [];
  const above = ownBlocks(0, starts[0]?.title[0] ?? blocks.length);
  // front matter stays unplaced, and is told as such
  if (above.length > 0 && !(starts.length > 0 && above.every(isFrontMatter)))
    documents.push(unnumbered(above, starts.length > 0));
  starts.forEach((start, index) => {
    const to = starts[index + 1]?.title[0] ?? blocks.length;
    documents.push(numbered(blocks, start, ownBlocks(start.body, to)));
  });
  return { documents, sectionHeads };
}

/** Lines of a cover or of contents that were not read as such: no sentence, number or date, so no part of a document. */
const isFrontMatter = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  !/[。；]/u.test(block.text.text) &&
  numberingOf(block.text.text) === null &&
  printedDate(block.text.text) === null &&
  publicityOf(block.text.text) === null;

const isHeadOfSection = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && isSectionHead(block.text.text);

function numbered(blocks: readonly Block[], start: DocumentStart, own: readonly Block[]): DocumentParts {
  const { title, number, order, body } = start;
  const lines = blocks.slice(...title) as Paragraph[];
  const docNumber = order?.number ?? (number === null ? null : docNumberOf(blocks[number] as Paragraph));
  const parts = {
    ...partsOf(lines, docNumber, own),
    head: (blocks.slice(title[0], body) as Paragraph[]).map(({ text }) => text),
  };
  if (!order) return parts;
  const published = publishedTitle(own);
  return {
    ...parts,
    title: parts.title.length > 0 ? parts.title : (published?.title ?? order.number),
    issuer: order.issuer,
    frame: new Set([...parts.frame, ...(published?.lines ?? [])]),
  };
}

const docNumberOf = ({ text }: Paragraph): Traced => (isBracketedNumber(text.text) ? text.slice(1, -1) : text);

/** A document without a number of its own: its title is set largest, or is what stands above the first sentence. */
function unnumbered(blocks: readonly Block[], isBeforeOthers: boolean): DocumentParts {
  const range = unnumberedTitle(blocks);
  if (!range) return { ...partsOf([], null, blocks), isHeadless: isBeforeOthers };
  const rest = blocks.filter((_, index) => index < range[0] || index >= range[1]);
  return partsOf(blocks.slice(...range) as Paragraph[], null, rest);
}

function partsOf(titleOf: readonly Paragraph[], docNumber: Traced | null, blocks: readonly Block[]): DocumentParts {
  const frame = new Set<Block>();
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const addressed = paragraphs[0] && isAddressees(paragraphs[0].text.text) ? paragraphs[0] : null;
  if (addressed) frame.add(addressed);

  const signatures = signaturesOf(paragraphs);
  // an enclosed document may be signed too: the first signature is that of the notice
  const signed = signatures[0];
  for (const { organs, date } of signatures) for (const paragraph of [...organs, date]) frame.add(paragraph);
  const dated = signed?.date ?? paragraphs.findLast(({ text }) => printedDate(text.text) !== null);
  if (dated) frame.add(dated);

  const adopted = adoptionOf(paragraphs);
  const publicity = paragraphs.find((paragraph) => publicityOf(paragraph.text.text) !== null);
  if (publicity) frame.add(publicity);
  const listed = attachmentParagraphs(paragraphs);
  for (const paragraph of listed) frame.add(paragraph);
  return {
    title: Traced.join(titleOf.map(({ text }) => text)),
    docNumber,
    issuer: (signed && signerOf(signed)) ?? issuerOfTitle(titleOf) ?? adopted?.issuer ?? issuerOfOffice(paragraphs),
    dateIssued: dated ? printedDate(dated.text.text) : (adopted?.date ?? dateUnderTitle(paragraphs)),
    addressees: addressed ? splitAddressees(addressed.text) : [],
    publicity: publicity ? publicityOf(publicity.text.text) : null,
    attachments: listed.flatMap(({ text }) => attachmentsIn(text.text)),
    head: [...titleOf.map(({ text }) => text), ...(docNumber ? [docNumber] : [])],
    blocks,
    frame,
  };
}

/** （2031年5月6日） right below the head. */
const dateUnderTitle = (paragraphs: readonly Paragraph[]): string | null =>
  paragraphs
    .slice(0, 2)
    .map(({ text }) => bracketedDate(text.text))
    .find((date) => date !== null) ?? null;

/** 各市、县（区）人民政府，省政府各部门： — who is addressed, one line above the text. */
const isAddressees = (text: string): boolean =>
  /：$/u.test(text) &&
  !/[。；]/u.test(text) &&
  numberingOf(text) === null &&
  text.length < 200 &&
  !/(?:如下|下列|以下|通知|决定|研究|同意|任命|免去)[^，、：]{0,4}：$/u.test(text);

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
