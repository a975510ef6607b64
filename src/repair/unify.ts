import type { Extract } from '../extract/page.js';
import { width } from '../text/box.js';
import type { Glyph, PrintedGlyph } from '../text/glyph.js';
import { unifyIdeograph } from '../text/ideographs.js';
import { WIDE } from '../text/punctuation.js';
import { scriptOf } from '../text/script.js';

/** The Chinese dash (GB/T 15834) is U+2014; fonts that draw U+2015 alike give that instead. */
const DASHES: Readonly<Record<string, string>> = { '\u2015': '\u2014', '\uFE31': '\u2014', '\uFE19': '\u2026' };

/** Forms of marks for vertical writing, which fonts give for the marks themselves: ︵ ﹁ ︽. */
const VERTICAL_FORM = /^[\uFE10-\uFE18\uFE33-\uFE44\uFE47\uFE48]$/u;
const unifyMark = (text: string): string =>
  DASHES[text] ?? (VERTICAL_FORM.test(text) ? (WIDE[text.normalize('NFKC')] ?? text.normalize('NFKC')) : text);

/** The same pages with unified ideographs for look-alike code points; see text/ideographs.ts for the Unicode sources. */
export function unifyGlyphs(extract: Extract): Extract {
  const script = scriptOf(textsOf(extract));
  const known = new Map<string, string>();
  const unify = <G extends Glyph>(glyph: G): G => {
    let text = known.get(glyph.text);
    if (text === undefined) {
      text = unifyIdeograph(unifyMark(glyph.text), script);
      known.set(glyph.text, text);
    }
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

/** A double is drawn soon after what it doubles: among so many of the same character. */
const DOUBLE_AMONG = 256;

/** Glyphs printed twice or more on one place, once. */
function withoutDoubles(glyphs: readonly PrintedGlyph[]): readonly PrintedGlyph[] {
  const seen = new Map<string, PrintedGlyph[]>();
  const doubles = new Set<PrintedGlyph>();
  for (const glyph of glyphs) {
    const alike = seen.get(glyph.text);
    if (!alike) seen.set(glyph.text, [glyph]);
    else if (isDouble(glyph, alike)) doubles.add(glyph);
    else alike.push(glyph);
  }
  return doubles.size === 0 ? glyphs : glyphs.filter((glyph) => !doubles.has(glyph));
}

function isDouble({ box, size, baseline }: PrintedGlyph, alike: readonly PrintedGlyph[]): boolean {
  const reach = Math.min(DOUBLE_EM * size, width(box) / 2);
  for (let index = alike.length - 1; index >= Math.max(0, alike.length - DOUBLE_AMONG); index--) {
    const other = alike[index] as PrintedGlyph;
    if (
      Math.abs(other.box[0] - box[0]) < reach &&
      Math.abs(other.baseline - baseline) < reach &&
      Math.abs(other.size - size) < DOUBLE_SIZE_PART * size
    ) {
      return true;
    }
  }
  return false;
}
