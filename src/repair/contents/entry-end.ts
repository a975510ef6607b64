// The end of an entry of the contents: leaders or white, and the number of a page.
import { isBlank, type PrintedGlyph } from '../../text/glyph.js';
import type { Traced } from '../../text/traced.js';
import { SEGMENT_GAP_EM } from '../tolerances.js';

export interface EntryEnd {
  /** Where leaders, white or the number begin. */
  readonly from: number;
  /** The number as printed, without its brackets. */
  readonly page: string;
  /** Leaders are printed: an entry wherever it stands. Other ends count among entries and under 目录 only. */
  readonly hasLeaders: boolean;
}

const PAGE = '[（(]?\\s*(\\d{1,4})\\s*[）)]?\\s*$';
const LEADERS = new RegExp(
  `\\s*(?:[…⋯]{2,}|[.．·․‥•∙・･]{6,}|[-—―_]{6,}|(?:[.．·․‥•∙・･…⋯]\\s+){4,})[\\s.．·․‥•∙・･…⋯]*${PAGE}`,
  'u',
);
/** No room for leaders: 的通知…5, 的通知（5）, 的通知　　5 */
const SHORT = new RegExp(`(?:\\s*[…⋯.．·]+\\s*|\\s{2,}|[\\t\\u3000]|(?=[（(]\\s*\\d+\\s*[）)]\\s*$))${PAGE}`, 'u');
const NUMBER = new RegExp(PAGE, 'u');

/** How a line ends as an entry of the contents, null for any other line. */
export function entryEndOf(line: Traced): EntryEnd | null {
  const leaders = LEADERS.exec(line.text);
  if (leaders?.[1]) return { from: leaders.index, page: leaders[1], hasLeaders: true };
  const short = SHORT.exec(line.text);
  if (short?.[1]) return { from: short.index, page: short[1], hasLeaders: false };
  const number = NUMBER.exec(line.text);
  return number?.[1] && isAfterWhite(line, number.index)
    ? { from: number.index, page: number[1], hasLeaders: false }
    : null;
}

/** On a page white need not be printed as spaces. */
function isAfterWhite({ glyphs }: Traced, at: number): boolean {
  const after = glyphs.slice(at).find(isInked);
  const before = glyphs.slice(0, at).findLast(isInked);
  if (!after || !before) return false;
  return after.box[0] - before.box[2] > SEGMENT_GAP_EM * after.size;
}

const isInked = (glyph: Traced['glyphs'][number]): glyph is PrintedGlyph =>
  glyph?.kind === 'printed' && !isBlank(glyph);
