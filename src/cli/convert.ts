import { asGongbaoError } from '../batch/as-error.js';
import { discoverInputs } from '../batch/discover.js';
import { Isolated } from '../batch/isolated.js';
import { FORMATS, planOutputs } from '../batch/names.js';
import { prepareOutputFolder } from '../batch/outputs.js';
import { type Outcome, runConversions, type Stages } from '../batch/run.js';
import { GongbaoError } from '../errors.js';
import {
  type ConvertedCounts,
  convertedMessage,
  type Language,
  noWordsMessage,
  renamedMessage,
  summaryMessage,
} from '../messages.js';
import type { Issue } from '../model/index.js';
import type { OutputScript } from '../model/script.js';
import { hasJieba } from '../words/jieba.js';
import { printError, printMessage } from './output.js';
import { convertOptions, type ReadingOptions } from './reading.js';

/** Taken when the user names nothing. */
const DEFAULT_INPUT = 'input';

export interface ConvertCommandOptions extends ReadingOptions {
  readonly out: string;
  readonly script?: OutputScript;
  readonly keywords: boolean;
}

/** `gongbao convert INPUTS --out DIR`; returns the exit status. */
export async function convertCommand(
  inputs: readonly string[],
  { out: outDir, script, keywords, ...reading }: ConvertCommandOptions,
  language: Language,
): Promise<number> {
  const count = { converted: 0, failed: 0 };
  const fail = (error: GongbaoError): void => {
    count.failed += 1;
    printError(error, language);
  };

  const discovered = await discoverInputs(inputs.length > 0 ? inputs : [DEFAULT_INPUT]);
  for (const error of discovered.errors) {
    // Who named nothing needs to hear where files belong, not that a name is wrong.
    fail(inputs.length === 0 ? new GongbaoError('folder-without-input', error.file) : error);
  }
  if (discovered.inputs.length > 0) {
    try {
      await prepareOutputFolder(outDir);
    } catch (error) {
      fail(asGongbaoError(error, outDir));
      return 1;
    }
    const plans = planOutputs(discovered.inputs, outDir);
    for (const plan of plans) if (plan.renamed) printMessage(renamedMessage(plan.input, plan.name, language));
    if (!hasJieba()) printMessage(noWordsMessage(language));
    const isolated = new Isolated();
    const options = { ...convertOptions(reading), keywords, ...(script && { script }) };
    const stages = {
      convertIssue: (source: string) => isolated.convertIssue(source, options),
      writers: lazyWriters(),
    };
    await runConversions(plans, stages, (outcome: Outcome) => {
      if (outcome.kind === 'failed') return fail(outcome.error);
      count.converted += 1;
      const outputs = [...FORMATS].reverse().map((format) => outcome.plan.paths[format]);
      printMessage(convertedMessage(outcome.plan.input, outputs, countsOf(outcome.issue), language));
    });
    await isolated.close();
  }
  if (count.converted + count.failed > 1) printMessage(summaryMessage(count.converted, count.failed, language));
  return count.failed > 0 ? 1 : 0;
}

/** Loaded while the first file is read: the writer of workbooks takes longer to load than other commands to run. */
function lazyWriters(): Stages['writers'] {
  const [json, excel] = [import('../write/json.js'), import('../write/excel.js')];
  return {
    json: async (issue) => (await json).toJson(issue),
    xlsx: async (issue) => (await excel).toWorkbook(issue),
  };
}

function countsOf(issue: Issue): ConvertedCounts {
  const flags = [...issue.flags, ...issue.measures.flatMap((measure) => measure.flags)];
  return {
    documents: issue.documents.length,
    measures: issue.measures.length,
    toCheck: flags.filter((flag) => flag.severity !== 'note').length,
  };
}
