// The pages that Chromium makes of invented issues: nothing is lost on them, and they look as the layout says.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { contentsHead } from '../fixtures/typesetter/furniture.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { feasible, type Layout, PAGE_SIZES, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript } from '../fixtures/typesetter/manuscript.js';
import type { Composition, Run } from '../fixtures/typesetter/page.js';
import {
  chromiumAvailable,
  chromiumMetrics,
  composedHtml,
  flowHtml,
  printWithChromium,
} from '../fixtures/typesetter/produce/chromium/index.js';
import {
  difference,
  folded,
  furnitureOf,
  furnitureOn,
  headingsOf,
  type ReadPage,
  readPages,
  textOf,
  wordsOf,
} from './support/typeset-pages.js';

/** Chromium moves baselines and page sizes to whole pixels of 0.75 pt, more than once. Points. */
const ROUNDED = 1.2;

/** Whether a page has a line that begins and ends where a run does. */
function standsIn({ words }: ReadPage, { text, x, y, size, spacing, weight }: Run): boolean {
  const characters = [...text];
  const natural = characters.reduce((sum, character) => sum + chromiumMetrics(character, weight) * size, 0);
  const right = x + natural + spacing * (characters.length - 1);
  const line = words.filter((word) => Math.abs(word.y - y) < ROUNDED);
  return (
    line.some((word) => Math.abs(word.x - x) < ROUNDED) &&
    line.some((word) => Math.abs(word.x + word.width - right) < ROUNDED + spacing)
  );
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
  const flowed: Record<string, ReadPage[]> = {};
  const set: Record<string, ReadPage[]> = {};
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
    for (const name of Object.keys(FLOWED)) flowed[name] = await readPages(join(folder, `${name}.pdf`));
    for (const name of Object.keys(COMPOSED)) set[name] = await readPages(join(folder, `${name} composed.pdf`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = (name: string): ReadPage[] => flowed[name] as ReadPage[];
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
    const issue = issueOf(name);
    for (const [index, page] of pagesOf(name).entries()) {
      const number = issue.manuscript.firstPageNumber + index;
      const { shown, expected } = furnitureOn(page, number, issue, { top: 60, bottom: 60 });
      expect(shown).toEqual(expected);
    }
  });

  test('a contents page comes first, bears the first number, and leads to every document', () => {
    const { manuscript, layout } = issueOf('contents');
    const [contents] = pagesOf('contents');
    const text = textOf(contents as ReadPage);
    for (const line of contentsHead(manuscript, layout)) expect(text).toContain(folded(line));
    for (const { titleLines } of manuscript.documents) expect(text).toContain(folded(titleLines.join('')));
    expect(text).toContain(`—${manuscript.firstPageNumber}—`);
  });

  test.each(Object.keys(COMPOSED))('%s, composed: each line begins and ends where it was composed', (name) => {
    const { sheets } = composed[name] as Composition;
    const pages = set[name] as ReadPage[];
    expect(pages).toHaveLength(sheets.length);
    for (const [index, { width, height, runs }] of sheets.entries()) {
      const page = pages[index] as ReadPage;
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
