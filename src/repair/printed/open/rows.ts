// Where the rows of a list are that no rules part: each has text in the column of measures.
import type { ColumnRole } from '../../blocks.js';
import { ALIGNED_EM, ROW_GAP_EM } from '../../tolerances.js';
import { centreOf, type Group } from './groups.js';

export type Alignment = 'top' | 'middle';

/** Places are baselines: a cell's text stands as far from its borders above as below. */
export interface Rows {
  /** First and last baseline of each row's tallest cell, as far as it is known. */
  readonly extents: readonly Group[];
  /** Upper borders of the rows, and the lower one of the last. */
  readonly borders: readonly number[];
  /** Between the text of a row and that of the next. */
  readonly gap: number;
  /** Columns whose cells are not merged: the row of each group. */
  readonly plain: ReadonlyMap<number, readonly number[]>;
  /** The first row is the rest of one that the page before began. */
  readonly isFirstCut: boolean;
}

export interface Columns {
  readonly roles: readonly (ColumnRole | null)[];
  /** The groups of each column. */
  readonly groups: readonly (readonly Group[])[];
  readonly size: number;
}

/** What stands beside one another, if only in part. */
const isBeside = (a: Group, b: Group, size: number): boolean =>
  a.first <= b.last + size / 2 && a.last >= b.first - size / 2;

/** How cells stand in rows that are taller than their text; null where none shows it. */
export function alignmentOf({ roles, groups, size }: Columns): Alignment | null {
  const measures = groups[roles.indexOf('measure')] ?? [];
  let [top, middle] = [0, 0];
  for (const group of groups.flat()) {
    for (const measure of measures.filter((other) => isBeside(group, other, size))) {
      if (group.lines.length === measure.lines.length) continue;
      if (isNear(group.first, measure.first, size)) top += 1;
      if (isNear(centreOf(group), centreOf(measure), size)) middle += 1;
    }
  }
  return top === middle ? null : top > middle ? 'top' : 'middle';
}

const isNear = (a: number, b: number, size: number): boolean => Math.abs(a - b) < ALIGNED_EM * size;

/** @returns null where a row has no measure, or cells stand in none */
export function rowsOf(columns: Columns, alignment: Alignment, mayBeginCut: boolean): Rows | null {
  const { roles, groups, size } = columns;
  const measures = groups[roles.indexOf('measure')] ?? [];
  const cut = mayBeginCut ? restOfRow(columns, measures[0]) : null;
  const texts = cut ? [cut, ...measures] : measures;
  if (texts.length === 0) return null;
  const plain = new Map<number, number[]>();
  groups.forEach((own, column) => {
    const rows = roles[column] === 'path' ? null : plainRows(own, texts, size);
    if (rows) plain.set(column, rows);
  });
  const extents = texts.map((text, row): Group => {
    const beside = [...plain].flatMap(([column, rows]) => (groups[column] ?? []).filter((_, at) => rows[at] === row));
    return tallest([text, ...beside]);
  });
  const gap = rowGap(columns, extents);
  const borders =
    alignment === 'top' ? topBorders(extents, gap, groups.flat()) : middleBorders(extents, gap, groups.flat());
  return { extents, borders, gap, plain, isFirstCut: cut !== null };
}

/** Of a row cut by the page's end only a cell longer than the measure may be left. */
function restOfRow({ roles, groups, size }: Columns, first: Group | undefined): Group | null {
  const above = groups.flatMap((own, column) =>
    roles[column] === 'path' || roles[column] === 'measure'
      ? []
      : own.filter((group) => !first || (group.last < first.first && !isBeside(group, first, size))),
  );
  return above.length > 0 ? tallest(above) : null;
}

const tallest = (groups: readonly Group[]): Group =>
  groups.reduce((best, group) => (group.last - group.first > best.last - best.first ? group : best));

/** The row of each group, where each stands beside one measure, at its top or its middle, and none beside another's. */
function plainRows(own: readonly Group[], texts: readonly Group[], size: number): number[] | null {
  const rows = own.map((group) => {
    const beside = texts.flatMap((text, row) => (isBeside(group, text, size) ? [row] : []));
    const text = beside.length === 1 ? texts[beside[0] as number] : undefined;
    const isIn = text && (isNear(group.first, text.first, size) || isNear(centreOf(group), centreOf(text), size));
    return isIn ? (beside[0] as number) : -1;
  });
  const areApart = rows.every((row, index) => row > (rows[index - 1] ?? -1));
  return areApart ? rows : null;
}

/** The least distance between the text of one row and that of the next. */
function rowGap({ groups, size }: Columns, extents: readonly Group[]): number {
  const gaps = [extents, ...groups].flatMap((own) =>
    own.slice(1).map((group, index) => group.first - (own[index] as Group).last),
  );
  return Math.min(ROW_GAP_EM * size, ...gaps.filter((gap) => gap > 0));
}

function topBorders(extents: readonly Group[], gap: number, all: readonly Group[]): number[] {
  const last = Math.max(...all.map((group) => group.last));
  return [...extents.map(({ first }) => first - gap / 2), last + gap / 2];
}

/**
 * A row's text is in its middle, so that from the top each border follows from the one before. The first row is taller
 * than its text where a merged cell needs it to be: then that one's text stands highest.
 */
function middleBorders(extents: readonly Group[], gap: number, all: readonly Group[]): number[] {
  const borders = [Math.min(...all.map(({ first }) => first)) - gap / 2];
  extents.forEach((row, index) => {
    const before = borders.at(-1) as number;
    const highest = row.last + gap / 2;
    const next = extents[index + 1];
    const lowest = next ? Math.max(highest, next.first - gap / 2) : Number.POSITIVE_INFINITY;
    borders.push(Math.min(Math.max(highest, 2 * centreOf(row) - before), lowest));
  });
  return borders;
}
