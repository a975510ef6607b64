// Stretches as rows of words: names and Latin words whole, the rest as word segmentation cuts it.
import type { Segmenter } from '../../text/segmenter.js';
import type { KnownNames } from './known-names.js';
import type { Term, Vocabulary } from './vocabulary.js';

/**
 * The words of each stretch; joined they are the stretch.
 *
 * @param stretches in simplified characters
 */
export function piecesOf(
  stretches: readonly string[],
  names: KnownNames,
  segmenter: Segmenter,
  vocabulary: Vocabulary,
): Term[][] {
  const parted = stretches.map((stretch) => partsOf(stretch, names, vocabulary));
  const toCut = parted.flatMap((parts) => parts.filter((part) => typeof part === 'string'));
  const cut = (toCut.length > 0 ? segmenter.cut(toCut) : [])[Symbol.iterator]();
  return parted.map((parts) => {
    const terms: Term[] = [];
    for (const part of parts) {
      if (typeof part !== 'string') terms.push(part);
      else for (const word of cut.next().value ?? []) terms.push(vocabulary.wordOf(word));
    }
    return terms;
  });
}

const LATIN = /[\dA-Za-z]+/uy;

/** What was found whole, and what is between. */
function partsOf(stretch: string, names: KnownNames, vocabulary: Vocabulary): (Term | string)[] {
  const parts: (Term | string)[] = [];
  let from = 0;
  let at = 0;
  while (at < stretch.length) {
    const length = names.at(stretch, at) || latinAt(stretch, at);
    if (length === 0) at += 1;
    else {
      if (at > from) parts.push(stretch.slice(from, at));
      parts.push(vocabulary.nameOf(stretch.slice(at, at + length)));
      from = at += length;
    }
  }
  if (from < stretch.length) parts.push(stretch.slice(from));
  return parts;
}

function latinAt(stretch: string, at: number): number {
  if (stretch.charCodeAt(at) >= 0x80) return 0;
  LATIN.lastIndex = at;
  return LATIN.exec(stretch)?.[0].length ?? 0;
}
