// A page of the finished file is lost.
import { compose } from '../../../fixtures/typesetter/compose/index.js';
import type { Layout } from '../../../fixtures/typesetter/layout.js';
import type { Composition, Sheet } from '../../../fixtures/typesetter/page.js';
import { inScript } from '../../../fixtures/typesetter/print.js';
import { all, hasCode, listedDocument, type Plant, type Sample, says, type Tells, titleIn } from './fault.js';
import { metricsOf } from './print.js';

const without = <T>(values: readonly T[], at: number): T[] => values.filter((_, index) => index !== at);

const withoutPage =
  (at: number) =>
  (composition: Composition): Composition => ({
    ...composition,
    sheets: without(composition.sheets, at),
    pageNumbers: without(composition.pageNumbers, at),
  });

const wordsOf = ({ runs }: Sheet): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '');

/** The pages of the last document's list, by index: 附件 stands alone above its title. */
function listPages({ sheets }: Composition): number[] {
  const first = sheets.findIndex(({ runs }) => runs.some(({ text }) => text === '附件'));
  return first < 0 ? [] : sheets.flatMap((_, index) => (index >= first ? [index] : []));
}

/** What the measures of the last document say first, in order. */
const titlesOf = (sample: Sample): string[] =>
  (listedDocument(sample).taskList?.categories ?? []).flatMap(({ goals }) =>
    goals.flatMap(({ measures }) => measures.map(({ text }) => titleIn(text, sample))),
  );

/** Where two records meet that stood on the page before and the page after. */
const isBeside =
  (at: number): Tells =>
  ({ record }) =>
    record?.sources.some((source) => 'page' in source && (source.page === at || source.page === at + 1)) ?? false;

/** Words at the gap, a thing that stood on the page, or the numbers of the pages beside it. */
function tellsOf(sample: Sample, { sheets, pageNumbers }: Composition, at: number): Tells[] {
  const { layout } = sample;
  const isInside = at > 0 && at < sheets.length - 1 && !(layout.contents !== 'none' && at === 1);
  if (layout.pageNumber !== 'none' && isInside) {
    return [all(hasCode('page-missing'), says(`${pageNumbers[at - 1]}`, `${pageNumbers[at + 1]}`))];
  }
  const words = wordsOf(sheets[at] as Sheet);
  const lost = titlesOf(sample).filter((title) => words.includes(title));
  const named: Tells = ({ flag }) => lost.some((title) => flag.message.includes(title.slice(0, 20)));
  const joint = all(hasCode('number-gap', 'number-repeated', 'order-uncertain', 'row-joined'), isBeside(at));
  const ends = hasCode('document-incomplete', 'contents-differs');
  return [(told) => all(hasCode('body-table-differs'), named)(told) || joint(told) || ends(told)];
}

/** @param choose which of the pages, null where there is none such */
const lost =
  (choose: (composition: Composition, layout: Layout, pick: Sample['pick']) => number | null): Plant =>
  (sample) => {
    const composition = compose(sample.manuscript, sample.layout, metricsOf(sample.layout));
    const at = choose(composition, sample.layout, sample.pick);
    if (at === null) return null;
    return { manuscript: sample.manuscript, pages: withoutPage(at), tells: tellsOf(sample, composition, at) };
  };

/**
 * The first page of the text. Where one document fills it and there is no contents page, nothing in the file tells of it:
 * the file may be a part of the issue.
 */
export const firstPageLost = lost(({ documentPages }, { contents }) => {
  if (contents !== 'none') return 1;
  const isWhole = documentPages[0]?.[1] === 1 && documentPages[1]?.[0] !== 1;
  return isWhole ? null : 0;
});

export const textPageLost = lost((composition, _, pick) => {
  const [first, last] = composition.documentPages.at(-1) ?? [1, 1];
  const end = listPages(composition)[0] ?? last;
  const inside = composition.sheets.flatMap((_, index) => (index >= first && index < end ? [index] : []));
  return inside[pick(inside.length)] ?? null;
});

export const listPageLost = lost((composition, _, pick) => {
  const inside = listPages(composition).slice(1, -1);
  return inside[pick(inside.length)] ?? null;
});

/** With the header of the list, its title and its first rows. */
export const firstListPageLost = lost((composition) => {
  const [first, ...others] = listPages(composition);
  return first !== undefined && others.length > 0 ? first : null;
});

export const lastPageLost = lost(({ sheets }) => sheets.length - 1);

/** The list is left out: the file ends with the text, its signature and its date. */
export const signaturePageLost: Plant = (sample) => {
  const document = { ...listedDocument(sample), taskList: null };
  const manuscript = { ...sample.manuscript, documents: [...sample.manuscript.documents.slice(0, -1), document] };
  const { sheets } = compose(manuscript, sample.layout, metricsOf(sample.layout));
  return {
    manuscript,
    pages: withoutPage(sheets.length - 1),
    tells: [all(hasCode('document-incomplete'), says(inScript(document.docNumber, sample.layout)))],
  };
};
