// The headings of a list, found by their words where no vertical rules frame them.
import type { Box } from '../../../model/source.js';
import { middleX, union } from '../../../text/box.js';
import { squeezed } from '../../../text/characters.js';
import { isBlank } from '../../../text/glyph.js';
import type { Words } from '../../../text/words.js';
import { columnRoles, isHeadingRow } from '../../table/headings.js';
import { spreadHeadings } from '../../table/spread-headings.js';
import {
  HEADING_CHARACTERS,
  HEADING_COLUMNS,
  HEADING_GAP_EM,
  HEADING_LINES,
  HEADING_PITCH_EM,
  OTHER_SIZE_PART,
  SAME_BASELINE_EM,
} from '../../tolerances.js';
import { type Segment, segmentOf, splitAt } from '../segments.js';

export interface HeadingCell {
  /** Its lines from the top. */
  readonly parts: readonly Segment[];
  readonly box: Box;
}

/** A heading over several columns that have headings of their own. */
export interface HeadingGroup extends HeadingCell {
  readonly from: number;
  readonly to: number;
}

export interface ListHeading {
  readonly columns: readonly HeadingCell[];
  readonly groups: readonly HeadingGroup[];
  readonly box: Box;
}

/**
 * The first headings of a task list on a page.
 *
 * @param words say which gaps are within a heading, where its characters are spread
 */
export function findHeading(segments: readonly Segment[], words: Words): ListHeading | null {
  const rows = baselineRows(segments);
  for (const [start, row] of rows.entries()) {
    if (!row.some(mayBeHeading)) continue;
    const band = rows.slice(start, start + HEADING_LINES);
    const found = growFrom(band) ?? growFrom(band.map((r) => r.flatMap(narrower)));
    if (found) return found;
  }
  for (const [start, row] of rows.entries()) {
    const gathered = gatheredIn(row, words);
    const found = gathered && growFrom([gathered, ...rows.slice(start + 1)]);
    if (found) return found;
  }
  return null;
}

/** A row whose characters are spread, as its headings; null where it holds none. */
function gatheredIn(row: readonly Segment[], words: Words): Segment[] | null {
  if (row.some(({ glyphs }) => glyphs.some(({ text }) => SENTENCE_MARK.test(text)))) return null;
  const inked = row.map(({ glyphs }) => segmentOf(glyphs.filter((glyph) => !isBlank(glyph))));
  const pieces = inked.flatMap(narrower);
  const groups = spreadHeadings(
    pieces.map((piece) => wordOf([piece])),
    words,
  );
  return groups?.map((group) => segmentOf(group.flatMap((index) => (pieces[index] as Segment).glyphs))) ?? null;
}

const SENTENCE_MARK = /[，。；,;]/u;

/** Headings that fill their columns stand near to one another. */
const narrower = (segment: Segment): Segment[] => splitAt(segment, HEADING_GAP_EM);

/** As many lines as are headings, and no body row: its cells are no words of headings. */
function growFrom(rows: readonly (readonly Segment[])[]): ListHeading | null {
  let band: Segment[] = [];
  let best: ListHeading | null = null;
  for (const row of rows) {
    const last = band.at(-1);
    const first = row[0] as Segment;
    if (last && first.baseline - last.baseline > HEADING_PITCH_EM * last.size) break;
    if (!row.every((segment) => mayBeHeading(segment) && isSameSize(segment, band[0] ?? segment))) break;
    band = [...band, ...row];
    best = headingOf(band) ?? best;
  }
  return best;
}

const mayBeHeading = (segment: Segment): boolean =>
  segment.glyphs.length <= 2 * HEADING_CHARACTERS && isWord(wordOf([segment]));

const isWord = (text: string): boolean => text.length <= HEADING_CHARACTERS && !/[、）)]/u.test(text);

const isSameSize = (a: Segment, b: Segment): boolean => Math.abs(a.size - b.size) <= OTHER_SIZE_PART * b.size;

/**
 * Lines of headings → one heading a column; null where they are not those of a task list.
 *
 * @param areKnown whether each must be known
 */
export function headingOf(band: readonly Segment[], areKnown = true): ListHeading | null {
  if (band.length === 0) return null;
  const leaves = leavesOf(band);
  if (!leaves) return null;
  const { columns, groups } = withGroups(leaves);
  const texts = columns.map(({ parts }, index) => {
    const above = groups.find(({ from, to }) => from <= index && index < to);
    return `${above ? wordOf(above.parts) : ''}${wordOf(parts)}`;
  });
  if (texts.length < HEADING_COLUMNS || !isHeadingRow(texts)) return null;
  if (areKnown && (columnRoles(texts).includes(null) || !columns.every(({ parts }) => isWord(wordOf(parts)))))
    return null;
  return { columns, groups, box: union(band.map(({ box }) => box)) };
}

const wordOf = (parts: readonly Segment[]): string =>
  squeezed(parts.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join(''));

interface Leaf {
  parts: Segment[];
  /** What stood above when the leaf was parted into columns of its own. */
  above: readonly Segment[];
}

/** Columns by what stands below one another; null where a line stands below two of them. */
function leavesOf(band: readonly Segment[]): Leaf[] | null {
  let leaves: Leaf[] = [];
  for (const row of baselineRows(band)) {
    const below = new Map<Leaf, Segment[]>();
    const fresh: Leaf[] = [];
    for (const segment of row) {
      const hit = leaves.filter(({ parts }) => parts.some((part) => overlapX(part, segment)));
      if (hit.length > 1) return null;
      const [leaf] = hit;
      if (leaf) below.set(leaf, [...(below.get(leaf) ?? []), segment]);
      else fresh.push({ parts: [segment], above: [] });
    }
    leaves = leaves.flatMap((leaf) => {
      const own = below.get(leaf) ?? [];
      if (own.length < 2) return [{ ...leaf, parts: [...leaf.parts, ...own] }];
      return own.map((segment) => ({ parts: [segment], above: leaf.parts }));
    });
    leaves = [...leaves, ...fresh].sort((a, b) => leftOf(a) - leftOf(b));
  }
  return leaves;
}

const leftOf = ({ parts }: Leaf): number => Math.min(...parts.map(({ box }) => box[0]));

const overlapX = (a: Segment, b: Segment): boolean => Math.min(a.box[2], b.box[2]) > Math.max(a.box[0], b.box[0]);

/** Finds headings with others on one line below them, to their left and right. */
function withGroups(found: readonly Leaf[]): { columns: HeadingCell[]; groups: HeadingGroup[] } {
  const leaves = parted(found);
  const isGroup = leaves.map((leaf, index) => childrenAround(leaves, index) !== null && leaf.above.length === 0);
  const columns = leaves.filter((_, index) => !isGroup[index]);
  const groups: HeadingGroup[] = [];
  leaves.forEach((leaf, index) => {
    const children = isGroup[index] ? childrenAround(leaves, index) : null;
    if (children) groups.push(groupOf(leaf.parts, columns, children));
  });
  for (const above of new Set(columns.map((leaf) => leaf.above))) {
    const children = columns.filter((leaf) => leaf.above === above);
    if (above.length > 0) groups.push(groupOf(above, columns, children));
  }
  return { columns: columns.map(({ parts }) => cellOf(parts)), groups };
}

/** Parts headings from one that stands above them, off the middle of the one right below it. */
function parted(leaves: readonly Leaf[]): Leaf[] {
  const all = [...leaves];
  leaves.forEach((leaf, index) => {
    const [upper, lower] = [leaf.parts.slice(0, -1), leaf.parts.at(-1) as Segment];
    const above = upper.at(-1);
    if (!above || Math.abs(middleX(above.box) - middleX(lower.box)) < HEADING_GAP_EM * lower.size) return;
    const step = middleX(above.box) > middleX(lower.box) ? 1 : -1;
    const isOnLine = (other: Leaf | undefined): boolean =>
      other?.parts.every((part) => isOneLine(part, lower)) ?? false;
    let end = index + step;
    while (isOnLine(leaves[end])) end += step;
    for (let at = index; at !== end; at += step) {
      const own = leaves[at] as Leaf;
      if (end !== index + step) all[at] = { parts: at === index ? [lower] : own.parts, above: upper };
    }
  });
  return all;
}

const isOneLine = (a: Segment, b: Segment): boolean => Math.abs(a.baseline - b.baseline) < SAME_BASELINE_EM * b.size;

const cellOf = (parts: readonly Segment[]): HeadingCell => ({ parts, box: union(parts.map(({ box }) => box)) });

const groupOf = (parts: readonly Segment[], columns: readonly Leaf[], children: readonly Leaf[]): HeadingGroup => ({
  ...cellOf(parts),
  from: columns.indexOf(children[0] as Leaf),
  to: columns.indexOf(children.at(-1) as Leaf) + 1,
});

/** The neighbours of a heading, where they stand on one line below it. */
function childrenAround(leaves: readonly Leaf[], index: number): Leaf[] | null {
  const own = leaves[index]?.parts.at(-1);
  const line = leaves[index - 1]?.parts[0];
  if (!own || !line || line.baseline - own.baseline < SAME_BASELINE_EM * own.size) return null;
  const isChild = (leaf: Leaf | undefined): boolean => leaf?.parts.every((part) => isOneLine(part, line)) ?? false;
  let [from, to] = [index, index + 1];
  while (isChild(leaves[from - 1])) from -= 1;
  while (isChild(leaves[to])) to += 1;
  if (from === index || to === index + 1) return null;
  return [...leaves.slice(from, index), ...leaves.slice(index + 1, to)];
}

/** Segments by baseline from the top, each row from the left. */
export function baselineRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && segment.baseline - first.baseline < SAME_BASELINE_EM * Math.max(first.size, segment.size)) {
      row.push(segment);
    } else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}
