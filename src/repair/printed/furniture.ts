import type { PrintedPage, Rule } from '../../extract/page.js';
import { overlapsAcross } from '../../text/box.js';
import { isDocNumber, printedDate, publicityOf } from '../../text/letterhead.js';
import { isDashedNumber, pageLabelOf } from '../../text/page-label.js';
import { Traced } from '../../text/traced.js';
import type { Furniture } from '../blocks.js';
import { median } from '../median.js';
import { isRunningHead } from '../running-head.js';
import {
  APART_PART,
  MARGIN_PART,
  OTHER_SIZE_PART,
  SAME_HEIGHT_PT,
  TITLE_SIZE_PART,
  WIDEST_PITCH_EM,
} from '../tolerances.js';
import { type Segment, textOf } from './segments.js';

export interface PageSegments {
  readonly page: PrintedPage;
  readonly segments: readonly Segment[];
}

interface MarginRow {
  readonly page: PrintedPage;
  readonly top: boolean;
  /** Rows beyond the margin are looked at where nothing stands above or below them. */
  readonly inMargin: boolean;
  readonly baseline: number;
  /** From its baseline to that of the next row towards the middle of the page. */
  readonly distance: number;
  /** The size of type of that row, in points. */
  readonly nextSize: number;
  readonly segments: Segment[];
}

export interface WithoutFurniture {
  readonly pages: readonly PageSegments[];
  readonly beside: readonly PageSegments[];
  readonly furniture: readonly Furniture[];
  readonly pageLabels: readonly (string | null)[];
}

/**
 * Takes off running heads and page numbers: rows in the top and bottom margin that come again at the same height (odd
 * and even pages may differ), that hold nothing but a page number, or that a rule parts from the text on several pages.
 *
 * @param beside what does not run with the text of turned pages, on these pages as shown
 */
export function takeFurniture(pages: readonly PageSegments[], beside: readonly PageSegments[] = []): WithoutFurniture {
  const all = [...pages, ...beside];
  const rows = all.flatMap(marginRows);
  const seen = new Map<string, Set<number>>();
  for (const row of rows) {
    for (const key of row.segments.flatMap((segment) => keysOf(row, segment))) {
      seen.set(key, (seen.get(key) ?? new Set()).add(row.page.number));
    }
  }
  const ruled = pagesWithHeadRule(all);
  const textSize = usualSize(pages);
  const pitch = Math.min(usualPitch(pages), WIDEST_PITCH_EM * textSize);
  // a sentence may come again too, at the head of another page: what stands in the flow of the lines is text
  const differs = (size: number, other: number): boolean => Math.abs(size - other) > OTHER_SIZE_PART * other;
  const isApart = (row: MarginRow, { size }: Segment): boolean =>
    row.distance > APART_PART * pitch || (differs(size, textSize) && differs(size, row.nextSize));
  const furniture: Furniture[] = [];
  const taken = new Set<Segment>();
  const labels = new Map<number, string>();
  for (const row of rows) {
    const texts = row.segments.map((segment) => textOf(segment));
    // a justified line may be torn into pieces, and 2027 年 stand apart
    const label = row.segments
      .map((segment, index) => (isApart(row, segment) ? pageLabelOf(texts[index]?.text ?? '') : null))
      .find((found) => found !== null);
    const comesAgain = row.segments.some(
      (segment) => isApart(row, segment) && keysOf(row, segment).some((key) => (seen.get(key)?.size ?? 0) > 1),
    );
    const head = texts.some((text) => isRunningHead(text.text));
    const underRule = row.top && ruled.has(row.page) && (ruled.get(row.page) as number) > row.baseline;
    const isSure = head || texts.some((text) => isDashedNumber(text.text));
    // titles, numbers and frames of two documents may be alike and stand at one height
    const isFrame = texts.some(
      ({ text }) => isDocNumber(text) || publicityOf(text) !== null || printedDate(text) !== null,
    );
    const isTitle = row.segments.some((segment) => segment.size >= TITLE_SIZE_PART * textSize);
    if (!isSure && (isFrame || isTitle)) continue;
    if (!isSure && (!row.inMargin || (!comesAgain && !underRule && label === undefined))) continue;
    row.segments.forEach((segment, index) => {
      taken.add(segment);
      const text = texts[index] ?? Traced.empty;
      const isLabel = pageLabelOf(text.text) !== null;
      furniture.push({ what: isLabel ? 'page-number' : 'running-head', page: row.page.number, text });
    });
    if (label !== undefined && !labels.has(row.page.number)) labels.set(row.page.number, label);
  }
  const rest = ({ page, segments }: PageSegments): PageSegments => ({
    page,
    segments: segments.filter((segment) => !taken.has(segment)),
  });
  return {
    pages: pages.map(rest),
    beside: beside.map(rest),
    furniture,
    pageLabels: pages.map(({ page }) => labels.get(page.number) ?? null),
  };
}

/** The size of type that most lines are set in, in points. */
function usualSize(pages: readonly PageSegments[]): number {
  return median(pages.flatMap(({ segments }) => segments.map((segment) => segment.size)));
}

function marginRows({ page, segments }: PageSegments): MarginRow[] {
  const rows: MarginRow[] = [];
  const margin = page.height * MARGIN_PART;
  const baselines = segments.map((segment) => segment.baseline);
  const [first, last] = [Math.min(...baselines), Math.max(...baselines)];
  for (const segment of segments) {
    const top = segment.box[3] < margin;
    const inMargin = top || segment.box[1] >= page.height - margin;
    const isOutermost = segment.baseline === first || segment.baseline === last;
    if (!inMargin && !isOutermost) continue;
    const row = rows.find((other) => Math.abs(other.baseline - segment.baseline) < SAME_HEIGHT_PT);
    if (row) row.segments.push(segment);
    else {
      rows.push({
        page,
        top,
        inMargin,
        baseline: segment.baseline,
        ...inwards(segment, segments, top),
        segments: [segment],
      });
    }
  }
  return rows;
}

/** The next row towards the middle of the page; Infinity and 0 where there is none. */
function inwards(
  { baseline }: Segment,
  segments: readonly Segment[],
  top: boolean,
): Pick<MarginRow, 'distance' | 'nextSize'> {
  let next = { distance: Number.POSITIVE_INFINITY, nextSize: 0 };
  for (const other of segments) {
    const distance = top ? other.baseline - baseline : baseline - other.baseline;
    if (distance > SAME_HEIGHT_PT && distance < next.distance) next = { distance, nextSize: other.size };
  }
  return next;
}

/** The distance between most lines, in points; lines of columns side by side need not stand on one height. */
function usualPitch(pages: readonly PageSegments[]): number {
  const pitches = pages.flatMap(({ segments }) => {
    const sorted = [...segments].sort((a, b) => a.baseline - b.baseline);
    return sorted.flatMap(({ baseline, box }, index) => {
      const below = sorted
        .slice(index + 1, index + 1 + BESIDE)
        .find((other) => other.baseline - baseline > SAME_HEIGHT_PT && overlapsAcross(other.box, box));
      return below ? [below.baseline - baseline] : [];
    });
  });
  return median(pitches);
}
/** The line below is one of the next so many pieces of lines. */
const BESIDE = 8;

/** Height is rounded both ways, so that two rows within the tolerance share a key. */
function keysOf(row: MarginRow, segment: Segment): string[] {
  const wording = textOf(segment).text.replace(/\s/gu, '').replace(/\d+/gu, '#');
  // 附件1, 附件2 at the top of their pages are headings of attachments (GB/T 9704—2012, 7.3.7)
  if (wording.length < 2 || wording.startsWith('附件')) return [];
  const step = row.baseline / SAME_HEIGHT_PT;
  return [...new Set([Math.floor(step), Math.ceil(step)])].map((height) => `${row.top} ${height} ${wording}`);
}

/** y of the lowest long rule in the top margin, for pages that share one with another page. */
function pagesWithHeadRule(pages: readonly PageSegments[]): Map<PrintedPage, number> {
  const found = new Map<PrintedPage, number>();
  for (const { page } of pages) {
    const rule = page.rules.filter((candidate) => isHeadRule(candidate, page)).sort((a, b) => b.at - a.at)[0];
    if (rule) found.set(page, rule.at);
  }
  const heights = [...found.values()];
  for (const [page, at] of found) {
    if (heights.filter((other) => Math.abs(other - at) < SAME_HEIGHT_PT).length < 2) found.delete(page);
  }
  return found;
}

const isHeadRule = (rule: Rule, page: PrintedPage): boolean =>
  rule.direction === 'horizontal' && rule.at < page.height * MARGIN_PART && rule.to - rule.from > page.width / 2;
