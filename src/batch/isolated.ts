import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { ConvertOptions, InspectOptions, InspectStage, Source } from '../convert.js';
import { type ErrorCode, GongbaoError } from '../errors.js';
import { nameOf } from '../extract/load.js';
import { type Limits, LONGEST_MS, limitsWith, overMegabytes, overSeconds } from '../limits.js';
import type { Issue } from '../model/index.js';
import { asGongbaoError } from './as-error.js';
import { type Beside, NOTHING_BESIDE } from './beside.js';
import { MemoryWatch, StoppedInCompany } from './memory-watch.js';
import type { Format } from './names.js';
import type { Converted } from './run.js';

/** What the thread is asked: the records of a file, the contents of its outputs, or what a stage made of it. */
export interface Job {
  readonly source: Source;
  /** How errors call it. */
  readonly file: string;
  readonly make: 'issue' | readonly Format[] | InspectStage;
  readonly options: ConvertOptions;
  /** What the outputs take up that is not in the file. */
  readonly beside?: Beside;
}

export type Answer =
  | { readonly result: unknown }
  | {
      readonly code: ErrorCode;
      readonly file: string;
      readonly details: GongbaoError['details'];
      readonly stack: string | undefined;
    };

/** How often the memory is looked at. */
const LOOK_EVERY_MS = 100;

/**
 * Conversions on a thread of their own, where any step can be stopped: reading a PDF can hang or eat all memory within
 * one call. One file at a time, so that what the process grows by is what the file takes; the thread is kept for the
 * next file, unless it had to be stopped.
 */
export class Isolated {
  private worker: Worker | null = null;
  private readonly oneByOne = pLimit(1);

  /** @param memory of the process that this and other threads share; by default there are no others */
  constructor(private readonly memory: MemoryWatch = new MemoryWatch()) {}

  convertIssue(source: Source, options: ConvertOptions = {}): Promise<Issue> {
    const file = options.file ?? nameOf(source);
    return this.oneByOne(() => this.perform({ source, file, make: 'issue', options }) as Promise<Issue>);
  }

  /** The contents of the outputs, made on the thread too. */
  convertToOutputs(
    source: Source,
    formats: readonly Format[],
    options: ConvertOptions = {},
    beside: Beside = NOTHING_BESIDE,
  ): Promise<Converted> {
    const file = options.file ?? nameOf(source);
    return this.oneByOne(() => this.perform({ source, file, make: formats, options, beside }) as Promise<Converted>);
  }

  inspectSource(source: Source, stage: InspectStage, options: InspectOptions = {}): Promise<unknown> {
    return this.oneByOne(() => this.perform({ source, file: nameOf(source), make: stage, options }));
  }

  /** Ends the thread; without it, the process does not end. */
  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private perform(job: Job): Promise<unknown> {
    const limits = limitsWith(job.options.limits);
    this.worker ??= this.start(limits);
    const { worker } = this;
    const watched = this.memory.begin(limits.megabytes);
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(clock);
        clearInterval(watch);
        watched.end();
        worker.off('message', hear).off('error', fail).off('exit', fail);
      };
      const stop = (error: Error): void => {
        settle();
        this.worker = null;
        worker.terminate().then(() => reject(error), reject);
      };
      const hear = (answer: Answer): void => {
        settle();
        if ('result' in answer) resolve(answer.result);
        else reject(errorOf(answer));
      };
      const fail = (error: unknown): void => {
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        stop(isMemory ? overMegabytes(job.file, limits) : asGongbaoError(error, job.file));
      };
      const clock = setTimeout(() => stop(overSeconds(job.file, limits)), Math.min(limits.seconds * 1000, LONGEST_MS));
      const watch = setInterval(() => {
        if (watched.isOver())
          stop(watched.isAlone() ? overMegabytes(job.file, limits) : new StoppedInCompany(job.file));
      }, LOOK_EVERY_MS);
      worker.on('message', hear).on('error', fail).on('exit', fail);
      worker.postMessage(job);
    });
  }

  private start({ megabytes }: Limits): Worker {
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      // its streams are kept apart: nothing a library says there reaches the user's
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // between two jobs, and after it was stopped, what it dies of is no one's
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }
}

function errorOf({ code, file, details, stack }: Extract<Answer, { code: ErrorCode }>): GongbaoError {
  const error = new GongbaoError(code, file, details);
  if (stack !== undefined) error.stack = stack;
  return error;
}
