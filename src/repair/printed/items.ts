// Where the tables of a page stand in its reading order.
import type { Box } from '../../model/source.js';
import { middleY, overlapsAcross, union } from '../../text/box.js';
import type { Line } from '../blocks.js';
import type { Sheet } from '../table/sheet.js';
import type { Item } from './flow.js';
import type { Segment } from './segments.js';

/**
 * Lines and sheets of one page. A sheet parts what is above it from what is below it; where text stands beside it, it is read
 * with the column it stands in.
 *
 * @param sheets from the top
 */
export function itemsOf(
  segments: readonly Segment[],
  sheets: readonly Sheet[],
  linesOfPart: (part: readonly Segment[]) => Line[],
): Item[] {
  const items: Item[] = [];
  let left = segments;
  let within: Sheet[] = [];
  const addPart = (part: readonly Segment[]): void => {
    items.push(...withSheets(linesOfPart(part), within));
    within = [];
  };
  for (const sheet of sheets) {
    const { bbox } = sheet;
    if (bbox && segments.some(({ box }) => isBeside(box, bbox))) {
      within.push(sheet);
      continue;
    }
    const top = bbox?.[1] ?? 0;
    addPart(left.filter((segment) => segment.baseline <= top));
    left = left.filter((segment) => segment.baseline > top);
    items.push({ kind: 'sheet', sheet });
  }
  addPart(left);
  return items;
}

const isBeside = (box: Box, table: Box): boolean =>
  middleY(box) > table[1] && middleY(box) < table[3] && (box[2] <= table[0] || box[0] >= table[2]);

/** Each sheet above the first line that stands below it; if none does, after what stands above it and left of it. */
function withSheets(lines: readonly Line[], sheets: readonly Sheet[]): Item[] {
  const items = lines.map((line): Item & { box: Box | null } => ({ kind: 'line', line, box: boxOf(line) }));
  for (const sheet of sheets) {
    const table = sheet.bbox as Box;
    const isUnder = ({ box }: { box: Box | null }): boolean =>
      box !== null && middleY(box) > table[3] && overlapsAcross(box, table);
    const isBefore = ({ box }: { box: Box | null }): boolean =>
      box !== null && (box[2] <= table[0] || (middleY(box) < table[1] && overlapsAcross(box, table)));
    const below = items.findIndex(isUnder);
    const at = below >= 0 ? below : items.findLastIndex(isBefore) + 1;
    items.splice(at, 0, { kind: 'sheet', sheet, box: table });
  }
  return items.map(({ box, ...item }) => item);
}

function boxOf({ text }: Line): Box | null {
  const boxes = text.glyphs.flatMap((glyph) => (glyph?.kind === 'printed' ? [glyph.box] : []));
  return boxes.length > 0 ? union(boxes) : null;
}
