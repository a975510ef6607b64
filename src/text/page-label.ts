/** —12— · 12 · 第12页 · - 12 -, nothing else on the line. */
const PAGE_NUMBER = /^[\s—–\-·•]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:[\s/，,]*共\s*\d+\s*页)?[\s—–\-·•]*$/u;

/** The number of a line that is a page number, null for any other line. */
export const pageLabelOf = (line: string): string | null => PAGE_NUMBER.exec(line)?.[1] ?? null;

/** —12—, which is a page number wherever it stands. */
export const isDashedNumber = (line: string): boolean => /^\s*[—–-]\s*\d{1,4}\s*[—–-]\s*$/u.test(line);
