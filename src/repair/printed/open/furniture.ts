// Lines of a list that look like running heads or page numbers.
import { middleY, overlapsAcross } from '../../../text/box.js';
import { isDashedNumber } from '../../../text/page-label.js';
import { isRunningHead } from '../../running-head.js';
import { HEADING_PITCH_EM, MARGIN_PART, OTHER_SIZE_PART, SAME_HEIGHT_PT } from '../../tolerances.js';
import { type Segment, textOf } from '../segments.js';
import { isTabular } from './body.js';
import { baselineRows } from './heading.js';
import type { ListPage } from './index.js';
import { areRestOfList, isWithin, type RuledArea } from './ruled-area.js';
import type { Strips } from './strips.js';

/**
 * Lines of a list may come again at one height too, or stand under a rule that is the list's own: those in the flow of its
 * lines, between its rules, or with other lines beyond them are not taken for running heads.
 */
export function withoutFurniture(
  { page, segments }: ListPage,
  isFurniture: (segment: Segment) => boolean,
  strips: Strips,
  area: RuledArea | null,
): Segment[] {
  const sure = segments.filter((segment) => !isFurniture(segment));
  const baselines = sure.map(({ baseline }) => baseline);
  const [first, last] = [Math.min(...baselines), Math.max(...baselines)];
  const isInFlow = (segment: Segment): boolean =>
    sure.some((other) => {
      const distance = Math.abs(other.baseline - segment.baseline) / segment.size;
      const isBelow = overlapsAcross(other.box, segment.box);
      return (
        isBelow && distance < HEADING_PITCH_EM && Math.abs(other.size - segment.size) < OTHER_SIZE_PART * other.size
      );
    });
  const isWithinList = (segment: Segment): boolean => {
    const isTop = segment.baseline < page.height / 2;
    const hasBeyond = isTop ? first < segment.baseline : last > segment.baseline;
    return hasBeyond || (area !== null && isWithin(area, segment.box) && !saysFurniture(textOf(segment).text));
  };
  // the name of the issue and its number may stand over two columns
  const isHead = (row: readonly Segment[]): boolean => isRunningHead(row.map((part) => textOf(part).text).join(' '));
  return baselineRows(segments).flatMap((row) =>
    row.some(isFurniture) && (!isTabular(row, strips) || isHead(row))
      ? row.filter((segment) => !isFurniture(segment) || isInFlow(segment) || isWithinList(segment))
      : row,
  );
}

/** What ends a cell of the page before stands above the first rule, and looks like a running head over its line. */
export function restOfCell(
  { segments }: ListPage,
  strips: Strips,
  area: RuledArea | null,
  comesAgain: (segment: Segment) => boolean,
): ReadonlySet<Segment> {
  const [rule] = area?.full ?? [];
  if (rule === undefined) return new Set();
  const size = segments.find(({ box }) => middleY(box) > rule)?.size ?? 0;
  const above = segments.filter(({ box }) => middleY(box) < rule);
  const rest = above.filter((segment) => !comesAgain(segment) && !saysFurniture(textOf(segment).text));
  const isOfList = rest.every((segment) => Math.abs(segment.size - size) < OTHER_SIZE_PART * size);
  return new Set(isOfList && areRestOfList(rest, strips, rule) ? rest : []);
}

/** Whether words stand at one height on several pages. */
export function wordingsAgain(pages: readonly ListPage[]): (segment: Segment) => boolean {
  const keyOf = (segment: Segment): string =>
    `${Math.round(segment.baseline / SAME_HEIGHT_PT)} ${textOf(segment).text.replace(/\d+/gu, '#')}`;
  let seen: Map<string, number> | null = null;
  const count = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (const { page, segments } of pages) {
      for (const segment of segments) {
        if (segment.baseline > MARGIN_PART * page.height) continue;
        found.set(keyOf(segment), (found.get(keyOf(segment)) ?? 0) + 1);
      }
    }
    return found;
  };
  return (segment) => {
    seen ??= count();
    return (seen.get(keyOf(segment)) ?? 0) > 1;
  };
}

const saysFurniture = (text: string): boolean => isRunningHead(text) || isDashedNumber(text);
