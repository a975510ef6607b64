import type { Change, CorrectedFields, Correction, Corrections, Measure } from '../../src/model/index.js';

/** The corrections as their file holds them, made one minute after the other. */
export function correctionsOf(...corrections: readonly Correction[]): Corrections {
  const changes = corrections.map(
    (correction, index): Change => ({ id: `c${index + 1}`, at: `2031-01-01T00:0${index}:00.000Z`, correction }),
  );
  return { schemaVersion: '1', source: { file: 'a.pdf', sha256: '0'.repeat(64) }, revision: changes.length, changes };
}

/** Sets fields of a measure; what it had is read from it. */
export function setting(measure: Measure, to: CorrectedFields): Correction {
  const from = Object.fromEntries(Object.keys(to).map((field) => [field, measure[field as keyof Measure] ?? null]));
  return { what: 'set', measure: { id: measure.id, text: measure.text }, from, to };
}
