// The words of the page, in both languages.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

export type Language = 'zh' | 'en';
export type Word = keyof typeof ZH;
export type Words = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { zh: ZH, en: EN };

/** {n} in a wording stands for a value. */
export const wordsIn =
  (language: Language): Words =>
  (word, values = {}) =>
    WORDS[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

export const LanguageContext = createContext<Language>('zh');

export function useWords(): Words {
  return wordsIn(useContext(LanguageContext));
}
