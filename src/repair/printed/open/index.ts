// Task lists whose columns no rules part, page after page.
import type { PrintedPage, Rule } from '../../../extract/page.js';
import { middleY } from '../../../text/box.js';
import { Traced } from '../../../text/traced.js';
import { NO_WORDS, type Words } from '../../../text/words.js';
import type { UnreadTable } from '../../blocks.js';
import type { Sheet } from '../../table/sheet.js';
import { HALF_RULED_LINES, LIST_PART, LIST_ROWS, LIST_RULE_PT, SAME_RULE_PT } from '../../tolerances.js';
import { readGrid } from '../grid-cells.js';
import { type Segment, textOf } from '../segments.js';
import { isTabular, listBody } from './body.js';
import { restOfCell, withoutFurniture, wordingsAgain } from './furniture.js';
import { halfRuledGrid } from './half-ruled.js';
import { baselineRows, findHeading, headingOf, type ListHeading } from './heading.js';
import { type ListShape, openSheet, rolesOf } from './open-sheet.js';
import { innerRules, isWithin, type RuledArea, ruledArea, withOpenEnds } from './ruled-area.js';
import { withSharedCells } from './shared-cells.js';
import { middles, narrowed, type Strips, stripsBetween } from './strips.js';

export interface ListPage {
  readonly page: PrintedPage;
  readonly segments: readonly Segment[];
  /** Fully ruled tables were read on the page. */
  readonly isRuled: boolean;
}

export interface PageList {
  readonly sheet: Sheet | null;
  /** What stands outside the list. */
  readonly segments: readonly Segment[];
  readonly rules: readonly Rule[];
  readonly unread: UnreadTable | null;
}

/** A list that the next page may go on with. */
interface OpenList {
  readonly heading: ListHeading;
  readonly strips: Strips;
  /** null where its rows could not be told: no further page can be joined to it. */
  readonly shape: ListShape | null;
  /** How far its rules reach to both sides; null where it has none. */
  readonly area: RuledArea | null;
  /** The number of its last section row; null where it has none. */
  readonly lastSection: number | null;
}

interface Found {
  readonly sheet: Sheet;
  readonly taken: ReadonlySet<Segment>;
  readonly list: OpenList & { readonly shape: ListShape };
  readonly isOpen: boolean;
}

/**
 * The lists of an issue's pages, one a page at most.
 *
 * @param isFurniture what looks like running heads and page numbers, as long as no list is known
 */
export function openLists(
  pages: readonly ListPage[],
  isFurniture: (segment: Segment) => boolean,
  words: Words = NO_WORDS,
): PageList[] {
  return withSharedInLists(pageLists(pages, isFurniture, words));
}

/** Lists go on over pages. */
function withSharedInLists(pages: readonly ReadPage[]): PageList[] {
  const shared = new Map<Sheet, Sheet>();
  for (const [index, { sheet, shape, isRest }] of pages.entries()) {
    if (!sheet || isRest || !shape || shape.alignment === 'middle') continue;
    let end = index + 1;
    while (pages[end]?.isRest) end += 1;
    const own = pages.slice(index, end).flatMap((page) => (page.sheet && page.isOpen ? [page.sheet] : []));
    withSharedCells(own, shape.roles).forEach((joined, at) => {
      shared.set(own[at] as Sheet, joined);
    });
  }
  return pages.map((page) => ({ ...page, sheet: page.sheet && (shared.get(page.sheet) ?? page.sheet) }));
}

interface ReadPage extends PageList {
  readonly shape?: ListShape;
  /** The list is that of the page before. */
  readonly isRest?: boolean;
  /** Its rows are not parted by rules. */
  readonly isOpen?: boolean;
}

const NO_SEGMENTS: ReadonlySet<Segment> = new Set();

function pageLists(pages: readonly ListPage[], isFurniture: (segment: Segment) => boolean, words: Words): ReadPage[] {
  const comesAgain = wordingsAgain(pages);
  let before: OpenList | null = null;
  return pages.map((listPage): ReadPage => {
    const { page, segments, isRuled } = listPage;
    const nothing: PageList = { sheet: null, segments, rules: page.rules, unread: null };
    const open: OpenList | null = before;
    before = null;
    if (isRuled) return nothing;
    const heading = headingOn(listPage, words);
    const [strips, ...others] = startsOf(heading, open);
    if (!strips) return nothing;
    const area = ruledArea(page.rules, segments, heading, heading ?? open?.heading ?? null);
    const isCell = heading ? NO_SEGMENTS : restOfCell(listPage, strips, area, comesAgain);
    const kept = withoutFurniture(listPage, (segment) => isFurniture(segment) && !isCell.has(segment), strips, area);
    const read = (start: Strips): Found | null =>
      heading || open?.shape ? readPage(page, kept, heading, open, start) : null;
    const found = [strips, ...others].reduce<Found | null>((first, start) => first ?? read(start), null);
    if (!found) {
      const header = heading ?? (open && looksLikeList(kept, open.strips) ? open.heading : null);
      if (!header) return nothing;
      const below = heading ? kept.filter(({ baseline }) => baseline > heading.box[3]) : kept;
      before = {
        heading: header,
        strips: listBody(below, strips, null).strips,
        shape: null,
        area: null,
        lastSection: null,
      };
      return { ...nothing, unread: { page: page.number, header: textOfHeading(header) } };
    }
    const rest = segments.filter((segment) => !found.taken.has(segment));
    const bottom = found.sheet.bbox?.[3] ?? 0;
    const below = rest.filter((segment) => kept.includes(segment) && segment.baseline > bottom);
    // a line that runs over two columns ends the list, but what comes below it may be more of its rows, on the next page too
    const isBroken = looksLikeList(below, found.list.strips);
    before = below.length === 0 ? found.list : { ...found.list, shape: null };
    const top = found.sheet.bbox?.[1] ?? 0;
    const rules = page.rules.filter(({ at }) => at < top - LIST_RULE_PT || at > bottom + LIST_RULE_PT);
    const isRest = open !== null && (!heading || sameHeadings(heading, open.heading));
    return {
      sheet: found.sheet,
      segments: rest,
      rules,
      unread: isBroken ? { page: page.number, header: textOfHeading(found.list.heading) } : null,
      shape: found.list.shape,
      isRest,
      isOpen: found.isOpen,
    };
  });
}

/** The white between columns: what the list had so far, and what is between headings printed again at the same places. */
function startsOf(heading: ListHeading | null, open: OpenList | null): Strips[] {
  if (!heading) return open ? [open.strips] : [];
  const fresh = stripsBetween(heading.columns);
  const isAgain = open !== null && sameHeadings(heading, open.heading) && isAtSamePlaces(heading, open.heading);
  return isAgain ? [open.strips, fresh] : [fresh];
}

const isAtSamePlaces = (a: ListHeading, b: ListHeading): boolean =>
  a.columns.every(({ box }, column) => Math.abs(box[0] - (b.columns[column]?.box[0] ?? Infinity)) < SAME_RULE_PT);

const textOfHeading = ({ columns }: ListHeading): Traced =>
  Traced.join(
    columns.map(({ parts }) => Traced.join(parts.map(textOf))),
    ' ',
  );

/** Headings that are known; between rules some may be others. */
function headingOn({ page, segments }: ListPage, words: Words): ListHeading | null {
  const known = findHeading(segments, words);
  if (known) return known;
  const area = ruledArea(page.rules, segments, null);
  const [top, bottom] = area?.full ?? [];
  if (!area || area.full.length < HALF_RULED_LINES || top === undefined || bottom === undefined) return null;
  return headingOf(
    segments.filter(({ box }) => middleY(box) > top && middleY(box) < bottom),
    false,
  );
}

function readPage(
  page: PrintedPage,
  segments: readonly Segment[],
  heading: ListHeading | null,
  open: OpenList | null,
  strips: Strips,
): Found | null {
  const enclosed = ruledArea(page.rules, segments, heading, heading ?? open?.heading ?? null) ?? open?.area ?? null;
  const list = heading ?? open?.heading;
  if (!list) return null;
  const isSame = !heading || (open !== null && sameHeadings(heading, open.heading));
  const lastSection = isSame ? (open?.lastSection ?? null) : null;
  const area = enclosed && withOpenEnds(enclosed, segments, strips, { heading, lastSection });
  const inArea = area ? segments.filter(({ box }) => isWithin(area, box)) : segments;
  if (area && innerRules(page.rules, area, heading?.box[3] ?? (area.full[0] as number)).length > (heading ? 1 : 0)) {
    return readHalfRuled(page, area, inArea, heading, list, strips);
  }
  const top = heading?.box[3] ?? Number.NEGATIVE_INFINITY;
  const own = new Set(heading ? [...heading.columns, ...heading.groups].flatMap(({ parts }) => parts) : []);
  // headings may be parts of segments, or several
  const headed = new Set([...own].flatMap(({ glyphs }) => glyphs));
  const isHeaded = ({ glyphs }: Segment): boolean => glyphs.some((glyph) => headed.has(glyph));
  const below = inArea.filter((segment) => segment.baseline > top && !isHeaded(segment));
  const body = listBody(below, strips, heading?.box[3] ?? null, lastSection);
  if (body.cells.length === 0) return null;
  const read = openSheet(page.number, heading, body, isSame ? (open?.shape ?? null) : null);
  if (!read) return null;
  const taken = new Set([...segments.filter(isHeaded), ...body.cells, ...body.sections.flat()]);
  return {
    sheet: read.sheet,
    taken,
    isOpen: true,
    list: {
      heading: list,
      strips: body.strips,
      shape: read.shape,
      area: widthOf(area),
      lastSection: body.lastSection,
    },
  };
}

const widthOf = (area: RuledArea | null): RuledArea | null => area && { from: area.from, to: area.to, full: [] };

const sameHeadings = (a: ListHeading, b: ListHeading): boolean => textOfHeading(a).text === textOfHeading(b).text;

function readHalfRuled(
  page: PrintedPage,
  area: RuledArea,
  segments: readonly Segment[],
  heading: ListHeading | null,
  list: ListHeading,
  strips: Strips,
): Found | null {
  const half = halfRuledGrid(area, page.rules, segments, heading, strips);
  if (!half) return null;
  const { sheet: read, rest } = readGrid(
    page.number,
    half.grid,
    segments.flatMap(({ glyphs }) => glyphs),
  );
  // where its columns end is no more than a place in the white between them
  const { edges: _, ...sheet } = read;
  const outside = new Set(rest);
  const taken = new Set(segments.filter(({ glyphs }) => !glyphs.every((glyph) => outside.has(glyph))));
  const xs = [area.from, ...middles(half.strips), area.to];
  const edges = xs.slice(1).map((right, column): [number, number] => [xs[column] as number, right]);
  const shape: ListShape = { roles: rolesOf(list), pitch: null, alignment: null, numbered: new Set(), edges };
  const next = { heading: list, strips: half.strips, shape, area: widthOf(area), lastSection: null };
  return { sheet, taken, isOpen: false, list: next };
}

/** Whether a page that could not be read holds rows of the list: hardly a line goes over two columns. */
function looksLikeList(segments: readonly Segment[], strips: Strips): boolean {
  const inColumns = segments.filter((segment) => narrowed(strips, [segment]));
  const tabular = baselineRows(segments).filter((row) => isTabular(row, strips));
  return tabular.length >= LIST_ROWS && inColumns.length >= LIST_PART * segments.length;
}
