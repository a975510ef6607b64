// The part of a page that the horizontal rules of a list enclose.
import type { Rule } from '../../../extract/page.js';
import type { Box } from '../../../model/source.js';
import { middleX, middleY } from '../../../text/box.js';
import { saysContinued } from '../../continued.js';
import {
  CELL_PADDING_EM,
  ROW_GAP_EM,
  RULE_JOINT_PT,
  THINNEST_CELL_PT,
  WIDEST_CELL_PITCH_EM,
} from '../../tolerances.js';
import { alikeRules } from '../alike-rules.js';
import { type Segment, textOf } from '../segments.js';
import { isTabular, listBody } from './body.js';
import { baselineRows, type ListHeading } from './heading.js';
import { columnAt, middles, narrowed, type Strips } from './strips.js';

/** The rules over the whole width of a list, from its upper edge to its lower one. */
export interface RuledArea {
  readonly from: number;
  readonly to: number;
  /** Their heights, from the top. */
  readonly full: readonly number[];
}

/**
 * The area of a page's widest rules that begin and end at the same places. Bands at its top and bottom are left out where they
 * hold no text, or text that is no list's: rules of the page's head and foot are as wide.
 *
 * @param heading where the page has one, the area begins right above it
 * @param list the headings of the list, on this page or one before
 */
export function ruledArea(
  rules: readonly Rule[],
  segments: readonly Segment[],
  heading: ListHeading | null,
  list: ListHeading | null = heading,
): RuledArea | null {
  const widest = mostAlike(rules, list?.box ?? [Infinity, 0, -Infinity, 0]);
  const [first] = widest;
  if (!first) return null;
  let full = widest.map(({ at }) => at);
  const isEmpty = (from: number, to: number): boolean =>
    !segments.some(({ box }) => middleY(box) > from && middleY(box) < to);
  while (full.length > 1) {
    const [top, next] = full as [number, number];
    const isAbove = heading ? next < heading.box[1] + RULE_JOINT_PT : isEmpty(top, next);
    if (!isAbove) break;
    full = full.slice(1);
  }
  while (full.length > 1 && isEmpty(full.at(-2) as number, full.at(-1) as number)) full = full.slice(0, -1);
  return { from: first.from, to: first.to, full };
}

/** @param over what they reach over */
function mostAlike(rules: readonly Rule[], over: Box): Rule[] {
  const isOver = ({ from, to }: Rule): boolean => from <= over[0] + RULE_JOINT_PT && to >= over[2] - RULE_JOINT_PT;
  return alikeRules(rules.filter(isOver)).sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The rules inside an area, that of its headings left out. */
export function innerRules(rules: readonly Rule[], { from, to, full }: RuledArea, top: number): Rule[] {
  return rules.filter(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.at > top + THINNEST_CELL_PT &&
      rule.at < (full.at(-1) as number) - THINNEST_CELL_PT &&
      rule.from >= from - RULE_JOINT_PT &&
      rule.to <= to + RULE_JOINT_PT,
  );
}

/**
 * The area with what the page's end leaves open: rows below its last rule, and, on a further page, above its first. Where a
 * merged cell goes over the whole page, no rule is as wide as the list.
 *
 * @returns null where nothing is enclosed
 */
export function withOpenEnds(
  { from, to, full }: RuledArea,
  segments: readonly Segment[],
  strips: Strips,
  { heading, lastSection }: { heading: ListHeading | null; lastSection: number | null },
): RuledArea | null {
  const [first, last] = [full[0] ?? Infinity, full.at(-1) ?? -Infinity];
  const edges: number[] = [...full];
  // the only rule may be that of the page's head
  const top = Math.max(last, heading?.box[3] ?? last);
  const { cells, sections } = listBody(
    segments.filter(({ box }) => middleY(box) > top),
    strips,
    full.length > 0 ? top : null,
    lastSection,
  );
  const below = [...cells, ...sections.flat()];
  if (hasRows(cells, strips)) edges.push(Math.max(...below.map(({ box, size }) => box[3] + CELL_PADDING_EM * size)));
  const above = segments.filter(({ box }) => middleY(box) < first);
  if (!heading && areRestOfList(above, strips, first))
    edges.unshift(Math.min(...above.map(({ box, size }) => box[1] - CELL_PADDING_EM * size)));
  return edges.length > 1 ? { from, to, full: edges } : null;
}

/**
 * Rows above the first rule of a further page, or of one row the last lines of one cell: right above the rule, in a column
 * of its own.
 */
export function areRestOfList(above: readonly Segment[], strips: Strips, rule: number): boolean {
  if (above.some((segment) => narrowed(strips, [segment]) === null)) return false;
  if (hasRows(above, strips)) return true;
  const lines = baselineRows(above).flat();
  const borders = middles(strips);
  const columns = new Set(lines.map(({ box }) => columnAt(borders, middleX(box))));
  const isClose = (line: Segment, index: number): boolean => {
    const next = lines[index + 1];
    return next
      ? next.baseline - line.baseline < WIDEST_CELL_PITCH_EM * line.size
      : rule - line.baseline < (ROW_GAP_EM / 2) * line.size;
  };
  const isCaption = lines.some((line) => saysContinued(textOf(line).text));
  return lines.length > 0 && columns.size === 1 && !isCaption && lines.every(isClose);
}

const hasRows = (segments: readonly Segment[], strips: Strips): boolean =>
  baselineRows(segments).some((row) => isTabular(row, strips));

export const isWithin = ({ full }: RuledArea, box: Segment['box']): boolean =>
  middleY(box) > (full[0] as number) && middleY(box) < (full.at(-1) as number);
