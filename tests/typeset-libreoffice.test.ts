// The pages that LibreOffice makes of invented issues: nothing is lost on them, and they look as the layout says.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contentsHead } from '../fixtures/typesetter/furniture.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { feasible, type Layout, PAGE_SIZES, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript } from '../fixtures/typesetter/manuscript.js';
import {
  convertWithLibreOffice,
  libreOfficeAvailable,
  writerDocument,
} from '../fixtures/typesetter/produce/libreoffice/index.js';
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

/** Writer counts in hundredths of a millimetre. Points. */
const ROUNDED = 0.1;

const office = (layout: Partial<Layout>): Layout => feasible({ ...PLAIN_LAYOUT, producer: 'libreoffice', ...layout });
const manuscript = (index: number, measures: number): Manuscript =>
  inventIssue(11, index, { documents: { min: 2, max: 2 }, measures: { min: measures, max: measures } }).manuscript;

interface TestIssue {
  readonly manuscript: Manuscript;
  readonly layout: Layout;
}

/** Every value of every parameter is in one of them. */
const ISSUES: Readonly<Record<string, TestIssue>> = {
  plain: { manuscript: manuscript(0, 24), layout: office({ headingRow: 'first-page' }) },
  landscape: {
    manuscript: manuscript(1, 24),
    layout: office({
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
    layout: office({
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
    layout: office({
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
  'merged cells, whole rows': {
    manuscript: manuscript(6, 40),
    layout: office({ pageSize: 'B5', headingRow: 'first-page', cellAlign: 'middle' }),
  },
  'merged cells, cut rows': {
    manuscript: manuscript(5, 40),
    layout: office({ columnSet: 'numbered-goals', headingRow: 'first-page', rowBreak: 'cut' }),
  },
  contents: {
    manuscript: manuscript(4, 5),
    layout: office({ contents: 'leaders', documentStart: 'new-page', runningHead: 'odd-even', pageNumber: 'outer' }),
  },
};

const hasOffice = libreOfficeAvailable();
if (!hasOffice) console.warn('typeset-libreoffice: skipped, LibreOffice or the Noto Serif CJK fonts are missing');

describe.skipIf(!hasOffice)('issues set by LibreOffice Writer', () => {
  const read: Record<string, ReadPage[]> = {};
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'typeset-test-'));
    const jobs = Object.entries(ISSUES).map(([name, { manuscript, layout }]) => ({
      document: writerDocument(manuscript, layout),
      pdf: join(folder, `${name}.pdf`),
    }));
    await convertWithLibreOffice(jobs);
    for (const name of Object.keys(ISSUES)) read[name] = await readPages(join(folder, `${name}.pdf`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = (name: string): ReadPage[] => read[name] as ReadPage[];
  const issueOf = (name: string): TestIssue => ISSUES[name] as TestIssue;
  const isTurned = ({ size: [width, height] }: ReadPage): boolean => width > height;

  test.each(Object.keys(ISSUES).filter((name) => issueOf(name).layout.headingRow === 'first-page'))(
    '%s: every word is on the pages once, and no other',
    (name) => {
      const { manuscript, layout } = issueOf(name);
      const pages = pagesOf(name);
      const expected = [...wordsOf(manuscript, layout), ...furnitureOf(manuscript, layout, pages.length)];
      expect(difference(pages.map(textOf), expected)).toEqual({});
    },
  );

  test('a heading row that is repeated stands on every page of the list, else every word once', () => {
    const { manuscript, layout } = issueOf('landscape');
    const pages = pagesOf('landscape');
    const repeats = pages.filter(isTurned).length - 1;
    expect(repeats).toBeGreaterThan(0);
    const expected = [
      ...wordsOf(manuscript, layout),
      ...furnitureOf(manuscript, layout, pages.length),
      ...Array.from({ length: repeats }, () => headingsOf(layout)).flat(),
    ];
    expect(difference(pages.map(textOf), expected)).toEqual({});
    for (const page of pages.filter(isTurned)) expect(textOf(page)).toContain(folded(headingsOf(layout)[1] as string));
  });

  test.each(Object.keys(ISSUES))('%s: pages have the size of the layout, those of a landscape list turned', (name) => {
    const { layout } = issueOf(name);
    const [short, long] = PAGE_SIZES[layout.pageSize];
    const pages = pagesOf(name);
    for (const { size } of pages) {
      expect(Math.abs(Math.min(...size) - short)).toBeLessThan(ROUNDED);
      expect(Math.abs(Math.max(...size) - long)).toBeLessThan(ROUNDED);
    }
    const turned = pages.map(isTurned);
    expect(turned).toEqual(turned.toSorted());
    expect(turned[0]).toBe(false);
    expect(turned.at(-1)).toBe(layout.orientation === 'landscape');
  });

  test.each(['plain', 'landscape', 'one column', 'contents'])('%s: each page has its number and head', (name) => {
    const issue = issueOf(name);
    for (const [index, page] of pagesOf(name).entries()) {
      const number = issue.manuscript.firstPageNumber + index;
      const { shown, expected } = furnitureOn(page, number, issue, { top: 52, bottom: 45 });
      expect(shown).toEqual(expected);
    }
  });

  test('both kinds of first numbers are tried: a left-hand page may be the first', () => {
    const first = ['landscape', 'contents'].map((name) => issueOf(name).manuscript.firstPageNumber % 2);
    expect(new Set(first)).toEqual(new Set([0, 1]));
  });

  test('a contents page comes first and gives the page that each document begins on', () => {
    const { manuscript, layout } = issueOf('contents');
    const [contents, ...pages] = pagesOf('contents').map(textOf);
    for (const line of contentsHead(manuscript, layout)) expect(contents).toContain(folded(line));
    for (const { titleLines, docNumber } of manuscript.documents) {
      const page = pages.findIndex((text) => text.includes(folded(docNumber)));
      const entry = `${folded(titleLines.join(''))}.....`;
      expect(contents).toContain(entry);
      const number = /^\.*(\d+)/u.exec(contents?.split(entry)[1] ?? '')?.[1];
      expect(number).toBe(`${manuscript.firstPageNumber + 1 + page}`);
    }
  });

  test('the same documents give the same files, byte for byte', async () => {
    const { manuscript, layout } = issueOf('contents');
    const runs = ['first.pdf', 'second.pdf'].map((name) => join(folder, name));
    for (const pdf of runs) await convertWithLibreOffice([{ document: writerDocument(manuscript, layout), pdf }]);
    const [first, second] = runs.map((pdf) => readFileSync(pdf));
    expect(second?.equals(first as Buffer)).toBe(true);
  });

  test('words that are code in XML stay words', () => {
    const { manuscript, layout } = issueOf('plain');
    const xml = writerDocument({ ...manuscript, section: '<b> & "c"\u0000' }, layout);
    expect(xml).toContain('&lt;b&gt; &amp; &quot;c&quot;</text:p>');
  });

  test('a failure names the file, and leaves no profile behind', async () => {
    vi.stubEnv('SOFFICE', join(folder, 'no-such-office'));
    vi.stubEnv('TMPDIR', folder);
    const pdf = join(folder, 'never.pdf');
    const failure = convertWithLibreOffice([{ document: '', pdf }]);
    await expect(failure).rejects.toThrow(/never\.pdf: .*no-such-office/u);
    vi.unstubAllEnvs();
    expect(existsSync(pdf)).toBe(false);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.pdf'))).toEqual([]);
  });
});
