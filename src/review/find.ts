// The measure that a correction means, in records that may have been read anew since.
import type { CorrectedField, CorrectedFields, Measure, MeasureName } from '../model/index.js';
import { Likeness } from '../text/likeness.js';
import { isEqual } from './equal.js';
import { indexAtPlace, indicesOf } from './place.js';

/** How alike two texts must be to be one text read in two ways. */
const ALIKE = 0.8;

/**
 * The index of the measure: the one with this text, or else the one with this id whose text is nearly the same, and
 * nearer than any other. The id alone is not enough: where a row is found that was missed before, all ids behind it move,
 * and rows that follow each other often have the same departments, or even the same text. Of several with this text it
 * is the one that stands where it stood.
 *
 * @param isMeant whether it still is as it was when it was corrected
 * @returns -1 where there is none, or it is not known which
 */
export function indexOfMeasure(
  measures: readonly Measure[],
  { id, text, place }: MeasureName,
  isMeant: (measure: Measure) => boolean,
): number {
  const same = indicesOf(measures, text);
  const byId = measures.findIndex((measure) => measure.id === id);
  const named = measures[byId];
  if (same.length === 0) return named && isMeant(named) && isNearest(named, text, measures) ? byId : -1;
  const ifMeant = (index: number): number => (isMeant(measures[index] as Measure) ? index : -1);
  if (place) {
    const index = indexAtPlace(measures, same, place);
    return index < 0 ? -1 : ifMeant(index);
  }
  const [only = -1, ...others] = same.filter((index) => ifMeant(index) >= 0);
  // it is the other one's id
  const isAnother = only !== byId && named?.text === text;
  return others.length > 0 || isAnother ? -1 : only;
}

function isNearest(named: Measure, text: string, measures: readonly Measure[]): boolean {
  const likeness = new Likeness();
  const own = likeness.of(named.text, text);
  return own >= ALIKE && measures.every((other) => other === named || likeness.of(other.text, text) < own);
}

/** A field as corrections hold it. */
export function valueIn<Field extends CorrectedField>(measure: Measure, field: Field): CorrectedFields[Field] {
  return (measure[field] ?? null) as CorrectedFields[Field];
}

/** Whether these fields of it are so. */
export const hasFields = (measure: Measure, fields: CorrectedFields): boolean =>
  fieldsOf(fields).every((field) => isEqual(valueIn(measure, field), fields[field]));

export const fieldsOf = (fields: CorrectedFields): CorrectedField[] => Object.keys(fields) as CorrectedField[];

/** What must be the same for a measure to be replaced; the rest is made of these. */
const OWN = ['documentId', 'path', 'number', 'title', 'text', 'deadlines', 'departments', 'openEnded'] as const;

export const isSameMeasure = (a: Measure, b: Measure): boolean => OWN.every((field) => isEqual(a[field], b[field]));
