import { asGongbaoError } from '../batch/run.js';
import type { Language } from '../messages.js';
import { printData, printError } from './output.js';

export const STAGES = ['pages', 'tables', 'text'] as const;
export type InspectStage = (typeof STAGES)[number];

/** `gongbao inspect FILE --stage STAGE`; returns the exit status. */
export async function inspectCommand(file: string, stage: InspectStage, language: Language): Promise<number> {
  try {
    const { inspectSource } = await import('../convert.js');
    printData(await inspectSource(file, stage));
    return 0;
  } catch (error) {
    printError(asGongbaoError(error, file), language);
    return 1;
  }
}
