// Options on how files are read, shared by the commands that read them.
import { InvalidArgumentError, Option } from 'commander';
import type { InspectOptions } from '../convert.js';
import { DEFAULT_LIMITS } from '../limits.js';
import type { Language } from '../messages.js';
import { HELP } from './help.js';

export interface ReadingOptions {
  readonly password?: string[];
  readonly maxPages: number;
  readonly maxSeconds: number;
  /** In megabytes. */
  readonly maxMemory: number;
}

export function readingOptions(language: Language): Option[] {
  const { pages, seconds, megabytes } = DEFAULT_LIMITS;
  const limit = (flags: string, help: string, byDefault: number): Option =>
    new Option(flags, help).default(byDefault).argParser(positive);
  return [
    new Option('--password <password>', HELP.password[language]).argParser(
      (value: string, before: string[] | undefined): string[] => [...(before ?? []), value],
    ),
    limit('--max-pages <n>', HELP.maxPages[language], pages),
    limit('--max-seconds <n>', HELP.maxSeconds[language], seconds),
    limit('--max-memory <mb>', HELP.maxMemory[language], megabytes),
  ];
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number < Number.POSITIVE_INFINITY))
    throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

export function wholeNumber(value: string): number {
  const number = positive(value);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return number;
}

export function portNumber(value: string): number {
  const number = wholeNumber(value);
  if (number > 65_535) throw new InvalidArgumentError('It must be a whole number up to 65535.');
  return number;
}

export const convertOptions = ({ password = [], maxPages, maxSeconds, maxMemory }: ReadingOptions): InspectOptions => ({
  passwords: password,
  limits: { pages: maxPages, seconds: maxSeconds, megabytes: maxMemory },
});
