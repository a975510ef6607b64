// Word segmentation by nodejieba, an optional package with a native part that an installation may lack.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { KnownWord, Segmenter } from '../text/segmenter.js';
import type { Words } from '../text/words.js';
import { NO_WORDS, wordsBy } from '../text/words.js';

type Jieba = typeof import('nodejieba');

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
function load(): Jieba | null {
  try {
    const jieba = require('nodejieba') as Jieba;
    jieba.load({ userDict: ownWords() });
    return jieba;
  } catch {
    return null;
  }
}

/** Not yet asked for; then nodejieba, or null where it is missing. Nothing is added to its dictionary later. */
let loaded: Jieba | null | undefined;

function jiebaOrNull(): Jieba | null {
  if (loaded === undefined) loaded = load();
  return loaded;
}

/** Loads at the first question. Without nodejieba, it answers null. */
export const jiebaWords: Words = {
  isWithinWord(before, after) {
    const jieba = jiebaOrNull();
    return (jieba ? wordsBy((text) => jieba.cut(text, true)) : NO_WORDS).isWithinWord(before, after);
  },
};

/** Loads at once; null without nodejieba. */
export function jiebaSegmenter(): Segmenter | null {
  const jieba = jiebaOrNull();
  return jieba && { cut: (texts) => cutLines(jieba, texts), lookUp: (words) => lookUp(jieba, words) };
}

/** Texts of one call, which costs more than a text; not so many that their words are kept long. */
const TEXTS_AT_ONCE = 100;

function* cutLines(jieba: Jieba, texts: readonly string[]): Iterable<string[]> {
  for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
    let line: string[] = [];
    // each line is cut for itself
    for (const word of jieba.cut(texts.slice(from, from + TEXTS_AT_ONCE).join('\n'), true)) {
      if (word !== '\n') line.push(word);
      else {
        yield line;
        line = [];
      }
    }
    yield line;
  }
}

/** What the dictionary says of a word never changes. */
const known = new Map<string, KnownWord>();
/** More are no words of one language. */
const MOST_KNOWN = 100_000;

function lookUp(jieba: Jieba, words: readonly string[]): KnownWord[] {
  const news = words.filter((word) => !known.has(word));
  if (news.length > 0) {
    if (known.size + news.length > MOST_KNOWN) known.clear();
    for (const [word, about] of lookUpFresh(jieba, known.size === 0 ? words : news)) known.set(word, about);
  }
  return words.map((word) => known.get(word) ?? { tag: 'x', rarity: null });
}

function lookUpFresh(jieba: Jieba, words: readonly string[]): [string, KnownWord][] {
  const lines = words.join('\n');
  const tags = new Map(jieba.tag(lines).map(({ word, tag }) => [word, tag]));
  // each word stands in the lines once: its weight is its rarity
  const rarities = new Map(jieba.extract(lines, words.length).map(({ word, weight }) => [word, weight]));
  return words.map((word) => [word, { tag: tags.get(word) ?? 'x', rarity: rarities.get(word) ?? null }]);
}
