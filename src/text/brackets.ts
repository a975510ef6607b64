const PAIRS: Readonly<Record<string, string>> = { '）': '（', '》': '《', '〕': '〔', '】': '【', ']': '[' };
const OPENING = new Set(Object.values(PAIRS));
const MARKS = /[（）《》〔〕【】[\]]/gu;

export interface LoneBrackets {
  /** Opened and not closed. */
  readonly opened: number;
  /** Closed and not opened, or not the one that was opened last. */
  readonly closed: number;
}

/**
 * The brackets of a text that have no partner.
 *
 * @param kind the closing bracket of the one kind that is looked at; all kinds without it
 */
export function loneBrackets(text: string, kind?: '）' | '》'): LoneBrackets {
  const open: string[] = [];
  let closed = 0;
  for (const [mark] of text.matchAll(MARKS)) {
    const partner = PAIRS[mark];
    if (kind !== undefined && mark !== kind && mark !== PAIRS[kind]) continue;
    if (OPENING.has(mark)) open.push(mark);
    else if (partner === undefined) continue;
    else if (open.at(-1) === partner) open.pop();
    else closed += 1;
  }
  return { opened: open.length, closed };
}
