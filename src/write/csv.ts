import { stringify } from 'csv-stringify/sync';
import type { Issue } from '../model/index.js';
import { plainText } from './excel/cell-text.js';
import { MEASURE_COLUMNS, type MeasureColumnName, type Value } from './measure-columns.js';

/**
 * STEM.csv: a row a measure, in printed order, with Chinese headings; UTF-8 with a byte order mark, line ends CR LF, so that
 * Excel reads it as it is. A cell that a spreadsheet would take for a formula gets a ' before it.
 */
export function toCsv(issue: Issue): string {
  const documents = new Map(issue.documents.map((document) => [document.id, document]));
  const columns = ORDER.map((name) => MEASURE_COLUMNS[name]);
  const rows = issue.measures.map((measure) => {
    const row = { issue, measure, document: documents.get(measure.documentId) };
    return columns.map(({ value }) => textOf(value(row)));
  });
  return stringify([columns.map(({ heading }) => heading), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // without it, a cell with a lone LF is not quoted
    quote_record_delimiter: true,
  });
}

const textOf = (value: Value): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : plainText(String(value ?? ''));

const ORDER: readonly MeasureColumnName[] = [
  ...(['file', 'document', 'docNumber', 'dateIssued', 'origin', 'headings', 'number', 'title', 'text'] as const),
  ...(['deadlines', 'kinds', 'due', 'edtf', 'rrule', 'lead', 'responsible', 'support', 'collectives'] as const),
  ...(['openEnded', 'targets', 'keywords', 'extra', 'place', 'look', 'flags', 'id', 'documentId'] as const),
];
