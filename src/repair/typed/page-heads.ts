// What stands at the top and bottom of pages that form feeds part.
import type { TypedPage } from '../../extract/page.js';
import { pageLabelOf } from '../../text/page-label.js';
import { HEAD_LINES, HEAD_PAGES_PART } from '../tolerances.js';
import { isHeaderText } from './list/header.js';

interface EdgeLine {
  readonly page: number;
  readonly number: number;
  readonly text: string;
}

/** Numbers of the lines that come again at the edges of several pages, and of bare page numbers that count up. */
export function edgeFurniture(pages: readonly TypedPage[]): { heads: Set<number>; numbers: Set<number> } {
  const edges = pages.map(edgeLines);
  const printed = edges.filter((lines) => lines.length > 0).length;
  const pagesOf = new Map<string, Set<number>>();
  for (const { page, text } of edges.flat()) {
    const key = keyOf(text);
    pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
  }
  const isHead = ({ text }: EdgeLine): boolean => {
    const count = pagesOf.get(keyOf(text))?.size ?? 0;
    return count > 1 && count >= HEAD_PAGES_PART * printed;
  };
  const heads = edges.flat().filter((line) => isHead(line) && !/^\d*$|[。；，、]$/u.test(line.text));
  return { heads: new Set(heads.map(({ number }) => number)), numbers: countedPages(edges) };
}

/** Of the lines that hold print: the first ones above a list's header, and the last ones. */
function edgeLines({ number: page, lines }: TypedPage): EdgeLine[] {
  const printed = lines
    .map(({ glyphs, number }) => ({
      page,
      number,
      text: glyphs
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/gu, ' ')
        .trim(),
    }))
    .filter(({ text }) => text !== '');
  const header = printed.findIndex(({ text }) => isHeaderText(text));
  const top = printed.slice(0, header < 0 ? HEAD_LINES : Math.min(header, HEAD_LINES));
  const bottom = header < 0 ? printed.slice(-HEAD_LINES) : printed.slice(-1);
  return [...new Set([...top, ...bottom])].filter(({ text }) => !/^附\s*件/u.test(text));
}

const keyOf = (text: string): string => text.replace(/\s/gu, '').replace(/\d+/gu, '#');

/** A bare number is a page's where those of the next pages follow it. */
function countedPages(edges: readonly (readonly EdgeLine[])[]): Set<number> {
  const found = new Set<number>();
  const labels = edges.map((lines) =>
    lines.flatMap((line) => (/^\d+$/u.test(line.text) ? [{ ...line, label: Number(pageLabelOf(line.text)) }] : [])),
  );
  labels.forEach((own, index) => {
    for (const { number, label } of own) {
      const isCounted = (step: number): boolean =>
        labels[index + step]?.some((other) => other.label === label + step) ?? true;
      if (labels.length > 2 && isCounted(1) && isCounted(-1)) found.add(number);
    }
  });
  return found;
}
