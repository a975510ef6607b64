// Tables that a column without any rule across it parts: a cell that goes on from the page before to the next.
import type { Rule } from '../../extract/page.js';
import { gridOf } from './grid.js';
import { areLevel } from './rules.js';
import { placesOn } from './same-table.js';
import type { Sheet } from './sheet.js';

/**
 * Groups of rules that stand side by side, as high as one another, where together they have the vertical lines of a table on
 * the page before → one group.
 */
export function joinHalves(groups: readonly Rule[][], before: readonly Sheet[]): Rule[][] {
  const tables = before.flatMap(({ edges }) => (edges && edges.length > 2 ? [edges] : []));
  if (tables.length === 0 || groups.length < 2) return [...groups];
  const left = [...groups];
  for (const edges of tables) {
    for (const group of [...left]) {
      const beside = left.filter((other) => other === group || areLevel(group, other));
      if (!left.includes(group) || beside.length < 2 || beside.some(({ length }) => length < 3)) continue;
      const whole = gridOf(beside.flat());
      if (!whole || whole.edges.length !== edges.length || placesOn(edges, whole.edges) === null) continue;
      for (const half of beside) left.splice(left.indexOf(half), 1);
      left.push(beside.flat());
    }
  }
  return left;
}
