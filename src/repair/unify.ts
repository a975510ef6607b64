import type { Extract } from '../extract/page.js';
import { width } from '../text/box.js';
import type { Glyph, PrintedGlyph } from '../text/glyph.js';
import { unifyIdeograph } from '../text/ideographs.js';
import { scriptOf } from '../text/script.js';

/** The Chinese dash (GB/T 15834) is U+2014; fonts that draw U+2015 alike give that instead. */
const DASHES: Readonly<Record<string, string>> = { '\u2015': '\u2014' };

/** The same pages with unified ideographs for look-alike code points; see text/ideographs.ts for the Unicode sources. */
export function unifyGlyphs(extract: Extract): Extract {
  const script = scriptOf(textsOf(extract));
  const unify = <G extends Glyph>(glyph: G): G => {
    const text = DASHES[glyph.text] ?? unifyIdeograph(glyph.text, script);
    return text === glyph.text ? glyph : { ...glyph, text };
  };
  if (extract.kind === 'pdf') {
    const pages = extract.pages.map((page) => ({ ...page, glyphs: withoutDoubles(page.glyphs).map(unify) }));
    return { kind: 'pdf', pages };
  }
  const pages = extract.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, glyphs: line.glyphs.map(unify) })),
  }));
  return { kind: 'text', pages };
}

function* textsOf(extract: Extract): Iterable<string> {
  const runs =
    extract.kind === 'pdf'
      ? extract.pages.map((page) => page.glyphs)
      : extract.pages.flatMap((page) => page.lines.map((line) => line.glyphs));
  for (const run of runs) for (const glyph of run) yield glyph.text;
}

/** Bold is often the same glyph printed again, shifted by less than this and less than half its width. */
const DOUBLE_EM = 0.3;
/** A watermark's letter may stand on the same letter of the text: its size differs by more than this. */
const DOUBLE_SIZE_PART = 0.2;

/** Glyphs printed twice or more on one place, once. */
function withoutDoubles(glyphs: readonly PrintedGlyph[]): PrintedGlyph[] {
  const seen = new Map<string, PrintedGlyph[]>();
  return glyphs.filter((glyph) => {
    const reach = Math.min(DOUBLE_EM * glyph.size, width(glyph.box) / 2);
    const height = Math.floor(glyph.baseline / DOUBLE_REACH_PT);
    const keyAt = (step: number): string => `${glyph.text} ${height + step}`;
    const alike = [-1, 0, 1].flatMap((step) => seen.get(keyAt(step)) ?? []);
    const isDouble = alike.some(
      (other) =>
        Math.abs(other.box[0] - glyph.box[0]) < reach &&
        Math.abs(other.baseline - glyph.baseline) < reach &&
        Math.abs(other.size - glyph.size) < DOUBLE_SIZE_PART * glyph.size,
    );
    if (!isDouble) seen.set(keyAt(0), [...(seen.get(keyAt(0)) ?? []), glyph]);
    return !isDouble;
  });
}

/** Glyphs are looked up by height in steps of this: more than a double of the largest type is shifted. */
const DOUBLE_REACH_PT = 20;
