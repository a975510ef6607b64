import { shadow } from './shadow.js';

export interface IssueName {
  readonly gazette: string;
  readonly year: number;
  readonly number: string;
}

/** 《某省人民政府公报》 2020.No.11 · 某省人民政府公报 2026年第6期. */
const NAME = /《?([^《》\s\d]{2,30}公报)》?\s*(\d{4})\s*[年.·]?\s*(?:No\.?|第|总第)?\s*(\d{1,3})\s*[期号]?/iu;

/** Name and number of an issue where a text prints them, with the length of that part; null elsewhere. */
export function findIssueName(text: string): (IssueName & { readonly length: number }) | null {
  const match = NAME.exec(shadow(text));
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const start = match.index + match[0].indexOf(match[1]);
  return {
    gazette: text.slice(start, start + match[1].length),
    year: Number(match[2]),
    number: match[3],
    length: match[0].length,
  };
}

export function issueNameOf(text: string): IssueName | null {
  const found = findIssueName(text);
  return found && { gazette: found.gazette, year: found.year, number: found.number };
}
