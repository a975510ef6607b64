import { asGongbaoError } from '../batch/as-error.js';
import { type Discovered, discoverInputs } from '../batch/discover.js';
import { Journal } from '../batch/journal.js';
import { type PlannedOutput, planOutputs } from '../batch/names.js';
import { prepareOutputFolder } from '../batch/outputs.js';
import { Pool } from '../batch/pool.js';
import { indexEntries, type Run, writeIndex } from '../batch/report.js';
import { type Outcome, runConversions } from '../batch/run.js';
import { stagesOf } from '../batch/stages.js';
import { writeSummary } from '../batch/summary.js';
import type { ConvertOptions } from '../convert.js';
import { GongbaoError } from '../errors.js';
import type { Language } from '../messages.js';
import type { OutputScript } from '../model/script.js';
import { hasJieba } from '../words/jieba.js';
import { onFirstInterrupt } from './process.js';
import { convertOptions, type ReadingOptions } from './reading.js';
import { type Teller, type TellingOptions, tellerFor } from './tell.js';

/** Taken when the user names nothing. */
const DEFAULT_INPUT = 'input';

export interface ConvertCommandOptions extends ReadingOptions, TellingOptions {
  readonly out: string;
  readonly script?: OutputScript;
  /** Threads. */
  readonly jobs: number;
  /** Converts what has not changed too. */
  readonly force?: boolean;
  readonly keywords: boolean;
}

/** `gongbao convert INPUTS --out DIR`; returns the exit status. */
export async function convertCommand(
  inputs: readonly string[],
  options: ConvertCommandOptions,
  language: Language,
  version: string,
): Promise<number> {
  const { out: outDir } = options;
  const tell = tellerFor(options, language);
  const { inputs: found, errors } = await inputsOf(inputs, outDir);
  for (const error of errors) tell.failed(error);
  const nothing: Run = { version, plans: [], outcomes: new Map(), errors };
  if (found.length === 0) return tell.end(indexEntries(nothing, language));
  try {
    await prepareOutputFolder(outDir);
  } catch (error) {
    tell.failed(asGongbaoError(error, outDir));
    return 1;
  }
  const plans = planOutputs(found, outDir);
  for (const plan of plans) if (plan.renamed) tell.renamed(plan);
  if (!hasJieba()) tell.noWords();
  const { script, keywords } = options;
  const conversion = { ...convertOptions(options), keywords, ...(script && { script }) };
  const journal = await Journal.open(outDir, version, conversion);
  const { outcomes, isInterrupted } = await convertAll(plans, options, conversion, journal, tell);
  const run: Run = { version, plans, outcomes, errors };
  for (const write of [
    () => writeIndex(outDir, run, language),
    async () => (await writeSummary(outDir, run, journal)).forEach(tell.failed),
  ]) {
    try {
      await write();
    } catch (error) {
      tell.failed(asGongbaoError(error, outDir));
    }
  }
  return tell.end(indexEntries(run, language), isInterrupted);
}

async function inputsOf(named: readonly string[], outDir: string): Promise<Discovered> {
  const { inputs, errors } = await discoverInputs(named.length > 0 ? named : [DEFAULT_INPUT], outDir);
  // who named nothing needs to hear where files belong, not that a name is wrong
  const isNamed = named.length > 0;
  return {
    inputs,
    errors: isNamed ? errors : errors.map(({ file }) => new GongbaoError('folder-without-input', file)),
  };
}

async function convertAll(
  plans: readonly PlannedOutput[],
  options: ConvertCommandOptions,
  conversion: ConvertOptions,
  journal: Journal,
  tell: Teller,
): Promise<{ outcomes: ReadonlyMap<PlannedOutput, Outcome>; isInterrupted: boolean }> {
  const jobs = Math.min(options.jobs, plans.length);
  const pool = new Pool(jobs);
  const interrupt = new AbortController();
  const release = onFirstInterrupt(() => {
    tell.interrupted();
    interrupt.abort();
  });
  const outcomes = new Map<PlannedOutput, Outcome>();
  tell.total(plans.length);
  await runConversions(plans, stagesOf(pool, journal, conversion, options.force), {
    jobs,
    signal: interrupt.signal,
    begin: tell.begin,
    report: (outcome) => {
      outcomes.set(outcome.plan, outcome);
      tell.outcome(outcome);
    },
  });
  release();
  await pool.close();
  return { outcomes, isInterrupted: interrupt.signal.aborted };
}
