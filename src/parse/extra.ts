// Words of a measure that belong to no field of it: nothing that is printed may be in no record.
import type { Measure } from '../model/index.js';
import { scriptOf, traditional } from '../text/script.js';
import type { Traced } from '../text/traced.js';
import type { Understood } from './fields.js';

/** A text of a list or clause, under its heading. */
export interface Headed {
  readonly heading: string;
  readonly text: Traced;
}

/** A text that a grammar read. */
export interface Parsed extends Headed {
  readonly found: Understood<unknown>;
}

/** Headings of clauses, which print none, or one of many forms. */
export const UNITS_HEADING = '责任单位';
export const DEADLINE_HEADING = '完成时限';
const OWN_HEADINGS: ReadonlySet<string> = new Set([UNITS_HEADING, DEADLINE_HEADING]);

/**
 * Cells and clauses with words that their grammar did not understand; each whole, as a part of it may mislead.
 *
 * @param around what is printed before the clauses, in the characters that their headings are in
 */
export function notUnderstood(parsed: readonly Parsed[], around: Traced): Headed[] {
  const left = parsed.filter(({ found }) => found.rest.length > 0);
  if (left.length === 0 || scriptOf(around.text) === 'simplified') return left;
  return left.map(({ heading, text }) => ({
    heading: OWN_HEADINGS.has(heading) ? traditional(heading) : heading,
    text,
  }));
}

/** The field `extra` of a measure; none where nothing is left over. ； parts what stands under one heading. */
export function extraOf(texts: readonly Headed[]): Pick<Measure, 'extra'> {
  if (texts.length === 0) return {};
  const extra: Record<string, string> = {};
  for (const { heading, text } of texts)
    extra[heading] = heading in extra ? `${extra[heading]}；${text.text}` : text.text;
  return { extra };
}
