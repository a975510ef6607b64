import type { Word } from '../shared/words.js';

/** What was typed cannot be saved, and why: it would say less than it seems to, or contradict itself. */
export class Unsavable extends Error {
  constructor(
    readonly word: Word,
    readonly about: Readonly<Record<string, string | number>> = {},
  ) {
    super(word);
  }
}
