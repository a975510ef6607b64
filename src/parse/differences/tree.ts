// The headings and measures of a text, or of a list, as a tree.
import type { Measure } from '../../model/index.js';
import { fold } from '../folded.js';

/** A heading or a measure. */
export interface Node {
  readonly level: number;
  readonly number: string | null;
  readonly title: string;
  /** Title included. */
  readonly text: string;
  /** Title and text as they are compared: see `plain`. */
  readonly plainTitle: string;
  readonly plainText: string;
  readonly parent: Node | null;
  readonly children: Node[];
  /** The measures under a heading, in order; of a measure, itself. */
  readonly measures: Measure[];
  readonly isMeasure: boolean;
}

/** The nodes of measures in order, each heading before what stands under it. */
export function nodesOf(measures: readonly Measure[]): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [];
  const add = (words: Pick<Node, 'number' | 'title' | 'text' | 'isMeasure'>, level: number, measure: Measure): Node => {
    const parent = open[level - 1] ?? null;
    const plainTitle = plain(words.title);
    const plainText = words.text === words.title ? plainTitle : plain(words.text);
    const node: Node = { ...words, plainTitle, plainText, level, parent, children: [], measures: [measure] };
    parent?.children.push(node);
    nodes.push(node);
    return node;
  };
  for (const measure of measures) {
    let same = 0;
    for (const { number, title } of measure.path) {
      const heading = open[same];
      if (heading?.number !== number || heading.title !== title) break;
      heading.measures.push(measure);
      same += 1;
    }
    open.length = same;
    for (const { number, title, text } of measure.path.slice(same)) {
      open.push(add({ number, title, text, isMeasure: false }, open.length, measure));
    }
    const { number, title, text } = measure;
    add({ number, title, text, isMeasure: true }, measure.path.length, measure);
  }
  return nodes;
}

/** A wording without what differs between two printings of it by rule: script, width, spaces, the stop at its end. */
export const plain = (text: string): string => fold(text).text.replace(/[。；;]$/u, '');

/** Whether it says more than its title. */
export const hasMore = ({ plainText, plainTitle }: Node): boolean => plainText !== plainTitle;
