// Which lines below the headings belong to the list.

import { middleX } from '../../../text/box.js';
import { isBlank } from '../../../text/glyph.js';
import { numberingOf } from '../../../text/numbering.js';
import { COLUMN_GAP_PT, HEADING_PITCH_EM, LIST_GAP_EM } from '../../tolerances.js';
import { type Segment, textOf } from '../segments.js';
import { baselineRows } from './heading.js';
import { columnAt, inkOf, middles, narrowed, type Strips } from './strips.js';

export interface ListBody {
  readonly strips: Strips;
  /** Segments of cells. */
  readonly cells: readonly Segment[];
  /** Lines of each section row: 一、… over all columns. */
  readonly sections: readonly (readonly Segment[])[];
  /** What the list does not reach to. */
  readonly below: readonly Segment[];
  /** The number of the last section so far; null where there is none. */
  readonly lastSection: number | null;
}

/**
 * Lines that respect the strips, from the top, and section rows between them. The list ends above the first line that is
 * neither, and above a wide gap.
 *
 * @param segments below the headings, or of the whole page
 * @param sectionBefore the number of the last section on the pages before
 */
export function listBody(
  segments: readonly Segment[],
  start: Strips,
  bottom: number | null,
  sectionBefore: number | null = null,
): ListBody {
  const rows = baselineRows(segments);
  let strips = start;
  let last = bottom;
  let end = rows.length;
  const sections: Segment[][] = [];
  const cells: Segment[] = [];
  for (const [index, row] of rows.entries()) {
    const [first] = row as [Segment];
    if (last !== null && first.baseline - last > LIST_GAP_EM * first.size) {
      end = index;
      break;
    }
    const open = sections.at(-1)?.at(-1);
    const narrower = narrowed(strips, row);
    if (isAlone(row, rows, index) && isSectionStart(first)) sections.push([first]);
    else if (narrower) {
      strips = narrower;
      cells.push(...row);
    } else if (
      open &&
      row.length === 1 &&
      isNextLine(open, first) &&
      cells.every((cell) => cell.baseline < open.baseline)
    ) {
      sections.at(-1)?.push(first);
    } else {
      end = index;
      break;
    }
    last = first.baseline;
  }
  const isCrossing = (lines: readonly Segment[]): boolean => lines.some((line) => narrowed(strips, [line]) === null);
  // the number of a heading cell, with nothing beside its first line
  const inCells = sections.filter((lines) => !isCrossing(lines));
  const real = sections.filter(isCrossing);
  // a section has rows; at the end of a page they may be on the next, if its number goes on
  const hasRows = (lines: readonly Segment[]): boolean =>
    cells.some((cell) => cell.baseline > (lines[0] as Segment).baseline);
  const lastFilled = sectionNumber(real.findLast(hasRows)) ?? sectionBefore;
  const trailing = real.filter((lines) => !hasRows(lines));
  const goesOn =
    end === rows.length &&
    trailing.length === 1 &&
    lastFilled !== null &&
    sectionNumber(trailing[0]) === lastFilled + 1;
  const own = goesOn ? real : real.filter(hasRows);
  return {
    strips,
    cells: [...cells, ...inCells.flat()],
    sections: own,
    below: [...(goesOn ? [] : trailing.flat()), ...rows.slice(end).flat()],
    lastSection: sectionNumber(own.at(-1)) ?? sectionBefore,
  };
}

const sectionNumber = (lines: readonly Segment[] | undefined): number | null =>
  lines?.[0] ? (numberingOf(textOf(lines[0]).text)?.value ?? null) : null;

/** Nothing stands beside it, not even a line higher or lower. */
function isAlone(row: readonly Segment[], rows: readonly (readonly Segment[])[], index: number): boolean {
  const [own] = row as [Segment];
  const isFar = (other: readonly Segment[] | undefined): boolean =>
    !other || Math.abs((other[0] as Segment).baseline - own.baseline) >= own.size;
  return row.length === 1 && isFar(rows[index - 1]) && isFar(rows[index + 1]);
}

export function isSectionStart(segment: Segment): boolean {
  const style = numberingOf(textOf(segment).text)?.style;
  return style === 'han' || style === 'han-bracket';
}

const isNextLine = (above: Segment, line: Segment): boolean =>
  line.baseline - above.baseline < HEADING_PITCH_EM * above.size;

/** Whether a row has text in several columns, parted by white. */
export function isTabular(row: readonly Segment[], strips: Strips): boolean {
  const left = narrowed(strips, row);
  if (!left) return false;
  const borders = middles(left);
  const glyphs = row.flatMap((segment) => segment.glyphs).filter((glyph) => !isBlank(glyph));
  const columns = borders.concat(Number.POSITIVE_INFINITY).map((_, column) => {
    const own = glyphs.filter(({ box }) => columnAt(borders, middleX(box)) === column);
    const ink = own.map(inkOf);
    return { left: Math.min(...ink.map(([from]) => from)), right: Math.max(...ink.map(([, to]) => to)) };
  });
  const filled = columns.filter(({ left }) => left < Number.POSITIVE_INFINITY);
  const areApart = filled.every(({ left }, index) => left - (filled[index - 1]?.right ?? -Infinity) >= COLUMN_GAP_PT);
  return filled.length > 1 && areApart;
}
