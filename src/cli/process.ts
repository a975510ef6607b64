import { asGongbaoError } from '../batch/as-error.js';
import { removeTemporaryFiles } from '../batch/temporary.js';
import type { Language } from '../messages.js';
import { printError } from './output.js';

/** Exit status of a process ended by a signal: 128 and the number of the signal (POSIX shells). */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

let firstInterrupt: (() => void) | null = null;

/**
 * Lets a command finish what it has in hand: `finish` is called at the first SIGINT; the next ends the process at once.
 *
 * @returns to be called when there is nothing left to finish
 */
export function onFirstInterrupt(finish: () => void): () => void {
  firstInterrupt = finish;
  return () => {
    firstInterrupt = null;
  };
}

/**
 * Keeps the promises of the command line whatever a library does: only data on stdout, no stack trace, no exit status 0
 * without the work done, nothing half written left behind.
 *
 * @returns to be called with the exit status when the work is done
 */
export function guardProcess(language: Language): (status: number) => void {
  let status: number | null = null;
  let failed = false;
  const fail = (error: unknown): void => {
    failed = true;
    process.exitCode = status || 1;
    printError(asGongbaoError(error, 'gongbao'), language);
  };

  // The reader of a pipe may leave before everything is written (| head); that is its right, not an error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(error);
    });
  }
  // Libraries report there what users cannot act on, pdf.js even on stdout.
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) console[method] = () => {};

  process.on('unhandledRejection', fail);
  process.on('uncaughtException', (error) => {
    fail(error);
    removeTemporaryFiles();
    process.exit();
  });
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const finish = signal === 'SIGINT' ? firstInterrupt : null;
      firstInterrupt = null;
      if (finish) return finish();
      removeTemporaryFiles();
      process.exit(code);
    });
  }
  // Replaced when the work is done; a promise nobody settles would otherwise end the process as if it were.
  process.exitCode = 1;
  process.on('beforeExit', () => {
    if (status === null && !failed) fail(new Error('ended before the work was done'));
  });

  return (result) => {
    status = result;
    process.exitCode = failed ? result || 1 : result;
  };
}
