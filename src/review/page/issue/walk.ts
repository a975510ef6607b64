// Going from flag to flag, in the order of the list.

import { needsLook } from '../../../flags.js';
import type { Measure } from '../../../model/index.js';
import type { Row } from './order.js';

export interface Spot {
  readonly id: string;
  /** Index of the flag among those of the measure. */
  readonly flag: number;
}

/** All flags that ask for a look, as the list goes. */
const spotsOf = (rows: readonly Row[]): Spot[] =>
  rows.flatMap((row) =>
    row.kind === 'measure'
      ? row.entry.measure.flags.flatMap((flag, index) => (needsLook(flag) ? [{ id: row.key, flag: index }] : []))
      : [],
  );

/**
 * The next flag behind (or before) the one that the reader is at, round the end of the list to its beginning.
 *
 * @param flag -1 where the reader is at none of the measure's
 */
export function nextSpot(rows: readonly Row[], chosen: Measure | null, flag: number, by: 1 | -1): Spot | null {
  const spots = spotsOf(rows);
  if (spots.length === 0) return null;
  const order = new Map(rows.map(({ key }, index) => [key, index]));
  const at = chosen ? (order.get(chosen.id) ?? -1) : -1;
  const placeOf = (spot: Spot): number => (order.get(spot.id) ?? 0) * 1000 + spot.flag;
  const here = at * 1000 + flag;
  if (by === 1) return spots.find((spot) => placeOf(spot) > here) ?? spots[0] ?? null;
  return spots.findLast((spot) => placeOf(spot) < here) ?? spots.at(-1) ?? null;
}
