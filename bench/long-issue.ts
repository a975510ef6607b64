// A made-up issue of so many pages: one document, and a task list that goes on to the end.
import { compose } from '../fixtures/typesetter/compose/index.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { type Layout, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import type { Manuscript } from '../fixtures/typesetter/manuscript.js';
import { type Composition, fixedMetrics } from '../fixtures/typesetter/page.js';
import { writeHandwritten } from '../fixtures/typesetter/produce/handwritten/index.js';

const SEED = 1;
const MEASURES = 200;
const LAYOUT: Layout = { ...PLAIN_LAYOUT, columnSet: 'numbered-four' };

/** A PDF of about so many pages. */
export function longIssue(pages: number): Uint8Array {
  const { manuscript } = inventIssue(SEED, 0, {
    documents: { min: 1, max: 1 },
    measures: { min: MEASURES, max: MEASURES },
    items: 2,
    layout: LAYOUT,
  });
  const once = set(manuscript).sheets.length;
  const composition = set(withRows(manuscript, Math.round((pages * MEASURES) / once)));
  return writeHandwritten(composition, LAYOUT);
}

const set = (manuscript: Manuscript): Composition => compose(manuscript, LAYOUT, fixedMetrics);

/** The same issue with so many rows in its list: those it has, over and over. */
function withRows(manuscript: Manuscript, rows: number): Manuscript {
  const documents = manuscript.documents.map((document) => {
    const { taskList } = document;
    if (!taskList) return document;
    const [category] = taskList.categories;
    const [goal] = category?.goals ?? [];
    if (!category || !goal) return document;
    const all = taskList.categories.flatMap(({ goals }) => goals.flatMap(({ measures }) => measures));
    const measures = Array.from({ length: rows }, (_, index) => all[index % all.length] as (typeof all)[number]);
    return { ...document, taskList: { ...taskList, categories: [{ ...category, goals: [{ ...goal, measures }] }] } };
  });
  return { ...manuscript, documents };
}
