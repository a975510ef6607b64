import type { TypedPage } from '../../extract/page.js';
import { isDocNumber, printedDate } from '../../text/letterhead.js';
import { numberingOf } from '../../text/numbering.js';
import type { Words } from '../../text/words.js';
import type { Block, Furniture, Line, Paragraph, Repaired, UnreadTable } from '../blocks.js';
import { contentsOf } from '../contents/index.js';
import { isAttachment, isBoxTitle, isSignatureLine } from '../line-forms.js';
import { paragraphsOf } from '../paragraphs.js';
import { joinSheets } from '../table/join.js';
import type { Sheet } from '../table/sheet.js';
import { standsAlone } from './line-words.js';
import { linesOf, type TextLine } from './lines.js';
import { headingsOf, isListTitle } from './list/header.js';
import { type ListLines, readList } from './list/index.js';

type Part =
  | { readonly kind: 'lines'; readonly lines: TextLine[] }
  | { readonly kind: 'list'; readonly header: TextLine; readonly list: OpenList; readonly all: TextLine[] };

/** A list whose lines are still being gathered. */
interface OpenList extends ListLines {
  readonly lines: TextLine[];
  readonly headers: Map<TextLine, ListLines['headings']>;
}

/** Lines of a text file → blocks: tables where a header of columns is printed, paragraphs elsewhere. */
export function repairTyped(pages: readonly TypedPage[], words: Words): Omit<Repaired, 'glyphs' | 'unreadable'> {
  const { lines, furniture, mixed } = linesOf(pages);
  const { lines: listed, contents } = contentsOf(lines.map((line) => line.text));
  const entries = lines.filter((_, index) => listed.has(index));
  const parts = partsOf(
    lines.filter((_, index) => !listed.has(index)),
    words,
  );
  const { blocks, unreadTables } = blocksOf(
    parts,
    mixed,
    contents.entries.map(({ title }) => title.text),
  );
  return {
    blocks,
    furniture: [
      ...furniture,
      ...entries.map((line): Furniture => ({ what: 'contents', page: line.page, text: line.text })),
    ],
    contents,
    unreadTables,
    pageNotes: [...mixed].map((page) => ({ what: 'mixed', page })),
    pageLabels: pages.map(() => null),
  };
}

/** A printed header begins a list, which the same header on further pages does not end, but another one, or a document. */
function partsOf(lines: readonly TextLine[], words: Words): Part[] {
  const parts: Part[] = [{ kind: 'lines', lines: [] }];
  let again: ListLines['headings'] | null = null;
  lines.forEach((line, index) => {
    const headings = headingsOf(line, words);
    const open = parts.at(-1) as Part;
    const isTitle =
      open.kind === 'lines' && isAttachment((lines[index - 1]?.text.text ?? '').trim()) && isListTitle(line.text.text);
    if (isTitle && !lines.slice(index + 1, index + 1 + HEADER_LINES).some((next) => headingsOf(next, words))) {
      parts.push({ kind: 'list', header: line, list: { headings: [], lines: [], headers: new Map() }, all: [line] });
      return;
    }
    if (!headings) {
      if (open.kind === 'lines') open.lines.push(line);
      else if (isDocNumber(line.text.text)) parts.push({ kind: 'lines', lines: [line] });
      else {
        open.list.lines.push(line);
        open.all.push(line);
        if (again) open.list.headers.set(line, again);
      }
      again = null;
      return;
    }
    const same = open.kind === 'list' && keyOf(open.list.headings) === keyOf(headings);
    if (same) open.all.push(line);
    else {
      const list = { headings, lines: [], headers: new Map<TextLine, ListLines['headings']>() };
      parts.push({ kind: 'list', header: line, list, all: [line] });
    }
    again = same ? headings : null;
  });
  return parts;
}

/** Between the title of a list and its header. */
const HEADER_LINES = 6;

const keyOf = (headings: ListLines['headings']): string => headings.map(({ text }) => text).join('\t');

/**
 * @param mixed pages whose lines stand in no order
 * @param titles of documents, as the contents print them
 */
function blocksOf(
  parts: readonly Part[],
  mixed: ReadonlySet<number>,
  titles: readonly string[],
): { blocks: Block[]; unreadTables: UnreadTable[] } {
  const blocks: Block[] = [];
  const unreadTables: UnreadTable[] = [];
  let pending: TextLine[] = [];
  const flush = (): void => {
    const boxed = boxedLines(pending.map(({ text }) => text.text));
    const lines = pending.map((line, index) => toLine(line, boxed.has(index)));
    blocks.push(...paragraphsOf(lines, titles));
    pending = [];
  };
  for (const part of parts) {
    if (part.kind === 'lines') {
      pending.push(...part.lines);
      continue;
    }
    flush();
    const read = part.list.headings.length > 0 ? readList(part.list) : null;
    if (read) {
      blocks.push(...tablesOf(read.sheets));
      pending = [...read.rest];
    } else {
      unreadTables.push({ page: part.header.page, header: part.header.text });
      // in no frame that a text shows, but no items of the document's text either
      blocks.push(...paragraphsOf(part.all.map((line) => toLine(line, true))));
    }
  }
  flush();
  return { blocks: blocks.map((block) => (isOn(block, mixed) ? { ...block, doubtful: true } : block)), unreadTables };
}

const isOn = (block: Block, pages: ReadonlySet<number>): block is Paragraph =>
  block.kind === 'paragraph' && block.lines.some(({ page }) => pages.has(page));

/** A text shows no frames: a box goes from its title (专栏) to the next number or the end of the document's text. */
function boxedLines(texts: readonly string[]): Set<number> {
  const boxed = new Set<number>();
  let isOpen = false;
  texts.forEach((text, index) => {
    if (isBoxTitle(text)) isOpen = true;
    else if (numberingOf(text) || isAttachment(text.trim()) || endsText(text, texts[index + 1] ?? '')) isOpen = false;
    if (isOpen) boxed.add(index);
  });
  return boxed;
}

const endsText = (text: string, next: string): boolean =>
  standsAlone(text) || (isSignatureLine(text) && printedDate(next) !== null);

const tablesOf = (sheets: readonly Sheet[]): Block[] => (sheets.length > 0 ? [joinSheets(sheets)] : []);

const toLine = ({ text, page }: TextLine, boxed: boolean): Line => ({
  text,
  page,
  indentEm: null,
  beginsIndented: false,
  whiteEm: null,
  shortEm: null,
  boxed,
  centred: false,
  sizePt: null,
});
