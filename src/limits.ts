// How much one file may take: hostile and broken files can ask for any amount of time and memory.
import { getHeapStatistics } from 'node:v8';
import { GongbaoError } from './errors.js';

export interface Limits {
  /** Pages of the file. */
  readonly pages: number;
  /** Time for one file. */
  readonly seconds: number;
  /** Memory for one file. */
  readonly megabytes: number;
}

/** Far beyond any gazette: the thickest yearbooks have 2,000 pages, and take two minutes and half a gigabyte. */
export const DEFAULT_LIMITS: Limits = { pages: 5000, seconds: 600, megabytes: 2048 };

export const MEGABYTE = 1024 * 1024;

/** Timers take no more. */
export const LONGEST_MS = 2 ** 31 - 1;

/** @throws RangeError where one of them is not above 0 */
export function limitsWith(given: Partial<Limits> = {}): Limits {
  const limits = { ...DEFAULT_LIMITS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!(value > 0)) throw new RangeError(`limits.${name} must be a number above 0`);
  }
  return limits;
}

export const overPages = (file: string, pages: number, { pages: limit }: Limits): GongbaoError =>
  new GongbaoError('limit-pages', file, { reason: `${pages} > ${limit}` });
export const overSeconds = (file: string, { seconds }: Limits): GongbaoError =>
  new GongbaoError('limit-seconds', file, { reason: `> ${seconds} s` });
export const overMegabytes = (file: string, { megabytes }: Limits): GongbaoError =>
  new GongbaoError('limit-megabytes', file, { reason: `> ${megabytes} MB` });

/**
 * The limits of one conversion, checked between its steps. A single step that takes for ever is not interrupted: for
 * that, the conversion runs on a thread of its own (batch/isolated.ts).
 */
export class Budget {
  private readonly start = performance.now();
  private readonly usedBefore = usedBytes();

  constructor(
    readonly limits: Limits,
    private readonly file: string,
  ) {}

  /** @throws GongbaoError limit-pages */
  checkPages(pages: number): void {
    if (pages > this.limits.pages) throw overPages(this.file, pages, this.limits);
  }

  /** @throws GongbaoError limit-seconds, limit-megabytes */
  check(): void {
    if (performance.now() - this.start > this.limits.seconds * 1000) throw overSeconds(this.file, this.limits);
    if (usedBytes() - this.usedBefore > this.limits.megabytes * MEGABYTE) throw overMegabytes(this.file, this.limits);
  }

  /**
   * Waits for a step that may never end, such as a promise of pdf.js that is never settled.
   *
   * @throws GongbaoError limit-seconds
   */
  async within<T>(step: Promise<T>): Promise<T> {
    const left = this.limits.seconds * 1000 - (performance.now() - this.start);
    let clock: NodeJS.Timeout | undefined;
    const end = new Promise<never>((_, reject) => {
      clock = setTimeout(() => reject(overSeconds(this.file, this.limits)), Math.min(left, LONGEST_MS));
    });
    try {
      return await Promise.race([step, end]);
    } finally {
      clearTimeout(clock);
    }
  }

  /** For what is known to need more memory than there may be. */
  tooLarge(): GongbaoError {
    return overMegabytes(this.file, this.limits);
  }
}

/** process.memoryUsage would also ask the system for the resident set, which takes longer than all of this. */
function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
