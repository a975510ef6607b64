import { bareShadow } from '../../../text/shadow.js';
import { Traced } from '../../../text/traced.js';
import { NO_WORDS, type Words } from '../../../text/words.js';
import { clean } from '../../clean.js';
import { isHeadingRow } from '../../table/headings.js';
import { spreadHeadings } from '../../table/spread-headings.js';
import type { TextLine } from '../lines.js';

/** The headings of a line that prints a list's header, null for any other line. Their characters may be spread. */
export function headingsOf(line: TextLine, words: Words = NO_WORDS): Traced[] | null {
  const parts = [...line.text.text.matchAll(/\S+/gu)].map((match) =>
    clean(line.text.slice(match.index, match.index + match[0].length)),
  );
  if (isHeadingRow(parts.map((part) => part.text))) return parts;
  const groups = spreadHeadings(
    parts.map((part) => part.text),
    words,
  );
  return groups?.map((group) => Traced.join(group.map((index) => parts[index] as Traced))) ?? null;
}

/** The same of a line's text alone. */
export const isHeaderText = (text: string): boolean => isHeadingRow(text.match(/\S+/gu) ?? []);

/** The title of a list: …任务清单, …分工表. */
export const isListTitle = (text: string): boolean =>
  /^[^，。；：]{2,60}(?:任务|责任|措施|工作|项目|重点)[^，。；：]{0,4}(?:清单|分工表|分解表|一览表|台账)$/u.test(
    bareShadow(text),
  );
