/** What happens at once is looked at together. */
const GATHER_MS = 200;

/** Wakes who waits. */
export class Bell {
  private wake: (() => void) | null = null;
  private isRung = false;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake?.());
  }

  ring(): void {
    this.isRung = true;
    this.wake?.();
  }

  /** Until it is rung, or for so long at most. */
  async wait(ms: number): Promise<void> {
    await this.sleep(this.isRung ? 0 : ms);
    if (this.isRung) await this.sleep(GATHER_MS, false);
    this.isRung = false;
  }

  private sleep(ms: number, canWake = true): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        if (!canWake && !this.signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
