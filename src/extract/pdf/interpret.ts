import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintedGlyph } from '../../text/glyph.js';
import type { Rule } from '../page.js';
import { type FontGlyph, showText } from './glyphs.js';
import { type Matrix, multiply } from './matrix.js';
import { filledRules, strokedRules, subpaths } from './rules.js';
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
const WHITE = '#ffffff';

/**
 * The glyphs and drawn lines of one page, from one reading of its operator list.
 *
 * @param toPage maps PDF user space to points with the origin at the top left of the page as shown
 * @param fontOf metrics of a font by the name the list gives it
 */
export function interpret(
  list: OperatorList,
  page: number,
  toPage: Matrix,
  fontOf: (name: string) => FontMetrics,
): { glyphs: PrintedGlyph[]; rules: Rule[] } {
  const glyphs: PrintedGlyph[] = [];
  const rules: Rule[] = [];
  const stack: GraphicsState[] = [];
  let state = initialState(toPage);
  let cursor = initialCursor();

  const save = (): void => {
    stack.push({ ...state });
  };
  const restore = (): void => {
    state = stack.pop() ?? state;
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
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (args?.[0]) state.ctm = multiply(state.ctm, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
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
      case OPS.setStrokeRGBColor:
        state.strokeColor = args[0];
        break;
      case OPS.showText:
        glyphs.push(...showText(args[0] as (FontGlyph | number)[], state, cursor, page));
        break;
      case OPS.constructPath: {
        const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
        if (!path) break;
        const both = FILLS_AND_STROKES.has(paint);
        if ((both || FILLS.has(paint)) && state.fillColor !== WHITE)
          rules.push(...filledRules(subpaths(path, state.ctm)));
        if ((both || STROKES.has(paint)) && state.strokeColor !== WHITE) {
          rules.push(...strokedRules(subpaths(path, state.ctm)));
        }
      }
    }
  }
  return { glyphs, rules };
}
