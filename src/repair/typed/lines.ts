import type { TypedPage } from '../../extract/page.js';
import { numberingOf } from '../../text/numbering.js';
import { pageLabelOf } from '../../text/page-label.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { isRunningHead } from '../running-head.js';
import { MIXED_LINES, MIXED_PART } from '../tolerances.js';
import { isStretched } from './line-measure.js';
import { edgeFurniture } from './page-heads.js';
import { columnsInTurn, keepsPlaces } from './side-by-side.js';

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
  /** Pages whose columns are mixed line by line. */
  readonly mixed: ReadonlySet<number>;
}

/** Lines with print on them, running heads and page numbers taken off. Extractors often leave a blank line after each. */
export function linesOf(pages: readonly TypedPage[]): TypedLines {
  const lines: (Omit<TextLine, 'isSetApart'> & { blanks: number })[] = [];
  const furniture: Furniture[] = [];
  const edges = edgeFurniture(pages);
  let opensPage = false;
  let blanks = 0;
  for (const page of pages.map(columnsInTurn)) {
    opensPage ||= lines.length > 0;
    for (const { glyphs, number } of page.lines) {
      const text = unstretched(Traced.of(glyphs));
      const atEdge = edges.numbers.has(number) ? 'page-number' : edges.heads.has(number) ? 'running-head' : null;
      const what = atEdge ?? furnitureKind(text.text);
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
    mixed: mixedPages(lines, pages.filter(keepsPlaces), pages.length > 1),
  };
}

/**
 * pdftotext without an option puts empty lines between blocks. Where many of them stand within sentences, and not behind
 * each line, blocks of two columns are mixed, and nothing tells how they went.
 */
function mixedPages(
  lines: readonly { text: Traced; page: number; blanks: number }[],
  placed: readonly TypedPage[],
  isPaged: boolean,
): Set<number> {
  const counts = new Map<number, { blanks: number; close: number; within: number }>();
  lines.forEach(({ text, page, blanks }, index) => {
    const above = lines[index - 1];
    if (above?.page !== page) return;
    const count = counts.get(page) ?? { blanks: 0, close: 0, within: 0 };
    if (blanks > 0) count.blanks += 1;
    else count.close += 1;
    const isWithin = endsWithin(above.text.text) && !numberingOf(text.text);
    if (blanks > 0 && isWithin) count.within += 1;
    counts.set(page, count);
  });
  const isMixed = ({ blanks, close, within }: { blanks: number; close: number; within: number }): boolean =>
    within >= MIXED_LINES && within >= MIXED_PART * blanks && close >= MIXED_LINES;
  const known = new Set(placed.map(({ number }) => number));
  // what made one page so made the others
  const areMixed = isPaged && [...counts].some(([page, count]) => isMixed(count) && !known.has(page));
  return new Set(areMixed ? [...counts].flatMap(([page, { within }]) => (within > 0 ? [page] : [])) : []);
}

/** In mid-sentence: too long for a heading, and no mark at its end but 、 and ，. */
const endsWithin = (text: string): boolean => text.trim().length > 12 && !/[。：；！？:;!?）)\]】”]\s*$/u.test(text);

/** In a stretched line spaces stand between the letters of a word too. */
const unstretched = (text: Traced): Traced =>
  isStretched(text.text) ? text.replace(/(?<=(?<![A-Za-z0-9])[A-Za-z0-9]) (?=[A-Za-z0-9](?![A-Za-z0-9]))/gu, '') : text;

const furnitureKind = (line: string): Furniture['what'] | null =>
  isPageNumber(line) ? 'page-number' : isRunningHead(line) ? 'running-head' : null;

/** In a text a bare number may be a cell; a page number has its dashes or its 第…页. */
const isPageNumber = (line: string): boolean => pageLabelOf(line) !== null && !/^\s*\d+\s*$/u.test(line);
