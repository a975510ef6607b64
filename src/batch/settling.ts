import { stat } from 'node:fs/promises';

/** Whoever writes a file pauses less than that: 2 s is what chokidar takes too. */
export const SETTLE_MS = 2000;

/** Tells files that are complete from those that are still written: they stay as they are for a while. */
export class Settling {
  private readonly seen = new Map<string, { state: string; since: number }>();

  /**
   * What a complete file looks like, so that a change shows; null where it is not known to be complete, or is gone.
   *
   * @param now milliseconds of a clock that never goes back
   */
  async stateOf(file: string, now = performance.now()): Promise<string | null> {
    const there = await stat(file).catch(() => null);
    if (!there) {
      this.seen.delete(file);
      return null;
    }
    const state = `${there.size} ${there.mtimeMs}`;
    const before = this.seen.get(file);
    if (before?.state === state) return now - before.since >= SETTLE_MS ? state : null;
    this.seen.set(file, { state, since: now });
    return null;
  }
}
