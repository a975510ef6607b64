import type { PrintedPage, Rule } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { boxOf, type Grid, gridOf } from '../table/grid.js';
import { joinHalves } from '../table/halves.js';
import { connectedRules, joinRules } from '../table/rules.js';
import type { Sheet } from '../table/sheet.js';
import { RULE_JOINT_PT } from '../tolerances.js';
import { readGrid } from './grid-cells.js';
import { areHeadingsAlone } from './headings-alone.js';

export interface PageTables {
  readonly sheets: readonly Sheet[];
  /** What stands outside the tables. */
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly Rule[];
  /** Frames around paragraphs. */
  readonly boxes: readonly Box[];
}

/**
 * The ruled tables of a page.
 *
 * @param before the tables of the page before
 */
export function tablesOf(page: PrintedPage, before: readonly Sheet[] = []): PageTables {
  const groups = joinHalves(connectedRules(joinRules(page.rules)), before).map(
    (rules): Group => ({ rules, grid: gridOf(rules) }),
  );
  let ruled = groups.filter(({ grid }) => grid);
  let { sheets, rest } = sheetsOf(page, ruled);
  const alone = ruled.filter((_, index) => areHeadingsAlone(sheets[index] as Sheet, page.glyphs, rest));
  if (alone.length > 0) {
    ruled = ruled.filter((group) => !alone.includes(group));
    ({ sheets, rest } = sheetsOf(page, ruled));
  }
  const outside = groups.filter((group) => !ruled.includes(group)).map(({ rules }) => rules);
  return {
    sheets: sheets.sort(byTop),
    glyphs: rest,
    rules: outside.flat(),
    boxes: outside.map(boxOf).filter((box) => box !== null),
  };
}

interface Group {
  readonly rules: readonly Rule[];
  readonly grid: Grid | null;
}

/** The sheets of grids, and the glyphs in none. */
function sheetsOf(page: PrintedPage, groups: readonly Group[]): { sheets: Sheet[]; rest: readonly PrintedGlyph[] } {
  let rest: readonly PrintedGlyph[] = page.glyphs;
  const sheets = groups.map(({ grid }) => {
    const read = readGrid(page.number, grid as Grid, rest, page.slants);
    rest = read.rest;
    return read.sheet;
  });
  return { sheets, rest };
}

/** From the top, and from the left. */
export const byTop = ({ bbox: a }: Sheet, { bbox: b }: Sheet): number =>
  a === null || b === null ? 0 : Math.abs(a[1] - b[1]) > RULE_JOINT_PT ? a[1] - b[1] : a[0] - b[0];
