// What tests ask of composed pages: where text stands, and what has to stand there.
import { columnSetOf, type ListRow, rowsOf } from '../../fixtures/typesetter/column-sets.js';
import { compose } from '../../fixtures/typesetter/compose/index.js';
import { contentsHead, pageNumberOf, runningHeadOf, watermarkOf } from '../../fixtures/typesetter/furniture.js';
import { inventIssue } from '../../fixtures/typesetter/invent/issue.js';
import { itemParagraphs } from '../../fixtures/typesetter/item-paragraphs.js';
import { feasible, type Layout, PLAIN_LAYOUT } from '../../fixtures/typesetter/layout.js';
import type { Manuscript, ManuscriptDocument } from '../../fixtures/typesetter/manuscript.js';
import { type Composition, fixedMetrics, type Metrics, type Run, type Sheet } from '../../fixtures/typesetter/page.js';
import { printed, printedManuscript } from '../../fixtures/typesetter/print.js';

/** Issues of three documents, each with a task list of some pages. */
export const MANUSCRIPTS: readonly Manuscript[] = [1, 2, 3].map(
  (index) => inventIssue(7, index, { documents: { min: 3, max: 3 }, measures: { min: 30, max: 50 } }).manuscript,
);

/** The plain layout with some of its parameters changed. */
export const layoutWith = (changes: Partial<Layout>): Layout => feasible({ ...PLAIN_LAYOUT, ...changes });

export const composed = (
  changes: Partial<Layout>,
  manuscript: Manuscript = MANUSCRIPTS[0] as Manuscript,
): Composition => compose(manuscript, layoutWith(changes), fixedMetrics);

/** The edges of a run's characters, in points: no ascender is taken to be higher than 0.88 em. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly run: Run;
}

export function edgesOf(run: Run, metrics: Metrics): Edges {
  const characters = [...run.text];
  const em = characters.reduce((sum, character) => sum + metrics(character, run.weight), 0);
  const width = em * run.size + (characters.length - 1) * run.spacing;
  return { left: run.x, right: run.x + width, top: run.y - 0.88 * run.size, bottom: run.y + 0.12 * run.size, run };
}

/** Only the watermark is grey. */
export const isWatermark = ({ grey }: Run): boolean => grey > 0;

/** The sheet's text, without the watermark. */
export const textRuns = ({ runs }: Sheet): Run[] => runs.filter((run) => !isWatermark(run));

export const words = (text: string): string => text.replace(/\s/gu, '');

/** How often each character occurs, spaces not counted. */
export function countOf(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const character of words(texts.join(''))) counts[character] = (counts[character] ?? 0) + 1;
  return counts;
}

/** Sheets of the task list of a document: it begins with the word 附件 on a line of its own. */
export function listSheets({ sheets, documentPages }: Composition, document: number): Sheet[] {
  const [first, last] = documentPages[document] ?? [1, 0];
  const pages = sheets.slice(first - 1, last);
  const start = pages.findIndex((sheet) => sheet.runs.some(({ text }) => text === '附件'));
  return start < 0 ? [] : pages.slice(start);
}

/** The left ends of the columns of a ruled table, and the right end of the last. */
export const columnEdges = ({ rules }: Sheet): number[] =>
  [...new Set(rules.filter(({ x0, x1 }) => x0 === x1).map(({ x0 }) => Number(x0.toFixed(2))))].toSorted(
    (a, b) => a - b,
  );

/** The words of a column of a ruled table, its heading left out: that is bold. */
export function columnText(sheet: Sheet, column: number): string {
  const [left = 0, right = 0] = columnEdges(sheet).slice(column, column + 2);
  const rules = sheet.rules.filter(({ x0, x1 }) => x0 === x1);
  const [top, bottom] = [Math.min(...rules.map(({ y0 }) => y0)), Math.max(...rules.map(({ y1 }) => y1))];
  return textRuns(sheet)
    .filter(({ x, y, weight }) => weight === 'regular' && x >= left && x < right && y > top && y < bottom)
    .toSorted((a, b) => a.y - b.y)
    .map(({ text }) => words(text))
    .join('');
}

/** The rows of the last document's printed task list. */
export function printedRows(manuscript: Manuscript, layout: Layout): ListRow[] {
  const list = printedManuscript(manuscript, layout).documents.at(-1)?.taskList;
  return list ? rowsOf(list) : [];
}

/** A place where a table goes on over a page break. */
export interface Break {
  readonly above: ListRow;
  readonly below: ListRow;
  readonly isInRow: boolean;
}

/** The page breaks of a ruled task list, read off its columns that have no merged cells. */
export function breaksOf(pages: readonly Sheet[], rows: readonly ListRow[], layout: Layout): Break[] {
  const columns = columnSetOf(layout).columns.flatMap(({ text, mergeKey }, column) => {
    if (mergeKey) return [];
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) as number) + words(text(row)).length);
    return { column, starts, read: 0 };
  });
  return pages.slice(0, -1).map((page) => {
    for (const column of columns) column.read += columnText(page, column.column).length;
    const firstBelow = ({ starts, read }: (typeof columns)[number]): number => {
      const next = starts.findIndex((start) => start > read);
      return next < 0 ? rows.length : next - 1;
    };
    const below = Math.min(...columns.map(firstBelow));
    const isInRow = columns.some(({ starts, read }) => read > (starts[below] as number));
    return { above: rows[isInRow ? below : below - 1] as ListRow, below: rows[below] as ListRow, isInRow };
  });
}

/** Every string that the pages of a composition have to show; merged cells and headings once. */
export function expectedTexts(manuscript: Manuscript, layout: Layout, composition: Composition): string[] {
  const made = printedManuscript(manuscript, layout);
  const furniture = composition.pageNumbers.flatMap((number) => {
    const head = runningHeadOf(made, layout, number);
    return [head?.left, head?.right, pageNumberOf(layout, number)?.text, watermarkOf(made, layout)];
  });
  const contents =
    layout.contents === 'none'
      ? []
      : [
          ...contentsHead(made, layout),
          ...made.documents.flatMap(({ titleLines }) => titleLines),
          ...composition.documentPages.map(([first]) => `${composition.pageNumbers[first - 1]}`),
        ];
  return [
    ...furniture.filter((text) => typeof text === 'string'),
    ...contents,
    ...made.documents.flatMap((document) => [...bodyTexts(document, layout), ...listTexts(document, layout)]),
  ];
}

function bodyTexts(document: ManuscriptDocument, layout: Layout): string[] {
  const { titleLines, docNumber, addresseesPrinted, introduction, box, taskList, publicity } = document;
  return [
    ...[...titleLines, docNumber, addresseesPrinted, ...introduction],
    ...itemParagraphs(document).flat(),
    ...(box ? [box.title, ...box.paragraphs] : []),
    ...(taskList ? [printed('附件：', layout), ...taskList.titleLines] : []),
    ...[document.issuer, document.datePrinted],
    ...(publicity ? [printed(`（${publicity}）`, layout)] : []),
  ];
}

/** The headings of the list's columns, in one string. */
export const headingTexts = (layout: Layout): string[] => {
  const { columns } = columnSetOf(layout);
  const groups = columns.flatMap(({ group }, index) => (group && columns[index - 1]?.group !== group ? [group] : []));
  return [...groups, ...columns.map(({ heading }) => heading)];
};

function listTexts({ taskList }: ManuscriptDocument, layout: Layout): string[] {
  if (!taskList) return [];
  const { columns, sectionRow } = columnSetOf(layout);
  const rows = rowsOf(taskList);
  const cells = columns.flatMap(({ text, mergeKey }) =>
    rows
      .filter((row, index) => {
        const before = rows[index - 1];
        return !mergeKey || !before || mergeKey(before) !== mergeKey(row);
      })
      .map(text),
  );
  const sections = sectionRow ? rows.filter((row, index) => rows[index - 1]?.category !== row.category) : [];
  return [
    ...[printed('附件', layout), ...taskList.titleLines, ...headingTexts(layout)],
    ...cells,
    ...sections.map((row) => sectionRow?.(row) ?? ''),
  ];
}
