import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { PrintedPage } from '../src/extract/page.js';
import { readPdf } from '../src/extract/pdf/read.js';
import { Budget, limitsWith } from '../src/limits.js';
import { isBlank, type PrintedGlyph } from '../src/text/glyph.js';
import { unifyIdeograph } from '../src/text/ideographs.js';

const WITHIN_PT = 0.5;
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The first character of a run of text as pdf.js gives it, and where it stands. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What pdf.js itself extracts of each page: a second reading, by another part of it. */
async function textContents(file: string): Promise<Run[][]> {
  const loading = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    verbosity: 0,
  });
  const pdf = await loading.promise;
  const pages: Run[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item)) return [];
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        return [{ text: item.str, x: a * x + c * y + e, y: b * x + d * y + f }];
      }),
    );
    page.cleanup();
  }
  await loading.destroy();
  return pages;
}

/**
 * Without white space, and without the control characters that pdf.js takes out of some fonts. Look-alikes are one: pdf.js
 * does not look at what a file gives as text for its glyphs (/ActualText), which is 自 where a font says ⾃.
 */
const squeezed = (text: string): string =>
  Array.from(text.replace(/[\s\p{Cc}]/gu, ''), (character) =>
    character === '\u2015' ? '\u2014' : unifyIdeograph(character, 'simplified'),
  ).join('');
const sorted = (texts: readonly string[]): string => [...texts.join('')].sort().join('');

/** Every glyph on the page, those that nobody sees and those that cannot be read too; pdf.js leaves out what is off it. */
const allOf = ({ glyphs, hidden, unreadable }: PrintedPage): PrintedGlyph[] => {
  const unseen = hidden.filter(({ because }) => because !== 'off-page').map(({ glyph }) => glyph);
  return [...glyphs, ...unseen, ...unreadable].filter((glyph) => !isBlank(glyph));
};

/** Runs whose first character is no glyph at its place. */
function misplaced(runs: readonly Run[], glyphs: readonly PrintedGlyph[]): Run[] {
  return runs.filter(({ text, x, y }) => {
    const first = text[0];
    if (first === undefined || squeezed(first) === '') return false;
    return !glyphs.some(
      (glyph) =>
        squeezed(glyph.text).startsWith(squeezed(first)) &&
        Math.abs(glyph.baseline - y) < WITHIN_PT &&
        // a run of a turned page begins at another corner of its first glyph
        (Math.abs(glyph.box[0] - x) < WITHIN_PT || Math.abs(glyph.box[2] - x) < WITHIN_PT || (glyph.angle ?? 0) !== 0),
    );
  });
}

/** Marks that a file's maps to Unicode mix up with the space, as pdf.js then does: see glyph-reading.test.ts. */
const MIXED_UP: Readonly<Record<string, RegExp>> = { 'ncha-revolutionary-relics-plan-2021.pdf': /[《（]/gu };

async function check(file: string): Promise<void> {
  const plain = (text: string): string => squeezed(text).replace(MIXED_UP[basename(file)] ?? /(?!)/u, '');
  const budget = new Budget(limitsWith(), file);
  const pages = await readPdf(new Uint8Array(readFileSync(file)), { file, passwords: [], budget });
  const contents = await textContents(file);
  expect(pages).toHaveLength(contents.length);
  for (const [index, runs] of contents.entries()) {
    const glyphs = allOf(pages[index] as PrintedPage);
    const name = `page ${index + 1}`;
    expect(sorted(glyphs.map(({ text }) => plain(text))), name).toBe(sorted(runs.map(({ text }) => plain(text))));
    const known = runs.filter(({ text }) => plain(text.slice(0, 1)) !== '');
    expect(misplaced(known, glyphs), name).toEqual([]);
  }
}

const pdfsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

describe('the glyphs of a page are those pdf.js extracts as text, at their places', () => {
  const made = [...pdfsIn(path('../fixtures/issues')), ...pdfsIn(path('../input'))];
  // the end of one is missing; the characters of the other are nonsense, which pdf.js combines and turns around
  test.each(made.filter((file) => !/(?:cut-off|no-tounicode)\.pdf$/u.test(file)))('%s', check, 120_000);

  const corpus = path('../../shared/corpus');
  if (!existsSync(corpus)) console.warn('skipped: the real gazettes (../shared) are not on this machine');
  const real = existsSync(corpus) ? pdfsIn(corpus) : [];
  test.skipIf(real.length === 0).each(real.length > 0 ? real : [''])('%s', check, 120_000);
});
