import { asGongbaoError } from '../batch/as-error.js';
import { type Discovered, discoverInputs } from '../batch/discover.js';
import { planOutputs } from '../batch/names.js';
import { prepareOutputFolder } from '../batch/outputs.js';
import { indexEntries } from '../batch/report.js';
import { GongbaoError } from '../errors.js';
import type { Language } from '../messages.js';
import type { OutputScript } from '../model/script.js';
import { hasJieba } from '../words/jieba.js';
import { onFirstInterrupt } from './process.js';
import type { ReadingOptions } from './reading.js';
import { Session } from './session.js';
import { type TellingOptions, tellerFor } from './tell.js';
import { watchInputs } from './watch.js';

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
  /** Waits for more. */
  readonly watch?: boolean;
}

/** `gongbao convert INPUTS --out DIR`; returns the exit status. */
export async function convertCommand(
  inputs: readonly string[],
  options: ConvertCommandOptions,
  language: Language,
  version: string,
): Promise<number> {
  const { out: outDir, format: formats } = options;
  const tell = tellerFor(options, language);
  const { inputs: found, errors } = options.watch ? { inputs: [], errors: [] } : await inputsOf(inputs, outDir);
  for (const error of errors) tell.failed(error);
  if (found.length === 0 && !options.watch) {
    return tell.end(indexEntries({ version, formats, plans: [], outcomes: new Map(), errors }, language));
  }
  try {
    await prepareOutputFolder(outDir);
  } catch (error) {
    tell.failed(asGongbaoError(error, outDir));
    return 1;
  }
  const plans = planOutputs(found, outDir);
  for (const plan of plans) if (plan.renamed) tell.renamed(plan);
  if (!hasJieba()) tell.noWords();
  const interrupt = new AbortController();
  const release = onFirstInterrupt(() => {
    tell.interrupted();
    interrupt.abort();
  });
  const session = await Session.open(options, tell, language, version);
  const run = options.watch
    ? await watchInputs(inputs.length > 0 ? inputs : [DEFAULT_INPUT], outDir, session, tell, interrupt.signal)
    : await session.round(plans, new Map(), errors, interrupt.signal);
  release();
  await session.close();
  return tell.end(indexEntries(run, language), interrupt.signal.aborted);
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
