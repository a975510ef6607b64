// What the user hears of a run: lines on stderr, a line that moves on a terminal, or events for machines on stdout.
import { toCheck } from '../batch/counts.js';
import type { Followed } from '../batch/following.js';
import type { Format, PlannedOutput } from '../batch/names.js';
import type { IndexEntry } from '../batch/report.js';
import type { Outcome } from '../batch/run.js';
import type { GongbaoError } from '../errors.js';
import {
  convertedMessage,
  errorMessage,
  followedMessage,
  interruptedMessage,
  type Language,
  noWordsMessage,
  renamedMessage,
  summaryMessage,
  unchangedMessage,
  unmatchedMessage,
  watchingMessage,
} from '../messages.js';
import { correctionWording } from '../review/wording.js';
import { printError, printEvent, printMessage } from './output.js';
import { Progress } from './progress.js';
import { closingTable } from './table.js';

export interface TellingOptions {
  /** Only what is wrong. */
  readonly quiet?: boolean;
  /** One JSON object a line on stdout; nothing else but what is wrong on stderr. */
  readonly json?: boolean;
  /** What each input is converted into, in the order to be told. */
  readonly format: readonly Format[];
}

export interface Teller {
  failed(error: GongbaoError): void;
  renamed(plan: PlannedOutput): void;
  followed(file: Followed): void;
  noWords(): void;
  total(files: number): void;
  begin(plan: PlannedOutput): void;
  outcome(outcome: Outcome): void;
  interrupted(): void;
  watching(places: readonly string[]): void;
  /** A round is over, and another may come. */
  rest(): void;
  /**
   * @param entries what became of each input
   * @returns the exit status
   */
  end(entries: readonly IndexEntry[], isInterrupted?: boolean): number;
}

/** As shells report an end by SIGINT. */
const INTERRUPTED = 130;

const outputNames = ({ name }: PlannedOutput, formats: readonly Format[]): string[] =>
  formats.map((format) => `${name}.${format}`);

export function tellerFor(
  { quiet = false, json = false, format: formats }: TellingOptions,
  language: Language,
): Teller {
  const start = performance.now();
  let hasFailed = false;
  const isPlain = !quiet && !json;
  const progress = isPlain ? new Progress(process.stderr, language) : null;
  const say = (line: string): void => {
    if (isPlain) progress?.above(() => printMessage(line));
  };
  /** What was left out is told even where nothing but what is wrong is. */
  const insist = (line: string): void => {
    if (progress) progress.above(() => printMessage(line));
    else printMessage(line);
  };
  const failed = (error: GongbaoError): void => {
    hasFailed = true;
    const print = (): void => printError(error, language);
    if (progress) progress.above(print);
    else print();
    if (json)
      printEvent({ event: 'failed', input: error.file, code: error.code, message: errorMessage(error, language) });
  };
  return {
    failed,
    renamed: (plan) => say(renamedMessage(plan.input, outputNames(plan, formats), language)),
    followed({ what, plan: { input }, from, to }) {
      const message = followedMessage(what, input, from, to, language);
      if (json) printEvent({ event: what, input, from, to });
      else if (what === 'not-moved') insist(message);
      else say(message);
    },
    noWords: () => say(noWordsMessage(language)),
    total: (files) => progress?.begin(files),
    begin: (plan) => progress?.take(plan.input),
    outcome(outcome) {
      const { plan } = outcome;
      progress?.done(plan.input, outcome.kind === 'converted' ? outcome.counts.pages : 0);
      if (outcome.kind === 'failed') return failed(outcome.error);
      const outputs = formats.map((format) => plan.paths[format]);
      if (json) printEvent({ event: outcome.kind, input: plan.input, outputs, ...outcome.counts });
      const { documents, measures } = outcome.counts;
      const counts = { documents, measures, toCheck: toCheck(outcome.counts) };
      if (outcome.kind === 'converted') say(convertedMessage(plan.input, outputs, counts, language));
      else say(unchangedMessage(plan.input, language));
      for (const { correction } of outcome.unmatched ?? []) {
        const message = unmatchedMessage(plan.input, correctionWording(correction), language);
        if (json) printEvent({ event: 'correction-unmatched', input: plan.input, message });
        else insist(message);
      }
    },
    interrupted: () => say(interruptedMessage(language)),
    watching: (places) => say(watchingMessage(places, language)),
    rest: () => progress?.end(),
    end(entries, isInterrupted = false) {
      progress?.end();
      const count = (status: IndexEntry['status']): number => entries.filter((entry) => entry.status === status).length;
      const counts = {
        converted: count('converted'),
        unchanged: count('unchanged'),
        failed: count('failed'),
        notBegun: count('not-begun'),
      };
      if (json) printEvent({ event: 'end', ...counts });
      if (entries.length > 1) {
        const seconds = (performance.now() - start) / 1000;
        const width = process.stderr.isTTY ? process.stderr.columns : null;
        for (const line of closingTable(entries, seconds, language, width)) say(line);
        say(summaryMessage(counts, language));
      }
      return isInterrupted ? INTERRUPTED : hasFailed ? 1 : 0;
    },
  };
}
