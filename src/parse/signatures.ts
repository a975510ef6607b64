// Who signs a document: one organ a line, or several on one, above the date.
import type { Paragraph } from '../repair/index.js';
import { printedDate } from '../text/letterhead.js';
import { isOrganLine } from '../text/title-form.js';
import { Traced } from '../text/traced.js';
import { organOfOffice } from './issuer.js';

export interface Signature {
  readonly organs: readonly Paragraph[];
  readonly date: Paragraph;
}

/** More organs do not sign one document, each on its line. */
const MOST_ORGANS = 12;

/** All signatures of a text, in order: a name, or the names of organs, and the date under it. */
export function signaturesOf(paragraphs: readonly Paragraph[]): Signature[] {
  return paragraphs.flatMap((date, index): Signature[] => {
    if (printedDate(date.text.text) === null || !isSignature(paragraphs[index - 1])) return [];
    let first = index - 1;
    while (index - first < MOST_ORGANS && areOrgans(paragraphs[first - 1], paragraphs[first])) first -= 1;
    return [{ organs: paragraphs.slice(first, index), date }];
  });
}

const isSignature = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && /^[\p{Script=Han}、 ]{3,60}$/u.test(paragraph.text.text);

const areOrgans = (...paragraphs: readonly (Paragraph | undefined)[]): boolean =>
  paragraphs.every((paragraph) => paragraph !== undefined && isOrganLine(paragraph.text.text));

/** The organs, with 、 between them; of the head of an organ, the organ. */
export function signerOf({ organs }: Signature): Traced {
  const names = organs.flatMap((paragraph) => {
    const office = organOfOffice(paragraph.text);
    return office ? [office] : namesIn(paragraph);
  });
  return Traced.join(names.flatMap((name, index) => (index === 0 ? [name] : [Traced.inserted('、'), name])));
}

/** 某厅 某局: a space stands between two organs. */
function namesIn({ text, lines }: Paragraph): Traced[] {
  const printed = lines.map((line) => line.text.text.trim()).join(' ');
  const parts = printed.split(/\s+/u).filter((part) => part !== '');
  if (parts.length < 2 || parts.join('') !== text.text || !parts.every((part) => part.length > 3 && isOrganLine(part)))
    return [text];
  let from = 0;
  return parts.map((part) => {
    from += part.length;
    return text.slice(from - part.length, from);
  });
}
