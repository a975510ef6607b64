// The characters that an embedded TrueType font itself gives for its glyphs (its table cmap, ISO/IEC 14496-22, 5.2.1).

/** Glyph number → the code points it stands for; empty where the font says nothing, or is damaged. */
export function charactersOf(font: Buffer): Map<number, number[]> {
  const found = new Map<number, number[]>();
  try {
    for (const [code, glyph] of pairsOf(font)) {
      const codes = found.get(glyph);
      if (codes) codes.push(code);
      else found.set(glyph, [code]);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** Platform and encoding of maps to Unicode. */
const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

function* pairsOf(font: Buffer): Iterable<[code: number, glyph: number]> {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table++) {
    const entry = 12 + 16 * table;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const start = font.readUInt32BE(entry + 8);
    const maps = font.readUInt16BE(start + 2);
    for (let map = 0; map < maps; map++) {
      const record = start + 4 + 8 * map;
      if (!isUnicode(font.readUInt16BE(record), font.readUInt16BE(record + 2))) continue;
      const at = start + font.readUInt32BE(record + 4);
      const format = font.readUInt16BE(at);
      if (format === 4) yield* segments(font, at);
      if (format === 12) yield* groups(font, at);
    }
  }
}

/** Format 4: ranges of codes, by their ends, starts, differences and offsets into a list of glyphs. */
function* segments(font: Buffer, at: number): Iterable<[number, number]> {
  const size = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let segment = 0; segment < size; segment += 2) {
    const last = font.readUInt16BE(at + ends + segment);
    const first = font.readUInt16BE(at + starts + segment);
    const delta = font.readUInt16BE(at + deltas + segment);
    const offset = font.readUInt16BE(at + offsets + segment);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(at + offsets + segment + offset + 2 * (code - first));
      if (listed !== 0 || offset === 0) yield [code, (listed + delta) & 0xffff];
    }
  }
}

/** More groups than this are damage. */
const MOST_CODES = 0x110000;

/** Format 12: ranges of codes whose glyphs follow one another. */
function* groups(font: Buffer, at: number): Iterable<[number, number]> {
  let codes = 0;
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const entry = at + 16 + 12 * group;
    const [first, last, glyph] = [font.readUInt32BE(entry), font.readUInt32BE(entry + 4), font.readUInt32BE(entry + 8)];
    codes += last - first + 1;
    if (last < first || codes > MOST_CODES) return;
    for (let code = first; code <= last; code++) yield [code, glyph + code - first];
  }
}
