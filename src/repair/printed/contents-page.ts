import { SEGMENT_GAP_EM } from '../tolerances.js';
import { linesOf, type Segment, splitAt, textOf } from './segments.js';

const TITLE = /^目\s*[录錄次]$/u;
/** What a segment with its first character prints. */
const TITLE_START = /^目\s*[录錄次]?$/u;
const PAGE = /^[\s.…·]*[（(]?\s*\d{1,4}\s*[）)]?$/u;

/**
 * 目录 stands on the page, and white parts nothing on it but titles from the numbers of their pages: those numbers are no
 * column of their own.
 */
export function isContentsPage(segments: readonly Segment[]): boolean {
  // most pages have none: that shows before lines are joined
  if (!segments.some(mayStartTitle)) return false;
  const rows = linesOf(segments);
  const isTitle = (row: Segment): boolean => TITLE.test(textOf(row).text.trim());
  if (!rows.some(isTitle)) return false;
  const parted = rows.filter((row) => !isTitle(row)).map((row) => splitAt(row, SEGMENT_GAP_EM));
  const numbered = parted.filter((parts) => parts.length > 1);
  return numbered.length > 0 && numbered.every((parts) => PAGE.test(textOf(parts.at(-1) as Segment).text.trim()));
}

const mayStartTitle = (segment: Segment): boolean =>
  segment.glyphs.some(({ text }) => text.includes('目')) && TITLE_START.test(textOf(segment).text.trim());
