import { Traced } from '../text/traced.js';

/** Lines of one paragraph or cell → one text. Chinese lines join without a space, two Latin words with one. */
export function joinLines(lines: readonly Traced[]): Traced {
  const parts: Traced[] = [];
  let before = '';
  for (const line of lines.map((text) => text.trim())) {
    const isWordBreak = /[A-Za-z]{2,}[,.]?$/u.test(before) && /^[A-Za-z]{2,}/u.test(line.text);
    if (isWordBreak && !isInAddress(before, line.text)) parts.push(Traced.inserted(' '));
    parts.push(line);
    before = line.text;
  }
  return Traced.join(parts);
}

/** https://… broken anywhere. */
const isInAddress = (before: string, after: string): boolean =>
  /[/?=&@#]\S*$/u.test(before) || /^[!-~]*(?::\/\/|[/?=&@#])/u.test(after);
