// Whether a planted fault is flagged: by a flag that is not there without it, and that names the thing.
import type { Issue } from '../../../src/index.js';
import type { Plant, Sample, Told } from './fault.js';
import { convertedPages } from './print.js';

/** Flags that ask a person to look. */
export const toldBy = ({ flags, measures }: Issue): Told[] =>
  [
    ...flags.map((flag): Told => ({ flag, record: null })),
    ...measures.flatMap((record) => record.flags.map((flag): Told => ({ flag, record }))),
  ].filter(({ flag }) => flag.severity !== 'note');

const keyOf = ({ flag, record }: Told): string =>
  JSON.stringify([record?.origin, record?.title, flag.code, flag.message]);

export interface Outcome {
  readonly isFlagged: boolean;
  /** All that is said with the fault and not without it. */
  readonly told: readonly Told[];
}

/** Null where the issue has no place for the fault. */
export async function outcomeOf(sample: Sample, clean: Issue, plant: Plant): Promise<Outcome | null> {
  const planted = plant(sample);
  if (!planted) return null;
  const before = new Set(toldBy(clean).map(keyOf));
  const issue = await convertedPages({ ...sample, manuscript: planted.manuscript }, planted.pages);
  const told = toldBy(issue).filter((one) => !before.has(keyOf(one)));
  return { isFlagged: planted.tells.every((tells) => told.some(tells)), told };
}
