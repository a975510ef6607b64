import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import pLimit from 'p-limit';
import { GongbaoError } from '../errors.js';
import type { Change, Corrections } from '../model/index.js';
import type { CorrectionsFile } from '../review/corrections-file.js';
import { asGongbaoError } from './as-error.js';
import type { Beside } from './beside.js';
import type { Counts } from './counts.js';
import { withLock } from './lock.js';
import { StoppedInCompany } from './memory-watch.js';
import { FORMATS, type Format, originalPathOf, type PlannedOutput } from './names.js';
import { type Content, stampOf, writeTogether } from './outputs.js';

/** A converted issue, ready to be written. */
export interface Converted {
  readonly contents: { [format in Format]?: string | Uint8Array };
  readonly counts: Counts;
  /** That the thread took for it. */
  readonly seconds: number;
  /** The records before corrections, where there are any and JSON is written. */
  readonly original?: string;
  /** Corrections that fit no more. */
  readonly unmatched?: readonly Change[];
}

/** What a run needs, handed in so that a run can be tried without it. */
export interface Stages {
  convert(input: string, formats: readonly Format[], beside: Beside): Promise<Converted>;
  /** What people corrected in the outputs of an earlier run. */
  corrections(plan: PlannedOutput): Promise<CorrectionsFile | null>;
  /** SHA-256 of an input's bytes. */
  hash(input: string): Promise<string>;
  /** What earlier runs made of an input with these bytes, where all that is wanted still stands. */
  unchanged(plan: PlannedOutput, sha256: string): Counts | null;
  /** Those of the formats wanted that do not stand yet. */
  missing(plan: PlannedOutput, sha256: string): readonly Format[];
  /** Remembers that an input with these bytes was converted, into these formats. */
  remember(plan: PlannedOutput, sha256: string, counts: Counts, formats: readonly Format[]): Promise<void>;
}

export type Outcome = { readonly plan: PlannedOutput; readonly seconds: number } & (
  | {
      readonly kind: 'converted' | 'unchanged';
      readonly counts: Counts;
      /** Corrections that were left out. */
      readonly unmatched?: readonly Change[];
    }
  | { readonly kind: 'failed'; readonly error: GongbaoError }
);

export interface RunOptions {
  /** Issues converted at the same time. */
  readonly jobs: number;
  /** When it is, what is in hand is finished and nothing else begun. */
  readonly signal?: AbortSignal;
  /** Told the outcome of each input as soon as it is known. */
  readonly report: (outcome: Outcome) => void;
  /** Told that an input is taken in hand. */
  readonly begin?: (plan: PlannedOutput) => void;
}

/** Beside each issue that is converted, one more is read from the disk or written. */
const IN_HAND_PER_JOB = 2;

/**
 * Converts the inputs and writes their outputs. An input that fails does not keep the others from being converted, and
 * leaves no output. What took too much memory beside others is tried again alone, at the end.
 */
export async function runConversions(
  plans: readonly PlannedOutput[],
  stages: Stages,
  options: RunOptions,
): Promise<void> {
  const { jobs, signal, report, begin } = options;
  const inHand = pLimit(jobs * IN_HAND_PER_JOB);
  const again: PlannedOutput[] = [];
  const take = async (plan: PlannedOutput): Promise<void> => {
    if (signal?.aborted) return;
    begin?.(plan);
    const outcome = await convertOne(plan, stages);
    if (outcome === 'again') again.push(plan);
    else report(outcome);
  };
  await Promise.all(plans.map((plan) => inHand(() => take(plan))));
  for (const plan of again.splice(0)) await take(plan);
}

async function convertOne(plan: PlannedOutput, stages: Stages): Promise<Outcome | 'again'> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    const corrected = await stages.corrections(plan);
    const read = await stages.hash(plan.input);
    const sha256 = madeOf(read, corrected);
    const before = stages.unchanged(plan, sha256);
    if (before) return { kind: 'unchanged', plan, counts: before, seconds: seconds() };
    const formats = stages.missing(plan, sha256);
    const { converted, stamp } = await convertKeeping(plan, formats, corrected?.corrections ?? null, stages);
    // what was read is what is remembered
    if ((await stages.hash(plan.input)) !== read) throw new GongbaoError('input-changed', plan.input);
    const { counts, seconds: own, unmatched } = converted;
    let isOutdated = false;
    await writeTogether(filesOf(plan, converted), (takeNames) =>
      withLock(dirname(plan.paths.json), async (lock) => {
        // someone goes on correcting, or filling in
        isOutdated =
          (await stages.corrections(plan))?.sha256 !== corrected?.sha256 ||
          (formats.includes('xlsx') && (await stampOf(plan.paths.xlsx)) !== stamp);
        if (isOutdated) return;
        await lock.check();
        await takeNames();
        if (!corrected && formats.includes('json')) await rm(originalOf(plan), { force: true });
        await stages.remember(plan, sha256, counts, formats);
      }),
    );
    if (isOutdated) return convertOne(plan, stages);
    return { kind: 'converted', plan, counts, seconds: own, ...(unmatched && { unmatched }) };
  } catch (error) {
    if (error instanceof StoppedInCompany) return 'again';
    return { kind: 'failed', plan, error: asGongbaoError(error, plan.input), seconds: seconds() };
  }
}

const KEEPING_TRIES = 3;

/** Again where the workbook of before is saved meanwhile: nothing of what people write there may be lost. */
async function convertKeeping(
  { input, paths }: PlannedOutput,
  formats: readonly Format[],
  corrections: Corrections | null,
  stages: Stages,
): Promise<{ converted: Converted; stamp: string | null }> {
  if (!formats.includes('xlsx')) {
    return { converted: await stages.convert(input, formats, { workbook: null, corrections }), stamp: null };
  }
  for (let left = KEEPING_TRIES; left > 0; left--) {
    const stamp = await stampOf(paths.xlsx);
    const workbook = stamp === null ? null : paths.xlsx;
    const converted = await stages.convert(input, formats, { workbook, corrections });
    if ((await stampOf(paths.xlsx)) === stamp) return { converted, stamp };
  }
  throw new GongbaoError('workbook-changed', paths.xlsx);
}

/** Outputs are made of an input and of what was corrected. */
export const madeOf = (sha256: string, corrections: CorrectionsFile | null): string =>
  corrections ? `${sha256}+${corrections.sha256}` : sha256;

const originalOf = ({ paths, name }: PlannedOutput): string => originalPathOf(dirname(paths.json), name);

/** In the order they take their names: what another program may hold open first, so that a refusal leaves all as it was. */
const WRITING_ORDER: readonly Format[] = ['xlsx', 'csv', ...FORMATS.filter((one) => one !== 'xlsx' && one !== 'csv')];

function filesOf(plan: PlannedOutput, { contents, original }: Converted): { path: string; content: Content }[] {
  return WRITING_ORDER.flatMap((format) => {
    const content = contents[format];
    const file = content === undefined ? [] : [{ path: plan.paths[format], content }];
    // corrected records never stand without those before the corrections
    return format === 'json' && original !== undefined
      ? [{ path: originalOf(plan), content: original }, ...file]
      : file;
  });
}
