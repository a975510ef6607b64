import type { Box } from '../../model/source.js';
import { height, intersection, isPlace, width } from '../../text/box.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import type { PrintedPage } from '../page.js';
import type { ActualTexts } from './actual-text.js';
import { DrawnLines } from './drawn-lines.js';
import { type Doubt, readAgain, withReadAgain } from './glyph-reading.js';
import { type FontGlyph, type GlyphCount, showText } from './glyphs.js';
import { fillLightness, PATTERN, strokeLightness } from './ink.js';
import { MarkedContent } from './marked-content.js';
import { apply, type Matrix, multiply, scaleOf } from './matrix.js';
import { Painted } from './painted.js';
import { boxAround, type Point, subpaths } from './paths.js';
import { OPS } from './pdfjs.js';
import { type Drawn, filled, stroked, thinBox } from './rules.js';
import { type FontMetrics, type GraphicsState, initialCursor, initialState } from './text-state.js';

/** pdf.js's operator list: one code and one argument list an operation. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types the arguments of all operations as any
  readonly argsArray: readonly any[];
}

const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const FILLS_AND_STROKES = new Set<number>([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** Smaller pictures are dots; and the unit square of most spaces that hold no picture is smaller. */
const SMALLEST_IMAGE_PT = 4;

export interface PageSetting {
  /** Counted from 1. */
  readonly number: number;
  /** Of the page as shown, in points. */
  readonly width: number;
  readonly height: number;
  /** Maps PDF user space to points with the origin at the top left of the page as shown. */
  readonly toPage: Matrix;
  /** Metrics of a font by the name the list gives it. */
  readonly fontOf: (name: string) => FontMetrics;
  /** Whether a layer (optional content) is shown. */
  readonly isShown: (layer: unknown) => boolean;
  /** What the page's content and that of its forms give as text for marked content. */
  readonly actualTexts: ActualTexts;
  readonly count: GlyphCount;
}

export interface Interpreted extends Pick<PrintedPage, 'glyphs' | 'rules' | 'slants' | 'images' | 'hidden'> {
  /** Glyphs were left out whose place is no number. */
  readonly misplaced: boolean;
}

/** The glyphs, drawn lines and pictures of one page, from one reading of its operator list. */
export function interpret(list: OperatorList, setting: PageSetting): Interpreted {
  const { number: page, toPage, fontOf, count } = setting;
  const painted = new Painted(setting.width, setting.height);
  const drawn = new DrawnLines(setting.width, setting.height);
  const doubts = new Map<PrintedGlyph, Doubt>();
  const marked = new MarkedContent(list.fnArray, setting.actualTexts);
  /** The space of the last `transform`, until something is painted in it. */
  let unpainted: Matrix | null = null;
  let clipsNext = false;
  const stack: GraphicsState[] = [];
  let state = initialState(toPage);
  let cursor = initialCursor();

  const save = (): void => {
    stack.push({ ...state });
  };
  const restore = (): void => {
    // pdf.js leaves out pictures that it is told not to decode: a space in which nothing is painted held one
    if (unpainted) addImage(unpainted);
    unpainted = null;
    state = stack.pop() ?? state;
  };
  const clipTo = (box: Box): void => {
    state.clip = state.clip ? intersection(state.clip, box) : box;
  };
  const addImage = (unitSquare: Matrix): void => {
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([x = 0, y = 0]) => apply(unitSquare, x, y));
    const whole = boxAround(corners);
    const box = state.clip ? intersection(whole, state.clip) : whole;
    if (Math.max(width(box), height(box)) < SMALLEST_IMAGE_PT || width(box) < 0 || height(box) < 0) return;
    const thin = thinBox(box);
    if (thin) drawn.add({ lines: [thin], dots: [], slants: [] }, 0, 1, state);
    else painted.addImage(box);
  };
  const paint = ({ areas, ...lines }: Drawn, lightness: number, alpha: number): void => {
    drawn.add(lines, lightness, alpha, state);
    for (const line of lines.lines) painted.addThin(line, lightness);
    for (const area of areas) {
      drawn.addArea(area, lightness, alpha, state);
      painted.addArea(area, lightness, alpha, state);
    }
  };
  const moveText = (x: number, y: number): void => {
    cursor.x = cursor.lineX += x;
    cursor.y = cursor.lineY += y;
  };

  for (let index = 0; index < list.fnArray.length; index++) {
    const operation = list.fnArray[index];
    const args = list.argsArray[index];
    switch (operation) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args);
        unpainted = state.ctm;
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        marked.beginForm();
        if (args?.[0]) state.ctm = multiply(state.ctm, args[0]);
        const bounds = args?.[1] as ArrayLike<number> | null | undefined;
        if (bounds) clipTo(boxAround(cornersOf(bounds, state.ctm)));
        unpainted = null;
        break;
      }
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'ca') state.fillAlpha = Number(value);
          if (key === 'CA') state.strokeAlpha = Number(value);
          if (key === 'LW') state.lineWidth = Number(value);
          if (key === 'BM') state.blendsNormally = value === 'source-over';
          if (key === 'Font') {
            const [name, size] = value as [string, number];
            state.font = fontOf(name);
            state.fontSize = size;
          }
        }
        break;
      case OPS.shadingFill:
        unpainted = null;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipsNext = true;
        break;
      case OPS.beginMarkedContent:
        marked.begin(painted.count);
        break;
      case OPS.beginMarkedContentProps:
        marked.beginWithProperties(painted.count, args[0] === 'OC' && !setting.isShown(args[1]));
        break;
      case OPS.endMarkedContent: {
        const said = marked.end();
        if (said) painted.sayInstead(said.from, said.text);
        break;
      }
      case OPS.setTextRenderingMode:
        state.renderingMode = args[0];
        break;
      case OPS.paintImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintSolidColorImageMask:
        unpainted = null;
        addImage(state.ctm);
        break;
      case OPS.paintFormXObjectEnd:
        marked.endForm();
        restore();
        break;
      case OPS.beginText:
        cursor = initialCursor();
        break;
      case OPS.setTextMatrix:
        cursor = initialCursor(multiply([1, 0, 0, 1, 0, 0], args.length === 1 ? args[0] : args));
        break;
      case OPS.moveText:
        moveText(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        moveText(args[0], args[1]);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.horizontalScale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setFont:
        state.font = fontOf(args[0]);
        state.fontSize = args[1];
        break;
      case OPS.setFillRGBColor:
        state.fillColor = args[0];
        break;
      case OPS.setFillColorN:
        state.fillColor = PATTERN;
        break;
      case OPS.setStrokeColorN:
        state.strokeColor = PATTERN;
        break;
      case OPS.setLineWidth:
        state.lineWidth = args[0];
        break;
      case OPS.setStrokeRGBColor:
        state.strokeColor = args[0];
        break;
      case OPS.showText:
        unpainted = null;
        painted.addGlyphs(
          showText(args[0] as (FontGlyph | number)[], state, cursor, page, { doubts, count }),
          state,
          marked.isOff,
        );
        break;
      case OPS.constructPath: {
        const [operator, [path]] = args as [number, [ArrayLike<number> | null]];
        const clips = clipsNext;
        clipsNext = false;
        if (!path) break;
        const polygons = subpaths(path, state.ctm);
        const both = FILLS_AND_STROKES.has(operator);
        const fills = both || FILLS.has(operator);
        const strokes = both || STROKES.has(operator);
        if (fills || strokes) unpainted = null;
        if (fills && !marked.isOff) paint(filled(polygons), fillLightness(state), state.fillAlpha);
        if (strokes && !marked.isOff) {
          paint(stroked(polygons, state.lineWidth * scaleOf(state.ctm)), strokeLightness(state), state.strokeAlpha);
        }
        if (clips && polygons.length > 0) clipTo(boxAround(polygons.flat()));
      }
    }
  }
  return {
    glyphs: withReadAgain(painted.glyphs, doubts),
    rules: drawn.rules,
    slants: drawn.slants,
    images: painted.images.filter(isPlace),
    hidden: painted.hidden.map(({ glyph, because }) => ({ glyph: readAgain(glyph, doubts), because })),
    misplaced: painted.misplaced,
  };
}

/** Of a rectangle [x0, y0, x1, y1] of the space that a matrix maps to the page. */
function cornersOf(bounds: ArrayLike<number>, ctm: Matrix): Point[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
  return [apply(ctm, x0, y0), apply(ctm, x1, y0), apply(ctm, x1, y1), apply(ctm, x0, y1)];
}
