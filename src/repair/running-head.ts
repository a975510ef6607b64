/** —12— · 12 · 第12页 · - 12 -, nothing else on the line. */
const PAGE_NUMBER = /^[\s—–\-·•.]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:[\s/，,]*共\s*\d+\s*页)?[\s—–\-·•.]*$/u;

/** 《某省人民政府公报》 2020.No.11 · 某省人民政府公报 2026年第6期. */
const RUNNING_HEAD = /《?([^《》\s\d]{2,30}公报)》?\s*(\d{4})\s*[年.·]?\s*(?:No\.?|第|总第)?\s*(\d{1,3})\s*[期号]?/iu;

/** The number of a line that is a page number, null for any other line. */
export const pageLabelOf = (line: string): string | null => PAGE_NUMBER.exec(line)?.[1] ?? null;

export interface IssueName {
  readonly gazette: string;
  readonly year: number;
  readonly number: string;
}

/** Name and number of the issue, as a running head prints them. */
export function issueNameOf(text: string): IssueName | null {
  const match = RUNNING_HEAD.exec(text);
  return match?.[1] && match[2] && match[3] ? { gazette: match[1], year: Number(match[2]), number: match[3] } : null;
}

/** A line that begins with the name and number of the issue and has at most a section's name beside it. */
export function isRunningHead(line: string): boolean {
  const match = RUNNING_HEAD.exec(line);
  return match !== null && line.trim().length - match[0].length <= 24 && !/[。；;]/u.test(line);
}
