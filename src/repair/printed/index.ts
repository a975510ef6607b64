import type { PrintedPage } from '../../extract/page.js';
import { widthEm } from '../../text/characters.js';
import type { Block, Furniture, Line, Repaired } from '../blocks.js';
import { contentsLines } from '../contents.js';
import { paragraphsOf } from '../paragraphs.js';
import { columnRoles, isHeadingRow, joinSheets, type Sheet } from '../table/index.js';
import { CENTRED_PT, CENTRED_WHITE_PART, STRETCH } from '../tolerances.js';
import { type Column, findGutter, type Gutter, readingOrder } from './columns.js';
import { takeFurniture } from './furniture.js';
import { linesOf, type Segment, segmentsOf, textOf } from './segments.js';
import { type PageTables, tablesOf } from './tables.js';

type Item = { kind: 'line'; line: Line } | { kind: 'sheet'; sheet: Sheet };

/** Pages of a PDF → blocks in reading order. */
export function repairPrinted(pages: readonly PrintedPage[]): Omit<Repaired, 'glyphs'> {
  const tables: PageTables[] = [];
  for (const page of pages) tables.push(tablesOf(page, tables.at(-1)?.halfRuled));
  const read = pages.map((page, index) => {
    const { glyphs, rules } = tables[index] as (typeof tables)[number];
    return { page: { ...page, rules }, segments: segmentsOf(glyphs) };
  });
  const { pages: bodies, furniture, pageLabels } = takeFurniture(read);
  const usual = usualGutter(bodies.map(({ segments }) => segments));
  const items = bodies.flatMap(({ page, segments }, index) =>
    itemsOf(page, segments, tables[index]?.sheets ?? [], usual),
  );
  const contents = contentsOf(items);
  return {
    blocks: blocksOf(items.filter((item) => item.kind === 'sheet' || !contents.has(item.line))),
    furniture: [...furniture, ...[...contents].map(({ text, page }): Furniture => ({ what: 'contents', page, text }))],
    unreadTables: bodies.flatMap(({ page, segments }) =>
      linesOf(segments)
        .filter(isHeader)
        .map((line) => ({ page: page.number, header: textOf(line) })),
    ),
    pageLabels,
  };
}

/** The gutter in the middle of those of all pages that show one. */
function usualGutter(pages: readonly (readonly Segment[])[]): Gutter | null {
  const found = pages.flatMap((segments) => {
    const gutter = findGutter(segments);
    return gutter ? [gutter] : [];
  });
  return found.sort((a, b) => a[0] + a[1] - b[0] - b[1])[found.length >> 1] ?? null;
}

/** Lines and sheets of one page from the top: a sheet stands between what is above and what is below it. */
function itemsOf(
  page: PrintedPage,
  segments: readonly Segment[],
  sheets: readonly Sheet[],
  usual: Gutter | null,
): Item[] {
  const items: Item[] = [];
  let left = segments;
  for (const sheet of sheets) {
    const top = sheet.bbox?.[1] ?? 0;
    const above = left.filter((segment) => segment.baseline <= top);
    left = left.filter((segment) => segment.baseline > top);
    items.push(...lineItems(page, above, usual), { kind: 'sheet', sheet });
  }
  return [...items, ...lineItems(page, left, usual)];
}

function lineItems(page: PrintedPage, segments: readonly Segment[], usual: Gutter | null): Item[] {
  return readingOrder(segments, usual).flatMap((column) =>
    linesOf(column.segments).map((line): Item => ({ kind: 'line', line: toLine(page, column, line) })),
  );
}

/** Headings of a task list side by side, outside any ruled table. */
function isHeader(line: Segment): boolean {
  const texts = segmentsOf(line.glyphs).map((segment) => textOf(segment).text.trim());
  const areWords = texts.length >= HEADER_WORDS && texts.every((text) => text.length <= 12 && !/[、）)]/u.test(text));
  return areWords && isHeadingRow(texts) && columnRoles(texts).every((role) => role !== null);
}
const HEADER_WORDS = 3;

function toLine(page: PrintedPage, column: Column, line: Segment): Line {
  const [x0, , x1] = line.box;
  const isMiddleOf = (from: number, to: number): boolean =>
    Math.abs((x0 + x1) / 2 - (from + to) / 2) < CENTRED_PT && x0 - from > CENTRED_WHITE_PART * (to - from);
  const text = textOf(line);
  // a last line that is stretched to the column's width is short all the same
  const naturalWidth = STRETCH * widthEm(text.text) * line.size;
  return {
    text,
    page: page.number,
    indentEm: (x0 - column.left) / line.size,
    shortEm: (column.right - Math.min(x1, x0 + naturalWidth)) / line.size,
    centred: isMiddleOf(column.left, column.right),
    sizePt: line.size,
  };
}

function contentsOf(items: readonly Item[]): Set<Line> {
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const found = contentsLines(lines.map((line) => line.text.text));
  return new Set(lines.filter((_, index) => found.has(index)));
}

function blocksOf(items: readonly Item[]): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let sheets: Sheet[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push(...paragraphsOf(lines));
    if (sheets.length > 0) blocks.push(joinSheets(sheets));
    lines = [];
    sheets = [];
  };
  for (const item of items) {
    if (item.kind === 'line') {
      if (sheets.length > 0) close();
      lines.push(item.line);
    } else {
      const last = sheets.at(-1);
      if (lines.length > 0 || (last && !isSameTable(last, item.sheet))) close();
      sheets.push(item.sheet);
    }
  }
  close();
  return blocks;
}

/** The next page's table goes on with this one: as many columns, nothing between them. */
const isSameTable = (above: Sheet, below: Sheet): boolean => above.columns === below.columns && below.page > above.page;
