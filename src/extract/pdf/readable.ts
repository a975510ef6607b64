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

/** Whether a text is none, once for each text. */
const known = new Map<string, boolean>();

function isNoText(text: string): boolean {
  let is = known.get(text);
  if (is === undefined) {
    is = NO_TEXT.test(text) || RARE_HAN.test(text);
    known.set(text, is);
  }
  return is;
}

/** Of the basic blocks; full-width letters are one em wide by right. */
const isLatin = (text: string): boolean => text.length === 1 && text > ' ' && text <= '\u024F' && !/\d/u.test(text);

interface Counts {
  glyphs: number;
  noText: number;
  wideLatin: number;
}

/** Parts the glyphs of a page by whether their font can be read. */
export function partByReadability(glyphs: readonly PrintedGlyph[]): {
  glyphs: readonly PrintedGlyph[];
  unreadable: readonly PrintedGlyph[];
} {
  const byFont = new Map<string, Counts>();
  for (const glyph of glyphs) {
    if (isBlank(glyph)) continue;
    const counts = byFont.get(glyph.font) ?? { glyphs: 0, noText: 0, wideLatin: 0 };
    if (counts.glyphs === 0) byFont.set(glyph.font, counts);
    counts.glyphs += 1;
    if (isNoText(glyph.text)) counts.noText += 1;
    else if (isLatin(glyph.text) && width(glyph.box) > WIDE_EM * glyph.size) counts.wideLatin += 1;
  }
  const unreadable = new Set([...byFont].filter(([, counts]) => isUnreadable(counts)).map(([font]) => font));
  if (unreadable.size === 0) return { glyphs, unreadable: [] };
  const isLost = (glyph: PrintedGlyph): boolean => unreadable.has(glyph.font);
  return { glyphs: glyphs.filter((glyph) => !isLost(glyph)), unreadable: glyphs.filter(isLost) };
}

const isUnreadable = ({ glyphs, noText, wideLatin }: Counts): boolean =>
  noText > UNREADABLE_PART * glyphs || (glyphs >= WIDE_LATIN_FROM && wideLatin > WIDE_LATIN_PART * glyphs);
