// Lists with horizontal rules between their rows, and none between their columns.
import type { Rule } from '../../../extract/page.js';
import { middleY } from '../../../text/box.js';
import { isBlank } from '../../../text/glyph.js';
import { type Grid, gridOf } from '../../table/grid.js';
import { RULE_JOINT_PT } from '../../tolerances.js';
import type { Segment } from '../segments.js';
import { isSectionStart } from './body.js';
import { baselineRows, type ListHeading } from './heading.js';
import type { RuledArea } from './ruled-area.js';
import { inkOf, middles, narrowed, type Strips } from './strips.js';

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly segments: readonly Segment[];
}

/**
 * The grid of a list with rules between its rows: the vertical rules it would have run through the white strips, but not
 * through section rows.
 *
 * @param start the strips between its headings, or those of the page before
 * @returns null where its rows do not respect them
 */
export function halfRuledGrid(
  { from, to, full }: RuledArea,
  rules: readonly Rule[],
  segments: readonly Segment[],
  heading: ListHeading | null,
  start: Strips,
): { grid: Grid; strips: Strips } | null {
  const body = bandsOf(full, segments).filter(({ top }) => !heading || top > heading.box[1]);
  let strips = start;
  const isCrossing = (band: Band): boolean => narrowed(strips, band.segments) === null;
  for (const band of body.filter((other) => !isSection(other))) strips = narrowed(strips, band.segments) ?? strips;
  const crossing = body.filter((band) => isCrossing(band) && !isInColumns(band, strips));
  const parted = body.filter((band) => !crossing.includes(band));
  if (crossing.filter((band) => !isSection(band)).length >= Math.max(1, parted.length)) return null;
  // cells side by side that run into one another are no row over all columns
  if (crossing.some(hasCells)) return null;
  const vertical = (at: number, top: number, bottom: number): Rule => ({
    direction: 'vertical',
    at,
    from: top,
    to: bottom,
  });
  const inside = middles(strips);
  const [top, bottom] = [full[0] as number, full.at(-1) as number];
  const headingEnd = body[0]?.top ?? bottom;
  const borders = inside.flatMap((at, index) => [
    ...(heading ? [vertical(at, belowGroup(heading, index, rules) ?? top, headingEnd)] : []),
    ...parted.map((band) => vertical(at, band.top, band.bottom)),
  ]);
  const horizontal = rules.filter(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.at >= top - 1 &&
      rule.at <= bottom + 1 &&
      rule.from >= from - RULE_JOINT_PT &&
      rule.to <= to + RULE_JOINT_PT,
  );
  const grid = gridOf([...horizontal, vertical(from, top, bottom), vertical(to, top, bottom), ...borders]);
  return grid && { grid, strips };
}

const bandsOf = (full: readonly number[], segments: readonly Segment[]): Band[] =>
  full.slice(1).map((bottom, index) => {
    const top = full[index] as number;
    return { top, bottom, segments: segments.filter(({ box }) => middleY(box) > top && middleY(box) < bottom) };
  });

/** Cells of several columns, the white between them narrower than elsewhere. */
function isInColumns(band: Band, strips: Strips): boolean {
  const ink = band.segments.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isBlank(glyph)).map(inkOf));
  return hasCells(band) && middles(strips).every((border) => !ink.some(([from, to]) => from < border && border < to));
}

const hasCells = ({ segments }: Band): boolean => baselineRows(segments).some((row) => row.length > 1);

/** One text from the top: 一、… */
function isSection({ segments }: Band): boolean {
  const rows = baselineRows(segments);
  return rows.every((row) => row.length === 1) && rows[0] !== undefined && isSectionStart(rows[0][0] as Segment);
}

/** Where the border between two columns begins below the heading they have in common. */
function belowGroup({ groups, box }: ListHeading, strip: number, rules: readonly Rule[]): number | null {
  const group = groups.find(({ from, to }) => from <= strip && strip + 1 < to);
  if (!group) return null;
  const rule = rules.find(({ direction, at }) => direction === 'horizontal' && at > middleY(group.box) && at < box[3]);
  return rule?.at ?? group.box[3];
}
