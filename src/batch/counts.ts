import type { Issue, Severity } from '../model/index.js';

/** What a run tells of a converted issue. */
export interface Counts {
  readonly pages: number;
  readonly documents: number;
  readonly measures: number;
  /** Flags of the issue and of its measures. */
  readonly flags: Readonly<Record<Severity, number>>;
}

export function countsOf({ source, documents, measures, flags }: Issue): Counts {
  const counts: Record<Severity, number> = { note: 0, check: 0, error: 0 };
  for (const { severity } of [...flags, ...measures.flatMap((measure) => measure.flags)]) counts[severity] += 1;
  return { pages: source.pages, documents: documents.length, measures: measures.length, flags: counts };
}

/** What a person should look at. */
export const toCheck = ({ flags }: Pick<Counts, 'flags'>): number => flags.check + flags.error;
