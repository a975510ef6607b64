// The attachments that a document lists under its text.
import type { Attachment } from '../model/index.js';
import type { Paragraph } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';

/** 附件：…, 附件1：… */
const LIST = /^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:]/u;
const OWN_NUMBER = /^附\s*件\s*(\d{1,2})\s*[：:]/u;

const listed = (text: string): string => text.replace(LIST, '');

/** 附件：1.… and the numbered lines after it, 附件1：… 附件2：…, or 附件：… alone. */
export function attachmentParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  const at = paragraphs.findIndex((paragraph) => LIST.test(paragraph.text.text));
  const first = paragraphs[at];
  if (!first) return [];
  const found = [first];
  let expected = (lastNumber(first.text.text) ?? (listed(first.text.text) === '' ? 0 : Number.NaN)) + 1;
  for (const paragraph of paragraphs.slice(at + 1)) {
    const { text } = paragraph.text;
    if ((OWN_NUMBER.test(text) ? ownNumber(text) : numberingOf(text)?.value) !== expected) break;
    found.push(paragraph);
    expected = (lastNumber(text) ?? expected) + 1;
  }
  return found;
}

const ownNumber = (text: string): number => Number(OWN_NUMBER.exec(text)?.[1]);

const lastNumber = (text: string): number | null => attachmentsIn(text).at(-1)?.number ?? null;

/** The attachments of one paragraph: mostly one; 附件：1.… 2.… on one line is more. */
export function attachmentsIn(paragraph: string): Attachment[] {
  const number = OWN_NUMBER.test(paragraph) ? ownNumber(paragraph) : null;
  const text = listed(paragraph).trim();
  if (text === '') return [];
  const found: Attachment[] = [];
  for (const part of partsOf(text)) {
    const numbering = numberingOf(part);
    const printed = part.slice(numbering?.length ?? 0).trim();
    const title = printed.replace(/[（(]略[）)]$/u, '').replace(/[；。]$/u, '');
    found.push({ number: numbering?.value ?? number, title, omitted: /[（(]略[）)]$/u.test(printed) });
  }
  return found;
}

/** Before each number that is due. */
function partsOf(text: string): string[] {
  const first = numberingOf(text);
  if (first?.style !== 'arabic') return [text];
  const parts: string[] = [];
  let rest = text;
  for (let next = first.value + 1; ; next++) {
    const at = rest.search(
      new RegExp(`(?<=[\\p{Script=Han}）》”；。])\\s*${next}[.．、]\\s*(?=[\\p{Script=Han}《“])`, 'u'),
    );
    if (at <= 0) break;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest];
}
