import type { Flag, PathItem } from '../model/index.js';
import { type Numbering, numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { takeClosingClauses } from './clauses.js';
import { departmentsOf, type Setting } from './fields.js';
import { joinedText, titleOf } from './wording.js';

export interface PathEntry {
  readonly item: PathItem;
  readonly text: Traced;
  /** What a person should know of those who lead it. */
  readonly flags: readonly Flag[];
}

/**
 * A heading cell or a section's heading → an item of the path: number, title, who leads it.
 *
 * @param below the paragraphs under it, and those below the last item under it
 */
export function pathEntry(
  text: Traced,
  at: Setting,
  numbering: Numbering | null = numberingOf(text.text),
  below: { readonly more: readonly Traced[]; readonly closing: readonly Traced[] } = { more: [], closing: [] },
): PathEntry {
  const paragraphs = [text.slice(numbering?.length ?? 0).trim(), ...below.more, ...below.closing];
  const parts = paragraphs.map((paragraph) => {
    const { text: body, units, deadlines } = takeClosingClauses(paragraph);
    const leads = units.map((unit) => departmentsOf(unit, at, 'lead'));
    // a clause with words that are no unit's stays, so that none is lost; so does one with a date, which no field is for
    const understood = deadlines.length === 0 && leads.every(({ rest }) => rest.length === 0);
    return { body, printed: understood ? body : paragraph, leads };
  });
  const leads = parts.flatMap((part) => part.leads);
  return {
    item: {
      number: numbering?.number ?? null,
      title: titleOf(joinedText(parts.slice(0, 1 + below.more.length).map(({ body }) => body))).text,
      text: joinedText(parts.map(({ printed }) => printed)).text,
      leads: leads.flatMap((lead) => lead.values),
    },
    text: Traced.join([text, ...below.more, ...below.closing]),
    flags: leads.flatMap((lead) => lead.flags).filter(({ code }) => code === 'department-unknown'),
  };
}

/** The flags of a heading, at a measure under it. */
export const leadFlags = ({ flags }: PathEntry, level: number): Flag[] =>
  flags.map((flag) => ({ ...flag, field: `path[${level}]` }));
