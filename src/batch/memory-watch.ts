// The memory of the process, which threads share: what it grows by is not known to be the one's or the other's.
import { MEGABYTE } from '../limits.js';

/** The process took too much while several files were in hand: the file is to be tried again alone. */
export class StoppedInCompany extends Error {
  override readonly name = 'StoppedInCompany';
}

export interface Watched {
  /** Whether the process grew by more than the files in hand may take together. */
  isOver(): boolean;
  /** Whether no other file was in hand since this one began: what the process grew by is this file's. */
  isAlone(): boolean;
  end(): void;
}

export class MemoryWatch {
  /** Resident memory when the first of the files in hand began. */
  private before = 0;
  private readonly inHand = new Set<{ alone: boolean }>();

  /** @param megabytes that one file may take */
  begin(megabytes: number): Watched {
    if (this.inHand.size === 0) this.before = process.memoryUsage.rss();
    const own = { alone: this.inHand.size === 0 };
    for (const other of this.inHand) other.alone = false;
    this.inHand.add(own);
    return {
      isOver: () => process.memoryUsage.rss() - this.before > this.inHand.size * megabytes * MEGABYTE,
      isAlone: () => own.alone,
      end: () => void this.inHand.delete(own),
    };
  }
}
