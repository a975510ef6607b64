import type { Glyph } from './glyph.js';

type Replacement = string | ((match: RegExpExecArray) => string);

/**
 * Text that remembers: a string whose every UTF-16 unit is paired with the glyph it came from (null for what a repair
 * put in). Offsets are those of the string, so that what a regular expression finds in `text` can be sliced here.
 * Immutable.
 */
export class Traced {
  static readonly empty = new Traced('', []);

  private constructor(
    readonly text: string,
    readonly glyphs: readonly (Glyph | null)[],
  ) {}

  static of(glyphs: readonly Glyph[]): Traced {
    let text = '';
    for (const glyph of glyphs) text += glyph.text;
    if (text.length === glyphs.length && glyphs.every((glyph) => glyph.text.length === 1))
      return new Traced(text, glyphs);
    const origins: Glyph[] = [];
    for (const glyph of glyphs) for (let unit = 0; unit < glyph.text.length; unit++) origins.push(glyph);
    return new Traced(text, origins);
  }

  /** Text that nobody printed, such as the space between two joined English lines. */
  static inserted(text: string): Traced {
    return new Traced(text, new Array(text.length).fill(null));
  }

  static join(parts: readonly Traced[], separator = ''): Traced {
    if (parts.length === 1 && parts[0]) return parts[0];
    const text = parts.map((part) => part.text).join(separator);
    const origins: (Glyph | null)[] = new Array(text.length).fill(null);
    let at = 0;
    for (const part of parts) {
      for (const glyph of part.glyphs) origins[at++] = glyph;
      at += separator.length;
    }
    return new Traced(text, origins);
  }

  get length(): number {
    return this.text.length;
  }

  slice(start: number, end: number = this.length): Traced {
    return start <= 0 && end >= this.length
      ? this
      : new Traced(this.text.slice(start, end), this.glyphs.slice(start, end));
  }

  trim(): Traced {
    const start = this.length - this.text.trimStart().length;
    return this.slice(start, start + this.text.trim().length);
  }

  /**
   * Like String.replace with a global expression. The units of a replacement are paired in order with the glyphs of
   * what they replace: one to one where the lengths agree, the last glyph going on where it is longer.
   */
  replace(pattern: RegExp, replacement: Replacement): Traced {
    const texts: string[] = [];
    const origins: (Glyph | null)[][] = [];
    let from = 0;
    let isOneToOne = true;
    for (const match of this.text.matchAll(pattern)) {
      const [old] = match;
      const by = typeof replacement === 'string' ? replacement : replacement(match as RegExpExecArray);
      if (by === old) continue;
      const end = match.index + old.length;
      texts.push(this.text.slice(from, match.index), by);
      isOneToOne &&= by.length === old.length;
      origins.push(this.glyphs.slice(from, match.index), pairing(by, this.glyphs.slice(match.index, end)));
      from = end;
    }
    if (texts.length === 0) return this;
    texts.push(this.text.slice(from));
    origins.push(this.glyphs.slice(from));
    return new Traced(texts.join(''), isOneToOne ? this.glyphs : origins.flat());
  }

  /** The same text from other glyphs. */
  from(others: ReadonlyMap<Glyph | null, Glyph>): Traced {
    return new Traced(
      this.text,
      this.glyphs.map((glyph) => others.get(glyph) ?? glyph),
    );
  }

  /** The ranges left when `ranges` (sorted, disjoint) are taken out. */
  without(ranges: readonly (readonly [number, number])[]): Traced {
    const kept: Traced[] = [];
    let from = 0;
    for (const [start, end] of ranges) {
      kept.push(this.slice(from, start));
      from = Math.max(from, end);
    }
    return Traced.join([...kept, this.slice(from)]);
  }
}

function pairing(by: string, old: readonly (Glyph | null)[]): (Glyph | null)[] {
  const last = old.length - 1;
  return Array.from({ length: by.length }, (_, unit) => old[Math.min(unit, last)] ?? null);
}
