// index.json: what became of every input of a run, for programs.
import { join } from 'node:path';
import type { GongbaoError } from '../errors.js';
import { errorMessage, type Language } from '../messages.js';
import type { Counts } from './counts.js';
import { type Format, type PlannedOutput, pathFromOutputs } from './names.js';
import { writeTogether } from './outputs.js';
import type { Outcome } from './run.js';

export const INDEX = 'index.json';

/** One input, in the order they were named or found. */
export interface IndexEntry extends Partial<Counts> {
  readonly input: string;
  /** The same from the output folder, for whoever finds that elsewhere; left out of what is no file. */
  readonly path?: string;
  readonly status: 'converted' | 'unchanged' | 'failed' | 'not-begun';
  /** Names within the output folder. */
  readonly outputs: readonly string[];
  /** Left out where nothing was done. */
  readonly seconds?: number;
  readonly error?: { readonly code: string; readonly page?: number; readonly message: string };
}

export interface Run {
  readonly version: string;
  /** What each input is converted into. */
  readonly formats: readonly Format[];
  readonly plans: readonly PlannedOutput[];
  readonly outcomes: ReadonlyMap<PlannedOutput, Outcome>;
  /** Of what was named and is no input. */
  readonly errors: readonly GongbaoError[];
}

/** What was no input first, then the inputs. */
export const indexEntries = ({ formats, plans, outcomes, errors }: Run, language: Language): IndexEntry[] => [
  ...errors.map((error) => failed(error.file, error, language)),
  ...plans.map((plan) => entryOf(plan, formats, outcomes.get(plan), language)),
];

export function indexOf(run: Run, language: Language): object {
  const files = indexEntries(run, language);
  const count = (status: IndexEntry['status']): number => files.filter((file) => file.status === status).length;
  return {
    schemaVersion: '1',
    program: { name: 'gongbao', version: run.version },
    total: {
      files: files.length,
      converted: count('converted'),
      unchanged: count('unchanged'),
      failed: count('failed'),
      notBegun: count('not-begun'),
    },
    files,
  };
}

export const writeIndex = (outDir: string, run: Run, language: Language): Promise<void> =>
  writeTogether([{ path: join(outDir, INDEX), content: `${JSON.stringify(indexOf(run, language), null, 2)}\n` }]);

function entryOf(
  plan: PlannedOutput,
  formats: readonly Format[],
  outcome: Outcome | undefined,
  language: Language,
): IndexEntry {
  const { input } = plan;
  const path = pathFromOutputs(plan);
  if (!outcome) return { input, path, status: 'not-begun', outputs: [] };
  if (outcome.kind === 'failed') return { ...failed(input, outcome.error, language), path, seconds: rounded(outcome) };
  return {
    input,
    path,
    status: outcome.kind,
    outputs: formats.map((format) => `${plan.name}.${format}`),
    ...outcome.counts,
    ...(outcome.kind === 'converted' && { seconds: rounded(outcome) }),
  };
}

function failed(input: string, error: GongbaoError, language: Language): IndexEntry {
  const { page } = error.details;
  const message = errorMessage(error, language);
  return { input, status: 'failed', outputs: [], error: { code: error.code, ...(page && { page }), message } };
}

const rounded = ({ seconds }: Outcome): number => Math.round(seconds * 1000) / 1000;
