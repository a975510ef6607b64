import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import { isHan } from './characters.js';

export type Script = 'simplified' | 'traditional';

/** So many Han characters tell the script of a text. */
const SAMPLE = 5000;

const simplify = ToSimplified({ from: 't', to: 'cn' });
const traditionalize = ToTraditional({ from: 'cn', to: 't' });

/** The simplified form of one character; the character itself where it has none of one unit. */
export function simplified(character: string): string {
  const form = simplify(character);
  return form.length === character.length ? form : character;
}

/** Which script a text is in: characters that only the one script has, counted against those of the other. */
export function scriptOf(texts: Iterable<string>): Script {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const text of texts) {
    if (seen >= SAMPLE) break;
    if (!isHan(text)) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    seen += 1;
  }
  let balance = 0;
  for (const [character, count] of counts) {
    if (simplify(character) !== character) balance -= count;
    else if (traditionalize(character) !== character) balance += count;
  }
  return balance < 0 ? 'traditional' : 'simplified';
}
