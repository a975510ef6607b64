// The lines of a cell as one text.
import type { Box } from '../../model/source.js';
import { width } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { Traced } from '../../text/traced.js';
import { clean } from '../clean.js';
import { joinLines } from '../join-lines.js';
import { firstWordEm } from '../line-place.js';
import { CELL_ROOM_EM } from '../tolerances.js';
import { linesOf, type Segment, segmentsOf, textOf } from './segments.js';

/** The glyphs of a cell → its text, and the same with '\n' where a line ends with room to spare. */
export function cellTexts(glyphs: readonly PrintedGlyph[], frame: Box): { text: Traced; lines: Traced } {
  const lines = linesOf(segmentsOf(glyphs));
  const texts = lines.map(textOf);
  const text = clean(joinLines(texts));
  const ends = hardEnds(lines, texts, frame);
  if (ends.length === 0) return { text, lines: text };
  const parts = [0, ...ends].map((from, index) => clean(joinLines(texts.slice(from, ends[index]))));
  return { text, lines: Traced.join(parts, '\n') };
}

/** Indexes of the lines that begin anew: there was room for their first word on the line before. */
function hardEnds(lines: readonly Segment[], texts: readonly Traced[], frame: Box): number[] {
  const padding = Math.min(...lines.map((line) => line.box[0] - frame[0]));
  const room = width(frame) - 2 * padding;
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (!before) return [];
    const word = Math.max(CELL_ROOM_EM, firstWordEm((texts[index] as Traced).text));
    return room - width(before.box) > word * line.size ? [index] : [];
  });
}
