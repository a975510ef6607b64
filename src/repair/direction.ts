// Which way the text of a page runs.
import type { PrintedPage } from '../extract/page.js';
import { middleX, middleY } from '../text/box.js';
import { isBlank, type PrintedGlyph } from '../text/glyph.js';
import {
  LIGHT_FROM,
  MARGIN_PART,
  OBLIQUE_DEGREES,
  STACKED_EM,
  STACKED_OFF_EM,
  TIGHTEST_PITCH_EM,
  TURNED_PART,
} from './tolerances.js';
import type { Turn } from './turn.js';

/** The quarter that a glyph's writing is turned by; null where it runs across the page, as of watermarks. */
export function turnOf({ angle }: PrintedGlyph): Turn | null {
  const quarters = Math.round(angle / 90);
  if (Math.abs(angle - 90 * quarters) > OBLIQUE_DEGREES) return null;
  return (((quarters % 4) + 4) % 4) as Turn;
}

export interface Direction {
  readonly turn: Turn;
  /** The glyphs that run so, where they do not run level. */
  readonly glyphs: ReadonlySet<PrintedGlyph>;
}

/**
 * The direction of nearly all text of a page; level where there is none. Running heads and page numbers may be level where
 * the text is turned; light print may be a watermark.
 */
export function directionOf(page: PrintedPage): Direction {
  const inked = page.glyphs.filter((glyph) => !isBlank(glyph) && glyph.lightness <= LIGHT_FROM);
  const stacked = stackedOf(inked.filter((glyph) => turnOf(glyph) === 0));
  const readTurn = (glyph: PrintedGlyph): Turn | null => (stacked.has(glyph) ? 1 : turnOf(glyph));
  const counts = [0, 0, 0, 0];
  for (const glyph of inked) {
    const turn = readTurn(glyph);
    if (turn !== null && (turn !== 0 || !isInMargin(glyph, page))) counts[turn] = (counts[turn] as number) + 1;
  }
  const most = Math.max(...counts);
  const turn = counts.indexOf(most) as Turn;
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (turn === 0 || most < TURNED_PART * all) return { turn: 0, glyphs: new Set() };
  return { turn, glyphs: new Set(page.glyphs.filter((glyph) => readTurn(glyph) === turn)) };
}

const isInMargin = ({ box }: PrintedGlyph, { height }: PrintedPage): boolean =>
  Math.abs(middleY(box) - height / 2) > (0.5 - MARGIN_PART) * height;

/** Upright characters drawn one below the other: some producers set vertical writing so. It reads like text that is turned. */
function stackedOf(glyphs: readonly PrintedGlyph[]): Set<PrintedGlyph> {
  const stacked = new Set<PrintedGlyph>();
  for (let index = 1; index < glyphs.length; index++) {
    const [above, below] = [glyphs[index - 1] as PrintedGlyph, glyphs[index] as PrintedGlyph];
    const pitch = (below.baseline - above.baseline) / above.size;
    const off = Math.abs(middleX(below.box) - middleX(above.box)) / above.size;
    if (pitch < TIGHTEST_PITCH_EM || pitch > STACKED_EM || off > STACKED_OFF_EM) continue;
    stacked.add(above).add(below);
  }
  return stacked;
}
