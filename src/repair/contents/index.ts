// Lists of contents (目录): which lines they are, and what those of the issue say.
import { isDocNumber } from '../../text/letterhead.js';
import { numberingOf } from '../../text/numbering.js';
import type { Traced } from '../../text/traced.js';
import type { Contents, ContentsEntry } from '../blocks.js';
import { entriesOf } from './entries.js';
import { contentsRegions } from './lines.js';
import { isContentsTitle, TITLE_END } from './wording.js';

export interface FoundContents {
  /** Indexes of all lines of contents, of the issue and of documents that have their own. */
  readonly lines: ReadonlySet<number>;
  readonly contents: Contents;
}

/** @param lines of the issue in reading order, furniture taken off */
export function contentsOf(lines: readonly Traced[]): FoundContents {
  const regions = contentsRegions(lines);
  const found = new Set(regions.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  // what a document lists behind its number is its own
  const body = lines.findIndex(({ text }, index) => !found.has(index) && isDocNumber(text));
  const ofIssue = regions.filter(([from]) => body < 0 || from < body);
  const parts = ofIssue.map(([from, to]) => lines.slice(from, to + 1));
  const entries = parts.flatMap(entriesOf);
  if (!areDocuments(entries)) return { lines: found, contents: { entries: [], isTitled: false } };
  return { lines: found, contents: { entries, isTitled: parts.flat().some(({ text }) => isContentsTitle(text)) } };
}

const DOCUMENT = new RegExp(`[关關][于於]|(?:${TITLE_END})(?:[（(][^（()）]{1,8}[）)])?$`, 'u');

/** Most entries name official documents: no chapters of one document. */
function areDocuments(entries: readonly ContentsEntry[]): boolean {
  const named = entries.filter(
    ({ title, docNumber }) => docNumber !== null || (DOCUMENT.test(title.text) && numberingOf(title.text) === null),
  );
  return named.length > entries.length / 2;
}
