// The documents held against the contents page.
import type { ContentsItem, Flag, GazetteDocument } from '../../model/index.js';
import type { Contents, ContentsEntry } from '../../repair/index.js';
import { sourcesOf } from '../sources.js';
import { pageNumbers } from './labels.js';
import { documentsOfEntries, foldedNumber } from './match.js';
import { sameTitle } from './titles.js';

export interface CheckedContents {
  readonly contents: ContentsItem[];
  readonly flags: Flag[];
}

/**
 * Every difference between the contents and the documents is a flag of the issue, except what a file that is only part of
 * an issue cannot hold: entries whose page is not in it.
 *
 * @param labels the number printed on each page of the file, in page order
 */
export function checkContents(
  { entries, isTitled }: Contents,
  documents: readonly GazetteDocument[],
  labels: readonly (string | null)[],
): CheckedContents {
  const found = documentsOfEntries(entries, documents);
  const pages = pageNumbers(labels);
  const contents = entries.map((entry, index) => itemOf(entry, found[index] ?? null));
  const flags = entries.flatMap((entry, index) => {
    const document = found[index];
    if (document) return differences(entry, document, pages);
    if (isInFile(index, entries, found, pages)) return [entryFlag(entry, missing(entry))];
    return isCutOff(index, entries, pages) ? [entryFlag(entry, withoutStart(entry))] : [];
  });
  const unlisted = isTitled && isWhole(entries, pages) ? documents.filter((document) => !found.includes(document)) : [];
  return { contents, flags: [...flags, ...outsideNote(entries, found, pages), ...unlisted.map(unlistedFlag)] };
}

function itemOf({ title, docNumber, page, section }: ContentsEntry, document: GazetteDocument | null): ContentsItem {
  return {
    title: title.text,
    docNumber: docNumber?.text ?? null,
    page,
    documentId: document?.id ?? null,
    section: section?.text.replace(/^【(.*)】$/u, '$1') ?? null,
    sources: sourcesOf('title', title),
  };
}

function differences(entry: ContentsEntry, document: GazetteDocument, pages: readonly (number | null)[]): Flag[] {
  const flags: Flag[] = [];
  const { title, docNumber, page } = entry;
  if (!sameTitle(title.text, document.title)) {
    flags.push(entryFlag(entry, `目录与正文的标题不同。目录：${title.text}；正文：${document.title}`));
  }
  if (docNumber && document.docNumber && foldedNumber(docNumber.text) !== foldedNumber(document.docNumber)) {
    const message = `目录与正文的发文字号不同。目录：${docNumber.text}；正文：${document.docNumber}（${document.title}）`;
    flags.push(entryFlag(entry, message));
  }
  const begins = pages[document.pages[0] - 1] ?? null;
  if (page !== null && begins !== null && Number(page) !== begins) {
    flags.push(entryFlag(entry, `目录所列页码与正文不同。目录：第${page}页；正文：第${begins}页（${document.title}）`));
  }
  return flags;
}

const missing = ({ title, page }: ContentsEntry): string =>
  `目录中的这一件在正文中没有找到，可能并入了前一件公文${page === null ? '' : `（目录所列页码：第${page}页）`}：${title.text}`;

/**
 * Whether the file should hold an entry: its page is one of the file's. Where no page numbers are known, it stands between
 * two entries that the file does hold.
 */
function isInFile(
  index: number,
  entries: readonly ContentsEntry[],
  found: readonly (GazetteDocument | null)[],
  pages: readonly (number | null)[],
): boolean {
  const { page } = entries[index] as ContentsEntry;
  if (page !== null && pages.some((number) => number !== null)) return pages.includes(Number(page));
  return found.slice(0, index).some(Boolean) && found.slice(index + 1).some(Boolean);
}

/** Whether pages of the file lie between an entry's first page, which the file lacks, and the page of the next entry. */
function isCutOff(index: number, entries: readonly ContentsEntry[], pages: readonly (number | null)[]): boolean {
  const [from, to] = [entries[index]?.page, entries[index + 1]?.page].map((page) =>
    page == null ? null : Number(page),
  );
  if (from == null) return false;
  return pages.some((page) => page !== null && page > from && page < (to ?? page + 1));
}

const withoutStart = ({ title, page }: ContentsEntry): string =>
  `目录中的这一件始于第${page}页，文件中没有该页，只有其后的内容：${title.text}`;

/** Entries that a file without page numbers may hold or not: one note for all. */
function outsideNote(
  entries: readonly ContentsEntry[],
  found: readonly (GazetteDocument | null)[],
  pages: readonly (number | null)[],
): Flag[] {
  if (pages.some((number) => number !== null)) return [];
  const open = entries.filter((_, index) => !found[index] && !isInFile(index, entries, found, pages));
  const [first] = open;
  if (!first) return [];
  const message = `目录中另有${open.length}件在正文中没有找到，本文件可能只是该期的一部分：${open.map(({ title }) => title.text).join('；')}`;
  return [{ ...entryFlag(first, message), severity: 'note' }];
}

/** No page is missing between the contents and the end: where numbers are known, they follow one another. */
function isWhole(entries: readonly ContentsEntry[], pages: readonly (number | null)[]): boolean {
  const [place] = entries[0] ? sourcesOf('', entries[0].title) : [];
  const from = place && 'page' in place ? place.page - 1 : 0;
  const numbers = pages.slice(from);
  return numbers.every((number, index) => {
    const before = numbers[index - 1];
    // a contents page may be counted apart from the text
    return index < 2 || number === null || before == null || number === before + 1;
  });
}

const entryFlag = ({ title }: ContentsEntry, message: string): Flag => {
  const [place] = sourcesOf('', title);
  const field = place && 'line' in place ? `line ${place.line}` : `page ${place?.page ?? 1}`;
  return { code: 'contents-differs', field, severity: 'check', message };
};

const unlistedFlag = ({ title, docNumber, pages, lines }: GazetteDocument): Flag => ({
  code: 'contents-differs',
  field: lines ? `line ${lines[0]}` : `page ${pages[0]}`,
  severity: 'check',
  message: `目录中没有列出这一件公文：${title}${docNumber ? `（${docNumber}）` : ''}`,
});
