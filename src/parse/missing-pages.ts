// Pages that the printed page numbers count and the file does not hold.
import type { Flag } from '../model/index.js';
import type { Repaired } from '../repair/index.js';
import { pageLabelOf } from '../text/page-label.js';
import type { Traced } from '../text/traced.js';
import { sourcesOf } from './sources.js';

interface NumberedPage {
  readonly number: number;
  /** Where it stands in the file, counted in pages. */
  readonly at: number;
  readonly field: string;
  /** Contents pages may be counted apart from the text. */
  readonly isContents: boolean;
}

/** A number further on than the pages between; one that the next number comes back from is no page number. */
export function missingPageFlags(repaired: Repaired): Flag[] {
  const pages = numberedPages(repaired);
  return pages.flatMap((page, index): Flag[] => {
    const before = pages[index - 1];
    if (!before || before.isContents) return [];
    const missing = page.number - before.number - (page.at - before.at);
    if (missing <= 0 || (pages[index + 1]?.number ?? page.number) < page.number) return [];
    const message = `印刷页码由第${before.number}页跳到第${page.number}页，其间缺${missing}页，或其页码没有印出，请与原件核对`;
    return [{ code: 'page-missing', field: page.field, severity: 'check', message }];
  });
}

function numberedPages({ pageLabels, furniture }: Repaired): NumberedPage[] {
  const contents = new Set(furniture.flatMap(({ what, page }) => (what === 'contents' ? [page] : [])));
  const labelled = pageLabels.flatMap((label, at): NumberedPage[] =>
    label !== null && /^\d+$/u.test(label)
      ? [{ number: Number(label), at, field: `page ${at + 1}`, isContents: contents.has(at + 1) }]
      : [],
  );
  if (labelled.length > 0) return labelled;
  // a text has no pages, but may have kept their numbers
  const lineOf = (text: Traced): number => {
    const [place] = sourcesOf('', text);
    return place && 'line' in place ? place.line : 0;
  };
  const listed = furniture.flatMap(({ what, text }) => (what === 'contents' ? [lineOf(text)] : []));
  const printed = furniture.flatMap(({ what, text }) => {
    const label = what === 'page-number' ? pageLabelOf(text.text) : null;
    return label === null ? [] : [{ number: Number(label), line: lineOf(text) }];
  });
  return printed.map(({ number, line }, at) => {
    const [from, to] = [printed[at - 1]?.line ?? 0, printed[at + 1]?.line ?? line];
    return { number, at, field: `line ${line}`, isContents: listed.some((other) => other > from && other < to) };
  });
}
