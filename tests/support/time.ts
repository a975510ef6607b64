/**
 * How long something takes where nothing else wants the processor: the least of up to three times, in milliseconds. What
 * else runs on the machine makes one of them longer, a program that is too slow all of them.
 *
 * @param limit with it, nothing is measured again that was fast enough
 */
export function msOf(act: () => unknown, limit: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 3; left > 0 && least >= limit; left--) {
    const start = performance.now();
    act();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
