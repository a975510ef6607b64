// Which document an entry of the contents means.
import type { GazetteDocument } from '../../model/index.js';
import type { ContentsEntry } from '../../repair/index.js';
import { shadow } from '../../text/shadow.js';
import { foldedTitle, likeness, sameTitle } from './titles.js';

/** Titles this much alike, of an entry and a document that nothing else claims, are one title with a difference. */
const ALIKE = 0.75;

/** 某政发〔2020〕5号, however its brackets are printed. */
export const foldedNumber = (docNumber: string): string =>
  shadow(docNumber.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/第(?=\d)/u, '')
    .replace(/(?<=令|公告) /u, '')
    .trim();

type Test = (entry: ContentsEntry, document: GazetteDocument) => boolean;

/** From the surest sign to the weakest; each is tried on what is left. */
const SIGNS: readonly Test[] = [
  ({ docNumber }, document) =>
    docNumber !== null &&
    document.docNumber !== null &&
    foldedNumber(docNumber.text) === foldedNumber(document.docNumber),
  ({ title }, document) => foldedTitle(title.text) === foldedTitle(document.title),
  ({ title }, document) => sameTitle(title.text, document.title),
  ({ title }, document) => likeness(title.text, document.title) >= ALIKE,
];

/** The document of each entry, null where there is none; no document is taken twice. */
export function documentsOfEntries(
  entries: readonly ContentsEntry[],
  documents: readonly GazetteDocument[],
): (GazetteDocument | null)[] {
  const found = entries.map((): GazetteDocument | null => null);
  const free = new Set(documents);
  for (const isSame of SIGNS) {
    entries.forEach((entry, index) => {
      if (found[index]) return;
      const document = [...free].find((candidate) => isSame(entry, candidate));
      if (!document) return;
      found[index] = document;
      free.delete(document);
    });
  }
  return found;
}
