import type { Flag } from '../model/index.js';

const PAIRS: Readonly<Record<string, string>> = { '）': '（', '》': '《', '〕': '〔', '】': '【', ']': '[' };
const OPEN = new Set(Object.values(PAIRS));

/** A measure whose words cannot be all of it, or not only its own: a bracket without its partner, an end in mid-sentence. */
export function unfinishedFlags(text: string): Flag[] {
  const sign = hasLoneBracket(text) ? '括号不成对' : endsWithin(text) ? '末句没有句末标点' : null;
  if (!sign) return [];
  const message = `此条${sign}，文字可能有缺漏或错位，请与原件核对：「…${text.slice(-20)}」`;
  return [{ code: 'order-uncertain', field: 'text', severity: 'check', message }];
}

function hasLoneBracket(text: string): boolean {
  const open: string[] = [];
  for (const mark of text) {
    if (OPEN.has(mark)) open.push(mark);
    else if (PAIRS[mark] && open.pop() !== PAIRS[mark]) return true;
  }
  return open.length > 0;
}

/** A heading has no marks; what has a full stop ends with one. */
const endsWithin = (text: string): boolean => text.includes('。') && !/[。！？；：…”’）》】\]]$/u.test(text);
