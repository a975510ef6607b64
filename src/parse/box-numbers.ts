// 专栏 without a frame that the page shows: its numbers begin again, and the text goes on with its own after it.
import type { Block } from '../repair/index.js';
import { isBoxTitle } from '../repair/line-forms.js';
import { type Numbering, type NumberingStyle, numberingOf } from '../text/numbering.js';

export class BoxNumbers {
  /** The last number of each kind in the text around the box. */
  private readonly around = new Map<NumberingStyle, number>();
  /** The numbers within the open box; null outside. */
  private within: Map<NumberingStyle, number> | null = null;
  /** The kind of the last number before the box. */
  private lastStyle: NumberingStyle | null = null;
  /** The open box holds paragraphs without numbers. */
  private hasWords = false;

  constructor(private readonly blocks: readonly Block[]) {}

  /** Whether a paragraph belongs to a box, by its title or its number. */
  holds(index: number, numbering: Numbering | null): boolean {
    const block = this.blocks[index];
    if (block?.kind !== 'paragraph') return false;
    if (isBoxTitle(block.text.text)) {
      // a frame that the page shows says itself where it ends
      this.within = block.boxed && block.sizePt !== null ? null : new Map();
      this.hasWords = false;
      return true;
    }
    if (!this.within) {
      if (numbering && !block.boxed) this.add(numbering);
      return false;
    }
    if (!numbering) {
      this.hasWords ||= this.within.size === 0;
      return true;
    }
    if (this.endsBefore(index, numbering)) {
      this.within = null;
      this.add(numbering);
      return false;
    }
    this.within.set(numbering.style, numbering.value);
    return true;
  }

  end(): void {
    this.within = null;
  }

  private add({ style, value }: Numbering): void {
    this.around.set(style, value);
    this.lastStyle = style;
  }

  /** A box holds a list from 1; a number that goes on with the text, and not with the box, is the text's. */
  private endsBefore(index: number, { style, value }: Numbering): boolean {
    const last = this.within?.get(style);
    const around = this.around.get(style);
    // below the words of the box, a first number of another kind than the last before it may be the text's
    if (last === undefined) return value !== 1 || (this.hasWords && style !== this.lastStyle && around !== undefined);
    if (value !== last + 1) return true;
    // one item is no list
    return last > 1 && around !== undefined && value === around + 1 && !this.printsAgain(index, style, value);
  }

  private printsAgain(index: number, style: NumberingStyle, value: number): boolean {
    return this.blocks.slice(index + 1).some((block) => {
      const numbering = block.kind === 'paragraph' ? numberingOf(block.text.text) : null;
      return numbering?.style === style && numbering.value === value;
    });
  }
}
