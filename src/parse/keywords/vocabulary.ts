// Words and terms as keywords see them.
import type { KnownWord, Segmenter } from '../../text/segmenter.js';
import { ACTIONS, ANYWHERE, PARTS_ONLY } from './stop-words.js';

/** A word, or several joined. */
export interface Term {
  readonly id: number;
  /** In simplified characters. */
  readonly form: string;
  /** What a term may be made of: not 的, 推进. */
  isPart: boolean;
  /** Whether it may be a keyword: 环境 may not, 营商环境 may. */
  standsAlone: boolean;
  /** How rare its rarest word is in general, as KnownWord says it. */
  rarity: number;
  /** What counts as one occurrence: nouns name what a measure is about better than verbs. */
  weight: number;
}

const VERB_WEIGHT = 0.6;
/** Of a word that no list of rarities has: rarer than most. */
const UNKNOWN_RARITY = 12;

export class Vocabulary {
  private readonly terms = new Map<string, Term>();
  private readonly toLookUp: Term[] = [];

  /** The term of a word as segmentation cuts it; what it is, lookUp says. */
  wordOf(word: string): Term {
    return this.terms.get(word) ?? this.addWord(word);
  }

  /** The term of what is a name wherever it stands. */
  nameOf(name: string): Term {
    const known = this.terms.get(name);
    if (known) return known;
    const standsAlone = name.length > 1 && !PARTS_ONLY.has(name);
    return this.add(name, !ANYWHERE.has(name), standsAlone && !ANYWHERE.has(name));
  }

  /** Finds out about all words that are new. */
  lookUp(segmenter: Segmenter): void {
    const terms = this.toLookUp.splice(0);
    segmenter.lookUp(terms.map(({ form }) => form)).forEach((known, index) => {
      const term = terms[index];
      if (!term || !isPart(term.form, known)) return;
      term.isPart = true;
      term.standsAlone = term.form.length > 1 && !PARTS_ONLY.has(term.form);
      term.rarity = known.rarity ?? UNKNOWN_RARITY;
      term.weight = NOUN.test(known.tag) ? 1 : VERB_WEIGHT;
    });
  }

  joined(a: Term, b: Term): Term {
    const known = this.terms.get(a.form + b.form);
    if (known?.isPart) return known;
    const term = this.add(a.form + b.form, true, a.standsAlone || b.standsAlone);
    term.rarity = Math.max(a.rarity, b.rarity);
    term.weight = Math.max(a.weight, b.weight);
    return term;
  }

  private addWord(word: string): Term {
    const term = this.add(word, false, false);
    if (!ANYWHERE.has(word)) this.toLookUp.push(term);
    return term;
  }

  private add(form: string, isPart: boolean, standsAlone: boolean): Term {
    const term = { id: this.terms.size, form, isPart, standsAlone, rarity: UNKNOWN_RARITY, weight: 1 };
    this.terms.set(form, term);
    return term;
  }
}

/** Of nouns, verbs, adjectives, idioms, unknown words; not of adverbs, pronouns, numbers, measures, times. */
const NAMING = /^(?:n|v|a|b|i|j|l|s|x|g)(?!d)/u;
const NOUN = /^(?:n|vn|an|b|i|j|l|s|x|g)/u;
/** 率, 证, 厅 as ends of terms. */
const ONE_CHARACTER = /^(?:n|k|j|z?g)/u;
/** What segmentation makes of a word it does not know and a particle before or behind it: 中要, 对非, 等线; 检查和. */
const WITH_PARTICLE =
  /^[的了和与及或在等后前中且应要由用可对非将被把从向以并各其本该此为是有无未已能会需须亦之所于至而则者]|[的了和与及或在等后且应要由被把从向以并其该此为是有则应]$/u;
const ENDS_IN_PARTICLE = /^..+[的了和与及等]$/u;

function isPart(word: string, { tag }: KnownWord): boolean {
  if (word.length === 1) return ONE_CHARACTER.test(tag);
  if ((tag === 'x' && WITH_PARTICLE.test(word)) || ENDS_IN_PARTICLE.test(word)) return false;
  return NAMING.test(tag) && !isClause(word);
}

/** 全面推行, 扩大出口, 提出申请 are words of the dictionary. */
function isClause(word: string): boolean {
  for (let at = 2; at <= word.length - 2; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    if (ACTIONS.has(a) || (ANYWHERE.has(a) && (ANYWHERE.has(b) || PARTS_ONLY.has(b)))) return true;
  }
  return false;
}
