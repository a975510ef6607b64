// Fonts whose codes say nothing of their characters: found by what they give, font by font.
import { width } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';

/** A font is unreadable on a page where more than this part of its glyphs give no text. */
const UNREADABLE_PART = 0.3;
/** Where no font gives Latin letters one em wide, but most glyphs are: a Chinese font with the wrong map. */
const WIDE_LATIN_PART = 0.6;
const WIDE_EM = 0.95;
/** So few wide letters may be a heading set wide. */
const WIDE_LATIN_FROM = 8;

/**
 * No character of a gazette: control characters, private use, U+FFFD, unassigned, and scripts that a font without a map
 * falls into when its glyph numbers are taken for characters.
 */
const NO_TEXT =
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\uFFFD]|(?!\p{Nd})[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}]/u;
/** Rare ideographs (extension A): a few in names, never most of a text. */
const RARE_HAN = /[\u3400-\u4DBF]/u;

/** Parts the glyphs of a page by whether their font can be read. */
export function partByReadability(glyphs: readonly PrintedGlyph[]): {
  glyphs: readonly PrintedGlyph[];
  unreadable: readonly PrintedGlyph[];
} {
  const byFont = new Map<string, PrintedGlyph[]>();
  for (const glyph of glyphs) {
    if (isBlank(glyph)) continue;
    const ofFont = byFont.get(glyph.font ?? '');
    if (ofFont) ofFont.push(glyph);
    else byFont.set(glyph.font ?? '', [glyph]);
  }
  const unreadable = new Set([...byFont].filter(([, ofFont]) => isUnreadable(ofFont)).map(([font]) => font));
  if (unreadable.size === 0) return { glyphs, unreadable: [] };
  const isLost = (glyph: PrintedGlyph): boolean => unreadable.has(glyph.font ?? '');
  return { glyphs: glyphs.filter((glyph) => !isLost(glyph)), unreadable: glyphs.filter(isLost) };
}

function isUnreadable(glyphs: readonly PrintedGlyph[]): boolean {
  const part = (is: (glyph: PrintedGlyph) => boolean): number => glyphs.filter(is).length / glyphs.length;
  if (part(({ text }) => NO_TEXT.test(text) || RARE_HAN.test(text)) > UNREADABLE_PART) return true;
  const isWideLatin = ({ text, box, size }: PrintedGlyph): boolean =>
    /^[\p{Script=Latin}!-/:-@[-`{-~]$/u.test(text) && text <= '\u024F' && width(box) > WIDE_EM * size;
  return glyphs.length >= WIDE_LATIN_FROM && part(isWideLatin) > WIDE_LATIN_PART;
}
