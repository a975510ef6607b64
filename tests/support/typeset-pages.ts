// What stands on the pages of a typeset file, and what should: every word of the issue, and the furniture.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { columnSetOf, rowsOf } from '../../fixtures/typesetter/column-sets.js';
import { pageNumberOf, runningHeadOf, watermarkOf } from '../../fixtures/typesetter/furniture.js';
import { itemParagraphs } from '../../fixtures/typesetter/item-paragraphs.js';
import type { Layout } from '../../fixtures/typesetter/layout.js';
import type { Manuscript, TaskList } from '../../fixtures/typesetter/manuscript.js';
import { printed, printedManuscript } from '../../fixtures/typesetter/print.js';
import { spansOf } from '../../fixtures/typesetter/spans.js';
import { unifyIdeograph } from '../../src/text/ideographs.js';
import { simplified } from '../../src/text/script.js';

/** A stretch of text as pdf.js reads it. Points. */
export interface Word {
  readonly text: string;
  /** Left end of the baseline, from the top left of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface ReadPage {
  /** Width and height in points. */
  readonly size: readonly [number, number];
  readonly words: readonly Word[];
}

/** The pages of a PDF file. */
export async function readPages(file: string): Promise<ReadPage[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await task.promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index): Promise<ReadPage> => {
    const page = await pdf.getPage(index + 1);
    const [, , width, height] = page.view as [number, number, number, number];
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const words = items.flatMap((item): Word[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x, y] = item.transform as number[];
      return [{ text: item.str, x: x ?? 0, y: height - (y ?? 0), width: item.width }];
    });
    return { size: [width, height], words };
  });
  const done = await Promise.all(pages);
  await task.destroy();
  return done;
}

/**
 * Without spaces and in one form, in simplified characters: fonts' mappings give radicals for some ideographs, whatever the
 * script, and a look-alike for the dash.
 */
export const folded = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(/\s/gu, '').replaceAll('\u2015', '\u2014'), (character) =>
    simplified(unifyIdeograph(character, 'simplified')),
  ).join('');

export const textOf = ({ words }: ReadPage): string => folded(words.map(({ text }) => text).join(''));

/** How often each character stands in one text more than in the other; empty where nothing is lost or doubled. */
export function difference(found: readonly string[], expected: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  const count = (texts: readonly string[], by: number): void => {
    for (const character of folded(texts.join(''))) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  count(found, 1);
  count(expected, -1);
  return Object.fromEntries([...counts].filter(([, number]) => number !== 0));
}

/** The headings of a list's columns, common ones included. */
export function headingsOf(layout: Layout): string[] {
  const { columns } = columnSetOf(layout);
  const groups = new Set(columns.flatMap(({ group }) => (group ? [group] : [])));
  return [...groups, ...columns.map(({ heading }) => heading)];
}

/** Every word that the documents print, once. */
export const wordsOf = (manuscript: Manuscript, layout: Layout): string[] =>
  printedManuscript(manuscript, layout).documents.flatMap((document) => {
    const { box, taskList, publicity } = document;
    return [
      ...document.titleLines,
      document.docNumber,
      document.addresseesPrinted,
      ...document.introduction,
      ...itemParagraphs(document).flat(),
      ...(box ? [box.title, ...box.paragraphs] : []),
      document.issuer,
      document.datePrinted,
      ...(publicity ? [printed(`（${publicity}）`, layout)] : []),
      ...(taskList ? [printed('附件：', layout), ...taskList.titleLines, ...listWords(taskList, layout)] : []),
    ];
  });

/** A merged cell counts once. */
function listWords(list: TaskList, layout: Layout): string[] {
  const set = columnSetOf(layout);
  const rows = rowsOf(list);
  const spans = spansOf(set, rows);
  const cells = rows.flatMap((row, index) => [
    spans.sectionOf(index) ?? '',
    ...set.columns.flatMap((column) => (spans.rowsOf(column, index) === 0 ? [] : [column.text(row)])),
  ]);
  return ['附件', ...list.titleLines, ...headingsOf(layout), ...cells];
}

/** What a number of pages bear besides the documents. */
export function furnitureOf(manuscript: Manuscript, layout: Layout, pages: number): string[] {
  return Array.from({ length: pages }, (_, index) => manuscript.firstPageNumber + index).flatMap((number) => {
    const head = runningHeadOf(manuscript, layout, number);
    return [
      head?.left ?? '',
      head?.right ?? '',
      pageNumberOf(layout, number)?.text ?? '',
      watermarkOf(manuscript, layout) ?? '',
    ];
  });
}

/** Where the running head ends and the page number begins, in points from the top and the bottom of the page. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
}

/** The running head and the page number that a page shows, and those it should. */
export function furnitureOn(
  page: ReadPage,
  number: number,
  issue: { manuscript: Manuscript; layout: Layout },
  margins: Margins,
) {
  const [width, height] = page.size;
  const head = runningHeadOf(issue.manuscript, issue.layout, number);
  const expected = pageNumberOf(issue.layout, number);
  const bottom = page.words.filter(({ y }) => y > height - margins.bottom);
  const left = Math.min(...bottom.map(({ x }) => x));
  const at = left < width * 0.3 ? 'left' : left > width * 0.7 ? 'right' : 'centre';
  const top = page.words.filter(({ y }) => y < margins.top);
  return {
    shown: { head: textOf({ ...page, words: top }), number: textOf({ ...page, words: bottom }), at },
    expected: { head: folded(`${head?.left}${head?.right}`), number: folded(expected?.text ?? ''), at: expected?.at },
  };
}
