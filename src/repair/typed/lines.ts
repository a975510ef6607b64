import type { TypedLine, TypedPage } from '../../extract/page.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { isRunningHead, pageLabelOf } from '../running-head.js';

export interface TextLine {
  readonly text: Traced;
  readonly page: number;
  /** Counted from 1 over the whole file. */
  readonly number: number;
}

export interface TypedLines {
  readonly lines: readonly TextLine[];
  readonly furniture: readonly Furniture[];
}

/** Lines with print on them, running heads and page numbers taken off. Extractors often leave a blank line after each. */
export function linesOf(pages: readonly TypedPage[]): TypedLines {
  const printed = pages.flatMap((page) => page.lines.map((line) => textLine(line, page.number)));
  const lines: TextLine[] = [];
  const furniture: Furniture[] = [];
  for (const line of printed) {
    if (line.text.text.trim() === '') continue;
    const what = isPageNumber(line.text.text) ? 'page-number' : isRunningHead(line.text.text) ? 'running-head' : null;
    if (what) furniture.push({ what, page: line.page, text: line.text });
    else lines.push(line);
  }
  return { lines, furniture };
}

/** In a text a bare number may be a cell; a page number has its dashes or its 第…页. */
const isPageNumber = (line: string): boolean => pageLabelOf(line) !== null && !/^\s*\d+\s*$/u.test(line);

const textLine = (line: TypedLine, page: number): TextLine => ({
  text: Traced.of(line.glyphs),
  page,
  number: line.number,
});
