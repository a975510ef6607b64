// Pages → the bytes of a file, with what was done to the pages in between.
import { compose } from '../../../fixtures/typesetter/compose/index.js';
import { textForm } from '../../../fixtures/typesetter/compose/text-form.js';
import type { Layout } from '../../../fixtures/typesetter/layout.js';
import { type Composition, fixedMetrics, type Metrics } from '../../../fixtures/typesetter/page.js';
import { writeHandwritten } from '../../../fixtures/typesetter/produce/handwritten/index.js';
import { drawWithPdfkit, pdfkitMetrics } from '../../../fixtures/typesetter/produce/pdfkit.js';
import type { MadeUpIssue } from '../../../fixtures/typesetter/typeset.js';
import { convertIssue, type Issue } from '../../../src/index.js';

export const metricsOf = ({ producer }: Layout): Metrics => (producer === 'pdfkit' ? pdfkitMetrics() : fixedMetrics);

export async function convertedPages(
  { manuscript, layout }: MadeUpIssue,
  change: (composition: Composition) => Composition = (composition) => composition,
): Promise<Issue> {
  const pages = change(compose(manuscript, layout, metricsOf(layout)));
  if (layout.form === 'text') return convertIssue({ text: textForm(pages) });
  const bytes =
    layout.producer === 'pdfkit' ? await drawWithPdfkit(pages, { title: '' }) : writeHandwritten(pages, layout);
  return convertIssue(new Uint8Array(bytes), { file: 'made-up.pdf' });
}
