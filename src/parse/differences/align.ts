// What of a document's text is what of its task list.
import { Likeness } from '../../text/likeness.js';
import { hasMore, type Node } from './tree.js';

export interface Pair {
  readonly body: Node;
  readonly table: Node;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  /** Levels of the list that the text has too, outermost 0. */
  readonly levels: ReadonlySet<number>;
}

/** Two titles of one number under headings that go together: as alike as this. */
const ALIKE_WITH_NUMBER = 0.4;
/** Without that number. */
const ALIKE = 0.6;
/** The same title over words less alike than this may be chance. */
const ALIKE_FOR_LEVEL = 0.5;
/** And titles less alike than this are those of other things. */
const ALIKE_TITLE = 0.3;
/** So much of a level must be in the text, and so many headings, or they say different things. */
const LEVEL_PART = 0.5;
const FEWEST = 2;
/** More titles are not compared each with each. */
const MOST_COMPARED = 40_000;

/** Headings and measures of the list → their counterparts in the text: the same words, or the same number and similar words. */
export function align(body: readonly Node[], table: readonly Node[]): Alignment {
  const likeness = new Likeness();
  const counterpart = new Map<Node, Node>();
  const taken = new Set<Node>();
  const levels = new Set<number>();
  const depth = table.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = 0; level <= depth; level++) {
    const nodes = table.filter((node) => node.level === level);
    const found = matchLevel(nodes, body, { counterpart, taken, likeness });
    const alike = [...found].filter(([node, other]) => isSurelySame(node, other, likeness)).length;
    if (alike < FEWEST || alike < LEVEL_PART * nodes.length) continue;
    levels.add(level);
    for (const [node, other] of found) {
      counterpart.set(node, other);
      taken.add(other);
    }
  }
  for (let level = depth - 1; level >= 0; level--) {
    for (const node of table.filter((one) => one.level === level && !counterpart.has(one))) {
      const other = aboveChildren(node, counterpart);
      if (!other || taken.has(other)) continue;
      counterpart.set(node, other);
      taken.add(other);
      levels.add(level);
    }
  }
  const pairs = [...counterpart].map(([node, other]) => ({ table: node, body: other }));
  return { pairs, levels };
}

/**
 * A heading over what goes together: above the counterparts of its children the one of the same title, else the innermost
 * that is above all of them. The text may have headings between that the list leaves out.
 */
function aboveChildren(node: Node, counterpart: ReadonlyMap<Node, Node>): Node | null {
  const [first, ...others] = node.children.flatMap((child) => counterpart.get(child) ?? []);
  if (!first) return null;
  const above = headingsAbove(first);
  const same = above.find(({ plainTitle }) => plainTitle === node.plainTitle);
  if (same) return same;
  const aboveOthers = others.map((other) => new Set(headingsAbove(other)));
  return above.find((heading) => aboveOthers.every((headings) => headings.has(heading))) ?? null;
}

/** From the inside out. */
export const headingsAbove = ({ parent }: Node): Node[] => (parent ? [parent, ...headingsAbove(parent)] : []);

/** What levels further out gave. */
interface Known {
  readonly counterpart: ReadonlyMap<Node, Node>;
  readonly taken: ReadonlySet<Node>;
  readonly likeness: Likeness;
}

function matchLevel(
  nodes: readonly Node[],
  body: readonly Node[],
  { counterpart, taken, likeness }: Known,
): Map<Node, Node> {
  const found = new Map<Node, Node>();
  const used = new Set(taken);
  const free = (node: Node): boolean => !used.has(node);
  const take = (node: Node, other: Node): void => {
    found.set(node, other);
    used.add(other);
  };
  /** Where a heading above has its counterpart, it is under that, though the list may leave out headings between. */
  const fits = (node: Node, other: Node): boolean => {
    const parent = node.parent && counterpart.get(node.parent);
    return !parent || headingsAbove(other).includes(parent);
  };
  // from the last to the first, so that the next one is taken off the end
  const byTitle = groupBy(body.filter(free).reverse(), ({ plainTitle }) => plainTitle);
  for (const node of nodes) {
    const same = byTitle.get(node.plainTitle) ?? [];
    const ofNumber = same.findLastIndex((other) => other.number === node.number && fits(node, other));
    const at = ofNumber >= 0 ? ofNumber : same.findLastIndex((other) => fits(node, other));
    const [other] = at >= 0 ? same.splice(at, 1) : [];
    if (other) take(node, other);
  }
  const byPath = groupBy(body.filter(free), numbers);
  for (const node of nodes) {
    if (found.has(node) || node.number === null) continue;
    const other = (byPath.get(numbers(node)) ?? []).find(
      (one) => free(one) && fits(node, one) && likenessOf(node, one, likeness) >= ALIKE_WITH_NUMBER,
    );
    if (other) take(node, other);
  }
  const left = nodes.filter((node) => !found.has(node));
  const others = body.filter(free);
  if (left.length * others.length > MOST_COMPARED) return found;
  for (const node of left) {
    let best: Node | null = null;
    let most = ALIKE;
    for (const other of others) {
      if (!free(other) || !fits(node, other)) continue;
      const like = likenessOf(node, other, likeness);
      if (like > most) [best, most] = [other, like];
    }
    if (best) take(node, best);
  }
  return found;
}

/** Titles alone are often alike by chance: they must be the same. So are stock sentences under titles of other things. */
const isSurelySame = (a: Node, b: Node, likeness: Likeness): boolean =>
  hasMore(a) && hasMore(b)
    ? likenessOf(a, b, likeness) >= ALIKE_FOR_LEVEL && likeness.of(a.plainTitle, b.plainTitle) >= ALIKE_TITLE
    : a.plainTitle === b.plainTitle;

/** Of the whole texts; where one is a title alone, of the titles. */
const likenessOf = (a: Node, b: Node, likeness: Likeness): number =>
  hasMore(a) && hasMore(b) ? likeness.of(a.plainText, b.plainText) : likeness.of(a.plainTitle, b.plainTitle);

/** 一/1: its own number, and those above it. */
const numbers = (node: Node): string =>
  node.parent ? `${numbers(node.parent)}/${node.number ?? ''}` : (node.number ?? '');

function groupBy(nodes: readonly Node[], keyOf: (node: Node) => string): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}
