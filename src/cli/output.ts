import type { GongbaoError } from '../errors.js';
import { errorMessage, type Language } from '../messages.js';

/** Data of a command, as JSON on stdout. */
export function printData(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}

/** One event of a run for machines: a line of JSON on stdout. */
export function printEvent(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** An error in one line; with GONGBAO_DEBUG set, for maintainers, also where it comes from. */
export function printError(error: GongbaoError, language: Language): void {
  printMessage(errorMessage(error, language));
  if (process.env.GONGBAO_DEBUG) printMessage(String((error.cause as Error | undefined)?.stack ?? error.stack));
}

/** Progress, errors and hints: one line on stderr. */
export function printMessage(line: string): void {
  process.stderr.write(`${line}\n`);
}
