// A page in an embedded font whose map to Unicode may be wrong.
import { trueType } from '../../fixtures/typesetter/produce/handwritten/true-type.js';
import { pdfOf } from './hostile.js';

const words = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value, index * 2);
  return buffer;
};

/** The table cmap (ISO/IEC 14496-22, 5.2.1.3.3), a segment each glyph: characters of glyphs 1, 2 … */
export function cmapOf(characters: string): Buffer {
  const pairs = [...characters]
    .map((character, index) => [character.codePointAt(0) ?? 0, index + 1] as const)
    .sort(([a], [b]) => a - b);
  const codes = [...pairs.map(([code]) => code), 0xffff];
  const deltas = [...pairs.map(([code, glyph]) => (glyph - code) & 0xffff), 1];
  const size = 2 * codes.length;
  const map = words(4, 16 + 4 * size, 0, size, 0, 0, 0, ...codes, 0, ...codes, ...deltas, ...codes.map(() => 0));
  return Buffer.concat([words(0, 1, 3, 1, 0, 12), map]);
}

interface Printed {
  /** What is printed, a glyph each character; a space has no outline. */
  readonly text: string;
  /** Characters that the file takes for others. */
  readonly mistaken: Readonly<Record<string, string>>;
  /** Whether the font itself says which character each glyph is. */
  readonly hasOwnMap: boolean;
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

export function embeddedPage({ text, mistaken, hasOwnMap }: Printed): Buffer {
  const characters = [...new Set(text)];
  const glyphs = characters.map((character, index) => ({
    width: 1000,
    leans: true,
    squares: character === ' ' ? [] : ([[50, 0, 600 + 10 * index, 800]] as const),
  }));
  const more = hasOwnMap ? { cmap: cmapOf(characters.join('')) } : {};
  const font = trueType([{ width: 1000, squares: [] }, ...glyphs], 1000, more);
  const map = characters.map((character, index) => {
    const said = mistaken[character] ?? character;
    return `<${hex(index + 1)}> <${hex(said.codePointAt(0) ?? 0)}>`;
  });
  const shown = [...text].map((character) => hex(characters.indexOf(character) + 1)).join('');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>',
    { dictionary: '', data: `BT /F1 12 Tf 72 700 Td <${shown}> Tj ET` },
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Song /FontDescriptor 7 0 R /CIDToGIDMap /Identity
     /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>`,
    `<< /Type /FontDescriptor /FontName /AAAAAA+Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0
     /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 8 0 R >>`,
    { dictionary: `/Length1 ${font.length}`, data: font },
    {
      dictionary: '',
      data: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${map.length} beginbfchar
${map.join('\n')}
endbfchar endcmap end end`,
    },
  ]);
}
