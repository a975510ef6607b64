// Which numbers are those of items: they follow one another.
import type { Block } from '../repair/index.js';
import { type Numbering, type NumberingStyle, numberingOf } from '../text/numbering.js';
import { parseHanNumber } from '../text/numerals.js';
import type { Item } from './items.js';

/** A number further on than this is part of the sentence, unless the next one follows it. */
const LARGEST_STEP = 3;

/** Reads the numbers of a text in order. */
export class Following {
  private readonly last = new Map<NumberingStyle, number>();
  private readonly numberings: readonly (Numbering | null)[];

  constructor(
    blocks: readonly Block[],
    private readonly isHeadless: boolean,
  ) {
    this.numberings = blocks.map((block) => (block.kind === 'paragraph' ? numberingOf(block.text.text) : null));
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
    const counts =
      value === 1 || isNear || mayBegin || (value > (last ?? 0) && this.nextOf(index, style) === value + 1);
    if (counts) this.last.set(style, value);
    return counts;
  }

  private nextOf(index: number, style: NumberingStyle): number | null {
    return this.numberings.slice(index + 1).find((numbering) => numbering?.style === style)?.value ?? null;
  }
}

const OPEN_BRACKET = /^\s*[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?=[\p{Script=Han}])(?![^（(]{0,8}[）)])/u;

/** （三加强演练: the text layer lost the second bracket; a number only where it is due. */
export function dueWithoutBracket(text: string, open: readonly Item[]): Numbering | null {
  const [printed, number] = OPEN_BRACKET.exec(text) ?? [];
  if (printed === undefined || number === undefined) return null;
  const style: NumberingStyle = /\d/u.test(number) ? 'arabic-bracket' : 'han-bracket';
  const before = open.findLast((item) => item.numbering.style === style)?.numbering.value ?? 0;
  const value = parseHanNumber(number);
  return value !== null && value > 1 && value === before + 1 ? { style, number, value, length: printed.length } : null;
}
