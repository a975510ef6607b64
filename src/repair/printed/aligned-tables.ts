// Tables that are no task list and have no rules at all: short cells one below the other, in rows side by side.
import type { Rule } from '../../extract/page.js';
import { middleX, union } from '../../text/box.js';
import { bareShadow } from '../../text/shadow.js';
import { gridOf } from '../table/grid.js';
import { isHeadingRow } from '../table/headings.js';
import type { Sheet } from '../table/sheet.js';
import { ALIGNED_EM, ALIGNED_ROWS, CELL_PADDING_EM, PLAIN_GAP_EM, PLAIN_ROWS_PART, ROW_GAP_EM } from '../tolerances.js';
import type { Gutter } from './columns.js';
import { isContentsPage } from './contents-page.js';
import { readGrid } from './grid-cells.js';
import { baselineRows } from './open/heading.js';
import { type Span, uncovered } from './open/strips.js';
import { bordersIn, columnsOf, isRunningText, type Lines, rowEnds, whiteIn, whiteOf } from './plain-columns.js';
import { linesOf, type Segment, textOf } from './segments.js';

export interface AlignedTables {
  readonly sheets: readonly Sheet[];
  /** What stands outside them. */
  readonly segments: readonly Segment[];
}

/** @param gutter of the text: no table reaches over it, and one may stand beside it */
export function alignedTables(page: number, segments: readonly Segment[], gutter: Gutter | null): AlignedTables {
  const sheets: Sheet[] = [];
  let left = segments;
  if (isContentsPage(segments)) return { sheets, segments };
  for (const isWithin of areas(gutter)) {
    for (const lines of runsOf(baselineRows(left.filter(isWithin)))) {
      const sheet = isParting(gutter, lines) ? null : sheetOf(page, lines);
      if (!sheet) continue;
      sheets.push(sheet);
      const taken = new Set(lines.flat());
      left = left.filter((segment) => !taken.has(segment));
    }
  }
  return { sheets, segments: left };
}

/** The page as a whole, then its columns. */
function areas(gutter: Gutter | null): ((segment: Segment) => boolean)[] {
  const whole = (): boolean => true;
  if (!gutter) return [whole];
  const middle = (gutter[0] + gutter[1]) / 2;
  return [whole, ({ box }) => box[2] <= middle, ({ box }) => box[0] >= middle];
}

/** What stands on both sides of the gutter is text. */
const isParting = (gutter: Gutter | null, lines: Lines): boolean =>
  gutter !== null && whiteIn(lines).some(([from, to]) => from < gutter[1] && to > gutter[0]);

/** The gutter, if running text stands on one of its sides. */
export function textGutter(segments: readonly Segment[], gutter: Gutter | null): Gutter | null {
  if (!gutter) return null;
  const sides = [segments.filter(({ box }) => box[2] <= gutter[1]), segments.filter(({ box }) => box[0] >= gutter[0])];
  return sides.some((side) => isRunningText(linesOf(side))) ? gutter : null;
}

/** Lines one below the other that leave the same white free; the first and the last have text side by side. */
function runsOf(lines: Lines): Lines[] {
  const runs: Lines[] = [];
  let run: (readonly Segment[])[] = [];
  let white: readonly Span[] = [];
  const close = (): void => {
    const last = run.findLastIndex(isParted);
    if (last + 1 >= ALIGNED_ROWS) runs.push(run.slice(0, last + 1));
    run = [];
  };
  for (const line of lines) {
    const before = run.at(-1);
    const left = before && isNear(before, line) ? withoutLine(white, line) : [];
    if (left.length === 0) {
      close();
      if (!isParted(line)) continue;
    }
    white = left.length > 0 ? left : whiteOf(line);
    run.push(line);
  }
  close();
  return runs;
}

const isParted = (line: readonly Segment[]): boolean => whiteOf(line).length > 0;

const isNear = ([above]: readonly Segment[], [below]: readonly Segment[]): boolean =>
  above !== undefined && below !== undefined && below.baseline - above.baseline <= ROW_GAP_EM * below.size;

/** What a line leaves of the white above it, where it may still part columns. */
function withoutLine(white: readonly Span[], line: readonly Segment[]): Span[] {
  const least = PLAIN_GAP_EM * Math.max(...line.map(({ size }) => size));
  const covers = line.map(({ box }): Span => [box[0], box[2]]);
  return uncovered(white, covers).filter(([from, to]) => to - from >= least);
}

function sheetOf(page: number, lines: Lines): Sheet | null {
  const borders = bordersIn(lines);
  if (borders.length === 0) return null;
  const columns = columnsOf(lines, borders);
  const parted = lines.filter((line) => columnsOf([line], borders).filter(({ length }) => length > 0).length > 1);
  if (parted.length < Math.max(ALIGNED_ROWS, PLAIN_ROWS_PART * lines.length)) return null;
  if (columns.some((column) => isRunningText(column) || !isAligned(column))) return null;
  if (areSigners(columns) || arePages(columns) || lines.some((line) => isOfTaskList(line, borders))) return null;
  const [left, top, right, bottom] = union(lines.flat().map(({ box }) => box));
  const padding = CELL_PADDING_EM * (lines[0]?.[0]?.size ?? 0);
  const [from, to] = [left - padding, right + padding];
  const horizontal = (at: number): Rule => ({ direction: 'horizontal', at, from, to });
  const vertical = (at: number): Rule => ({ direction: 'vertical', at, from: top - padding, to: bottom + padding });
  const grid = gridOf([
    ...[top - padding, ...rowEnds(lines, borders), bottom + padding].map(horizontal),
    ...[from, ...borders, to].map(vertical),
  ]);
  return (
    grid &&
    readGrid(
      page,
      grid,
      lines.flat().flatMap(({ glyphs }) => glyphs),
    ).sheet
  );
}

/** Most cells of a column begin, end, or have their middles at one place. */
function isAligned(column: readonly Segment[]): boolean {
  const size = column[0]?.size ?? 0;
  const agree = (places: readonly number[]): boolean =>
    places.some(
      (place) =>
        places.filter((other) => Math.abs(other - place) <= ALIGNED_EM * size).length >=
        PLAIN_ROWS_PART * places.length,
    );
  return (
    agree(column.map(({ box }) => box[0])) ||
    agree(column.map(({ box }) => box[2])) ||
    agree(column.map(({ box }) => middleX(box)))
  );
}

/** Which rows of a task list belong together takes more than that: what was not read as one stays text. */
const isOfTaskList = (line: readonly Segment[], borders: readonly number[]): boolean =>
  isHeadingRow(columnsOf([line], borders).map((cell) => bareShadow(cell.map((part) => textOf(part).text).join(''))));

const ORGAN = /[部委厅局办院会社行府室处署团]$/u;
/** Several who sign, side by side. */
const areSigners = (columns: readonly (readonly Segment[])[]): boolean =>
  columns.every((column) => column.every((cell) => ORGAN.test(textOf(cell).text.trim())));

const PAGE = /^[（(]?\d{1,4}[）)]?$/u;
/** Titles and the pages they begin on, which grow. */
function arePages(columns: readonly (readonly Segment[])[]): boolean {
  const last = (columns.at(-1) ?? []).map((cell) => textOf(cell).text.trim());
  const pages = last.filter((text) => PAGE.test(text)).map((text) => Number(text.replace(/\D/gu, '')));
  return (
    columns.length === 2 &&
    pages.length > PLAIN_ROWS_PART * last.length &&
    pages.every((page, index) => index === 0 || page >= (pages[index - 1] as number))
  );
}
