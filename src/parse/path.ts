import type { Flag, PathItem } from '../model/index.js';
import { numberingOf } from '../text/numbering.js';
import type { Traced } from '../text/traced.js';
import { takeClosingClauses } from './clauses.js';
import { departmentsOf, type Setting } from './fields.js';
import { titleOf } from './wording.js';

export interface PathEntry {
  readonly item: PathItem;
  readonly text: Traced;
  /** What a person should know of those who lead it. */
  readonly flags: readonly Flag[];
}

/** A heading cell or a section's heading → an item of the path: number, title, who leads it. */
export function pathEntry(text: Traced, at: Setting): PathEntry {
  const numbering = numberingOf(text.text);
  const all = text.slice(numbering?.length ?? 0).trim();
  const { text: body, units } = takeClosingClauses(all);
  const leads = units.map((unit) => departmentsOf(unit, at, 'lead'));
  // a clause with words that are no unit's stays, so that none is lost
  const understood = leads.every(({ rest }) => rest.length === 0);
  return {
    item: {
      number: numbering?.number ?? null,
      title: titleOf(body).text,
      text: (understood ? body : all).text,
      leads: leads.flatMap((lead) => lead.values),
    },
    text,
    flags: leads.flatMap((lead) => lead.flags).filter(({ code }) => code === 'department-unknown'),
  };
}

/** The flags of a heading, at a measure under it. */
export const leadFlags = ({ flags }: PathEntry, level: number): Flag[] =>
  flags.map((flag) => ({ ...flag, field: `path[${level}]` }));
