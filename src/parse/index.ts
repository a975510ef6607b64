import { regionOf } from '../gazetteer/index.js';
import type { Difference, GazetteDocument, Issue, Measure } from '../model/index.js';
import type { Block, LogicalTable, Repaired } from '../repair/index.js';
import type { Glyph } from '../text/glyph.js';
import { type IssueName, issueNameOf } from '../text/issue-name.js';
import { Traced } from '../text/traced.js';
import { bodyMeasures, checkItems } from './body.js';
import { checkContents } from './contents/check.js';
import { Context, pageName } from './context.js';
import { differencesOf, flagDifferences } from './differences/index.js';
import { type DocumentParts, documentsOf } from './documents.js';
import { documentDateFlags } from './doubtful-dates.js';
import { flagIllegible, titleFlags } from './illegible.js';
import { flagHeadless, incompleteFlags } from './incomplete.js';
import { issueFlags } from './issue-flags.js';
import { itemsOf } from './items.js';
import { Ledger } from './ledger.js';
import { mastheadOf, nameIn } from './masthead.js';
import { missingPageFlags } from './missing-pages.js';
import { flagNearNames } from './near-names.js';
import { regionsOf } from './region.js';
import { isTaskList, tableMeasures } from './task-list.js';
import { flagUnread } from './unread.js';

export type Parsed = Pick<Issue, 'issue' | 'contents' | 'documents' | 'measures' | 'flags' | 'coverage'>;

/** The records, and what the texts and task lists among them say differently. */
export interface Parsing {
  readonly parsed: Parsed;
  readonly differences: readonly Difference[];
}

/** Blocks → documents and measures, with an account of where every glyph went. */
export const parse = (repaired: Repaired): Parsed => parseAndCompare(repaired).parsed;

export function parseAndCompare(repaired: Repaired): Parsing {
  const ledger = new Ledger();
  ledger.claim('furniture', ...repaired.furniture.map((piece) => piece.text));
  const documents: GazetteDocument[] = [];
  const measures: Measure[] = [];
  const masthead = mastheadOf(repaired.blocks);
  const issue = issueName(repaired) ?? nameIn(masthead) ?? NO_NAME;
  const { documents: found, sectionHeads } = documentsOf(
    repaired.blocks.slice(masthead.length),
    repaired.contents.entries,
  );
  ledger.claim('furniture', ...[...masthead, ...sectionHeads].map(({ text }) => text));
  const named = [issue.gazette, ...found.map((parts) => parts.issuer?.text ?? null)];
  const places = regionsOf(named);
  const region = regionOf(named);
  found.forEach((parts, index) => {
    const own = regionOf([parts.issuer?.text ?? null, ...named]);
    const context = new Context(`d${index + 1}`, parts.dateIssued, places, own, ledger, repaired.pageLabels);
    measures.push(...measuresOf(parts, context));
    documents.push(documentOf(context.documentId, parts, ledger));
  });
  flagNearNames(measures, region);
  flagUnread(measures, repaired.unreadTables);
  flagIllegible(measures);
  const differences = differencesOf(measures, (page) => pageName(page, repaired.pageLabels));
  const { coverage, unplaced } = ledger.settle(repaired.glyphs, repaired.unreadable);
  const { contents, flags } = checkContents(repaired.contents, documents, repaired.pageLabels);
  const ofIssue = [
    ...issueFlags(repaired, unplaced),
    ...missingPageFlags(repaired),
    ...titleFlags(documents),
    ...incompleteFlags(found, documents),
    ...documentDateFlags(documents, issue.year),
    ...flags,
    ...flagDifferences(differences, measures),
  ];
  return { parsed: { issue, contents, documents, measures, flags: ofIssue, coverage }, differences };
}

/** The measures of a document, from its text and its task lists, in the order they are printed. */
function measuresOf(parts: DocumentParts, context: Context): Measure[] {
  const items = itemsOf(parts.blocks, parts.frame, parts.isHeadless);
  const body = bodyMeasures(items, context);
  checkItems(items, body, parts.isHeadless);
  if (parts.isHeadless) flagHeadless(items, body);
  const byParagraph = new Map<Block, Measure>(body.map(({ paragraph, measure }) => [paragraph, measure]));
  return parts.blocks.flatMap((block) => {
    const inText = byParagraph.get(block);
    if (inText) return [inText];
    if (block.kind === 'paragraph') return [];
    return isTaskList(block) ? tableMeasures(block, context) : [];
  });
}

/** As running heads or the contents page print it. */
function issueName({ furniture }: Repaired): IssueName | null {
  const contents = furniture.filter(({ what }) => what === 'contents');
  // above a contents page the name and the number are set on lines of their own
  const printed = [...furniture.map(({ text }) => text.text), contents.map(({ text }) => text.text).join(' ')];
  for (const text of printed) {
    const name = issueNameOf(text);
    if (name) return name;
  }
  return null;
}

const NO_NAME: Issue['issue'] = { gazette: null, year: null, number: null };

function documentOf(id: string, parts: DocumentParts, ledger: Ledger): GazetteDocument {
  const running = parts.blocks.flatMap(textOf);
  const all = [...parts.head, ...running];
  ledger.claim('documents', ...all);
  ledger.claim('furniture', ...parts.blocks.flatMap(printedAgain));
  const printed = [...all, ...parts.blocks.flatMap(tableTexts)];
  const lines = extent(printed, (glyph) => (glyph.kind === 'typed' ? glyph.line : null));
  return {
    id,
    title: parts.title.text,
    docNumber: parts.docNumber?.text ?? null,
    issuer: parts.issuer?.text ?? null,
    dateIssued: parts.dateIssued,
    addressees: parts.addressees.map((text) => text.text),
    publicity: parts.publicity,
    attachments: [...parts.attachments],
    pages: extent(printed, (glyph) => glyph.page) ?? [1, 1],
    ...(lines ? { lines } : {}),
    text: running.map((text) => text.text).join('\n'),
  };
}

/** The running text of a block; a table that is no task list is read row by row. */
function textOf(block: Block): Traced[] {
  if (block.kind === 'paragraph') return [block.text];
  if (isTaskList(block)) return [];
  const rows = Array.from({ length: block.rows }, (): Traced[] => []);
  const again = new Set(printedAgain(block));
  for (const cell of block.cells) rows[cell.row]?.push(...fragmentsOf(cell).filter((text) => !again.has(text)));
  return rows.map((texts) => Traced.join(texts, '\t'));
}

/** What a table that is no task list prints again on its further pages. */
function printedAgain(block: Block): Traced[] {
  if (block.kind === 'paragraph' || isTaskList(block)) return [];
  return block.cells.flatMap(({ fragments, joins }) => {
    const sheets = new Set(joins.filter(({ how }) => how === 'repeated').map(({ sheet }) => sheet));
    return fragments.filter(({ sheet }) => sheets.has(sheet)).map(({ text }) => text);
  });
}

const fragmentsOf = (cell: LogicalTable['cells'][number]): Traced[] => cell.fragments.map((fragment) => fragment.text);
const tableTexts = (block: Block): Traced[] => (block.kind === 'table' ? block.cells.flatMap(fragmentsOf) : []);

/** The first and last of the pages, or lines, that texts stand on. */
function extent(texts: readonly Traced[], of: (glyph: Glyph) => number | null): [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { glyphs } of texts) {
    for (const glyph of glyphs) {
      const number = glyph && of(glyph);
      if (number === null) continue;
      if (number < first) first = number;
      if (number > last) last = number;
    }
  }
  return first <= last ? [first, last] : null;
}
