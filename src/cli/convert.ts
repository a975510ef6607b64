import { discoverInputs } from '../batch/discover.js';
import { FORMATS, planOutputs } from '../batch/names.js';
import { prepareOutputFolder } from '../batch/outputs.js';
import { asGongbaoError, type Outcome, runConversions, type Stages } from '../batch/run.js';
import { GongbaoError } from '../errors.js';
import { type ConvertedCounts, convertedMessage, type Language, renamedMessage, summaryMessage } from '../messages.js';
import type { Issue } from '../model/index.js';
import { printError, printMessage } from './output.js';

/** Taken when the user names nothing. */
const DEFAULT_INPUT = 'input';

/** `gongbao convert INPUTS --out DIR`; returns the exit status. */
export async function convertCommand(inputs: readonly string[], outDir: string, language: Language): Promise<number> {
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
    await runConversions(plans, await loadStages(), (outcome: Outcome) => {
      if (outcome.kind === 'failed') return fail(outcome.error);
      count.converted += 1;
      const outputs = [...FORMATS].reverse().map((format) => outcome.plan.paths[format]);
      printMessage(convertedMessage(outcome.plan.input, outputs, countsOf(outcome.issue), language));
    });
  }
  if (count.converted + count.failed > 1) printMessage(summaryMessage(count.converted, count.failed, language));
  return count.failed > 0 ? 1 : 0;
}

/** Loaded when there is something to convert: the PDF reader alone takes longer to load than other commands to run. */
async function loadStages(): Promise<Stages> {
  const [{ convertIssue }, { toJson }, { toWorkbook }] = await Promise.all([
    import('../convert.js'),
    import('../write/json.js'),
    import('../write/excel.js'),
  ]);
  return { convertIssue: (source) => convertIssue(source), writers: { json: toJson, xlsx: toWorkbook } };
}

function countsOf(issue: Issue): ConvertedCounts {
  const flags = [...issue.flags, ...issue.measures.flatMap((measure) => measure.flags)];
  return {
    documents: issue.documents.length,
    measures: issue.measures.length,
    toCheck: flags.filter((flag) => flag.severity !== 'note').length,
  };
}
