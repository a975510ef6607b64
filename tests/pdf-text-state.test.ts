import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { interpret } from '../src/extract/pdf/interpret.js';
import type { Matrix } from '../src/extract/pdf/matrix.js';

/** An operation of a page as pdf.js lists it: its code and arguments. */
type Operation = readonly [code: number, ...args: unknown[]];

/** A page 200 × 100 pt, shown upright. */
const UPRIGHT: Matrix = [1, 0, 0, -1, 0, 100];
const HAN = { name: 'f1', widthScale: 0.001, vertical: false, reading: null };

function read(
  operations: readonly Operation[],
  toPage: Matrix = UPRIGHT,
  font = HAN,
  texts: readonly (string | null)[] = [],
) {
  const list = { fnArray: operations.map(([code]) => code), argsArray: operations.map(([, ...args]) => args) };
  const setting = {
    number: 1,
    width: 200,
    height: 100,
    toPage,
    fontOf: () => font,
    isShown: () => true,
    actualTexts: { texts, forms: [] },
  };
  return interpret(list, { ...setting, count: { glyphs: 0 } });
}

/** Glyphs one em wide, spaces half an em; numbers move as in TJ. */
const show = (...parts: (string | number)[]): Operation => [
  OPS.showText,
  parts.flatMap<unknown>((part) =>
    typeof part === 'number'
      ? [part]
      : Array.from(part, (unicode) => ({ unicode, width: unicode === ' ' ? 500 : 1000, isSpace: unicode === ' ' })),
  ),
];
const BEGIN: Operation[] = [[OPS.setFont, 'g_d0_f1', 10], [OPS.beginText]];
const at = (x: number, y: number): Operation => [OPS.setTextMatrix, new Float32Array([1, 0, 0, 1, x, y])];

/** Text, left edge, baseline and right edge of each glyph that prints something. */
const places = (...page: Parameters<typeof read>): [string, number, number, number][] =>
  read(...page)
    .glyphs.filter((glyph) => glyph.text !== ' ')
    .map(({ text, box, baseline }) => [text, box[0], baseline, box[2]]);

/** The same for text that begins at (20, 60), which is 40 from the top. */
const typeset = (...operations: Operation[]) => places([...BEGIN, at(20, 60), ...operations]);

describe('where text goes (PDF 32000-1, 9.4)', () => {
  test('each glyph after the one before; y counts from the top of the page', () => {
    const [first, second] = read([...BEGIN, at(20, 60), show('防汛')]).glyphs;
    expect(first).toEqual({
      kind: 'printed',
      index: 0,
      text: '防',
      page: 1,
      box: [20, 31.2, 30, 41.2],
      baseline: 40,
      size: 10,
      font: 'f1',
      angle: 0,
      lightness: 0,
    });
    expect(second?.box).toEqual([30, 31.2, 40, 41.2]);
  });

  test('a clipping path hides what stands outside it, but not a mark of which it cuts the empty half', () => {
    const path = new Float32Array([0, 0, 0, 1, 43, 0, 1, 43, 100, 1, 0, 100, 4]);
    const clip: Operation[] = [[OPS.clip], [OPS.constructPath, OPS.endPath, [path], null]];
    const texts = (text: string): string[] =>
      places([...clip, ...BEGIN, at(20, 60), show(text)]).map(([found]) => found);
    // the third glyph goes from 40 to 50, the clip ends at 43
    expect(texts('防汛）')).toEqual(['防', '汛', '）']);
    expect(texts('防汛。')).toEqual(['防', '汛', '。']);
    expect(texts('防汛办')).toEqual(['防', '汛']);
    expect(texts('防汛（')).toEqual(['防', '汛']);
  });

  test('Td moves from the beginning of the line, not from the last glyph', () => {
    expect(typeset(show('防'), [OPS.moveText, 5, -12], show('汛'))).toEqual([
      ['防', 20, 40, 30],
      ['汛', 25, 52, 35],
    ]);
  });

  test('TD sets the leading that T* goes down by; so does TL', () => {
    expect(typeset([OPS.setLeadingMoveText, 0, -15], show('防'), [OPS.nextLine], show('汛'))).toEqual([
      ['防', 20, 55, 30],
      ['汛', 20, 70, 30],
    ]);
    expect(typeset([OPS.setLeading, 12], [OPS.nextLine], show('汛'))).toEqual([['汛', 20, 52, 30]]);
  });

  test('Tm scales and moves; the size is that on the page', () => {
    const scaled: Operation = [OPS.setTextMatrix, new Float32Array([2, 0, 0, 2, 20, 60])];
    const [glyph] = read([...BEGIN, scaled, show('防')]).glyphs;
    expect(glyph).toMatchObject({ size: 20, baseline: 40, box: [20, 22.4, 40, 42.4] });
  });

  test('BT begins again at the origin', () => {
    const again: Operation[] = [[OPS.endText], [OPS.beginText], show('汛')];
    expect(typeset(show('防'), ...again)[1]).toEqual(['汛', 0, 100, 10]);
  });
});

describe('what parts glyphs', () => {
  /** Where the second glyph begins. */
  const second = (...operations: Operation[]): number | undefined => places([...BEGIN, ...operations])[1]?.[1];

  test('a number in TJ, in thousandths of an em, moves back', () => {
    expect(second(show('防', -500, '汛'))).toBe(15);
    expect(second(show('防', 200, '汛'))).toBe(8);
  });

  test('Tc after each glyph', () => expect(second([OPS.setCharSpacing, 3], show('防汛'))).toBe(13));
  test('Tw after spaces only', () => {
    expect(second([OPS.setWordSpacing, 3], show('防 汛'))).toBe(18);
    expect(second([OPS.setWordSpacing, 3], show('防汛'))).toBe(10);
  });
  test('Tz scales widths, spacing and TJ numbers alike', () => {
    expect(second([OPS.setHScale, 50], show('防汛'))).toBe(5);
    expect(second([OPS.setHScale, 50], [OPS.setCharSpacing, 4], show('防', -400, '汛'))).toBe(9);
  });
  test('Ts raises the glyph and its baseline', () => {
    expect(typeset([OPS.setTextRise, 4], show('防'))).toEqual([['防', 20, 36, 30]]);
  });
  test('a font that gives widths in another scale (Type 3)', () => {
    const type3 = { name: 'f1', widthScale: 0.002, vertical: false, reading: null };
    expect(places([...BEGIN, show('防汛')], UPRIGHT, type3)[1]?.[1]).toBe(20);
  });

  test('vertical writing goes down the page', () => {
    const found = places([...BEGIN, at(20, 60), show('防汛')], UPRIGHT, {
      name: 'f1',
      widthScale: 0.001,
      vertical: true,
      reading: null,
    });
    expect(found.map(([, left, baseline]) => [left, baseline])).toEqual([
      [15, 40],
      [15, 50],
    ]);
  });

  // 9.3.2: there a negative Tc expands; it is taken the other way round
  test('Tc in vertical writing: a negative one expands', () => {
    const spaced = [...BEGIN, at(20, 60), [OPS.setCharSpacing, -3] as const, show('防汛')];
    expect(places(spaced, UPRIGHT, { name: 'f1', widthScale: 0.001, vertical: true, reading: null })[1]?.[2]).toBe(53);
  });

  // some producers turn the text twice, by its size and by Tm; its boxes come out on the wrong side of the baseline
  test('a negative size turns the writing direction', () => {
    const turned: Operation = [OPS.setTextMatrix, new Float32Array([-1, 0, 0, -1, 20, 60])];
    expect(read([[OPS.setFont, 'f', -10], [OPS.beginText], turned, show('防汛')])).toEqual(
      read([...BEGIN, at(20, 60), show('防汛')]),
    );
  });
});

describe('the graphics state', () => {
  const line: Operation[] = [[OPS.beginText], show('防')];

  test('Q brings back what q kept: matrix, font size and spacing', () => {
    const changed: Operation[] = [
      [OPS.save],
      [OPS.transform, 1, 0, 0, 1, 50, 0],
      [OPS.setFont, 'g_d0_f1', 20],
      [OPS.setCharSpacing, 9],
      ...line,
      [OPS.restore],
    ];
    expect(places([[OPS.setFont, 'g_d0_f1', 10], ...changed, [OPS.beginText], show('汛期')])).toEqual([
      ['防', 50, 100, 70],
      ['汛', 0, 100, 10],
      ['期', 10, 100, 20],
    ]);
  });

  test('cm adds up, the inner one first', () => {
    const inner: Operation[] = [
      [OPS.transform, 2, 0, 0, 2, 10, 0],
      [OPS.transform, 1, 0, 0, 1, 5, 0],
    ];
    expect(places([[OPS.setFont, 'f', 10], ...inner, ...line])).toEqual([['防', 20, 100, 40]]);
  });

  test('a form XObject has its own matrix, and leaves none behind', () => {
    const form: Operation[] = [
      [OPS.paintFormXObjectBegin, [1, 0, 0, 1, 30, 20], null],
      ...line,
      [OPS.paintFormXObjectEnd],
    ];
    expect(places([[OPS.setFont, 'f', 10], ...form, ...line])).toEqual([
      ['防', 30, 80, 40],
      ['防', 0, 100, 10],
    ]);
  });

  test('on a turned page, text stands upright as the page is shown', () => {
    const turned: Matrix = [0, 1, 1, 0, 0, 0];
    const up: Operation = [OPS.setTextMatrix, new Float32Array([0, 1, -1, 0, 40, 20])];
    expect(places([...BEGIN, up, show('防汛')], turned)).toEqual([
      ['防', 20, 40, 30],
      ['汛', 30, 40, 40],
    ]);
  });
});

describe('drawn lines', () => {
  /** A rectangle as pdf.js builds its path: moveTo 0, lineTo 1, closePath 4. */
  const rectangle = (x: number, y: number, width: number, height: number): number[] => [
    0,
    x,
    y,
    1,
    x + width,
    y,
    1,
    x + width,
    y + height,
    1,
    x,
    y + height,
    4,
  ];
  const h = (at: number, from: number, to: number) => ({ direction: 'horizontal', at, from, to });
  const v = (at: number, from: number, to: number) => ({ direction: 'vertical', at, from, to });
  const paint = (code: number, path: number[]): Operation => [OPS.constructPath, code, [new Float32Array(path)], null];
  const rules = (...operations: Operation[]) => read(operations).rules;

  test('a stroked line', () => {
    expect(rules(paint(OPS.stroke, [0, 10, 20, 1, 110, 20]))).toEqual([h(80, 10, 110)]);
    expect(rules(paint(OPS.stroke, [0, 10, 20, 1, 10, 90]))).toEqual([v(10, 10, 80)]);
  });

  test('a thin filled rectangle is a line through its middle', () => {
    expect(rules(paint(OPS.fill, rectangle(10, 20, 100, 1)))).toEqual([h(79.5, 10, 110)]);
    expect(rules(paint(OPS.eoFill, rectangle(10, 20, 0.5, 60)))).toEqual([v(10.25, 20, 80)]);
  });

  test('a filled area is shading, no line', () =>
    expect(rules(paint(OPS.fill, rectangle(10, 20, 100, 15)))).toEqual([]));

  test('a stroked rectangle is four lines, filled or not', () => {
    const sides = [h(80, 10, 110), v(110, 65, 80), h(65, 10, 110), v(10, 65, 80)];
    expect(rules(paint(OPS.stroke, rectangle(10, 20, 100, 15)))).toEqual(sides);
    expect(rules(paint(OPS.fillStroke, rectangle(10, 20, 100, 15)))).toEqual(sides);
  });

  test('white ones are not seen, until the colour comes back', () => {
    const [line, thin] = [paint(OPS.stroke, [0, 10, 20, 1, 110, 20]), paint(OPS.fill, rectangle(10, 20, 100, 1))];
    expect(rules([OPS.setStrokeRGBColor, '#ffffff'], line, [OPS.setFillRGBColor, '#ffffff'], thin)).toEqual([]);
    expect(rules([OPS.save], [OPS.setStrokeRGBColor, '#ffffff'], [OPS.restore], line)).toHaveLength(1);
  });

  test('a path that only clips, a slanted line and a dot are none', () => {
    expect(rules(paint(OPS.endPath, rectangle(10, 20, 100, 1)), [OPS.constructPath, OPS.stroke, [null], null])).toEqual(
      [],
    );
    expect(rules(paint(OPS.stroke, [0, 10, 20, 1, 110, 30]), paint(OPS.stroke, [0, 10, 20, 1, 11, 20]))).toEqual([]);
  });

  test('a rounded corner is a corner, in which the two lines meet; a curve of another kind is taken by its ends', () => {
    const rounded = [0, 10, 20, 1, 110, 20, 2, 112, 20, 114, 21, 114, 24, 1, 114, 80];
    expect(rules(paint(OPS.stroke, rounded))).toEqual([
      h(80, 10, 110),
      h(80, 110, 114),
      v(114, 76, 80),
      v(114, 20, 76),
    ]);
    const leaning = [0, 10, 20, 1, 110, 20, 2, 112, 22, 114, 24, 118, 24, 1, 118, 80];
    expect(rules(paint(OPS.stroke, leaning))).toEqual([h(80, 10, 110), v(118, 20, 76)]);
  });

  test('lines move with the matrix', () => {
    const half: Operation = [OPS.transform, 0.5, 0, 0, 0.5, 0, 0];
    expect(rules(half, paint(OPS.stroke, [0, 10, 20, 1, 110, 20]))).toEqual([h(90, 5, 55)]);
  });
});
