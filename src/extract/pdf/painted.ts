// What is painted on a page, in order, and what of it nobody sees.
import type { Box } from '../../model/source.js';
import { contains, height, isPlace, middleX, middleY, width } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import type { HiddenBecause, HiddenGlyph } from '../page.js';
import { WHITE_FROM } from './ink.js';
import { replacements } from './replacement.js';
import { boxOfStretch, type Stretch } from './rules.js';
import type { GraphicsState } from './text-state.js';

/** A paint lighter than this does not make white letters readable. */
const DARK_BELOW = 0.8;
/** A picture over this part of the page is a scan: what was painted before it is under it. */
const WHOLE_PAGE_PART = 0.8;
/** Gradients are drawn as strips this thick, at least. */
const THINNEST_STRIP_PT = 0.9;
/** Glyphs are found again by height in steps of this. */
const STEP_PT = 24;

export class Painted {
  readonly images: Box[] = [];
  /** Whether glyphs were left out whose place is no number: too far away for arithmetic. */
  misplaced = false;
  private readonly all: PrintedGlyph[] = [];
  private readonly unseen = new Map<PrintedGlyph, HiddenBecause>();
  /** The first `indexed` glyphs by height; made when something covers the page. */
  private readonly byHeight = new Map<number, PrintedGlyph[]>();
  private indexed = 0;
  private readonly dark: Box[] = [];

  constructor(
    private readonly pageWidth: number,
    private readonly pageHeight: number,
  ) {}

  get glyphs(): PrintedGlyph[] {
    return this.unseen.size === 0 ? this.all : this.all.filter((glyph) => !this.unseen.has(glyph));
  }

  get hidden(): HiddenGlyph[] {
    return [...this.unseen].map(([glyph, because]) => ({ glyph, because }));
  }

  addGlyphs(glyphs: readonly PrintedGlyph[], state: GraphicsState, isLayerOff: boolean): void {
    for (const glyph of glyphs) {
      if (!isPlace(glyph.box) || !Number.isFinite(glyph.baseline + glyph.size)) {
        this.misplaced = true;
        continue;
      }
      this.all.push(glyph);
      const because = isLayerOff ? 'layer-off' : this.hides(glyph, state);
      if (because) this.unseen.set(glyph, because);
    }
  }

  /** How many glyphs were painted so far. */
  get count(): number {
    return this.all.length;
  }

  /** The glyphs painted since there were `count` say `text`. */
  sayInstead(count: number, text: string): void {
    const painted = this.all.splice(count);
    const changed = replacements(painted, text);
    for (const glyph of painted) {
      const by = changed.has(glyph) ? changed.get(glyph) : glyph;
      const because = this.unseen.get(glyph);
      if (by) this.all.push(by);
      if (!because || by === glyph) continue;
      this.unseen.delete(glyph);
      if (by) this.unseen.set(by, because);
    }
    if (this.indexed <= count || changed.size === 0) return;
    this.byHeight.clear();
    this.indexed = 0;
  }

  private hides({ box, lightness, text }: PrintedGlyph, state: GraphicsState): HiddenBecause | null {
    const x = inkX(box, text);
    const y = middleY(box);
    if (state.renderingMode === 3 || state.renderingMode === 7) return 'invisible';
    if (x < 0 || y < 0 || x > this.pageWidth || y > this.pageHeight) return 'off-page';
    if (state.clip && !contains(state.clip, x, y)) return 'clipped';
    if (lightness >= WHITE_FROM && !this.dark.some((fill) => contains(fill, x, y))) return 'white';
    return null;
  }

  /** A filled rectangle: white letters can be read on it if it is dark, and what lies under it is covered. */
  addArea(box: Box, lightness: number, alpha: number, { blendsNormally }: GraphicsState): void {
    if (lightness < DARK_BELOW) this.dark.push(box);
    if (alpha === 1 && blendsNormally) this.cover(box, 'covered');
  }

  /** A strip of what may be dark shading: lines are thinner. */
  addThin(line: Stretch, lightness: number): void {
    if (lightness < DARK_BELOW && line.thick >= THINNEST_STRIP_PT) this.dark.push(boxOfStretch(line));
  }

  addImage(box: Box): void {
    this.images.push(box);
    // light letters on a picture can be read
    this.dark.push(box);
    const part = (width(box) * height(box)) / (this.pageWidth * this.pageHeight);
    if (part > WHOLE_PAGE_PART) this.cover(box, 'invisible');
  }

  private cover(box: Box, because: HiddenBecause): void {
    this.index();
    // what is off the page is hidden already
    const [top, bottom] = [Math.max(box[1], 0), Math.min(box[3], this.pageHeight)];
    for (let step = Math.floor(top / STEP_PT); step <= Math.floor(bottom / STEP_PT); step++) {
      for (const glyph of this.byHeight.get(step) ?? []) {
        if (!this.unseen.has(glyph) && contains(box, middleX(glyph.box), middleY(glyph.box))) {
          this.unseen.set(glyph, because);
        }
      }
    }
  }

  private index(): void {
    for (; this.indexed < this.all.length; this.indexed++) {
      const glyph = this.all[this.indexed] as PrintedGlyph;
      const step = Math.floor(middleY(glyph.box) / STEP_PT);
      const row = this.byHeight.get(step);
      if (row) row.push(glyph);
      else this.byHeight.set(step, [glyph]);
    }
  }
}

const CLOSING = new Set('，。、；：！？）》〉」』】〕”’');
const OPENING = new Set('（《〈「『【〔“‘');

/** Marks that close stand in the first half of their em, marks that open in the second: a margin may cut the empty half. */
function inkX(box: Box, text: string): number {
  const part = CLOSING.has(text) ? 0.25 : OPENING.has(text) ? 0.75 : 0.5;
  return box[0] + part * width(box);
}
