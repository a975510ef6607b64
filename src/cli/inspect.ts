import { asGongbaoError } from '../batch/as-error.js';
import { Isolated } from '../batch/isolated.js';
import type { InspectStage } from '../inspect.js';
import type { Language } from '../messages.js';
import { printData, printError } from './output.js';
import { convertOptions, type ReadingOptions } from './reading.js';

/** `gongbao inspect FILE --stage STAGE`; returns the exit status. */
export async function inspectCommand(
  file: string,
  { stage, ...reading }: { stage: InspectStage } & ReadingOptions,
  language: Language,
): Promise<number> {
  const isolated = new Isolated();
  try {
    printData(await isolated.inspectSource(file, stage, convertOptions(reading)));
    return 0;
  } catch (error) {
    printError(asGongbaoError(error, file), language);
    return 1;
  } finally {
    await isolated.close();
  }
}
