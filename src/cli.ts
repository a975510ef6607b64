#!/usr/bin/env node
import { CommanderError } from 'commander';
import { asGongbaoError } from './batch/as-error.js';
import { printError, printMessage } from './cli/output.js';
import { guardProcess } from './cli/process.js';
import { createProgram } from './cli/program.js';
import { type Language, languageOf, usageMessage } from './messages.js';
import { VERSION } from './version.js';

/** Exit status (contract): 0 every input converted, 1 at least one failed, 2 wrong use. */
const WRONG_USE = 2;

const argv = process.argv.slice(2);
const language = languageOfArguments(argv) ?? languageOf(process.env);
const finished = guardProcess(language);

try {
  await createProgram(language, VERSION, finished).parseAsync(argv, { from: 'user' });
} catch (error) {
  finished(statusOf(error));
}

function statusOf(error: unknown): number {
  if (!(error instanceof CommanderError)) {
    printError(asGongbaoError(error, 'gongbao'), language);
    return 1;
  }
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return 0;
  // Without a command the help itself is the message; the command help was asked for.
  if (error.code === 'commander.help' && argv.includes('help')) return 0;
  if (error.code !== 'commander.help') printMessage(usageMessage(error.code, error.message, language));
  return WRONG_USE;
}

/** Needed before the parser is made, whose help has a language too. */
function languageOfArguments(args: readonly string[]): Language | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && (value === 'zh' || value === 'en') ? value : null;
}
