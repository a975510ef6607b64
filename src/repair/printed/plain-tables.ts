// Tables that are no task list, ruled between their rows and not between their columns: 指标, 收费, 名单.
import type { Rule } from '../../extract/page.js';
import { middleY } from '../../text/box.js';
import { gridOf } from '../table/grid.js';
import type { Sheet } from '../table/sheet.js';
import { HALF_RULED_LINES, PLAIN_ROWS_PART, THINNEST_CELL_PT } from '../tolerances.js';
import { alikeRules } from './alike-rules.js';
import { readGrid } from './grid-cells.js';
import { baselineRows } from './open/heading.js';
import { bordersIn, columnsOf, isRunningText, type Lines, rowEnds } from './plain-columns.js';
import type { Segment } from './segments.js';

interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Lines from the top, each of one or more segments. */
  readonly lines: Lines;
}

export interface PlainTables {
  readonly sheets: readonly Sheet[];
  readonly segments: readonly Segment[];
  readonly rules: readonly Rule[];
}

/** The tables of a page, and what stands outside them. */
export function plainTables(page: number, segments: readonly Segment[], rules: readonly Rule[]): PlainTables {
  const sheets: Sheet[] = [];
  let left = segments;
  const used = new Set<Rule>();
  for (const alike of alikeRules(rules).map(withoutDoubles)) {
    if (alike.length < HALF_RULED_LINES) continue;
    for (const bands of runsOf(bandsOf(alike, left))) {
      const table = tableOf(page, bands, alike[0] as Rule, left);
      if (!table) continue;
      sheets.push(table.sheet);
      left = left.filter((segment) => !table.taken.has(segment));
      for (const rule of alike) if (isIn(bands, rule.at)) used.add(rule);
    }
  }
  return { sheets, segments: left, rules: rules.filter((rule) => !used.has(rule)) };
}

const isIn = (bands: readonly Band[], at: number): boolean =>
  at >= (bands[0] as Band).top - 1 && at <= (bands.at(-1) as Band).bottom + 1;

/** Doubled rules are one. */
const withoutDoubles = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ at }, index) => index === 0 || at - (rules[index - 1] as Rule).at > THINNEST_CELL_PT);

function bandsOf(rules: readonly Rule[], segments: readonly Segment[]): Band[] {
  return rules.slice(1).map(({ at: bottom, from, to }, index) => {
    const top = (rules[index] as Rule).at;
    const inside = segments.filter(
      ({ box }) => middleY(box) > top && middleY(box) < bottom && box[2] > from && box[0] < to,
    );
    return { top, bottom, lines: baselineRows(inside) };
  });
}

/** Bands one below the other that begin and end with text side by side, none of them empty. */
function runsOf(bands: readonly Band[]): Band[][] {
  const runs: Band[][] = [];
  let run: Band[] = [];
  const close = (): void => {
    const last = run.findLastIndex(isTabular);
    if (last >= HALF_RULED_LINES - 2) runs.push(run.slice(0, last + 1));
    run = [];
  };
  for (const band of bands) {
    if (band.lines.length === 0) close();
    else if (run.length > 0 || isTabular(band)) run.push(band);
  }
  close();
  return runs;
}

const isTabular = ({ lines }: Band): boolean => lines.some((line) => line.length > 1);

function tableOf(
  page: number,
  bands: readonly Band[],
  { from, to }: Rule,
  segments: readonly Segment[],
): { sheet: Sheet; taken: Set<Segment> } | null {
  const parted = bands.filter(isTabular);
  if (parted.length < PLAIN_ROWS_PART * bands.length) return null;
  const lines = parted.flatMap((band) => band.lines);
  const borders = bordersIn(lines);
  if (borders.length === 0) return null;
  // two columns of text between rules
  if (borders.length === 1 && isRunningText(columnsOf(lines, borders)[0] as Segment[])) return null;
  const [top, bottom] = [(bands[0] as Band).top, (bands.at(-1) as Band).bottom];
  const vertical = (at: number, band: { top: number; bottom: number }): Rule => ({
    direction: 'vertical',
    at,
    from: band.top,
    to: band.bottom,
  });
  const horizontal = (at: number): Rule => ({ direction: 'horizontal', at, from, to });
  // 三线表: rules above and below the headings and at the end, none between the rows
  const rows = bands.length === 2 ? rowEnds((bands[1] as Band).lines, borders) : [];
  const grid = gridOf([
    ...[top, ...bands.map((band) => band.bottom), ...rows].map(horizontal),
    ...[from, to].map((at) => vertical(at, { top, bottom })),
    ...borders.flatMap((at) => parted.map((band) => vertical(at, band))),
  ]);
  if (!grid) return null;
  const glyphs = segments.flatMap((segment) => segment.glyphs);
  const { sheet, rest } = readGrid(page, grid, glyphs);
  const outside = new Set(rest);
  return { sheet, taken: new Set(segments.filter((segment) => !segment.glyphs.every((glyph) => outside.has(glyph)))) };
}
