// Two ways to do one thing, timed in turn: machines are noisy, and drift.
import { median } from '../src/repair/median.js';

export interface Paired {
  /** Median of the ratios a/b, pair by pair. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly a: number;
  readonly b: number;
}

/** Not counted: until both are compiled as they stay. */
const WARM_UP = 3;

/** Runs both a few times to warm up, then A B, B A, A B …, `runs` times each: neither always goes first. */
export async function paired(a: () => Promise<unknown>, b: () => Promise<unknown>, runs: number): Promise<Paired> {
  const times: [number, number][] = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const isSwapped = run % 2 !== 0;
    const first = await timed(isSwapped ? b : a);
    const second = await timed(isSwapped ? a : b);
    if (run >= 0) times.push(isSwapped ? [second, first] : [first, second]);
  }
  return {
    ratio: median(times.map(([x, y]) => x / y)),
    a: median(times.map(([x]) => x)),
    b: median(times.map(([, y]) => y)),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
