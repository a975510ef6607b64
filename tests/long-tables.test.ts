// Tables over many pages, and over one page and a row, through the whole converter: every record as typeset.
import { describe, expect, test } from 'vitest';
import { compare } from '../fixtures/typesetter/compare.js';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { LAYOUT_VALUES, type Layout, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript, TaskList } from '../fixtures/typesetter/manuscript.js';
import { type Composition, fixedMetrics } from '../fixtures/typesetter/page.js';
import { writeHandwritten } from '../fixtures/typesetter/produce/handwritten/index.js';
import { truthOf } from '../fixtures/typesetter/truth.js';
import { convertIssue } from '../src/index.js';

const set = (manuscript: Manuscript, layout: Layout): Composition => compose(manuscript, layout, fixedMetrics);

async function differences(manuscript: Manuscript, layout: Layout): Promise<unknown> {
  const file = writeHandwritten(set(manuscript, layout), layout);
  const issue = await convertIssue(file, { file: 'made-up.pdf' });
  return compare(truthOf(manuscript, layout), issue).differences;
}

const invented = (measures: number, layout: Layout): Manuscript =>
  inventIssue(3, 0, { documents: { min: 1, max: 1 }, measures: { min: measures, max: measures }, items: 1, layout })
    .manuscript;

/** The same issue with the first rows of its list only. */
function withRows(manuscript: Manuscript, count: number): Manuscript {
  let left = count;
  const cut = ({ categories, ...list }: TaskList): TaskList => ({
    ...list,
    categories: categories.flatMap((category) => {
      const goals = category.goals.flatMap((goal) => {
        const measures = goal.measures.slice(0, left);
        left -= measures.length;
        return measures.length > 0 ? [{ ...goal, measures }] : [];
      });
      return goals.length > 0 ? [{ ...category, goals }] : [];
    }),
  });
  const documents = manuscript.documents.map((document) =>
    document.taskList ? { ...document, taskList: cut(document.taskList) } : document,
  );
  return { ...manuscript, documents };
}

describe('a last page with one row', () => {
  const LAYOUTS = LAYOUT_VALUES.merged.flatMap((merged) =>
    LAYOUT_VALUES.headingRow.flatMap((headingRow) =>
      (['ruled', 'half-ruled'] as const).map((ruling): Partial<Layout> => ({ ruling, merged, headingRow })),
    ),
  );
  test.each(LAYOUTS)('$ruling, $merged, headings on $headingRow', async (changes) => {
    for (const columnSet of ['category-goal-measure', 'numbered-goals', 'merged-units'] as const) {
      const layout: Layout = { ...PLAIN_LAYOUT, ...changes, columnSet };
      const whole = invented(40, layout);
      const pagesWith = (rows: number): number => set(withRows(whole, rows), layout).sheets.length;
      // the row that needs another page stands alone on it
      let rows = 2;
      while (pagesWith(rows) === pagesWith(rows - 1)) rows += 1;
      expect(await differences(withRows(whole, rows), layout), columnSet).toEqual([]);
    }
  });
});

test('a table of 80 pages', async () => {
  const layout: Layout = { ...PLAIN_LAYOUT, rowBreak: 'cut', merged: 'blank' };
  const manuscript = invented(900, layout);
  expect(set(manuscript, layout).sheets.length).toBeGreaterThan(80);
  expect(await differences(manuscript, layout)).toEqual([]);
});

test('a table of 80 pages in landscape, of six columns', async () => {
  const layout: Layout = { ...PLAIN_LAYOUT, columnSet: 'numbered-goals', orientation: 'landscape', pageSize: 'A4' };
  const manuscript = invented(800, layout);
  expect(set(manuscript, layout).sheets.length).toBeGreaterThan(80);
  expect(await differences(manuscript, layout)).toEqual([]);
});
