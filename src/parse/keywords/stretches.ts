/** What stands between two marks or numbers: words are joined within it, never over its ends. */
export interface Stretch {
  readonly text: string;
  /** Where it begins in the text of its measure. */
  readonly at: number;
}

/** What is quoted has a name: “一网通办”, “双随机、一公开”, “互联网+医疗”, 《优化营商环境条例》. */
const QUOTED = String.raw`(?<=[“「『"])[\p{Script=Han}\dA-Za-z][\p{Script=Han}\dA-Za-z、+＋]{1,8}\p{Script=Han}(?=[”」』"])|(?<=《)\p{Script=Han}{3,14}(?=》)`;
/** Han characters and Latin words, which may begin with a number: 5G, PPP, B2B; not 5ms. */
const WORDS = String.raw`(?:\p{Script=Han}|(?<![\dA-Za-z.])(?:\d{1,3}(?=[A-Z]))?[A-Za-z][\dA-Za-z]*)+`;
const STRETCH = new RegExp(`${QUOTED}|${WORDS}`, 'gu');
const ALL_QUOTED = new RegExp(QUOTED, 'gu');
const ADDRESS = /[a-z]+:\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|[\w.-]+@[\w.-]+/giu;

export function stretchesOf(text: string): Stretch[] {
  const plain = text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  return Array.from(plain.matchAll(STRETCH), (match) => ({ text: match[0], at: match.index }));
}

export const quotedIn = (text: string): string[] => Array.from(text.matchAll(ALL_QUOTED), ([quoted]) => quoted);
