// The typesetter of made-up gazettes, without a producer: does every layout show all of a manuscript, at its place?
import { describe, expect, it } from 'vitest';
import { columnSetOf } from '../fixtures/typesetter/column-sets.js';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { textForm } from '../fixtures/typesetter/compose/text-form.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { LAYOUT_VALUES, type Layout, type Parameter, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript, ManuscriptDocument } from '../fixtures/typesetter/manuscript.js';
import { type Composition, fixedMetrics, type Sheet } from '../fixtures/typesetter/page.js';
import { printedManuscript } from '../fixtures/typesetter/print.js';
import {
  breaksOf,
  composed,
  countOf,
  type Edges,
  edgesOf,
  expectedTexts,
  headingTexts,
  isWatermark,
  layoutWith,
  listSheets,
  MANUSCRIPTS,
  printedRows,
  textRuns,
  words,
} from './support/composed.js';
import { msOf } from './support/time.js';

const [MANUSCRIPT] = MANUSCRIPTS as [Manuscript];
const LISTED = MANUSCRIPT.documents.length - 1;

const DRAWN_OTHERWISE: readonly Parameter[] = ['producer', 'form', 'defect'];
type Case = [name: string, changes: Partial<Layout>];
/** Each value of each parameter, the others being plain. */
const VALUES: Case[] = (Object.keys(LAYOUT_VALUES) as Parameter[])
  .filter((parameter) => !DRAWN_OTHERWISE.includes(parameter))
  .flatMap((parameter) =>
    LAYOUT_VALUES[parameter].map((value): Case => [`${parameter} ${value}`, { [parameter]: value }]),
  );
/** Parameters that act together on how a table goes on over its pages. */
const TABLES: Case[] = LAYOUT_VALUES.columnSet.flatMap((columnSet) =>
  LAYOUT_VALUES.merged.flatMap((merged) =>
    LAYOUT_VALUES.rowBreak.map(
      (rowBreak): Case => [
        `${columnSet}, merged ${merged}, rowBreak ${rowBreak}`,
        { columnSet, merged, rowBreak, pageSize: 'B5', orientation: 'landscape' },
      ],
    ),
  ),
);
const RULINGS: Case[] = LAYOUT_VALUES.ruling.flatMap((ruling) =>
  LAYOUT_VALUES.justification.map(
    (justification): Case => [
      `${ruling}, ${justification}`,
      { ruling, justification, merged: 'blank', pageSize: 'B5', cellAlign: 'middle', punctuation: 'half' },
    ],
  ),
);
const CASES = [...VALUES.filter(([, { ruling }]) => !ruling), ...TABLES, ...RULINGS];

/** What is shown once more behind page breaks: headings, and the words of merged cells. */
function repeatedTexts(composition: Composition, layout: Layout, manuscript: Manuscript): string[] {
  const pages = listSheets(composition, manuscript.documents.length - 1);
  const headings = pages.slice(1).flatMap(() => (layout.headingRow === 'every-page' ? headingTexts(layout) : []));
  const merged = columnSetOf(layout).columns.filter(({ mergeKey }) => mergeKey);
  if (layout.merged !== 'repeated' || merged.length === 0) return headings;
  const breaks = breaksOf(pages, printedRows(manuscript, layout), layout);
  const cells = breaks.flatMap(({ above, below }) =>
    merged.filter(({ mergeKey }) => mergeKey?.(above) === mergeKey?.(below)).map(({ text }) => text(below)),
  );
  return [...headings, ...cells];
}

const LEADERS = /…+(?=\d+$)/u;
const shownTexts = ({ sheets }: Composition): string[] =>
  sheets.flatMap(({ runs }) => runs.map(({ text }) => text.replace(LEADERS, '')));

/** Pairs of boxes that share more than a hair's breadth of the page. */
function overlaps(boxes: readonly Edges[]): [string, string][] {
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  return sorted.flatMap((one, index) => {
    const found: [string, string][] = [];
    for (let next = index + 1; (sorted[next]?.top ?? Infinity) < one.bottom - 0.1; next++) {
      const other = sorted[next] as Edges;
      if (other.left < one.right - 0.1 && one.left < other.right - 0.1) found.push([one.run.text, other.run.text]);
    }
    return found;
  });
}

/** Text that a rule runs through. */
const crossed = ({ rules }: Sheet, boxes: readonly Edges[]): string[] =>
  boxes
    .filter(({ left, right, top, bottom }) =>
      rules.some(({ x0, x1, y0, y1 }) => x0 < right - 0.1 && x1 > left + 0.1 && y0 < bottom - 0.1 && y1 > top + 0.1),
    )
    .map(({ run }) => run.text);

describe('every layout', () => {
  it.each(CASES)('shows each character of manuscript, furniture and headings, and nothing else: %s', (_, changes) => {
    for (const manuscript of MANUSCRIPTS) {
      const layout = layoutWith(changes);
      const composition = compose(manuscript, layout, fixedMetrics);
      const once = expectedTexts(manuscript, layout, composition);
      const again = repeatedTexts(composition, layout, manuscript);
      expect(countOf(shownTexts(composition))).toEqual(countOf([...once, ...again]));
    }
  });

  it.each(CASES)('keeps text on its page, clear of other text and of rules: %s', (_, changes) => {
    for (const sheet of MANUSCRIPTS.flatMap((manuscript) => composed(changes, manuscript).sheets)) {
      const boxes = textRuns(sheet).map((run) => edgesOf(run, fixedMetrics));
      const outside = boxes.filter(
        ({ left, right, top, bottom }) => left < 0 || top < 0 || right > sheet.width || bottom > sheet.height,
      );
      expect(outside).toEqual([]);
      expect(overlaps(boxes)).toEqual([]);
      expect(crossed(sheet, boxes)).toEqual([]);
    }
  });

  it.each(CASES)('knows the pages of each document and the number printed on each page: %s', (_, changes) => {
    const layout = layoutWith(changes);
    const { sheets, documentPages, pageNumbers } = composed(changes);
    const made = printedManuscript(MANUSCRIPT, layout);
    expect(pageNumbers).toEqual(sheets.map((_sheet, index) => MANUSCRIPT.firstPageNumber + index));
    expect(documentPages.at(-1)?.[1]).toBe(sheets.length);
    for (const [index, { docNumber, issuer, taskList }] of made.documents.entries()) {
      const [first, last] = documentPages[index] as [number, number];
      expect(sheets[first - 1]?.runs.map(({ text }) => text)).toContain(docNumber);
      if (!taskList) expect(sheets[last - 1]?.runs.map(({ text }) => text)).toContain(issuer);
    }
  });
});

describe('lines', () => {
  it('never begin with closing punctuation nor end with an opening mark', () => {
    const runs = composed({}).sheets.flatMap(({ runs }) => runs);
    const texts = runs.map(({ text }) => text).filter((text) => [...text].length > 4);
    expect(texts.filter((text) => /^[，。、；：！？）》”】]/u.test(text))).toEqual([]);
    expect(texts.filter((text) => /[（《“【]$/u.test(text))).toEqual([]);
  });

  it('keep numbers and addresses whole', () => {
    const numbers = new Set(textForm(composed({ bodyColumns: 'one' })).match(/\d+/gu));
    const addresses = JSON.stringify(MANUSCRIPT).match(/https?:[\w/.?=&-]+/gu) ?? [];
    for (const number of JSON.stringify(MANUSCRIPT.documents[0]?.introduction).match(/\d+/gu) ?? []) {
      expect(numbers).toContain(number);
    }
    const text = textForm(composed({ bodyColumns: 'one', columnSet: 'numbered-four', orientation: 'landscape' }));
    for (const address of addresses) expect(text).toContain(address);
  });

  it.each([
    ['ragged', 0, 0],
    ['normal', 0.001, 0.12],
    ['wide', 0.15, 0.4],
  ] as const)('are stretched as the layout says: %s', (justification, least, most) => {
    const { sheets } = composed({ justification });
    const runs = sheets.flatMap(({ runs }) => runs.filter(({ text }) => [...text].length > 12));
    const stretches = runs.map(({ spacing, size }) => spacing / size).toSorted((a, b) => a - b);
    const typical = stretches[Math.floor(stretches.length * 0.6)] as number;
    expect(typical).toBeGreaterThanOrEqual(least);
    expect(typical).toBeLessThanOrEqual(most);
  });
});

describe('documents', () => {
  it('begin on a new page, or where the one before ends', () => {
    const firstPages = ({ documentPages }: Composition): number[] => documentPages.map(([first]) => first);
    const apart = composed({ documentStart: 'new-page' });
    expect(new Set(firstPages(apart)).size).toBe(MANUSCRIPT.documents.length);
    const shared = MANUSCRIPTS.map((manuscript) => composed({ documentStart: 'run-on' }, manuscript));
    expect(shared.some((one) => new Set(firstPages(one)).size < MANUSCRIPT.documents.length)).toBe(true);
  });

  it.each(['both-columns', 'one-column'] as const)('have their title over %s', (titleSpan) => {
    const [sheet] = composed({ titleSpan }).sheets as [Sheet];
    const title = sheet.runs.find(({ weight }) => weight === 'bold');
    const { left, right } = edgesOf(title as Sheet['runs'][number], fixedMetrics);
    const middle = (left + right) / 2 / sheet.width;
    if (titleSpan === 'both-columns') expect(middle).toBeCloseTo(0.5);
    else expect(middle).toBeLessThan(0.4);
  });

  it('are listed before the first of them with the numbers of their pages', () => {
    const composition = composed({ contents: 'leaders' });
    const lines = composition.sheets[0]?.textLines.filter((line) => /…{3,}/u.test(line)) ?? [];
    const numbers = composition.documentPages.map(([first]) => composition.pageNumbers[first - 1]);
    expect(lines.map((line) => Number(line.match(/\d+$/u)?.[0]))).toEqual(numbers);
  });
});

describe('boxes', () => {
  it('have a closed frame around their text on every page they take', () => {
    const [first, ...others] = MANUSCRIPT.documents as [ManuscriptDocument, ...ManuscriptDocument[]];
    const paragraphs = Array.from({ length: 60 }, (_, index) => `专栏的第${index}段，说明情况，列出事项，提出要求。`);
    const boxed = { ...first, box: { title: '专栏', paragraphs, afterItem: 0 } };
    const { sheets } = composed({ runningHead: 'none' }, { ...MANUSCRIPT, documents: [boxed, ...others] });
    const framed = sheets.filter((sheet) => textRuns(sheet).some(({ text }) => /^专栏的第\d+段/u.test(text)));
    expect(framed.length).toBeGreaterThan(0);
    let columns = 0;
    for (const { runs, rules } of framed) {
      const upright = rules.filter(({ x0, x1 }) => x0 === x1);
      const level = rules.filter(({ y0, y1 }) => y0 === y1);
      expect(level.length).toBe(upright.length);
      columns += upright.length / 2;
      for (const { x, y } of runs.filter(({ text }) => /^专栏的第\d+段/u.test(text))) {
        const around = upright.filter(({ x0, y0, y1 }) => x0 < x && x - x0 < 40 && y0 < y && y < y1);
        expect(around.length).toBe(1);
      }
    }
    expect(columns).toBeGreaterThan(1);
  });
});

describe('pages', () => {
  it('bear the watermark once, below everything else', () => {
    const { sheets } = composed({ watermark: 'rotated' });
    for (const { runs } of sheets) {
      expect(runs.filter(isWatermark)).toHaveLength(1);
      expect(runs[0]).toMatchObject({ angle: 45, grey: 0.85 });
    }
  });

  it('are read column by column, tables merged columns first, the page number last', () => {
    const { sheets } = composed({ runningHead: 'same', pageNumber: 'centre' });
    const lines = sheets[0]?.textLines ?? [];
    expect(lines[0]).toContain('No.');
    expect(lines.at(-1)).toBe(`—${MANUSCRIPT.firstPageNumber}—`);
    const layout = layoutWith({});
    const [page] = listSheets(composed({}), LISTED) as [Sheet];
    const text = words(page.textLines.join(''));
    const [row] = printedRows(MANUSCRIPT, layout);
    const places = columnSetOf(layout).columns.map((column) => text.indexOf(words(row ? column.text(row) : '')));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('composing', () => {
  it('gives the same pages for the same manuscript, and takes no noticeable time', () => {
    const { manuscript } = inventIssue(7, 3, { measures: { min: 200, max: 200 } });
    const first = compose(manuscript, PLAIN_LAYOUT, fixedMetrics);
    const again = () => expect(compose(manuscript, PLAIN_LAYOUT, fixedMetrics)).toEqual(first);
    // a fifth of it on an idle machine
    expect(msOf(again, 1000)).toBeLessThan(1000);
  });
});
