// Which numbers are those of items: they follow one another.
import type { Block } from '../repair/index.js';
import { loneBrackets } from '../text/brackets.js';
import { type Numbering, type NumberingStyle, numberingOf } from '../text/numbering.js';
import { parseHanNumber } from '../text/numerals.js';
import type { Item } from './items.js';

/** A number further on than this is part of the sentence, unless the next one follows it. */
const LARGEST_STEP = 3;

/** Reads the numbers of a text in order. */
export class Following {
  private readonly last = new Map<NumberingStyle, number>();
  /** Of each block, the next number of its kind. */
  private readonly next: readonly (number | null)[];

  constructor(
    blocks: readonly Block[],
    private readonly isHeadless: boolean,
  ) {
    const below = new Map<NumberingStyle, number>();
    this.next = blocks
      .toReversed()
      .map((block) => {
        const numbering = block.kind === 'paragraph' ? numberingOf(block.text.text) : null;
        if (!numbering) return null;
        const next = below.get(numbering.style) ?? null;
        below.set(numbering.style, numbering.value);
        return next;
      })
      .toReversed();
  }

  /**
   * A number counts when it begins a list, goes on with the one before it under its heading, or runs on from the heading
   * before; a few may be missing, or one be there twice (that is flagged later), or more where the next one of its kind follows.
   *
   * @param index of its block
   * @param siblings the items under its heading
   */
  counts(index: number, { style, value }: Numbering, siblings: readonly Item[]): boolean {
    const sibling = siblings.findLast((item) => item.numbering.style === style)?.numbering.value ?? 0;
    const last = this.last.get(style);
    const isNear =
      value === sibling || [sibling, last ?? 0].some((before) => value > before && value <= before + LARGEST_STEP);
    const mayBegin = this.isHeadless && last === undefined;
    const counts = value === 1 || isNear || mayBegin || (value > (last ?? 0) && this.next[index] === value + 1);
    if (counts) this.last.set(style, value);
    return counts;
  }
}

const OPEN_BRACKET = /^\s*[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?=[\p{Script=Han}])/u;

/** （三加强演练: the text layer lost the second bracket; a number only where it is due. */
export function dueWithoutBracket(text: string, open: readonly Item[]): Numbering | null {
  const [printed, number] = OPEN_BRACKET.exec(text) ?? [];
  if (printed === undefined || number === undefined || loneBrackets(text, '）').opened === 0) return null;
  const style: NumberingStyle = /\d/u.test(number) ? 'arabic-bracket' : 'han-bracket';
  const before = open.findLast((item) => item.numbering.style === style)?.numbering.value ?? 0;
  const value = parseHanNumber(number);
  return value !== null && value > 1 && value === before + 1 ? { style, number, value, length: printed.length } : null;
}
