import type { Traced } from '../../../text/traced.js';
import { clean } from '../../clean.js';
import { isHeadingRow } from '../../table/headings.js';
import type { TextLine } from '../lines.js';

/** The headings of a line that prints a list's header, null for any other line. */
export function headingsOf(line: TextLine): Traced[] | null {
  const parts = [...line.text.text.matchAll(/\S+/gu)].map((match) =>
    clean(line.text.slice(match.index, match.index + match[0].length)),
  );
  return isHeadingRow(parts.map((part) => part.text)) ? parts : null;
}
