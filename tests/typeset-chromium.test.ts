// The pages that Chromium makes of invented issues: nothing is lost on them, and they look as the layout says.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { columnSetOf, rowsOf } from '../fixtures/typesetter/column-sets.js';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { contentsHead, pageNumberOf, runningHeadOf, watermarkOf } from '../fixtures/typesetter/furniture.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { feasible, type Layout, PAGE_SIZES, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript } from '../fixtures/typesetter/manuscript.js';
import type { Composition, Run } from '../fixtures/typesetter/page.js';
import { printed, printedManuscript } from '../fixtures/typesetter/print.js';
import {
  chromiumAvailable,
  chromiumMetrics,
  composedHtml,
  flowHtml,
  printWithChromium,
} from '../fixtures/typesetter/produce/chromium/index.js';
import { itemParagraphs } from '../fixtures/typesetter/truth.js';
import { unifyIdeograph } from '../src/text/ideographs.js';

interface Word {
  readonly text: string;
  /** Left end of the baseline, from the top left of the page; the width as drawn. Points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Page {
  readonly size: readonly [number, number];
  readonly words: readonly Word[];
}

/** Chromium moves baselines and page sizes to whole pixels of 0.75 pt, more than once. Points. */
const ROUNDED = 1.2;

/** The fonts' mapping gives radicals for some ideographs, and a look-alike for the dash. */
const folded = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(/\s/gu, '').replaceAll('\u2015', '\u2014'), (character) =>
    unifyIdeograph(character, 'simplified'),
  ).join('');

/** How often each character stands in one text more than in the other; empty where nothing is lost or doubled. */
function difference(found: readonly string[], expected: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  const count = (texts: readonly string[], by: number): void => {
    for (const character of folded(texts.join(''))) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  count(found, 1);
  count(expected, -1);
  return Object.fromEntries([...counts].filter(([, number]) => number !== 0));
}

async function read(file: string): Promise<Page[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await task.promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index): Promise<Page> => {
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

/** Whether a page has a line that begins and ends where a run does. */
function standsIn({ words }: Page, { text, x, y, size, spacing, weight }: Run): boolean {
  const characters = [...text];
  const natural = characters.reduce((sum, character) => sum + chromiumMetrics(character, weight) * size, 0);
  const right = x + natural + spacing * (characters.length - 1);
  const line = words.filter((word) => Math.abs(word.y - y) < ROUNDED);
  return (
    line.some((word) => Math.abs(word.x - x) < ROUNDED) &&
    line.some((word) => Math.abs(word.x + word.width - right) < ROUNDED + spacing)
  );
}

const textOf = ({ words }: Page): string => folded(words.map(({ text }) => text).join(''));

/** The headings of the list's columns, common ones included. */
function headingsOf(layout: Layout): string[] {
  const { columns } = columnSetOf(layout);
  const groups = new Set(columns.flatMap(({ group }) => (group ? [group] : [])));
  return [...groups, ...columns.map(({ heading }) => heading)];
}

/** Every word that the documents print, once. */
function wordsOf(manuscript: Manuscript, layout: Layout): string[] {
  const set = columnSetOf(layout);
  return printedManuscript(manuscript, layout).documents.flatMap((document) => {
    const { box, taskList, publicity } = document;
    const rows = taskList ? rowsOf(taskList) : [];
    const isFirst = (index: number): boolean => rows[index - 1]?.category !== rows[index]?.category;
    const cells = rows.flatMap((row, index) => {
      const above = rows[index - 1];
      return [
        ...(set.sectionRow && isFirst(index) ? [set.sectionRow(row)] : []),
        ...set.columns.flatMap(({ text, mergeKey }) =>
          mergeKey && above && mergeKey(above) === mergeKey(row) ? [] : [text(row)],
        ),
      ];
    });
    const list = taskList
      ? [
          printed('附件：', layout),
          ...taskList.titleLines,
          '附件',
          ...taskList.titleLines,
          ...headingsOf(layout),
          ...cells,
        ]
      : [];
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
      ...list,
    ];
  });
}

/** What the pages bear besides the documents. */
function furnitureOf(manuscript: Manuscript, layout: Layout, pages: number): string[] {
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

const chromium = (layout: Partial<Layout>): Layout => feasible({ ...PLAIN_LAYOUT, producer: 'chromium', ...layout });
const manuscript = (index: number, measures: number): Manuscript =>
  inventIssue(11, index, { documents: { min: 2, max: 2 }, measures: { min: measures, max: measures } }).manuscript;

/** Few, since each costs a second; every value of every parameter is in one of them. */
const FLOWED: Readonly<Record<string, { readonly manuscript: Manuscript; readonly layout: Layout }>> = {
  plain: { manuscript: manuscript(0, 24), layout: chromium({ headingRow: 'first-page' }) },
  landscape: {
    manuscript: manuscript(1, 24),
    layout: chromium({
      pageSize: 'A4',
      orientation: 'landscape',
      columnSet: 'two-level-heading',
      ruling: 'three-line',
      titleSpan: 'one-column',
      runningHead: 'odd-even',
      pageNumber: 'outer',
      watermark: 'rotated',
      cellAlign: 'middle',
      rowBreak: 'cut',
      script: 'traditional',
    }),
  },
  'one column': {
    manuscript: manuscript(2, 12),
    layout: chromium({
      pageSize: 'B5',
      bodyColumns: 'one',
      documentStart: 'new-page',
      justification: 'wide',
      columnSet: 'section-rows',
      ruling: 'half-ruled',
      headingRow: 'first-page',
      watermark: 'light',
      punctuation: 'half',
    }),
  },
  'no furniture': {
    manuscript: manuscript(3, 24),
    layout: chromium({
      pageSize: 'A3',
      justification: 'ragged',
      columnSet: 'merged-units',
      ruling: 'unruled',
      runningHead: 'none',
      pageNumber: 'none',
      headingRow: 'first-page',
      rowBreak: 'cut',
    }),
  },
  contents: { manuscript: manuscript(4, 5), layout: chromium({ contents: 'leaders', documentStart: 'new-page' }) },
};
const COMPOSED: Readonly<Record<string, Layout>> = {
  plain: chromium({ producer: 'chromium-composed', justification: 'wide', watermark: 'rotated' }),
  landscape: chromium({
    producer: 'chromium-composed',
    orientation: 'landscape',
    script: 'traditional',
    pageSize: 'A4',
  }),
};
const composedManuscript = manuscript(5, 8);
const hasChromium = chromiumAvailable();
if (!hasChromium) console.warn('typeset-chromium: skipped, Chromium or the Noto Serif CJK fonts are missing');

describe.skipIf(!hasChromium)('issues printed by Chromium', () => {
  const flowed: Record<string, Page[]> = {};
  const set: Record<string, Page[]> = {};
  const composed: Record<string, Composition> = {};
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'typeset-test-'));
    const flows = Object.entries(FLOWED).map(([name, { manuscript, layout }]) => ({
      html: flowHtml(manuscript, layout),
      pdf: join(folder, `${name}.pdf`),
    }));
    const compositions = Object.entries(COMPOSED).map(([name, layout]) => {
      const composition = compose(composedManuscript, layout, chromiumMetrics);
      composed[name] = composition;
      return { html: composedHtml(composition, layout), pdf: join(folder, `${name} composed.pdf`) };
    });
    await printWithChromium([...flows, ...compositions]);
    for (const name of Object.keys(FLOWED)) flowed[name] = await read(join(folder, `${name}.pdf`));
    for (const name of Object.keys(COMPOSED)) set[name] = await read(join(folder, `${name} composed.pdf`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = (name: string): Page[] => flowed[name] as Page[];
  const issueOf = (name: string) => FLOWED[name] as { manuscript: Manuscript; layout: Layout };

  test.each(['plain', 'one column', 'no furniture'])('%s: every word is on the pages once, and no other', (name) => {
    const { manuscript, layout } = issueOf(name);
    const pages = pagesOf(name);
    const expected = [...wordsOf(manuscript, layout), ...furnitureOf(manuscript, layout, pages.length)];
    expect(difference(pages.map(textOf), expected)).toEqual({});
  });

  test('a heading row that is repeated stands on every page of the list', () => {
    const heading = folded(headingsOf(issueOf('landscape').layout).at(-1) as string);
    const list = pagesOf('landscape').filter(({ size: [width, height] }) => width > height);
    expect(list.length).toBeGreaterThan(1);
    for (const page of list) expect(textOf(page)).toContain(heading);
  });

  test('pages have the size of the layout, those of a landscape list turned', () => {
    const [short, long] = PAGE_SIZES.A4;
    const sizes = pagesOf('landscape').map(({ size }) => size);
    const isTurned = sizes.map(([width, height]) => width > height);
    expect(isTurned).toEqual(isTurned.toSorted());
    expect(new Set(isTurned).size).toBe(2);
    for (const [width, height] of sizes) {
      expect(Math.abs(Math.min(width, height) - short)).toBeLessThan(ROUNDED);
      expect(Math.abs(Math.max(width, height) - long)).toBeLessThan(ROUNDED);
    }
  });

  test.each(['plain', 'landscape', 'one column'])('%s: each page has its number and running head', (name) => {
    const { manuscript, layout } = issueOf(name);
    for (const [index, page] of pagesOf(name).entries()) {
      const number = manuscript.firstPageNumber + index;
      const [width, height] = page.size;
      const head = runningHeadOf(manuscript, layout, number);
      const top = textOf({ ...page, words: page.words.filter(({ y }) => y < 60) });
      expect(top).toBe(folded(`${head?.left}${head?.right}`));
      const expected = pageNumberOf(layout, number);
      const bottom = page.words.filter(({ y }) => y > height - 60);
      expect(textOf({ ...page, words: bottom })).toBe(folded(expected?.text ?? ''));
      const left = Math.min(...bottom.map(({ x }) => x));
      const part = left < width * 0.3 ? 'left' : left > width * 0.7 ? 'right' : 'centre';
      expect(part).toBe(expected?.at);
    }
  });

  test('a contents page comes first, bears the first number, and leads to every document', () => {
    const { manuscript, layout } = issueOf('contents');
    const [contents] = pagesOf('contents');
    const text = textOf(contents as Page);
    for (const line of contentsHead(manuscript, layout)) expect(text).toContain(folded(line));
    for (const { titleLines } of manuscript.documents) expect(text).toContain(folded(titleLines.join('')));
    expect(text).toContain(`—${manuscript.firstPageNumber}—`);
  });

  test.each(Object.keys(COMPOSED))('%s, composed: each line begins and ends where it was composed', (name) => {
    const { sheets } = composed[name] as Composition;
    const pages = set[name] as Page[];
    expect(pages).toHaveLength(sheets.length);
    for (const [index, { width, height, runs }] of sheets.entries()) {
      const page = pages[index] as Page;
      expect(Math.abs(page.size[0] - width)).toBeLessThan(ROUNDED);
      expect(Math.abs(page.size[1] - height)).toBeLessThan(ROUNDED);
      expect(
        difference(
          [textOf(page)],
          runs.map(({ text }) => text),
        ),
      ).toEqual({});
      const displaced = runs.filter((run) => run.angle === 0 && !standsIn(page, run));
      expect(displaced).toEqual([]);
    }
  });

  test('a failure names the file, and leaves no profile behind', async () => {
    vi.stubEnv('CHROMIUM', join(folder, 'no-such-browser'));
    vi.stubEnv('TMPDIR', folder);
    const pdf = join(folder, 'never.pdf');
    await expect(printWithChromium([{ html: '<p>', pdf }])).rejects.toThrow(/never\.pdf: .*no-such-browser/u);
    vi.unstubAllEnvs();
    expect(existsSync(pdf)).toBe(false);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.pdf'))).toEqual([]);
  });
});
