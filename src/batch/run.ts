import pLimit from 'p-limit';
import { GongbaoError } from '../errors.js';
import { asGongbaoError } from './as-error.js';
import type { Counts } from './counts.js';
import { StoppedInCompany } from './memory-watch.js';
import { FORMATS, type Format, type PlannedOutput } from './names.js';
import { type Content, stampOf, writeTogether } from './outputs.js';

/** A converted issue, ready to be written. */
export interface Converted {
  readonly contents: { [format in Format]?: string | Uint8Array };
  readonly counts: Counts;
  /** That the thread took for it. */
  readonly seconds: number;
}

/** What a run needs, handed in so that a run can be tried without it. */
export interface Stages {
  /** @param workbook an earlier one, whose entries are kept */
  convert(input: string, formats: readonly Format[], workbook: string | null): Promise<Converted>;
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
  | { readonly kind: 'converted' | 'unchanged'; readonly counts: Counts }
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
    const sha256 = await stages.hash(plan.input);
    const before = stages.unchanged(plan, sha256);
    if (before) return { kind: 'unchanged', plan, counts: before, seconds: seconds() };
    const formats = stages.missing(plan, sha256);
    const { contents, counts, seconds: own } = await convertKeeping(plan, formats, stages);
    // what was read is what is remembered
    if ((await stages.hash(plan.input)) !== sha256) throw new GongbaoError('input-changed', plan.input);
    await writeTogether(filesOf(plan, contents));
    await stages.remember(plan, sha256, counts, formats);
    return { kind: 'converted', plan, counts, seconds: own };
  } catch (error) {
    if (error instanceof StoppedInCompany) return 'again';
    return { kind: 'failed', plan, error: asGongbaoError(error, plan.input), seconds: seconds() };
  }
}

const KEEPING_TRIES = 3;

/** Again where the workbook of before is saved meanwhile: nothing of what people write there may be lost. */
async function convertKeeping(plan: PlannedOutput, formats: readonly Format[], stages: Stages): Promise<Converted> {
  const workbook = plan.paths.xlsx;
  if (!formats.includes('xlsx')) return stages.convert(plan.input, formats, null);
  for (let left = KEEPING_TRIES; left > 0; left--) {
    const stamp = await stampOf(workbook);
    const converted = await stages.convert(plan.input, formats, stamp === null ? null : workbook);
    if ((await stampOf(workbook)) === stamp) return converted;
  }
  throw new GongbaoError('workbook-changed', workbook);
}

/** In the order they take their names: what another program may hold open first, so that a refusal leaves all as it was. */
const WRITING_ORDER: readonly Format[] = ['xlsx', 'csv', ...FORMATS.filter((one) => one !== 'xlsx' && one !== 'csv')];

function filesOf({ paths }: PlannedOutput, contents: Converted['contents']): { path: string; content: Content }[] {
  return WRITING_ORDER.flatMap((format) => {
    const content = contents[format];
    return content === undefined ? [] : [{ path: paths[format], content }];
  });
}
