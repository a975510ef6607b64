// The glyphs of a stretch of marked content, and the text that the file gives for them.
import { union } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';

/** Glyph → what it becomes; null where it is left out, nothing where it stays. */
export type Replacements = ReadonlyMap<PrintedGlyph, PrintedGlyph | null>;

/**
 * What the glyphs become so that they say `text`: a character each where there are as many, else what differs is shared out
 * in order. What begins and ends alike stays. A text of white space is none for what is printed.
 */
export function replacements(glyphs: readonly PrintedGlyph[], text: string): Replacements {
  // a soft hyphen stands for the hyphen that a line break put in
  const characters = [...text.replace(/[\u00AD\uFFFC\uFFFD]/gu, '')];
  if (text.trim() === '' || glyphs.map((glyph) => glyph.text).join('') === text) return new Map();
  let start = 0;
  while (start < glyphs.length && glyphs[start]?.text === characters[start]) start += 1;
  let alike = 0;
  const most = Math.min(glyphs.length, characters.length) - start;
  while (alike < most && glyphs.at(-1 - alike)?.text === characters.at(-1 - alike)) alike += 1;
  // characters between two glyphs go to the one before, or the one after
  if (start + alike === glyphs.length && start > 0) start -= 1;
  else if (start + alike === glyphs.length && alike > 0) alike -= 1;
  return shared(glyphs.slice(start, glyphs.length - alike), characters.slice(start, characters.length - alike));
}

/** A glyph that gets no character is left out, its box joined to that of the one before it on its line. */
function shared(glyphs: readonly PrintedGlyph[], characters: readonly string[]): Replacements {
  const found = new Map<PrintedGlyph, PrintedGlyph | null>();
  const at = (index: number): number => Math.ceil((index * characters.length) / glyphs.length);
  let last: PrintedGlyph | null = null;
  glyphs.forEach((glyph, index) => {
    const text = characters.slice(at(index), at(index + 1)).join('');
    found.set(glyph, text === '' ? null : { ...glyph, text });
    if (text !== '') last = glyph;
    else if (last?.baseline === glyph.baseline) {
      const before = found.get(last) as PrintedGlyph;
      found.set(last, { ...before, box: union([before.box, glyph.box]) });
    }
  });
  return found;
}
