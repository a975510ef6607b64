// Which item stands above which: by the kind of its number, and by the order in which the text began its lists.
import type { Numbering, NumberingStyle } from '../text/numbering.js';

interface Nested<Self> {
  readonly numbering: Numbering;
  readonly children: readonly Self[];
}
interface Node extends Nested<Node> {}

/** Levels from the outside in (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）). */
const LEVELS: readonly NumberingStyle[] = [
  'chapter',
  'section',
  'article',
  'han-formal',
  'han',
  'han-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
  'letter',
];
export const levelOf = (style: NumberingStyle): number => LEVELS.indexOf(style);

/**
 * The items that a number stands under, outermost first. It goes on with a list that is open; another kind of number begins
 * a list below the items of outer levels.
 *
 * @param open the items open so far
 */
export function placeIn<Item extends Node>(open: readonly Item[], numbering: Numbering): Item[] {
  const { style, value } = numbering;
  const same = open.findIndex((item) => item.numbering.style === style);
  if (same >= 0) return open.slice(0, same);
  const outer = open.filter((item) => levelOf(item.numbering.style) < levelOf(style));
  // ① ② （1） （2） under one heading: what begins at 1 below other numbers is part of the last of them
  const [next] = open.slice(outer.length);
  const isInner = outer.length > 0 && next !== undefined && value === 1;
  const isNew = !outer.at(-1)?.children.some((child) => child.numbering.style === style);
  return isInner && isNew ? [...outer, next] : outer;
}

/** The heading that a number stands under; undefined at the outermost level. */
export const parentIn = <Item extends Node>(open: readonly Item[], numbering: Numbering): Item | undefined =>
  placeIn(open, numbering).at(-1);
