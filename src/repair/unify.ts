import type { Extract } from '../extract/page.js';
import type { Glyph } from '../text/glyph.js';
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
    return { kind: 'pdf', pages: extract.pages.map((page) => ({ ...page, glyphs: page.glyphs.map(unify) })) };
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
