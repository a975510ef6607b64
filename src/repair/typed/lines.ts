import type { TypedPage } from '../../extract/page.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { isRunningHead, pageLabelOf } from '../running-head.js';

export interface TextLine {
  readonly text: Traced;
  readonly page: number;
  /** Counted from 1 over the whole file. */
  readonly number: number;
  /** A running head, a page number or a form feed stands before it. */
  readonly opensPage: boolean;
  /** More empty lines stand before it than before the next one. */
  readonly isSetApart: boolean;
}

export interface TypedLines {
  readonly lines: readonly TextLine[];
  readonly furniture: readonly Furniture[];
}

/** Lines with print on them, running heads and page numbers taken off. Extractors often leave a blank line after each. */
export function linesOf(pages: readonly TypedPage[]): TypedLines {
  const lines: (Omit<TextLine, 'isSetApart'> & { blanks: number })[] = [];
  const furniture: Furniture[] = [];
  let opensPage = false;
  let blanks = 0;
  for (const page of pages) {
    opensPage ||= lines.length > 0;
    for (const { glyphs, number } of page.lines) {
      const text = Traced.of(glyphs);
      const what = furnitureKind(text.text);
      if (text.text.trim() === '') blanks += 1;
      else if (what) {
        furniture.push({ what, page: page.number, text });
        opensPage = true;
      } else {
        lines.push({ text, page: page.number, number, opensPage, blanks });
        [opensPage, blanks] = [false, 0];
      }
    }
  }
  return {
    lines: lines.map(({ blanks, ...line }, index) => ({
      ...line,
      isSetApart: blanks > (lines[index + 1]?.blanks ?? 0),
    })),
    furniture,
  };
}

const furnitureKind = (line: string): Furniture['what'] | null =>
  isPageNumber(line) ? 'page-number' : isRunningHead(line) ? 'running-head' : null;

/** In a text a bare number may be a cell; a page number has its dashes or its 第…页. */
const isPageNumber = (line: string): boolean => pageLabelOf(line) !== null && !/^\s*\d+\s*$/u.test(line);
