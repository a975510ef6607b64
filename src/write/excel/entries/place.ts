import type { Issue, Measure } from '../../../model/index.js';
import { Likeness } from '../../../text/likeness.js';
import { bareShadow } from '../../../text/shadow.js';
import { cellText, plainText } from '../cell-text.js';
import { ENTRY_HEADINGS, type Entry, type Filled } from './entry.js';
import type { Entries } from './read.js';

/** What people wrote, at the measures of the issue as it is now. */
export interface Kept {
  /** The columns for people: the usual three, then those they added. */
  readonly headings: readonly string[];
  /** By the id of the measure. */
  readonly byMeasure: ReadonlyMap<string, ReadonlyMap<string, Filled>>;
  /** What belongs to no measure of the issue any more. */
  readonly unmatched: readonly Entry[];
}

export const NOTHING_KEPT: Kept = { headings: ENTRY_HEADINGS, byMeasure: new Map(), unmatched: [] };

/** Of two texts under one id, the least likeness at which they are one measure in other words. */
const ALIKE = 0.8;
/** More than can be compared in a moment: then none is taken for another. */
const MOST_COMPARED = 1_000_000;

/**
 * Finds the measure of each row again: by id and text; by the text alone, where it has moved; by the id alone, where the
 * text is nearly the same, and no other is nearer. A row whose id now names something else belongs to none. Rows that had lost their measure
 * get it back where it is there again and nothing is written beside it.
 */
export function placeEntries({ rows, lost }: Entries, issue: Issue): Kept {
  const titles = new Map(issue.documents.map(({ id, title }) => [id, essence(title)]));
  const candidates = issue.measures.map(
    (measure): Candidate => ({
      measure,
      document: titles.get(measure.documentId) ?? '',
      text: essence(cellText(measure.text)),
    }),
  );
  const found = match(withoutCopies(rows).map(rowOf), candidates);
  const taken = new Set([...found].filter(([row]) => row.entry.filled.size > 0).map(([, candidate]) => candidate));
  const again = match(
    lost.map(rowOf),
    candidates.filter((candidate) => !taken.has(candidate)),
  );
  return keep([...rows, ...lost], new Map([...found, ...again].map(([{ entry }, { measure }]) => [entry, measure])));
}

interface Place {
  readonly document: string;
  readonly text: string;
}
interface Row extends Place {
  readonly entry: Entry;
}
interface Candidate extends Place {
  readonly measure: Measure;
}

/** What two texts have in common that were written out in two ways. */
const essence = (text: string): string => bareShadow(plainText(text));

const rowOf = (entry: Entry): Row => ({
  entry,
  document: essence(entry.document),
  text: entry.isAdded ? '' : essence(entry.text),
});

/** Rows of a copied sheet, and copies of rows, count where something is written in them. */
function withoutCopies(rows: readonly Entry[]): Entry[] {
  const counts = new Map<string, number>();
  const key = ({ id, text }: Entry): string => `${id}\n${text}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const kept: Entry[] = [];
  for (const row of rows) {
    const count = counts.get(key(row)) ?? 0;
    if (row.id !== '' && row.filled.size === 0 && count > 1) counts.set(key(row), count - 1);
    else kept.push(row);
  }
  return kept;
}

function match(rows: readonly Row[], candidates: readonly Candidate[]): Map<Row, Candidate> {
  const found = new Map<Row, Candidate>();
  const free = new Set(candidates);
  const pair = (row: Row, candidate: Candidate): void => {
    found.set(row, candidate);
    free.delete(candidate);
  };
  const byId = new Map(candidates.map((candidate) => [candidate.measure.id, candidate]));
  const pairById = (isSame: (row: Row, candidate: Candidate) => boolean): void => {
    for (const row of rows) {
      const candidate = byId.get(row.entry.id);
      if (candidate && !found.has(row) && free.has(candidate) && isSame(row, candidate)) pair(row, candidate);
    }
  };

  pairById((row, candidate) => row.text === candidate.text || (row.text === '' && hasTitleOf(row, candidate)));
  for (const key of [({ document, text }: Place) => `${document}\n${text}`, ({ text }: Place) => text]) {
    const left = grouped([...free], key);
    for (const [place, some] of grouped(
      rows.filter((row) => !found.has(row) && row.text !== ''),
      key,
    )) {
      const same = left.get(place) ?? [];
      // of several that say the same it must be clear which is which
      if (same.length !== some.length) continue;
      for (const [index, row] of some.entries()) pair(row, same[index] as Candidate);
    }
  }
  const left = rows.filter((row) => !found.has(row) && row.text !== '');
  const open = [...free];
  if (left.length * open.length > MOST_COMPARED) return found;
  const likeness = new Likeness();
  pairById((row, candidate) => {
    const own = likeness.of(row.text, candidate.text);
    const isNearest =
      open.every((other) => other === candidate || likeness.of(row.text, other.text) < own) &&
      left.every((other) => other.entry.id === row.entry.id || likeness.of(other.text, candidate.text) < own);
    return own >= ALIKE && isNearest;
  });
  return found;
}

/** Where the column of texts is gone, or merged. */
const hasTitleOf = ({ entry }: Row, { measure }: Candidate): boolean =>
  !entry.isAdded && entry.title !== '' && essence(entry.title) === essence(measure.title);

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function keep(entries: readonly Entry[], found: ReadonlyMap<Entry, Measure>): Kept {
  // two columns whose names differ in capitals alone are one: a table would not take both
  const headings = new Map<string, string>(ENTRY_HEADINGS.map((heading) => [heading, heading]));
  const byMeasure = new Map<string, ReadonlyMap<string, Filled>>();
  const unmatched: Entry[] = [];
  for (const entry of entries) {
    if (entry.filled.size === 0) continue;
    const filled = new Map<string, Filled>();
    for (const [heading, cell] of entry.filled) {
      const key = heading.toLowerCase();
      if (!headings.has(key)) headings.set(key, heading);
      filled.set(headings.get(key) ?? heading, cell);
    }
    const measure = found.get(entry);
    if (measure && !byMeasure.has(measure.id)) byMeasure.set(measure.id, filled);
    else unmatched.push({ ...entry, filled });
  }
  return { headings: [...headings.values()], byMeasure, unmatched };
}
