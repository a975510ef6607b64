// What the records said when a correction was made: kept with it, so that it is not applied to something else later.
import type { Correction, GazetteDocument, Issue, Measure, MeasureName, MeasurePlace } from '../model/index.js';
import { placeOf } from './place.js';

/** The correction, with where its measure stands and what its flag is about, in the records that its author saw. */
export function pinned({ measures, ...issue }: Issue, correction: Correction): Correction {
  const place = ({ id, text }: Pick<Measure, 'id' | 'text'>): { place?: MeasurePlace } => {
    const index = measures.findIndex((measure) => measure.id === id && measure.text === text);
    return index < 0 ? {} : { place: placeOf(measures, index) };
  };
  const named = (name: MeasureName): MeasureName => ({ ...name, ...place(name) });
  switch (correction.what) {
    case 'set':
      return { ...correction, measure: named(correction.measure) };
    case 'accept': {
      const measure = correction.measure && named(correction.measure);
      const own = measures.find(({ id }) => id === measure?.id) ?? null;
      const seen = valueAt({ ...issue, measures }, own, correction.flag.field);
      return { ...correction, measure, ...(seen !== undefined && { seen }) };
    }
    case 'replace':
      return { ...correction, ...place(correction.from[0] as Measure) };
    case 'add':
      return { ...correction, after: correction.after && named(correction.after) };
    case 'remove':
      return { ...correction, ...place(correction.from) };
  }
}

const MEASURE_FIELDS = [
  'documentId',
  'origin',
  'path',
  'number',
  'title',
  'text',
  'deadlines',
  'departments',
  'openEnded',
  'targets',
  'extra',
  'keywords',
] as const satisfies (keyof Measure)[];

/** Without the whole text. */
const DOCUMENT_FIELDS = [
  'title',
  'docNumber',
  'issuer',
  'dateIssued',
  'addressees',
  'publicity',
  'attachments',
] as const satisfies (keyof GazetteDocument)[];

/**
 * The value of the field that a flag is at: of its measure, or, where it is one of the issue, of the measure or document
 * that the field names (d3.body.三.1.text). Undefined where it is about no such field; null where that is empty.
 */
export function valueAt({ measures, documents }: Issue, measure: Measure | null, field: string): unknown {
  if (measure) return fieldOf(measure, MEASURE_FIELDS, field);
  for (const [records, fields] of [
    [measures, MEASURE_FIELDS],
    [documents, DOCUMENT_FIELDS],
  ] as const) {
    for (const record of records) {
      if (!field.startsWith(`${record.id}.`)) continue;
      const value = fieldOf(record, fields, field.slice(record.id.length + 1));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** path for path[1]. */
function fieldOf(record: object, fields: readonly string[], field: string): unknown {
  const name = field.replace(/\[.*$/, '');
  return fields.includes(name) ? ((record as Record<string, unknown>)[name] ?? null) : undefined;
}
