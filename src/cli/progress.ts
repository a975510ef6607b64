import { basename } from 'node:path';
import { clearLine, cursorTo } from 'node:readline';
import { type Language, progressMessage } from '../messages.js';
import { beginning } from './width.js';

/** How often the line is drawn again. */
const EVERY_MS = 200;
/** Files are named as long as there is room. */
const MOST_NAMED = 3;

/** One line at the bottom of a terminal: files, pages a second, what is being read, time left. Elsewhere nothing. */
export class Progress {
  private files = 0;
  private finished = 0;
  private pages = 0;
  private start = 0;
  private readonly inHand = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly language: Language,
  ) {}

  begin(files: number): void {
    this.end();
    this.files = files;
    this.finished = 0;
    this.pages = 0;
    this.start = performance.now();
    if (!this.stream.isTTY || files < 2) return;
    this.timer = setInterval(() => this.draw(), EVERY_MS);
    // the display keeps no process alive
    this.timer.unref();
  }

  take(input: string): void {
    this.inHand.add(input);
  }

  done(input: string, pages: number): void {
    this.inHand.delete(input);
    this.finished += 1;
    this.pages += pages;
  }

  /** Prints lines that stay, above the line that moves. */
  above(print: () => void): void {
    this.clear();
    print();
    this.draw();
  }

  end(): void {
    if (this.timer) clearInterval(this.timer);
    this.clear();
    this.timer = null;
  }

  private clear(): void {
    if (!this.timer) return;
    cursorTo(this.stream, 0);
    clearLine(this.stream, 0);
  }

  private draw(): void {
    if (!this.timer) return;
    const seconds = (performance.now() - this.start) / 1000;
    const left = this.finished === 0 ? null : (seconds / this.finished) * (this.files - this.finished);
    const line = progressMessage(
      {
        finished: this.finished,
        files: this.files,
        pagesPerSecond: this.pages / seconds,
        secondsLeft: left,
        inHand: [...this.inHand].slice(0, MOST_NAMED).map((input) => basename(input)),
      },
      this.language,
    );
    this.clear();
    this.stream.write(beginning(line, this.stream.columns - 1));
  }
}
