import type { Box } from '../../src/model/index.js';
import type { PrintedGlyph, TypedGlyph } from '../../src/text/glyph.js';
import { Traced } from '../../src/text/traced.js';

/** Text as a text file gives it: line 1, each character its own glyph. */
export const typed = (text: string, line = 1): Traced =>
  Traced.of(
    Array.from(text, (character): TypedGlyph => ({ kind: 'typed', index: count++, text: character, page: 1, line })),
  );

/** No two glyphs of a test are the same, whatever text they are of. */
let count = 0;

/** Glyphs of a line set solid at 10 pt: Han 10 pt wide, the rest 5 pt; (x, y) is where its baseline begins. */
export function printed(text: string, x: number, y: number, page = 1, size = 10): PrintedGlyph[] {
  let left = x;
  return Array.from(text, (character) => {
    const advance = /[\p{Script=Han}，。、：；（）“”《》〔〕]/u.test(character) ? size : size / 2;
    const box: Box = [left, y - 0.88 * size, left + advance, y + 0.12 * size];
    left += advance;
    const style = { size, font: 'f', angle: 0, lightness: 0 };
    return { kind: 'printed', index: count++, text: character, page, box, baseline: y, ...style };
  });
}
