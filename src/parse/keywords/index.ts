// Keywords of measures: terms by TF-IDF, the measures of the issue being the documents.
import type { Measure } from '../../model/index.js';
import type { Segmenter } from '../../text/segmenter.js';
import { shadow } from '../../text/shadow.js';
import { KnownNames } from './known-names.js';
import { joinPhrases } from './phrases.js';
import { piecesOf } from './pieces.js';
import { bestTerms, TermCounts } from './score.js';
import { quotedIn, stretchesOf } from './stretches.js';
import { type Term, Vocabulary } from './vocabulary.js';

/** Keywords of one measure. */
const MOST = 8;

/** Each measure with its keywords, between its other fields and where they were read. */
export function withKeywords(measures: readonly Measure[], segmenter: Segmenter): Measure[] {
  const keywords = keywordsOf(measures, segmenter);
  return measures.map(({ sources, flags, ...measure }, index) => ({
    ...measure,
    keywords: keywords[index] ?? [],
    sources,
    flags,
  }));
}

/** The keywords of each measure, best first, as printed. */
export function keywordsOf(measures: readonly Measure[], segmenter: Segmenter): string[][] {
  const stretches = measures.map(({ text }) => stretchesOf(text));
  const rows = termsByStretch(new Set(stretches.flat().map(({ text }) => text)), namesIn(measures), segmenter);
  const counts = measures.map(({ title }, index) => {
    const terms = new TermCounts(title.length);
    for (const stretch of stretches[index] ?? []) {
      let { at } = stretch;
      for (const term of rows.get(stretch.text) ?? []) {
        terms.add(term, at);
        at += term.form.length;
      }
    }
    return terms;
  });
  return bestTerms(counts, MOST).map((best, index) =>
    best.map(({ term, at }) => measures[index]?.text.slice(at, at + term.form.length) ?? ''),
  );
}

/** What is quoted, and the units that the gazetteer knows. */
function namesIn(measures: readonly Measure[]): KnownNames {
  const names = new Set(measures.flatMap(({ text }) => quotedIn(text)));
  for (const { departments, path } of measures) {
    for (const { known, name, raw } of [departments, ...path.map(({ leads }) => leads)].flat())
      if (known) names.add(name).add(raw);
  }
  return new KnownNames(Array.from(names, shadow));
}

/** A wording that is printed twice, in text and list, is cut once, and counts once as evidence of phrases. */
function termsByStretch(
  stretches: ReadonlySet<string>,
  names: KnownNames,
  segmenter: Segmenter,
): ReadonlyMap<string, readonly Term[]> {
  const vocabulary = new Vocabulary();
  const rows = piecesOf(Array.from(stretches, shadow), names, segmenter, vocabulary);
  vocabulary.lookUp(segmenter);
  const joined = joinPhrases(rows, vocabulary);
  return new Map(Array.from(stretches, (stretch, index) => [stretch, joined[index] ?? []]));
}
