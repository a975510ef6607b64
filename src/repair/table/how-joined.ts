// How the text of a cell at the top of a page is that of the cell above.
import { isNumbered } from '../../text/row-number.js';
import type { Join } from '../blocks.js';
import { hasSameNumber, isRepetition } from './repetition.js';

/**
 * @param goesOn the row above goes on
 * @param isCut it does, or its heading does
 * @returns null where the cell is new
 */
export function joinOf(
  above: string,
  text: string,
  isPath: boolean,
  { goesOn, isCut }: { goesOn: boolean; isCut: boolean },
): Join | null {
  if (!isPath && !goesOn) return null;
  if (text === '') return 'blank';
  if (!isPath) return 'continued';
  if (isRepetition(above, text) || (goesOn && hasSameNumber(above, text))) return 'repeated';
  // beside a row that goes on, or a number that is not printed again, no heading begins
  if (!isNumbered(text) && (isCut || isNumbered(above))) return 'continued';
  return null;
}
