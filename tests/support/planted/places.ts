// Places of a measure: in the list of the last document and, the same, in its text.
import type { Item, ListedMeasure, ManuscriptDocument } from '../../../fixtures/typesetter/manuscript.js';
import type { Sample } from './fault.js';
import { listedDocument } from './fault.js';

export type Place = readonly [category: number, goal: number, measure: number];

/** Of measures with so many others before and behind them under the same heading. */
export function placesOf(sample: Sample, before = 0, behind = 0): Place[] {
  const { taskList } = listedDocument(sample);
  return (taskList?.categories ?? []).flatMap(({ goals }, category) =>
    goals.flatMap(({ measures }, goal) =>
      measures.flatMap((_, index): Place[] =>
        index >= before && index < measures.length - behind ? [[category, goal, index]] : [],
      ),
    ),
  );
}

export function somePlace(sample: Sample, before = 0, behind = 0): Place | null {
  const places = placesOf(sample, before, behind);
  return places[sample.pick(places.length)] ?? null;
}

export const listedAt = (document: ManuscriptDocument, [category, goal, measure]: Place): ListedMeasure =>
  document.taskList?.categories[category]?.goals[goal]?.measures[measure] as ListedMeasure;

export const itemAt = (document: ManuscriptDocument, [category, goal, measure]: Place): Item =>
  document.items[category]?.items[goal]?.items[measure] as Item;

const changed = <T>(values: readonly T[], at: number, change: (value: T) => readonly T[]): T[] =>
  values.flatMap((value, index) => (index === at ? change(value) : [value]));

/** The document with a row of its list replaced, by none or more. */
export function withRow(
  document: ManuscriptDocument,
  [category, goal, measure]: Place,
  change: (row: ListedMeasure) => readonly ListedMeasure[],
): ManuscriptDocument {
  const { taskList } = document;
  if (!taskList) return document;
  const categories = changed(taskList.categories, category, (one) => [
    {
      ...one,
      goals: changed(one.goals, goal, (inner) => [{ ...inner, measures: changed(inner.measures, measure, change) }]),
    },
  ]);
  return { ...document, taskList: { ...taskList, categories } };
}

/** The document with an item of its text replaced, by none or more. */
export function withItem(
  document: ManuscriptDocument,
  [category, goal, measure]: Place,
  change: (item: Item) => readonly Item[],
): ManuscriptDocument {
  const items = changed(document.items, category, (one) => [
    {
      ...one,
      items: changed(one.items, goal, (inner) => [{ ...inner, items: changed(inner.items, measure, change) }]),
    },
  ]);
  return { ...document, items };
}
