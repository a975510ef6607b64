import { describe, expect, test } from 'vitest';
import type { Extract } from '../src/extract/page.js';
import { repair } from '../src/repair/index.js';
import { unifyGlyphs } from '../src/repair/unify.js';
import type { PrintedGlyph } from '../src/text/glyph.js';
import { printedPage } from './support/page.js';
import { printed } from './support/traced.js';

const extract = (...pages: PrintedGlyph[][]): Extract => ({
  kind: 'pdf',
  pages: pages.map((glyphs, index) => printedPage({ number: index + 1, glyphs })),
});
/** The text of all pages' glyphs, as unified. */
const unified = (...pages: PrintedGlyph[][]): string =>
  unifyGlyphs(extract(...pages))
    .pages.flatMap((page) => (page.kind === 'printed' ? page.glyphs.map(({ text }) => text) : []))
    .join('');

describe('bold drawn as the same glyphs again, a little aside, is one text', () => {
  const LINE = printed('加强防汛备汛', 100, 300);
  const aside = (dx: number, dy = 0): PrintedGlyph[] => printed('加强防汛备汛', 100 + dx, 300 + dy);

  test.each([
    ['twice', [...LINE, ...aside(0.4)]],
    ['three times', [...LINE, ...aside(0.4), ...aside(0.8)]],
    ['on the very same place', [...LINE, ...aside(0)]],
    ['glyph by glyph', LINE.flatMap((glyph, index) => [glyph, aside(0.4)[index] as PrintedGlyph])],
    ['a little lower', [...LINE, ...aside(0.2, 0.3)]],
  ])('%s', (_, glyphs) => expect(unified(glyphs)).toBe('加强防汛备汛'));

  test('a little lower, wherever the line stands', () => {
    expect(unified([...printed('防汛', 100, 300.4), ...printed('防汛', 100.2, 300.6)])).toBe('防汛');
  });

  test('each glyph counts once', () => expect(repair(extract([...LINE, ...aside(0.4)])).glyphs).toHaveLength(6));
});

describe('the same character twice in a text stays twice', () => {
  test.each([
    ['an address', 'http://www.example.org'],
    ['a repeated character', '层层落实、处处设防'],
    ['a number', '11110'],
  ])('%s', (_, text) => expect(unified(printed(text, 100, 300))).toBe(text));

  test('in a narrow type', () => {
    const narrow = printed('//', 100, 300).map((glyph, index): PrintedGlyph => {
      const x0 = 100 + 2.8 * index;
      return { ...glyph, box: [x0, glyph.box[1], x0 + 2.8, glyph.box[3]] };
    });
    expect(unified(narrow)).toBe('//');
  });

  test('on the next line, and on the next page', () => {
    expect(unified([...printed('防汛', 100, 300), ...printed('防汛', 100, 315)], printed('防汛', 100, 300))).toBe(
      '防汛防汛防汛',
    );
  });
});

describe('the dash is — (GB/T 15834)', () => {
  test('where the font gives U+2015 for it', () => {
    expect(unified(printed('提速\u2015\u2015一次办结', 100, 300))).toBe('提速——一次办结');
  });

  test('in a text file too', () => {
    const glyphs = [{ kind: 'typed', index: 0, text: '\u2015', page: 1, line: 1 } as const];
    const pages = [{ kind: 'typed', number: 1, lines: [{ number: 1, glyphs }] } as const];
    expect(unifyGlyphs({ kind: 'text', pages })).toMatchObject({ pages: [{ lines: [{ glyphs: [{ text: '—' }] }] }] });
  });

  test('other dashes stay as printed', () => expect(unified(printed('A-1–2－3', 100, 300))).toBe('A-1–2－3'));
});
