// Marked content (PDF 32000-1 §14.6) as it is open while a page is interpreted.
import { OPS } from './pdfjs.js';

interface Marked {
  /** It is a layer that is not shown. */
  readonly isOff: boolean;
  /** What the file says it is, instead of its glyphs. */
  readonly text: string | null;
  /** How many glyphs were painted before it. */
  readonly from: number;
}

export class MarkedContent {
  /** Outermost first. */
  private readonly open: Marked[] = [];
  private readonly texts: readonly (string | null)[];
  private begun = 0;
  private forms = 0;

  /**
   * @param operations codes of the page's operations
   * @param texts what the page's own content, not that of its forms, gives as text for each that has properties, in order;
   *   not used where there are more or fewer of them than pdf.js found
   */
  constructor(operations: readonly number[], texts: readonly (string | null)[]) {
    this.texts = texts.length > 0 && texts.length === countOwn(operations) ? texts : [];
  }

  get isOff(): boolean {
    return this.open.some(({ isOff }) => isOff);
  }

  beginForm(): void {
    this.forms += 1;
  }

  endForm(): void {
    this.forms -= 1;
  }

  begin(from: number): void {
    this.open.push({ isOff: false, text: null, from });
  }

  beginWithProperties(from: number, isOff: boolean): void {
    const text = this.forms === 0 ? (this.texts[this.begun++] ?? null) : null;
    this.open.push({ isOff, text, from });
  }

  /** @returns what its glyphs say, if the file says so: the text of the outer one holds that of the inner one */
  end(): { readonly from: number; readonly text: string } | null {
    const ended = this.open.pop();
    const isWithin = this.open.some(({ text }) => text);
    return ended?.text && !isWithin ? { from: ended.from, text: ended.text } : null;
  }
}

function countOwn(operations: readonly number[]): number {
  let count = 0;
  let forms = 0;
  for (const operation of operations) {
    if (operation === OPS.paintFormXObjectBegin) forms += 1;
    else if (operation === OPS.paintFormXObjectEnd) forms -= 1;
    else if (operation === OPS.beginMarkedContentProps && forms === 0) count += 1;
  }
  return count;
}
