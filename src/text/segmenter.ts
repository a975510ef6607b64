/** Cuts texts into words, and knows words. */
export interface Segmenter {
  /** The best cut of each text into words, each text for itself; joined they are the text. */
  cut(texts: readonly string[]): Iterable<readonly string[]>;
  /** What is known of each word. */
  lookUp(words: readonly string[]): KnownWord[];
}

export interface KnownWord {
  /** Part of speech as jieba names it: n, vn, d; x where the dictionary lacks the word. */
  readonly tag: string;
  /** In general, the natural logarithm of how many texts there are to one with the word; null where nobody knows. */
  readonly rarity: number | null;
}
