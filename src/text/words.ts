/** What word segmentation knows, for where the layout leaves open whether a space parts two words. */
export interface Words {
  /** Whether `before` and `after`, read as one text, are cut elsewhere than between them; null where nobody can tell. */
  isWithinWord(before: string, after: string): boolean | null;
}

/** Nobody can tell: what the layout says by default stands. */
export const NO_WORDS: Words = { isWithinWord: () => null };

/** @param cut the best cut of a text into words; joined they are the text */
export const wordsBy = (cut: (text: string) => readonly string[]): Words => ({
  isWithinWord(before, after) {
    let end = 0;
    for (const word of cut(before + after)) {
      if (end >= before.length) break;
      end += word.length;
    }
    return end !== before.length;
  },
});
