// Who issues a document, and when, where no signature with a date under it says so.
import type { Paragraph } from '../repair/index.js';
import { printedDate } from '../text/letterhead.js';
import { shadow } from '../text/shadow.js';
import { Traced } from '../text/traced.js';

const IN_TITLE = /^(\p{Script=Han}{3,30}?)(?:关于|印发)/u;
const ORGAN = /(?:[厅委局院部办会署府行社]|办公室)$/u;

/** 某省人民政府关于…, 某厅 某局印发… name who issues it; a space between two organs stands for 、. */
export function issuerOfTitle(title: readonly Paragraph[]): Traced | null {
  const text = Traced.join(title.map((paragraph) => paragraph.text));
  const name = IN_TITLE.exec(shadow(text.text))?.[1];
  if (!name) return null;
  const printed = title.flatMap(({ lines }) => lines.map((line) => line.text.text.trim())).join('');
  const ends: number[] = [];
  for (const part of shadow(printed).split(/\s+/u)) {
    const from = ends.at(-1) ?? 0;
    if (!ORGAN.test(part) || !name.startsWith(part, from) || !isOrgan(name.slice(from + part.length))) break;
    ends.push(from + part.length);
  }
  const organs = [...ends, name.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  return Traced.join(organs.flatMap((organ, index) => (index === 0 ? [organ] : [Traced.inserted('、'), organ])));
}

/** An office of the organ before it is not another one. */
const isOrgan = (name: string): boolean => ORGAN.test(name) && name.length > 3 && !name.startsWith('办公');

export interface Adoption {
  readonly issuer: Traced;
  readonly date: string;
}

/** So near to the title stands what says who made a regulation, or whose report it is. */
const FRONT_PARAGRAPHS = 6;
/** （2012年9月19日某省第十一届人民代表大会常务委员会第三十次会议通过 …）: of several dates, the first. */
const ADOPTION =
  /^（(\d{4}年\d{1,2}月\d{1,2}日)(?:经|由)?(\p{Script=Han}{4,40}?)(?:第[一二三四五六七八九十百\d]+次(?:全体|常务)?会议|令第\d+号)?(?:审议|修订|表决)?(?:通过|公布|发布|批准)/du;

/** A regulation bears under its title when and by whom it was adopted; null of other documents. */
export function adoptionOf(paragraphs: readonly Paragraph[]): Adoption | null {
  for (const { text } of paragraphs.slice(0, FRONT_PARAGRAPHS)) {
    const match = ADOPTION.exec(shadow(text.text));
    const date = printedDate(match?.[1] ?? '');
    if (date === null) continue;
    const [from, to] = match?.indices?.[2] ?? [0, 0];
    return { issuer: text.slice(from, to), date };
  }
  return null;
}

const OFFICE = /^(\p{Script=Han}{2,20}?[院部委局厅会署府])[院部委局厅会]?(?:长|主席|主任)\p{Script=Han}{2,4}$/u;

/** A report bears the office and name of who gives it: 某院院长某某. Null of another text. */
export function organOfOffice(text: Traced): Traced | null {
  const organ = OFFICE.exec(shadow(text.text))?.[1];
  return organ ? text.slice(0, organ.length) : null;
}

export function issuerOfOffice(paragraphs: readonly Paragraph[]): Traced | null {
  for (const { text } of paragraphs.slice(0, FRONT_PARAGRAPHS)) {
    const organ = organOfOffice(text);
    if (organ) return organ;
  }
  return null;
}

/** Whether a line says who made the document and when, and is no part of its title. */
export const saysWho = (line: string): boolean => ADOPTION.test(shadow(line)) || OFFICE.test(shadow(line));
