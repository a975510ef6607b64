// The lines of a page in reading order, each with its place in its column or box.
import type { PrintedPage } from '../../extract/page.js';
import type { Box } from '../../model/source.js';
import { contains, middleX, middleY } from '../../text/box.js';
import { widthEm } from '../../text/characters.js';
import type { Line } from '../blocks.js';
import {
  BOX_PADDING_EM,
  BOX_TITLE_PT,
  CENTRED_PT,
  CENTRED_WHITE_PART,
  FIRST_LINE_EM,
  FIRST_LINE_OFF_EM,
  FLUSH_EM,
  FLUSH_PART,
  FRAME_PART,
  INDENT_EM,
  STRETCH,
  WIDEST_INDENT_EM,
} from '../tolerances.js';
import { columnOf, type Gutter, readingOrder } from './columns.js';
import { isContentsPage } from './contents-page.js';
import { linesOf, type Segment, textOf } from './segments.js';

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly textRight?: number;
}

/** @param boxes frames around paragraphs; their lines are set to the edges of the text within */
export function pageLines(
  page: PrintedPage,
  segments: readonly Segment[],
  boxes: readonly Box[],
  usual: Gutter | null,
): Line[] {
  const inBox = boxes.map((box) => segments.filter((segment) => isIn(box, segment)));
  const edges = inBox.map((inside, index) => boxEdges(boxes[index] as Box, inside));
  const columns = isContentsPage(segments) ? [columnOf(segments, segments)] : readingOrder(segments, usual);
  const lines = columns.flatMap((column) =>
    linesOf(column.segments).map((line) => {
      const at = boxes.findIndex((candidate) => isIn(candidate, line));
      const box = boxes[at];
      const placed = toLine(page, edges[at] ?? column, line);
      const isTitle = box !== undefined && isTitleOfBox(box, line, placed.indentEm);
      return { ...placed, boxed: box !== undefined, centred: placed.centred || isTitle, beginsIndented: false };
    }),
  );
  return withIndents(lines);
}

/** In the text, and in the boxes, lines at the edge say that an indented one begins a paragraph. */
function withIndents(lines: readonly Line[]): Line[] {
  const areFlush = (boxed: boolean): boolean => {
    const all = lines.filter((line) => line.boxed === boxed && !line.centred);
    return all.filter((line) => isAt(line, 0, FLUSH_EM)).length >= FLUSH_PART * all.length;
  };
  const flush = { text: areFlush(false), boxes: areFlush(true) };
  return lines.map((line) => ({
    ...line,
    beginsIndented: (line.boxed ? flush.boxes : flush.text) && isAt(line, INDENT_EM, WIDEST_INDENT_EM),
  }));
}

const isAt = ({ indentEm }: Line, from: number, to: number): boolean =>
  indentEm !== null && indentEm >= from && indentEm < to;

/** In a narrow box a title leaves little white: it stands in the middle of the frame, and not where paragraphs begin. */
function isTitleOfBox([left, , right]: Box, line: Segment, indentEm: number | null): boolean {
  const isInMiddle = Math.abs(middleX(line.box) - (left + right) / 2) < BOX_TITLE_PT;
  return isInMiddle && indentEm !== null && indentEm > 0 && Math.abs(indentEm - FIRST_LINE_EM) > FIRST_LINE_OFF_EM;
}

/** The text within a frame: its padding is the same on both sides, and all of its lines may be indented. */
function boxEdges([frameLeft, , frameRight]: Box, inside: readonly Segment[]): Edges {
  const size = inside[0]?.size ?? 0;
  const first = Math.min(...inside.map((segment) => segment.box[0]));
  const left = first - frameLeft > INDENT_EM * size ? frameLeft + BOX_PADDING_EM * size : first;
  return { left, right: Math.max(frameRight - (left - frameLeft), ...inside.map((segment) => segment.box[2])) };
}

const isIn = (box: Box, segment: Segment): boolean => contains(box, middleX(segment.box), middleY(segment.box));

function toLine(page: PrintedPage, column: Edges, line: Segment): Omit<Line, 'boxed' | 'beginsIndented'> {
  const [x0, , x1] = line.box;
  const isMiddleOf = (from: number, to: number): boolean =>
    Math.abs((x0 + x1) / 2 - (from + to) / 2) < CENTRED_PT && x0 - from > CENTRED_WHITE_PART * (to - from);
  const text = textOf(line);
  // a last line that is stretched to the column's width is short all the same
  const naturalWidth = STRETCH * widthEm(text.text) * line.size;
  const right = Math.max(column.textRight ?? column.right, x1);
  return {
    text,
    page: page.number,
    indentEm: (x0 - column.left) / line.size,
    whiteEm: (right - x1) / line.size,
    shortEm: (right - Math.min(x1, x0 + naturalWidth)) / line.size,
    centred: isMiddleOf(column.left, column.right),
    sizePt: line.size,
  };
}

/** The boxes of each page without the frames that are drawn around whole pages. */
export function withoutPageFrames(pages: readonly { segments: readonly Segment[]; boxes: readonly Box[] }[]): Box[][] {
  const isFrame = (box: Box, segments: readonly Segment[]): boolean =>
    segments.filter((segment) => isIn(box, segment)).length > FRAME_PART * segments.length;
  const framed = pages.filter(({ segments, boxes }) => boxes.some((box) => isFrame(box, segments)));
  const areFramed = framed.length > pages.length / 2;
  return pages.map(({ segments, boxes }) => boxes.filter((box) => !(areFramed && isFrame(box, segments))));
}
