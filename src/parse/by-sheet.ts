// What of a cell came from each sheet, looked up once: a heading may stand above hundreds of rows, and on as many pages.
import type { Cell, CellFragment, CellJoin } from '../repair/index.js';

interface BySheet {
  readonly fragments: ReadonlyMap<number, CellFragment>;
  readonly joins: ReadonlyMap<number, readonly CellJoin[]>;
  readonly continued: readonly CellJoin[];
}

const known = new WeakMap<Cell, BySheet>();

function bySheet(cell: Cell): BySheet {
  let found = known.get(cell);
  if (!found) {
    const joins = new Map<number, CellJoin[]>();
    for (const join of cell.joins) {
      const own = joins.get(join.sheet);
      if (own) own.push(join);
      else joins.set(join.sheet, [join]);
    }
    // the first of a sheet's fragments counts
    const fragments = new Map(cell.fragments.toReversed().map((fragment) => [fragment.sheet, fragment]));
    found = { fragments, joins, continued: cell.joins.filter((join) => join.how === 'continued') };
    known.set(cell, found);
  }
  return found;
}

export const fragmentOn = (cell: Cell, sheet: number | undefined): CellFragment | undefined =>
  sheet === undefined ? undefined : bySheet(cell).fragments.get(sheet);

export const joinsOn = (cell: Cell, sheet: number | undefined): readonly CellJoin[] =>
  (sheet === undefined ? undefined : bySheet(cell).joins.get(sheet)) ?? [];

/** The joins with which its text goes on. */
export const continuedJoins = (cell: Cell): readonly CellJoin[] => bySheet(cell).continued;
