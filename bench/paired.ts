// Two ways to do one thing, timed in turn: machines are noisy, and drift.
import { median } from '../src/repair/median.js';

export interface Paired {
  /** Median of the ratios a/b, pair by pair. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly a: number;
  readonly b: number;
}

/** Runs both once to warm up, then A B A B …, `runs` times each. */
export async function paired(a: () => Promise<unknown>, b: () => Promise<unknown>, runs: number): Promise<Paired> {
  const times: [number, number][] = [];
  for (let run = 0; run <= runs; run++) {
    const pair: [number, number] = [await timed(a), await timed(b)];
    if (run > 0) times.push(pair);
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
