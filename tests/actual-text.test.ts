import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actualTextsOf } from '../src/extract/pdf/actual-text.js';
import { inspectSource } from '../src/index.js';
import { onePage, type PdfObject, pdfOf, stream } from './support/hostile.js';

describe('what a content stream gives as text, by its operators BDC', () => {
  test.each<[string, string, (string | null)[]]>([
    ['in hexadecimal, UTF-16', '/Span <</ActualText <FEFF81EA> >> BDC (x) Tj EMC', ['自']],
    ['in brackets, with escapes', String.raw`/Span<</ActualText (a\(b\) \101\\)>>BDC`, ['a(b) A\\']],
    ['in brackets that nest', '/Span <</ActualText (a(b)c)>> BDC', ['a(b)c']],
    ['UTF-16 in brackets', '/Span <</ActualText (\xfe\xff\x81\xea)>> BDC', ['自']],
    ['UTF-8', '/Span <</ActualText <EFBBBFE887AA>>> BDC', ['自']],
    ['among other entries', '/P <</MCID 3 /Lang (zh-CN) /ActualText (x) /A <</ActualText (y)>>>> BDC', ['x']],
    ['none', '/P <</MCID 3>> BDC /Artifact BMC EMC EMC /OC /MC0 BDC', [null, null]],
    ['not that of the operator before', '/Span <</ActualText (x)>> DP /P /MC0 BDC', [null]],
    ['not in a string or a comment', '(/P <</ActualText (x)>> BDC) Tj % /P <<>> BDC\n/P <</MCID 1>> BDC', [null]],
    ['behind a picture', 'BI /W 1 /H 1 ID (\0<<\xff EI\n/Span <</ActualText (x)>> BDC', ['x']],
    ['cut off', '/Span <</ActualText (x', []],
  ])('%s', (_, content, expected) => {
    expect(actualTextsOf(content).texts).toEqual(expected);
  });
});

const glyphsSchema = z.array(
  z.object({
    glyphs: z.array(z.object({ text: z.string(), bbox: z.array(z.number()) })),
    hidden: z.array(z.unknown()),
  }),
);

/** Each glyph of the first page with its left and right edge, in points from the left edge of the text. */
async function read(content: PdfObject | Buffer): Promise<[string, number, number][]> {
  const [page] = glyphsSchema.parse(
    await inspectSource(Buffer.isBuffer(content) ? content : onePage({ content }), 'pages'),
  );
  return (page?.glyphs ?? []).map(({ text, bbox }) => [text, (bbox[0] ?? 0) - 72, (bbox[2] ?? 0) - 72]);
}

/** Courier, 10 pt: 6 pt a glyph. */
const courier = (marked: string): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << /Font << /F1 6 0 R >> /Properties << /MC0 9 0 R >>
     /XObject << /X 7 0 R /I 8 0 R /Y 10 0 R /Z 12 0 R >> >> >>`,
    `<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R] /MediaBox [0 0 595 842]
     >>`,
    { dictionary: '/Filter /FlateDecode', data: deflateSync('BT /F1 10 Tf 72 700 Td') },
    { dictionary: '/Filter /FlateDecode', data: deflateSync(Buffer.from(`${marked} ET`, 'latin1')) },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
    {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 6 0 R >> >>',
      data: 'BT /F1 10 Tf 72 500 Td /Span <</ActualText (form)>> BDC (f) Tj EMC ET',
    },
    {
      dictionary: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      data: '\0',
    },
    '<< /ActualText (N) >>',
    {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources 11 0 R',
      data: 'BT /F1 10 Tf 72 400 Td /Span /MC0 BDC (m) Tj EMC ET /X Do',
    },
    '<< /Font << /F1 6 0 R >> /XObject << /X 7 0 R >> /Properties << /MC0 << /Lang (zh) /ActualText <FEFF004D> >> >> >>',
    { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 595 842]', data: '/P <</MCID 0>> BDC EMC /Z Do' },
  ]);
const span = (text: string, shown: string): string => `/Span <</ActualText (${text})>> BDC (${shown}) Tj EMC`;

describe('glyphs say what the file gives as their text', () => {
  test('one character each, at the places of the glyphs', async () => {
    expect(await read(courier(`(a) Tj ${span('XYZ', 'bcd')} (e) Tj`))).toEqual([
      ['a', 0, 6],
      ['X', 6, 12],
      ['Y', 12, 18],
      ['Z', 18, 24],
      ['e', 24, 30],
    ]);
  });

  test('more characters than glyphs: what begins and ends alike stays', async () => {
    expect(await read(courier(span('affe', 'a#e')))).toEqual([
      ['a', 0, 6],
      ['ff', 6, 12],
      ['e', 12, 18],
    ]);
    expect(await read(courier(span('abXc', 'abc')))).toEqual([
      ['a', 0, 6],
      ['bX', 6, 12],
      ['c', 12, 18],
    ]);
  });

  test('fewer characters than glyphs: a character has the box of all its glyphs', async () => {
    expect(await read(courier(span('aX', 'a,,,')))).toEqual([
      ['a', 0, 6],
      ['X', 6, 24],
    ]);
  });

  test('the hyphen of a broken line is no text', async () => {
    const hyphen = '/Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC';
    expect((await read(courier(`(plan) Tj ${hyphen}`))).map(([text]) => text).join('')).toBe('plan');
  });

  test('white space is no text for what is printed, nor is nothing', async () => {
    expect((await read(courier(`${span(' ', '..')}${span('', 'x')}`))).map(([text]) => text).join('')).toBe('..x');
  });

  test('of spans in one another, the outer one', async () => {
    const inner = span('i', 'b');
    expect(
      (await read(courier(`/P <</ActualText (XYZ)>> BDC (a) Tj ${inner} (c) Tj EMC`))).map(([text]) => text),
    ).toEqual(['X', 'Y', 'Z']);
  });

  test('over several operations, and in a stream that is not compressed', async () => {
    const content = stream('BT /F1 12 Tf 72 700 Td /Span <</ActualText (XY)>> BDC (a) Tj (b) Tj EMC ET');
    expect((await read(content)).map(([text]) => text)).toEqual(['X', 'Y']);
  });

  test('within a form, drawn again and among pictures', async () => {
    const content = `${span('X', 'a')} ET /I Do /X Do /I Do BT ${span('Y', 'b')} ET /X Do BT`;
    expect((await read(courier(content))).map(([text]) => text)).toEqual(['X', 'form', 'Y', 'form']);
  });

  test('by the name of a property list, of the page or of a form', async () => {
    expect((await read(courier('/Span /MC0 BDC (a) Tj EMC /Span /None BDC (b) Tj EMC'))).map(([text]) => text)).toEqual(
      ['N', 'b'],
    );
    expect((await read(courier('ET /Y Do BT'))).map(([text]) => text)).toEqual(['M', 'form']);
  });

  test('a form that draws itself is read once', async () => {
    expect((await read(courier('(a) Tj ET /Z Do BT'))).map(([text]) => text)[0]).toBe('a');
  });

  test('glyphs that nobody sees stay hidden', async () => {
    const [page] = glyphsSchema.parse(await inspectSource(courier(`3 Tr ${span('XY', 'ab')}`), 'pages'));
    expect(page?.glyphs).toEqual([]);
    expect(page?.hidden).toMatchObject([
      { text: 'X', because: 'invisible' },
      { text: 'Y', because: 'invisible' },
    ]);
  });
});
