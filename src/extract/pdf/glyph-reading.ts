// Whether a glyph's text fits what it looks like. Some producers mix up single codes in a font's map to Unicode: the mark
// 《 is then a space, and spaces are 《.
import type { PrintedGlyph } from '../../text/glyph.js';
import type { FontGlyph } from './glyphs.js';
import { hasExtent, type Outline, outlineOf } from './outlines.js';
import type { OwnMap } from './own-map.js';

/** Stands for a character that nothing says. */
const UNKNOWN = '\uFFFD';
/** A font's own map is that of the codes in the file if it agrees with this part of their texts, so many at least. */
const AGREEING_PART = 0.9;
const AGREEING_FROM = 5;

/** A glyph with ink whose text is blank, or the other way round. */
export interface Doubt {
  readonly font: FontReading;
  readonly code: number;
}

interface Seen {
  readonly text: string;
  /** Its outline as pdf.js builds it; null where there is none to look at. */
  readonly path: ArrayLike<number> | null;
  readonly isDoubtful: boolean;
}

/** One font of a file: the codes that were seen of it, what each is said to be and whether it has ink. */
export class FontReading {
  private readonly seen = new Map<number, Seen>();
  private own: OwnMap | null = null;
  /** How many codes were seen when its own map was looked for. */
  private lookedWith = 0;
  private readonly outlines = new Map<number, Outline>();
  /** What each of the embedded fonts says of its glyphs; null before it was asked. */
  private maps: readonly OwnMap[] | null = null;

  /**
   * @param pathOf the outline of a glyph, by the character that pdf.js draws it as; null where there is none
   * @param mapsOf what the fonts embedded under the name of this one say of their glyphs
   */
  constructor(
    private readonly pathOf: (fontChar: string) => ArrayLike<number> | null,
    private readonly mapsOf: () => readonly OwnMap[],
  ) {}

  /** Whether a glyph's text cannot be what it shows. */
  isDoubtful(glyph: FontGlyph): boolean {
    const seen = this.seen.get(glyph.originalCharCode);
    // one code has one text, but for files that are made to differ
    if (seen && (seen.path === null || seen.text === glyph.unicode)) return seen.isDoubtful;
    const { path = this.lookAt(glyph) } = seen ?? {};
    const isDoubtful = path !== null && !fits(glyph.unicode, path);
    this.seen.set(glyph.originalCharCode, { text: seen?.text ?? glyph.unicode, path, isDoubtful });
    return isDoubtful;
  }

  private lookAt({ unicode, fontChar, isInFont, isSpace }: FontGlyph): ArrayLike<number> | null {
    // the code of the space is one in nearly all fonts, and a space that a font does not have looks like anything
    const isSurelyBlank = isBlank(unicode) && (isSpace || !isInFont);
    return isSurelyBlank || fontChar === undefined ? null : this.pathOf(fontChar);
  }

  /** What a doubtful glyph is: as the font itself has it; else unknown if it has ink, and what it is said to be if not. */
  textOf(code: number): string {
    const { text = '', path = null } = this.seen.get(code) ?? {};
    if (!this.own && this.lookedWith < this.seen.size) {
      this.own = this.ownMap();
      this.lookedWith = this.seen.size;
    }
    const own = (this.own?.get(code) ?? []).map((point) => String.fromCodePoint(point));
    const isInked = path !== null && outlineOf(path) === 'inked';
    return own.find((character) => path && fits(character, path)) ?? (isInked ? UNKNOWN : text);
  }

  private ownMap(): OwnMap | null {
    this.maps ??= this.mapsOf();
    if (this.maps.length === 0) return null;
    const known = [...this.seen].filter(
      ([code, { text, path }]) => path !== null && !isBlank(text) && this.outlineOf(code, path) === 'inked',
    );
    const agrees = (own: OwnMap): boolean => {
      const agreeing = known.filter(([code, { text }]) =>
        own.get(code).some((point) => String.fromCodePoint(point).normalize('NFKC') === text.normalize('NFKC')),
      );
      return agreeing.length >= Math.max(AGREEING_FROM, AGREEING_PART * known.length);
    };
    return this.maps.find(agrees) ?? null;
  }

  private outlineOf(code: number, path: ArrayLike<number>): Outline {
    const outline = this.outlines.get(code) ?? outlineOf(path);
    this.outlines.set(code, outline);
    return outline;
  }
}

const isBlank = (text: string): boolean => text.trim() === '';
/** A frame stands for anything; else what is blank has no ink, and nothing else has none. */
const fits = (text: string, path: ArrayLike<number>): boolean =>
  isBlank(text) ? outlineOf(path) !== 'inked' : hasExtent(path);

export type Doubts = ReadonlyMap<PrintedGlyph, Doubt>;

/** The glyphs with the texts of doubtful ones read again. */
export const withReadAgain = (glyphs: readonly PrintedGlyph[], doubts: Doubts): readonly PrintedGlyph[] =>
  doubts.size === 0 ? glyphs : glyphs.map((glyph) => readAgain(glyph, doubts));

export function readAgain(glyph: PrintedGlyph, doubts: Doubts): PrintedGlyph {
  const doubt = doubts.get(glyph);
  return doubt ? { ...glyph, text: doubt.font.textOf(doubt.code) } : glyph;
}
