import type { TypedGlyph } from '../text/glyph.js';
import type { TypedPage } from './page.js';

/** The lines of a text, as records count them. */
export const textLines = (text: string): string[] => text.split('\f').flatMap((page) => page.split(LINE_END));

const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;

/** Text of a file → pages of lines. Form feeds part pages; every kind of line end parts lines; lines count over the file. */
export function readPlainText(text: string): TypedPage[] {
  let number = 0;
  let glyphs = 0;
  return text.split('\f').map((content, index) => {
    const page = index + 1;
    const lines = content.split(LINE_END).map((characters) => {
      number += 1;
      const line = number;
      return {
        number: line,
        glyphs: Array.from(characters, (text): TypedGlyph => ({ kind: 'typed', index: glyphs++, text, page, line })),
      };
    });
    return { kind: 'typed', number: page, lines };
  });
}
