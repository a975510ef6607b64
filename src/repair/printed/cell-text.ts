// The lines of a cell as one text.
import type { Box } from '../../model/source.js';
import { width } from '../../text/box.js';
import { isBlank, type PrintedGlyph } from '../../text/glyph.js';
import { fullWidthPunctuation } from '../../text/punctuation.js';
import { Traced } from '../../text/traced.js';
import { clean } from '../clean.js';
import { turnOf } from '../direction.js';
import { joinLines } from '../join-lines.js';
import { lineEnd } from '../line-place.js';
import type { SheetCell } from '../table/sheet.js';
import { type Size, type Turn, uprightBox } from '../turn.js';
import { upright } from '../upright.js';
import { linesOf, segmentsOf, textOf } from './segments.js';

/** What a cell says, see SheetCell. */
type CellTexts = Required<Pick<SheetCell, 'text' | 'lines' | 'roomEm'>>;

/**
 * The glyphs of a cell → its clean text, and its lines as printed: '\n' where a line ends with room to spare, '\v' where it
 * ends for want of room.
 */
export function cellTexts(glyphs: readonly PrintedGlyph[], frame: Box): CellTexts {
  const turn = commonTurn(glyphs);
  return turn ? sidewaysTexts(glyphs, frame, turn) : levelTexts(glyphs, frame);
}

/** The head of a narrow column, or the name of a group of rows, is often set sideways. */
function sidewaysTexts(glyphs: readonly PrintedGlyph[], frame: Box, turn: Turn): CellTexts {
  const sideways = new Map(glyphs.map((glyph) => [upright(glyph, turn, ORIGIN), glyph]));
  const { text, lines, roomEm } = levelTexts([...sideways.keys()], uprightBox(frame, turn, ORIGIN));
  return { text: text.from(sideways), lines: lines.from(sideways), roomEm };
}

/** Turned about the corner of the page: only where things stand to one another counts. */
const ORIGIN: Size = { width: 0, height: 0 };

function commonTurn(glyphs: readonly PrintedGlyph[]): Turn | null {
  const [first, ...others] = glyphs.filter((glyph) => !isBlank(glyph));
  if (!first || first.angle === 0) return null;
  const turn = turnOf(first);
  return others.every((glyph) => turnOf(glyph) === turn) ? turn : null;
}

function levelTexts(glyphs: readonly PrintedGlyph[], frame: Box): CellTexts {
  const lines = linesOf(segmentsOf(glyphs));
  const texts = lines.map(textOf);
  const text = clean(joinLines(texts));
  if (lines.length === 0) return { text, lines: text, roomEm: 0 };
  const padding = Math.min(...lines.map((line) => line.box[0] - frame[0]));
  const inside = width(frame) - 2 * padding;
  const rooms = lines.map(({ box, size }) => (inside - width(box)) / size);
  const parts = texts.flatMap((line, index) =>
    index === 0 ? [line] : [lineEnd(rooms[index - 1] as number, line), line],
  );
  return { text, lines: fullWidthPunctuation(Traced.join(parts)), roomEm: rooms.at(-1) as number };
}
