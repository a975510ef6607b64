import { asGongbaoError } from '../batch/as-error.js';
import { followNames } from '../batch/following.js';
import { Journal, sha256Of } from '../batch/journal.js';
import type { PlannedOutput } from '../batch/names.js';
import { Pool } from '../batch/pool.js';
import { type Run, writeIndex } from '../batch/report.js';
import { type Outcome, runConversions } from '../batch/run.js';
import { stagesOf } from '../batch/stages.js';
import { writeSummary } from '../batch/summary.js';
import type { ConvertOptions } from '../convert.js';
import type { GongbaoError } from '../errors.js';
import type { Language } from '../messages.js';
import type { ConvertCommandOptions } from './convert.js';
import { convertOptions } from './reading.js';
import type { Teller } from './tell.js';

/** Conversions into one folder, in one round or, where new inputs are waited for, in several. */
export class Session {
  private constructor(
    private readonly options: ConvertCommandOptions,
    private readonly conversion: ConvertOptions,
    private readonly journal: Journal,
    private readonly pool: Pool,
    private readonly tell: Teller,
    private readonly language: Language,
    private readonly version: string,
  ) {}

  static async open(
    options: ConvertCommandOptions,
    tell: Teller,
    language: Language,
    version: string,
  ): Promise<Session> {
    const { script, keywords, out, jobs } = options;
    const conversion = { ...convertOptions(options), keywords, ...(script && { script }) };
    const journal = await Journal.open(out, version, conversion);
    return new Session(options, conversion, journal, new Pool(jobs), tell, language, version);
  }

  nothing(): Run {
    return { version: this.version, formats: this.options.format, plans: [], outcomes: new Map(), errors: [] };
  }

  /**
   * Converts what has no outcome yet, and writes what is known of all of them.
   *
   * @param errors of what was named and is no input
   */
  async round(
    plans: readonly PlannedOutput[],
    known: ReadonlyMap<PlannedOutput, Outcome>,
    errors: readonly GongbaoError[],
    signal: AbortSignal,
  ): Promise<Run> {
    const { options, tell, journal } = this;
    const outcomes = new Map(known);
    const due = plans.filter((plan) => !known.has(plan));
    const { followed, failed } = await followNames(plans, options.out, sha256Of);
    for (const one of followed) {
      tell.followed(one);
      if (one.what !== 'not-moved') await this.attempt(() => journal.forget(one.plan));
    }
    tell.total(due.length);
    const report = (outcome: Outcome): void => {
      outcomes.set(outcome.plan, outcome);
      tell.outcome(outcome);
    };
    for (const plan of due) {
      const error = failed.get(plan);
      if (error) report({ kind: 'failed', plan, error, seconds: 0 });
    }
    const ready = due.filter((plan) => !failed.has(plan));
    await runConversions(ready, stagesOf(this.pool, journal, this.conversion, options.format, options.force), {
      jobs: options.jobs,
      signal,
      begin: tell.begin,
      report,
    });
    const run: Run = { version: this.version, formats: options.format, plans, outcomes, errors };
    await this.attempt(() => writeIndex(options.out, run, this.language));
    await this.attempt(async () => {
      for (const error of await writeSummary(options.out, run, journal)) tell.failed(error);
    });
    return run;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async attempt(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.tell.failed(asGongbaoError(error, this.options.out));
    }
  }
}
