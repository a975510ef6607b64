// Numbers in a column of their own: 一（1） | 1.1 | 1-1 begin with the numbers of the headings above.
import type { Cell } from '../repair/index.js';
import { parseHanNumber } from '../text/numerals.js';
import { numberParts } from '../text/row-number.js';
import type { PathEntry } from './path.js';

export interface NumberedRow {
  /** The cell of the row's own number. */
  readonly cell: Cell;
  /** The headings above, outermost first. */
  readonly path: readonly Cell[];
}

/**
 * The number of each row as records give it. One of several parts is parted where all of them in the list begin with the
 * numbers of their headings: then headings printed without a number get theirs from it, in `paths`; elsewhere it stays whole.
 */
export function ownNumbers(rows: readonly NumberedRow[], paths: Map<Cell, PathEntry>): ReadonlyMap<Cell, string> {
  const several = rows.filter(({ cell }) => (numberParts(cell.text.text)?.length ?? 0) > 1);
  const fromRows = several.length > 0 ? headingNumbers(several, paths) : null;
  for (const [heading, number] of fromRows ?? []) {
    const entry = paths.get(heading) as PathEntry;
    paths.set(heading, { ...entry, item: { ...entry.item, number } });
  }
  return new Map(
    rows.map(({ cell }) => {
      const parts = numberParts(cell.text.text);
      const isParted = parts !== null && (parts.length === 1 || fromRows !== null);
      return [cell, isParted ? (parts.at(-1) as string) : cell.text.text];
    }),
  );
}

/** Headings without a number → the one that their rows give them; null where the numbers are not those of the headings. */
function headingNumbers(rows: readonly NumberedRow[], paths: ReadonlyMap<Cell, PathEntry>): Map<Cell, string> | null {
  const given = new Map<Cell, string>();
  /** Which heading has a number, under the one above it. */
  const taken = new Map<Cell | null, Map<number, Cell>>();
  for (const { cell, path } of rows) {
    const outer = (numberParts(cell.text.text) as string[]).slice(0, -1);
    const headings = path.slice(-outer.length);
    if (headings.length < outer.length) return null;
    for (const [level, part] of outer.entries()) {
      const heading = headings[level] as Cell;
      const printed = paths.get(heading)?.item.number ?? given.get(heading);
      const value = parseHanNumber(part) as number;
      if (printed !== undefined && parseHanNumber(printed) !== value) return null;
      const above = path[path.indexOf(heading) - 1] ?? null;
      const siblings = taken.get(above) ?? new Map<number, Cell>();
      if ((siblings.get(value) ?? heading) !== heading) return null;
      taken.set(above, siblings.set(value, heading));
      if (printed === undefined) given.set(heading, part);
    }
  }
  return given;
}
