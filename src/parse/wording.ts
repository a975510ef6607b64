import type { Traced } from '../text/traced.js';

/** A label before ： is at most this long; longer, it is a sentence with a colon in it. */
const LONGEST_LABEL = 20;

/** The first sentence of a text without its 。, or the label before a ： (contract §4). */
export function titleOf(text: Traced): Traced {
  const source = text.text;
  const sentence = /^[^。！？]*/u.exec(source)?.[0] ?? '';
  const label = /^[^：，、；。！？“《（]+(?=：)/u.exec(source)?.[0];
  if (label && label.length <= LONGEST_LABEL) return text.slice(0, label.length);
  return text.slice(0, sentence.length).trim();
}

/** A heading's closing 。 is not part of it. */
export function withoutFullStop(text: Traced): Traced {
  return text.text.endsWith('。') ? text.slice(0, text.length - 1) : text;
}
