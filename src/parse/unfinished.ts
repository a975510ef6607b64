import type { Flag } from '../model/index.js';
import { loneBrackets } from '../text/brackets.js';

/** A measure whose words cannot be all of it, or not only its own: a bracket without its partner, an end in mid-sentence. */
export function unfinishedFlags(text: string): Flag[] {
  const sign = hasLoneBracket(text) ? '括号不成对' : endsWithin(text) ? '末句没有句末标点' : null;
  if (!sign) return [];
  const message = `此条${sign}，文字可能有缺漏或错位，请与原件核对：「…${text.slice(-20)}」`;
  return [{ code: 'order-uncertain', field: 'text', severity: 'check', message }];
}

function hasLoneBracket(text: string): boolean {
  const { opened, closed } = loneBrackets(text);
  return opened + closed > 0;
}

/** A heading has no marks; what has a full stop ends with one. */
const endsWithin = (text: string): boolean => text.includes('。') && !/[。！？；：…”’）》】\]]$/u.test(text);
