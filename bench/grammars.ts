// The two grammars, run again over all that the records of an issue were read from.
import type { Issue, Measure } from '../src/model/index.js';
import { findDeadlines } from '../src/parse/deadlines/index.js';
import { findDepartments } from '../src/parse/departments/index.js';

const printed = (parts: readonly { readonly raw: string }[]): string => parts.map(({ raw }) => raw).join('、');

/** What each measure prints: its cells as the grammars get them, and its sentences, which may name deadlines too. */
export function grammars({ measures, documents }: Issue): void {
  const dates = new Map(documents.map(({ id, dateIssued }) => [id, dateIssued]));
  for (const measure of measures) {
    const reference = dates.get(measure.documentId) ?? null;
    findDeadlines(printed(measure.deadlines), { reference, mode: 'cell' });
    findDeadlines(measure.text, { reference, mode: 'text' });
    for (const units of unitsOf(measure)) findDepartments(printed(units));
  }
}

const unitsOf = (measure: Measure): Measure['departments'][] => [
  measure.departments,
  ...measure.path.map(({ leads }) => leads),
];
