import { useMemo, useRef, useState } from 'preact/hooks';
import type { Measure } from '../../../model/index.js';
import { indexOfMeasure } from '../../find.js';

interface Place {
  readonly id: string;
  /** Where it stood, for when it is there no more. */
  readonly index: number;
}

/**
 * The measure that is chosen. Where new records were loaded, it is looked for by its text too, since ids may have moved; while
 * it is edited it stays, though it is gone, so that nothing typed is lost.
 *
 * @param records the stamp of the records
 * @returns `isGone`: what is edited was removed elsewhere, or is not among the new records
 */
export function useChosen(measures: readonly Measure[], records: string, isEditing: boolean) {
  const [place, setPlace] = useState<Place | null>(null);
  const last = useRef<{ measure: Measure; records: string; isGone: boolean } | null>(null);
  const before = last.current;

  // at once: with the old place, another measure would be shown in between
  let at = place;
  if (place && before && before.records !== records && !before.isGone) {
    const index = indexOfMeasure(measures, before.measure, () => true);
    // an id that no measure has, where it is none of them
    at = { id: measures[index]?.id ?? '', index: index < 0 ? place.index : index };
    if (at.id !== place.id || at.index !== place.index) setPlace(at);
  }
  const found = useMemo(() => measures.find(({ id }) => id === at?.id) ?? null, [measures, at?.id]);
  const isGone = at !== null && !found && isEditing && before !== null;
  const measure =
    found ?? (isGone ? before.measure : at && (measures[Math.min(at.index, measures.length - 1)] ?? null));
  last.current = measure && { measure, records, isGone };
  return { chosen: measure, isGone, place, setPlace };
}
