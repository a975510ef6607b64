// A made-up issue whose texts are markup and script: all of it is text.
import { compose } from '../../fixtures/typesetter/compose/index.js';
import { inventIssue } from '../../fixtures/typesetter/invent/issue.js';
import { type Layout, PLAIN_LAYOUT } from '../../fixtures/typesetter/layout.js';
import { fixedMetrics } from '../../fixtures/typesetter/page.js';
import { writeHandwritten } from '../../fixtures/typesetter/produce/handwritten/index.js';

const LAYOUT: Layout = { ...PLAIN_LAYOUT, columnSet: 'numbered-four' };

export const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '<svg onload=alert(3)>',
  '"><iframe src=javascript:alert(4)>',
  '{{7*7}}<style>*{display:none}</style>',
];

/** Each row of its list begins with another of these. */
export function markupIssue(): Uint8Array {
  const { manuscript } = inventIssue(5, 0, {
    documents: { min: 1, max: 1 },
    measures: { min: 5, max: 5 },
    layout: LAYOUT,
  });
  let row = 0;
  const documents = manuscript.documents.map((document) => {
    const { taskList } = document;
    if (!taskList) return document;
    const categories = taskList.categories.map((category) => ({
      ...category,
      goals: category.goals.map((goal) => ({
        ...goal,
        measures: goal.measures.map((measure) => ({
          ...measure,
          text: `推行${MARKUP[row++ % MARKUP.length]}。${measure.text}`,
        })),
      })),
    }));
    return { ...document, taskList: { ...taskList, categories } };
  });
  return writeHandwritten(compose({ ...manuscript, documents }, LAYOUT, fixedMetrics), LAYOUT);
}
