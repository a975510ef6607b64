// Marked content (PDF 32000-1 §14.6) as it is open while a page is interpreted.
import { type ActualTexts, NO_TEXTS } from './actual-text.js';
import { OPS } from './pdfjs.js';

interface Marked {
  /** It is a layer that is not shown. */
  readonly isOff: boolean;
  /** What the file says it is, instead of its glyphs. */
  readonly text: string | null;
  /** How many glyphs were painted before it. */
  readonly from: number;
}

/** A content that is being gone through: how many of its texts and forms have passed. */
interface Reading {
  readonly of: ActualTexts;
  texts: number;
  forms: number;
}

const readingOf = (of: ActualTexts): Reading => ({ of, texts: 0, forms: 0 });

export class MarkedContent {
  /** Outermost first. */
  private readonly open: Marked[] = [];
  /** That of the page, and of the forms in one another. */
  private readonly contents: Reading[];

  /**
   * @param operations codes of the page's operations
   * @param texts what the contents give as text; not used of those with more or fewer of them than pdf.js found
   */
  constructor(operations: readonly number[], texts: ActualTexts) {
    const isGiven = texts.texts.length + texts.forms.length > 0;
    this.contents = [readingOf(isGiven ? fitting(texts, countsOf(operations)) : NO_TEXTS)];
  }

  get isOff(): boolean {
    return this.open.some(({ isOff }) => isOff);
  }

  beginForm(): void {
    const around = this.contents.at(-1) as Reading;
    this.contents.push(readingOf(around.of.forms[around.forms++] ?? NO_TEXTS));
  }

  endForm(): void {
    if (this.contents.length > 1) this.contents.pop();
  }

  begin(from: number): void {
    this.open.push({ isOff: false, text: null, from });
  }

  beginWithProperties(from: number, isOff: boolean): void {
    const content = this.contents.at(-1) as Reading;
    this.open.push({ isOff, text: content.of.texts[content.texts++] ?? null, from });
  }

  /** @returns what its glyphs say, if the file says so: the text of the outer one holds that of the inner one */
  end(): { readonly from: number; readonly text: string } | null {
    const ended = this.open.pop();
    const isWithin = this.open.some(({ text }) => text);
    return ended?.text && !isWithin ? { from: ended.from, text: ended.text } : null;
  }
}

/** The marked contents with properties of a content, and of its forms. */
interface Counts {
  texts: number;
  readonly forms: Counts[];
}

function countsOf(operations: readonly number[]): Counts {
  const page: Counts = { texts: 0, forms: [] };
  const open = [page];
  for (const operation of operations) {
    const content = open.at(-1) as Counts;
    if (operation === OPS.paintFormXObjectBegin) {
      const form: Counts = { texts: 0, forms: [] };
      content.forms.push(form);
      open.push(form);
    } else if (operation === OPS.paintFormXObjectEnd && open.length > 1) open.pop();
    else if (operation === OPS.beginMarkedContentProps) content.texts += 1;
  }
  return page;
}

/** The texts of the contents in which there are as many as pdf.js found. */
const fitting = ({ texts, forms }: ActualTexts, counts: Counts): ActualTexts => ({
  texts: texts.length === counts.texts ? texts : [],
  forms:
    forms.length === counts.forms.length
      ? forms.map((form, index) => fitting(form, counts.forms[index] as Counts))
      : [],
});
