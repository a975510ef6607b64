// The characters that an embedded TrueType font itself gives for its glyphs (its table cmap, ISO/IEC 14496-22, 5.2.1).

/** The code points that glyphs stand for. Fonts have tens of thousands of glyphs, and few are asked for. */
export class OwnMap {
  private readonly first = new Int32Array(GLYPHS).fill(-1);
  private readonly others = new Map<number, number[]>();

  /** In the order of the font; empty where it says nothing of the glyph. */
  get(glyph: number): readonly number[] {
    const first = this.first[glyph] ?? -1;
    return first < 0 ? [] : [first, ...(this.others.get(glyph) ?? [])];
  }

  add(code: number, glyph: number): void {
    if (this.first[glyph] === -1) this.first[glyph] = code;
    else if (glyph < GLYPHS) this.others.set(glyph, [...(this.others.get(glyph) ?? []), code]);
  }
}
/** Glyph numbers have 16 bits. */
const GLYPHS = 0x10000;

/** What a font says of its glyphs; nothing where it is damaged. */
export function charactersOf(font: Buffer): OwnMap {
  const found = new OwnMap();
  try {
    readMaps(font, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** Platform and encoding of maps to Unicode. */
const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

function readMaps(font: Buffer, found: OwnMap): void {
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
      if (format === 4) readSegments(font, at, found);
      if (format === 12) readGroups(font, at, found);
    }
  }
}

/** Format 4: ranges of codes, by their ends, starts, differences and offsets into a list of glyphs. */
function readSegments(font: Buffer, at: number, found: OwnMap): void {
  const size = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let segment = 0; segment < size; segment += 2) {
    const last = font.readUInt16BE(at + ends + segment);
    const first = font.readUInt16BE(at + starts + segment);
    const delta = font.readUInt16BE(at + deltas + segment);
    const offset = font.readUInt16BE(at + offsets + segment);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(at + offsets + segment + offset + 2 * (code - first));
      if (listed !== 0 || offset === 0) found.add(code, (listed + delta) & 0xffff);
    }
  }
}

/** More groups than this are damage. */
const MOST_CODES = 0x110000;

/** Format 12: ranges of codes whose glyphs follow one another. */
function readGroups(font: Buffer, at: number, found: OwnMap): void {
  let codes = 0;
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const entry = at + 16 + 12 * group;
    const [first, last, glyph] = [font.readUInt32BE(entry), font.readUInt32BE(entry + 4), font.readUInt32BE(entry + 8)];
    codes += last - first + 1;
    if (last < first || codes > MOST_CODES) return;
    for (let code = first; code <= last; code++) found.add(code, glyph + code - first);
  }
}
