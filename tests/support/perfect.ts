import type { Truth } from '../../fixtures/typesetter/truth.js';
import type { Issue } from '../../src/model/index.js';

/** The issue that a conversion without a fault would give: the truth in the contract's form, no flags. */
export function perfectIssue({ issue, contents, documents, measures }: Truth): Issue {
  return {
    schemaVersion: '1',
    source: { file: 'made-up.pdf', sha256: 'a'.repeat(64), kind: 'pdf', pages: 1, pageLabels: [null] },
    issue: { ...issue },
    contents: contents.map(({ document, ...entry }) => ({
      ...entry,
      documentId: `d${document + 1}`,
      section: null,
      sources: [{ field: 'title', page: 1, bbox: [0, 0, 1, 1] }],
    })),
    documents: documents.map(({ paragraphs, ...document }, index) => ({
      ...document,
      id: `d${index + 1}`,
      pages: [1, 1],
      text: [...paragraphs, document.issuer ?? '', `（${document.publicity}）`].join('\n'),
    })),
    measures: measures.map(({ document, ...measure }, index) => ({
      ...measure,
      id: `d${document + 1}.${index}`,
      documentId: `d${document + 1}`,
      deadlines: measure.deadlines.map((deadline) => ({ ...deadline, edtf: null })),
      sources: [{ field: 'text', page: 1, bbox: [0, 0, 1, 1] }],
      flags: [],
    })),
    flags: [],
    coverage: { glyphs: 0, measures: 0, documents: 0, furniture: 0, unplaced: 0 },
  };
}
