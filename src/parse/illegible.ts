// Texts that a person must compare with the page: a character is not known, or one is missing.
import type { Flag, GazetteDocument, Measure } from '../model/index.js';
import { loneBrackets } from '../text/brackets.js';
import { hasUnknown } from '../text/unknown.js';

/** Flags the fields of measures with characters that no one can tell, or without a mark that goes with another. */
export function flagIllegible(measures: readonly Measure[]): void {
  for (const { number, text, path, deadlines, departments, flags } of measures) {
    const fields: readonly [field: string, texts: readonly string[]][] = [
      ['number', [number ?? '']],
      ['text', [text]],
      ['path', path.flatMap((heading) => [heading.title, heading.text])],
      ['deadlines', deadlines.map(({ raw }) => raw)],
      ['departments', departments.map(({ raw }) => raw)],
    ];
    for (const [field, texts] of fields) {
      const message = faultOf(texts);
      if (message) flags.push({ code: 'text-unreadable', field, severity: 'check', message });
    }
  }
}

/** The same for titles of documents. */
export const titleFlags = (documents: readonly GazetteDocument[]): Flag[] =>
  documents.flatMap(({ id, title }): Flag[] => {
    const message = faultOf([title]);
    return message ? [{ code: 'text-unreadable', field: `${id}.title`, severity: 'check', message }] : [];
  });

function faultOf(texts: readonly string[]): string | null {
  if (texts.some(hasUnknown)) return '有文件未说明是什么的字，以“�”或生僻字码代替，请与原件核对';
  return texts.some(lacksOpening) ? '有“》”而无“《”，可能缺字，请与原件核对' : null;
}

/** A title mark is closed that was never opened: what a font says nothing of is the likeliest reason. */
const lacksOpening = (text: string): boolean => loneBrackets(text, '》').closed > 0;
