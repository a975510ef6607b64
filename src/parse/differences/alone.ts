// What only the text has, or only the list, where one says what the other does.
import { type Alignment, headingsAbove } from './align.js';
import type { Node } from './tree.js';

/** So many of the items under a heading are in the list, or the list is not of that heading. */
const MOST_PART = 0.5;

/** Of the levels that both have, under headings that are in the text. */
export function onlyListed(table: readonly Node[], { pairs, levels }: Alignment): Node[] {
  const paired = new Set(pairs.map((pair) => pair.table));
  return table.filter(
    (node) => levels.has(node.level) && !paired.has(node) && (!node.parent || paired.has(node.parent)),
  );
}

/**
 * Items of the text under headings that are in the list, or of which items are. A heading that the list leaves out
 * everywhere stands for its items.
 */
export function onlyInText(body: readonly Node[], { pairs }: Alignment): Node[] {
  const paired = new Set(pairs.map((pair) => pair.body));
  const levels = new Set(pairs.map((pair) => pair.body.level));
  const listed = new Set([...paired].flatMap((node) => [node, ...headingsAbove(node)]));
  const siblings = new Map<Node | null, Node[]>();
  for (const node of body) {
    const among = siblings.get(node.parent);
    if (among) among.push(node);
    else siblings.set(node.parent, [node]);
  }
  const repeatsAll = isMostly(
    body
      .filter((node) => node.isMeasure || levels.has(node.level))
      .filter(({ parent }) => !parent || listed.has(parent)),
    listed,
  );
  const isTold = (node: Node): boolean => {
    if (listed.has(node) || (node.parent && !listed.has(node.parent))) return false;
    const among = siblings.get(node.parent) ?? [];
    // chapters of principles and of safeguards are no tasks
    if (!node.parent && !isTask(node) && among.some((other) => listed.has(other) && isTask(other))) return false;
    return isMostly(among, listed) || (repeatsAll && isTask(node));
  };
  return body.filter(isTold).flatMap((node) => itemsOf(node, levels));
}

const isMostly = (nodes: readonly Node[], listed: ReadonlySet<Node>): boolean => {
  const count = nodes.filter((node) => listed.has(node)).length;
  return count > 0 && count >= MOST_PART * nodes.length;
};

/** Somebody answers for most of it. */
const isTask = ({ measures }: Node): boolean =>
  2 * measures.filter(({ departments }) => departments.length > 0).length >= measures.length;

const itemsOf = (node: Node, levels: ReadonlySet<number>): Node[] =>
  levels.has(node.level) || node.children.length === 0
    ? [node]
    : node.children.flatMap((child) => itemsOf(child, levels));
