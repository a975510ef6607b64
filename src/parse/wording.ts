import { Traced } from '../text/traced.js';

/** A label before ： is at most this long; longer, it is a sentence with a colon in it. */
const LONGEST_LABEL = 20;

/** The first sentence of a text without its 。 (a list has ；, a lead-in ：), or the label before a ： (contract §4). */
export function titleOf(text: Traced): Traced {
  const source = text.text;
  const sentence = /^[^。！？]*?(?=[；：]?(?:[。！？]|$))/u.exec(source)?.[0] ?? '';
  const label = /^[^：，、；。！？“《（]+(?=：)/u.exec(source)?.[0];
  if (label && label.length <= LONGEST_LABEL) return text.slice(0, label.length);
  return text.slice(0, sentence.length).trim();
}

/** A heading on a line of its own, 。, then what follows (contract §4). */
export function joinedText(paragraphs: readonly Traced[]): Traced {
  const [own, ...more] = paragraphs;
  const below = more.filter(({ length }) => length > 0);
  if (!own || below.length === 0) return own ?? Traced.empty;
  const stop = own.length === 0 || /[。！？：；，]$/u.test(own.text) ? [] : [Traced.inserted('。')];
  return Traced.join([own, ...stop, ...below]);
}

/** Around a difference, so many characters of what is the same are shown. */
const CONTEXT = 6;

/** What two wordings of one thing do not share, from the first difference to the last, with a little around it. */
export function differingParts(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const part = (text: string): string => {
    const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, text.length - end + CONTEXT)];
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return [part(a), part(b)];
}
