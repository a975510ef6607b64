import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { ConvertOptions } from '../convert.js';
import { type Beside, NOTHING_BESIDE } from './beside.js';
import { Isolated } from './isolated.js';
import { MemoryWatch } from './memory-watch.js';
import type { Format } from './names.js';
import type { Converted } from './run.js';

/** As many threads as the machine runs at once. */
export const defaultJobs = (): number => availableParallelism();

/** Several threads, each with one document at a time. */
export class Pool {
  private readonly threads: Isolated[];
  private readonly idle: Isolated[];
  private readonly limit: ReturnType<typeof pLimit>;

  /** @param jobs how many threads */
  constructor(jobs: number) {
    const memory = new MemoryWatch();
    this.threads = Array.from({ length: jobs }, () => new Isolated(memory));
    this.idle = [...this.threads];
    this.limit = pLimit(jobs);
  }

  /**
   * @throws GongbaoError where the file cannot be converted
   * @throws StoppedInCompany where it may be this file that took too much memory: it is to be tried again alone
   */
  convert(
    input: string,
    options: ConvertOptions,
    formats: readonly Format[],
    beside: Beside = NOTHING_BESIDE,
  ): Promise<Converted> {
    return this.limit(async () => {
      const thread = this.idle.pop() as Isolated;
      try {
        return await thread.convertToOutputs(input, formats, options, beside);
      } finally {
        this.idle.push(thread);
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
