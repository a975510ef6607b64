import type { GazetteDocument, Issue } from '../model/index.js';
import { issueSchema } from '../model/index.js';

/**
 * STEM.ndjson: a measure a line, in printed order, its fields as in STEM.json. Added to each: `document`, what to call its
 * document by (null where the document is not known), and `source`, the file it was read from.
 *
 * @throws ZodError where the issue breaks the contract
 */
export function toNdjson(issue: Issue): string {
  const { source, documents, measures } = issueSchema.parse(issue);
  const known = new Map(documents.map((document) => [document.id, called(document)]));
  const { file, sha256 } = source;
  return measures
    .map((measure) => ({ ...measure, document: known.get(measure.documentId) ?? null, source: { file, sha256 } }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const called = ({ title, docNumber, dateIssued }: GazetteDocument): object => ({ title, docNumber, dateIssued });
