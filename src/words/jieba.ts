// Word segmentation by nodejieba, an optional package with a native part that an installation may lack.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Words } from '../text/words.js';
import { NO_WORDS, wordsBy } from '../text/words.js';

const require = createRequire(import.meta.url);

/** Whether its native part is there. Costs milliseconds: its dictionary is not read. */
export function hasJieba(): boolean {
  try {
    // where the package's own index.js looks for it
    require('nodejieba/build/Release/nodejieba.node');
    require.resolve('nodejieba');
    return true;
  } catch {
    return false;
  }
}

/** A line a word: the word, how often it is met (of 60 million), its class. More often than the words it is made of. */
const ownWords = (): string => join(dirname(require.resolve('gongbao/package.json')), 'src/words/task-list-words.utf8');

/** Reads the dictionary, and the project's own words: a second or more, and a quarter of a gigabyte. */
function load(): Words {
  try {
    const jieba = require('nodejieba') as typeof import('nodejieba');
    jieba.load({ userDict: ownWords() });
    return wordsBy((text) => jieba.cut(text, true));
  } catch {
    return NO_WORDS;
  }
}

let loaded: Words | null = null;

/** Loads at the first question. Without nodejieba, it answers null. */
export const jiebaWords: Words = {
  isWithinWord(before, after) {
    loaded ??= load();
    return loaded.isWithinWord(before, after);
  },
};
