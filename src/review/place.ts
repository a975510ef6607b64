// Which of several measures with the same text one was.
import type { Measure, MeasurePlace } from '../model/index.js';

/** Enough of a neighbour to know it again. */
const MOST_CHARACTERS = 60;

const beginning = (measure: Measure | undefined): string | null => measure?.text.slice(0, MOST_CHARACTERS) ?? null;

export const indicesOf = (measures: readonly Measure[], text: string): number[] =>
  measures.flatMap((measure, index) => (measure.text === text ? [index] : []));

/** Where the measure at the index stands. */
export function placeOf(measures: readonly Measure[], index: number): MeasurePlace {
  const same = indicesOf(measures, (measures[index] as Measure).text);
  return {
    index: same.indexOf(index),
    of: same.length,
    before: beginning(measures[index - 1]),
    after: beginning(measures[index + 1]),
  };
}

/**
 * Of the measures with the same text, the one at the place. Where there are as many as there were, their order tells,
 * unless the neighbours speak against it; else only a pair of neighbours does.
 *
 * @param same the indices of those with the text
 * @returns -1 where that is not known
 */
export function indexAtPlace(measures: readonly Measure[], same: readonly number[], place: MeasurePlace): number {
  const agreeing = (index: number): number =>
    Number(beginning(measures[index - 1]) === place.before) + Number(beginning(measures[index + 1]) === place.after);
  if (same.length === place.of) {
    const own = same[place.index] ?? -1;
    if (same.length === 1) return own;
    const agreement = agreeing(own);
    return agreement > 0 && same.every((index) => agreeing(index) <= agreement) ? own : -1;
  }
  // one came or went, and among copies that stand together it may be any
  const text = beginning(measures[same[0] as number]);
  if (place.before === text || place.after === text) return -1;
  const [only = -1, ...others] = same.filter((index) => agreeing(index) === 2);
  return others.length > 0 ? -1 : only;
}
