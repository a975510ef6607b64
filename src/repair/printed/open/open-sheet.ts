// The sheet of a page's list whose rows no rules part.
import type { Box } from '../../../model/source.js';
import { isNumbered } from '../../../text/row-number.js';
import type { ColumnRole } from '../../blocks.js';
import { columnRoles } from '../../table/headings.js';
import type { Sheet, SheetCell } from '../../table/sheet.js';
import { TEXT_MIDDLE_EM } from '../../tolerances.js';
import { cellTexts } from '../cell-text.js';
import { type Segment, textOf } from '../segments.js';
import type { ListBody } from './body.js';
import { columnLines, type Group, groupsOf, pitchOf, sizeOf } from './groups.js';
import type { ListHeading } from './heading.js';
import { type Alignment, alignmentOf, type Columns, type Rows, rowsOf } from './rows.js';
import { type Begin, type Span, spansOf } from './spans.js';
import { middles, widest } from './strips.js';

/** What the pages of a list have in common. */
export interface ListShape {
  readonly roles: readonly (ColumnRole | null)[];
  readonly pitch: number | null;
  readonly alignment: Alignment | null;
  /** Columns of headings whose texts are numbered. */
  readonly numbered: ReadonlySet<number>;
  /** Left and right ends of the text of each column. */
  readonly edges: readonly (readonly [left: number, right: number])[];
}

export const rolesOf = ({ columns, groups }: ListHeading): (ColumnRole | null)[] =>
  columnRoles(
    columns.map(({ parts }, index) => {
      const above = groups.find(({ from, to }) => from <= index && index < to);
      return [...(above?.parts ?? []), ...parts].map((part) => textOf(part).text).join('');
    }),
  );

/** @returns null where the rows cannot be told */
export function openSheet(
  page: number,
  heading: ListHeading | null,
  body: ListBody,
  before: ListShape | null,
): { sheet: Sheet; shape: ListShape } | null {
  const roles = before?.roles ?? (heading ? rolesOf(heading) : []);
  const lines = columnLines(body.cells, middles(body.strips));
  const size = sizeOf(lines);
  const pitch = before?.pitch ?? pitchOf(lines);
  const edges = edgesOf(lines, body, before);
  const blocks = blocksOf(lines, body.sections);
  const grouped = blocks.map(
    (block): Columns => ({ roles, size, groups: block.map((own) => groupsOf(own, pitch, size)) }),
  );
  const alignment = before?.alignment ?? alignmentOfAll(grouped);
  const numbered = numberedPaths(roles, grouped, before?.numbered ?? new Set());
  const maker = new SheetMaker(page, edges, size);
  if (heading) maker.heading(heading);
  for (const [index, columns] of grouped.entries()) {
    const section = body.sections[index - 1];
    if (section) maker.section(section);
    if (columns.groups.every((own) => own.length === 0)) continue;
    const goesOn = index === 0 && before !== null;
    const found = readBlock(columns, alignment, goesOn, numbered);
    if (!found) return null;
    maker.rows(found.rows, found.spans);
  }
  return { sheet: maker.sheet(), shape: { roles, pitch, alignment, numbered, edges } };
}

/** Of most blocks that show one. */
function alignmentOfAll(blocks: readonly Columns[]): Alignment | null {
  const found = blocks.flatMap((columns) => alignmentOf(columns) ?? []);
  const top = found.filter((alignment) => alignment === 'top').length;
  return found.length === 0 ? null : 2 * top >= found.length ? 'top' : 'middle';
}

/** Those of the pages before, and those with more numbers than other beginnings. */
function numberedPaths(
  roles: readonly (ColumnRole | null)[],
  blocks: readonly Columns[],
  before: ReadonlySet<number>,
): Set<number> {
  const isMostly = (column: number): boolean => {
    const groups = blocks.flatMap((block) => block.groups[column] ?? []);
    return 2 * groups.filter(isNumberedGroup).length > groups.length;
  };
  return new Set(
    roles.flatMap((role, column) => (role === 'path' && (before.has(column) || isMostly(column)) ? [column] : [])),
  );
}

const isNumberedGroup = ({ lines: [first] }: Group): boolean => first !== undefined && isNumbered(textOf(first).text);

function readBlock(
  columns: Columns,
  alignment: Alignment | null,
  goesOn: boolean,
  numbered: ReadonlySet<number>,
): { rows: Rows; spans: readonly (readonly Span[])[] } | null {
  for (const how of alignment ? [alignment] : (['top', 'middle'] as const)) {
    const rows = rowsOf(columns, how, goesOn);
    const spans = rows && columnSpans(columns, rows, how, goesOn, numbered);
    if (spans) return { rows, spans };
  }
  return null;
}

function columnSpans(
  { roles, groups, size }: Columns,
  rows: Rows,
  alignment: Alignment,
  goesOn: boolean,
  numbered: ReadonlySet<number>,
): Span[][] | null {
  const all: Span[][] = [];
  let starts: ReadonlySet<number> | null = null;
  // headings from the innermost outwards
  for (let column = groups.length - 1; column >= 0; column--) {
    const [own, role] = [groups[column] as readonly Group[], roles[column] ?? null];
    const plain = rows.plain.get(column);
    const isRest = goesOn && numbered.has(column) && own[0] !== undefined && !isNumberedGroup(own[0]);
    const begin: Begin = { goesOn, isRest, starts: role === 'path' ? starts : null };
    const found: Span[] | null = plain
      ? singles(own, plain, rows.extents.length)
      : spansOf(own, role, rows, alignment, begin, size);
    if (!found) return null;
    all[column] = found;
    if (role === 'path') starts = new Set(found.map(({ from }) => from));
  }
  const [number, path] = [roles.indexOf('number'), roles.indexOf('path')];
  const paths = all[path];
  // numbers that stand beside the headings, one each, number these
  const areBeside =
    paths !== undefined &&
    number >= 0 &&
    groups[number]?.length === groups[path]?.length &&
    (all[number] ?? [])
      .filter(({ group }) => group)
      .every(({ group, from }) => {
        const beside = paths.find((span) => span.from <= from && from < span.to)?.group;
        return (
          beside &&
          group &&
          (Math.abs(beside.first - group.first) < size / 3 ||
            Math.abs(beside.first + beside.last - group.first - group.last) < size)
        );
      });
  if (areBeside && paths) {
    const own = groups[number] ?? [];
    let used = 0;
    all[number] = paths.map((span) => ({ ...span, group: span.group ? (own[used++] ?? null) : null }));
  }
  return all;
}

function singles(groups: readonly Span['group'][], rows: readonly number[], count: number): Span[] {
  return Array.from({ length: count }, (_, row) => {
    const at = rows.indexOf(row);
    return { from: row, to: row + 1, group: (at >= 0 ? groups[at] : null) ?? null };
  });
}

/** The lines of each column between two section rows. */
function blocksOf(columns: readonly (readonly Segment[])[], sections: readonly (readonly Segment[])[]): Segment[][][] {
  const tops = [
    Number.NEGATIVE_INFINITY,
    ...sections.map(([first]) => (first as Segment).baseline),
    Number.POSITIVE_INFINITY,
  ];
  return tops
    .slice(1)
    .map((bottom, index) =>
      columns.map((lines) => lines.filter(({ baseline }) => baseline > (tops[index] as number) && baseline < bottom)),
    );
}

/** Columns are as wide as their text on all pages so far, but for the least white between two. */
function edgesOf(
  lines: readonly (readonly Segment[])[],
  { strips }: ListBody,
  before: ListShape | null,
): [number, number][] {
  const gap = Math.min(...widest(strips).map(([from, to]) => to - from));
  const lefts = lines.map((own, column) =>
    Math.min(
      before?.edges[column]?.[0] ?? Infinity,
      ...own.map(({ box }) => box[0]),
      widest(strips)[column]?.[0] ?? Infinity,
    ),
  );
  return lines.map((own, column) => {
    const next = lefts[column + 1];
    const right = Math.max(before?.edges[column]?.[1] ?? 0, ...own.map(({ box }) => box[2]));
    return [lefts[column] as number, Math.max(right, next === undefined ? right : next - gap)];
  });
}

/** Puts the rows of a page below one another. */
class SheetMaker {
  private readonly cells: SheetCell[] = [];
  private count = 0;

  constructor(
    private readonly page: number,
    private readonly edges: readonly (readonly [number, number])[],
    private readonly size: number,
  ) {}

  heading({ columns, groups, box }: ListHeading): void {
    const depth = groups.length > 0 ? 2 : 1;
    for (const { parts, from, to } of groups) {
      this.add(parts, { row: 0, column: from, rowSpan: 1, columnSpan: to - from }, box[1], box[3]);
    }
    columns.forEach(({ parts }, column) => {
      const isBelow = groups.some(({ from, to }) => from <= column && column < to);
      const rows = isBelow ? { row: 1, rowSpan: 1 } : { row: 0, rowSpan: depth };
      this.add(parts, { ...rows, column, columnSpan: 1 }, box[1], box[3]);
    });
    this.count += depth;
  }

  section(lines: readonly Segment[]): void {
    const place = { row: this.count, column: 0, rowSpan: 1, columnSpan: this.edges.length };
    const [first, last] = [lines[0] as Segment, lines.at(-1) as Segment];
    this.add(lines, place, first.box[1], last.box[3]);
    this.count += 1;
  }

  rows({ borders }: Rows, columns: readonly (readonly Span[])[]): void {
    const y = (border: number): number => (borders[border] as number) - TEXT_MIDDLE_EM * this.size;
    columns.forEach((spans, column) => {
      for (const { from, to, group, doubtful = [] } of spans) {
        const doubtfulRows = doubtful.map((row) => this.count + row);
        const place = { row: this.count + from, column, rowSpan: to - from, columnSpan: 1, doubtfulRows };
        this.add(group ? group.lines : [], place, y(from), y(to));
      }
    });
    this.count += borders.length - 1;
  }

  private add(lines: readonly Segment[], place: Omit<SheetCell, 'bbox' | 'text'>, top: number, bottom: number): void {
    const [left] = this.edges[place.column] as readonly [number, number];
    const [, right] = this.edges[place.column + place.columnSpan - 1] as readonly [number, number];
    const bbox: Box = [left, top, right, bottom];
    this.cells.push({
      ...place,
      bbox,
      ...cellTexts(
        lines.flatMap(({ glyphs }) => glyphs),
        bbox,
      ),
    });
  }

  sheet(): Sheet {
    const cells = this.cells.sort((a, b) => a.row - b.row || a.column - b.column);
    const boxes = cells.flatMap(({ bbox }) => (bbox ? [bbox] : []));
    const bbox: Box = [
      Math.min(...boxes.map((box) => box[0])),
      Math.min(...boxes.map((box) => box[1])),
      Math.max(...boxes.map((box) => box[2])),
      Math.max(...boxes.map((box) => box[3])),
    ];
    return { page: this.page, bbox, rows: this.count, columns: this.edges.length, cells };
  }
}
