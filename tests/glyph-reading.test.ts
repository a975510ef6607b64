import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasExtent, type Outline, outlineOf } from '../src/extract/pdf/outlines.js';
import { charactersOf } from '../src/extract/pdf/own-map.js';
import { convertIssue, inspectSource } from '../src/index.js';
import type { Measure } from '../src/model/index.js';
import { flagIllegible } from '../src/parse/illegible.js';
import { numberingOf } from '../src/text/numbering.js';
import { cmapOf, embeddedPage } from './support/embedded-font.js';

const TEXT = '关于印发《某某县防汛办法》的通知 各镇人民政府';
const pageSchema = z.array(z.object({ glyphs: z.array(z.object({ text: z.string() })) }));
const read = async (file: Buffer): Promise<string> =>
  pageSchema
    .parse(await inspectSource(file, 'pages'))
    .flatMap(({ glyphs }) => glyphs.map(({ text }) => text))
    .join('');
const flagsOf = async (file: Buffer) =>
  (await convertIssue(file)).flags.filter(({ code }) => code === 'text-unreadable');

describe('a font whose map to Unicode takes a mark for a space', () => {
  const mistaken = { '《': ' ', ' ': '《' };

  test('the font itself says what its glyphs are', async () => {
    const file = embeddedPage({ text: TEXT, mistaken, hasOwnMap: true });
    expect(await read(file)).toBe(TEXT);
    expect(await flagsOf(file)).toEqual([]);
  });

  test('where it does not, the mark is unknown, and the page is flagged', async () => {
    const file = embeddedPage({ text: TEXT, mistaken: { '《': ' ' }, hasOwnMap: false });
    expect(await read(file)).toBe(TEXT.replace('《', '\uFFFD'));
    expect(await flagsOf(file)).toMatchObject([
      { field: 'page 1', severity: 'check' },
      { field: 'd1.title', severity: 'check' },
    ]);
  });

  test('a font that says otherwise of most of its glyphs is not believed', async () => {
    const others = Object.fromEntries(Array.from(new Set(TEXT), (character) => [character, '甲']));
    const file = embeddedPage({ text: TEXT, mistaken: { ...others, '《': ' ' }, hasOwnMap: true });
    expect(await read(file)).toContain('\uFFFD');
  });

  test('a right map stays as it is', async () => {
    const file = embeddedPage({ text: TEXT, mistaken: {}, hasOwnMap: false });
    expect(await read(file)).toBe(TEXT);
    expect(await flagsOf(file)).toEqual([]);
  });
});

test('a number whose first bracket is unknown is one', () => {
  expect(numberingOf('\uFFFD二）基本原则')).toMatchObject({ style: 'han-bracket', number: '二', length: 3 });
});

describe('outlines', () => {
  const box = [0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 4];
  test.each<[string, number[], Outline]>([
    ['none', [], 'empty'],
    ['a point', [0, 5, 5, 4], 'empty'],
    ['a level line', [0, 0, 5, 1, 9, 5, 4], 'empty'],
    ['a box, which may stand for what the font does not have', box, 'framed'],
    ['a slanted stroke', [0, 0, 0, 1, 2, 0, 1, 9, 9, 1, 7, 9, 4], 'inked'],
    ['a curve', [0, 0, 0, 2, 5, 0, 9, 5, 9, 9, 1, 0, 0, 4], 'inked'],
  ])('%s', (_, path, outline) => {
    expect(outlineOf(path)).toBe(outline);
    expect(hasExtent(path)).toBe(outline !== 'empty');
  });
});

describe("a font's own map", () => {
  const font = (cmap: Buffer): Buffer => {
    const head = Buffer.alloc(28);
    head.writeUInt16BE(1, 4);
    head.write('cmap', 12, 'latin1');
    head.writeUInt32BE(28, 20);
    head.writeUInt32BE(cmap.length, 24);
    return Buffer.concat([head, cmap]);
  };

  test('in segments of codes (format 4)', () => {
    const own = charactersOf(font(cmapOf('《 甲')));
    expect([1, 2, 3, 4].map((glyph) => own.get(glyph))).toEqual([[0x300a], [0x20], [0x7532], []]);
  });

  test('in groups of codes (format 12)', () => {
    const groups = Buffer.alloc(40);
    for (const [at, value] of [1, 0x30a0000, 12, 0x000c0000, 28, 0, 1, 0x20000, 0x20001, 7].entries()) {
      groups.writeUInt32BE(value, 4 * at);
    }
    groups.writeUInt16BE(3, 4);
    groups.writeUInt16BE(10, 6);
    const own = charactersOf(font(groups));
    expect([6, 7, 8, 9].map((glyph) => own.get(glyph))).toEqual([[], [0x20000], [0x20001], []]);
  });

  test('a glyph of several characters has all of them', () => {
    const own = charactersOf(font(cmapOf('甲')));
    own.add(0x4e59, 1);
    own.add(0x4e19, 1);
    expect(own.get(1)).toEqual([0x7532, 0x4e59, 0x4e19]);
  });

  test('damaged: nothing', () => {
    expect(charactersOf(font(cmapOf('《').subarray(0, 20))).get(1)).toEqual([]);
    expect(charactersOf(Buffer.alloc(3)).get(1)).toEqual([]);
  });
});

describe('what a person must compare with the page is flagged in the record', () => {
  const flags = (text: string) => {
    const measure = { number: '1', text, path: [], deadlines: [], departments: [], flags: [] } as unknown as Measure;
    flagIllegible([measure]);
    return measure.flags.map(({ field, severity }) => [field, severity]);
  };
  test.each([
    ['an unknown character', '落实\uFFFD防汛办法》'],
    ['a character in private use', '由\uE863同志负责'],
    ['a title that was never opened', '落实防汛办法》'],
  ])('%s', (_, text) => expect(flags(text)).toEqual([['text', 'check']]));
  test.each([
    ['titles in one another', '落实《〈甲〉的《乙》》'],
    ['a bullet of a symbol font', '\uF06C落实'],
    ['a number with one bracket', '一）落实'],
  ])('not %s', (_, text) => expect(flags(text)).toEqual([]));
});
