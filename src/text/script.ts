import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import { isHan } from './characters.js';

export type Script = 'simplified' | 'traditional';

/** So many Han characters tell the script of a text. */
const SAMPLE = 5000;

const simplify = ToSimplified({ from: 't', to: 'cn' });
/** The traditional form of a text. */
export const traditional = ToTraditional({ from: 'cn', to: 't' });

/** The simplified form of one character; the character itself where it has none of one unit. */
export function simplified(character: string): string {
  const form = simplify(character);
  return form.length === character.length ? form : character;
}

/** Which script a text is in: characters that only the one script has, counted against those of the other. */
export function scriptOf(texts: Iterable<string>): Script {
  let balance = 0;
  let seen = 0;
  for (const text of texts) {
    if (seen >= SAMPLE) break;
    const weight = weightOf(text);
    if (weight === null) continue;
    balance += weight;
    seen += 1;
  }
  return balance < 0 ? 'traditional' : 'simplified';
}

const weights = new Map<string, number | null>();
/** More is no text of characters one by one. */
const MOST_WEIGHTS = 100_000;

/** -1 of what only traditional text has, 1 of what only simplified has; null where it is not Han. */
function weightOf(text: string): number | null {
  let weight = weights.get(text);
  if (weight === undefined) {
    if (!isHan(text)) weight = null;
    else if (simplify(text) !== text) weight = -1;
    else weight = traditional(text) === text ? 0 : 1;
    if (weights.size < MOST_WEIGHTS) weights.set(text, weight);
  }
  return weight;
}
