// Which rows stand beside which merged cell: the numbers tell.
import { Traced } from '../../../text/traced.js';
import { isRepetition } from '../../table/repetition.js';
import type { SheetRow } from './parts.js';

export interface NumberedCell {
  readonly value: number;
  readonly text: Traced;
  /** Goes on from the sheet before, where its number is printed. */
  readonly goesOn: boolean;
}

/**
 * Gives each row its path. An extractor that reads columns loses which goal a measure stands beside; the numbering
 * tells: a number that starts again belongs to the next cell of the path, one that goes on to the same.
 */
export class PathLayout {
  /** The last cell of each path column so far. */
  private readonly before: (NumberedCell | undefined)[] = [];

  /**
   * @param paths the cells of each level, outermost first
   * @returns the cell of each row, level by level; null where cells are left over that no row stands beside
   */
  lay(rows: readonly SheetRow[], paths: readonly NumberedCell[][]): NumberedCell[][] | null {
    const measures = rows.map(
      ({ value }): NumberedCell => ({ value: value ?? 0, text: Traced.empty, goesOn: value === null }),
    );
    const columns: NumberedCell[][] = [];
    let children: readonly NumberedCell[] = measures;
    for (let level = paths.length - 1; level >= 0; level--) {
      const parents = paths[level] ?? [];
      const assigned = assign(children, parents, this.before[level]);
      if (!assigned || parents.some((parent) => !assigned.includes(parent))) return null;
      columns.unshift(perRow(assigned, children, columns[0] ?? measures));
      children = assigned.filter((cell, index) => cell !== assigned[index - 1]);
    }
    columns.forEach((cells, level) => {
      this.before[level] = cells.findLast((cell) => !cell.goesOn) ?? this.before[level];
    });
    return columns;
  }
}

/** The parent of each child; null where more of them begin than there are parents. */
function assign(
  children: readonly NumberedCell[],
  parents: readonly NumberedCell[],
  before: NumberedCell | undefined,
): NumberedCell[] | null {
  const blank: NumberedCell = { value: before?.value ?? 0, text: Traced.empty, goesOn: true };
  let at = beginsAt(children[0], parents, before);
  let isShort = false;
  const assigned = children.map((child, index) => {
    const previous = children[index - 1];
    if (previous && child.value <= previous.value && !child.goesOn) {
      at += 1;
      isShort ||= at >= parents.length;
    }
    return parents[at] ?? blank;
  });
  return isShort ? null : assigned;
}

/** Index of the first child's parent, -1 where it stands on the sheet before and is not printed again. */
function beginsAt(
  child: NumberedCell | undefined,
  parents: readonly NumberedCell[],
  before: NumberedCell | undefined,
): number {
  const first = parents[0];
  if (!first) return -1;
  if (!before || !child || first.goesOn || isRepetition(before.text.text, first.text.text)) return 0;
  return child.goesOn || child.value > 1 ? -1 : 0;
}

/** Parents of the distinct children → one a row; `below` is the level of the children, one a row. */
function perRow(
  assigned: readonly NumberedCell[],
  children: readonly NumberedCell[],
  below: readonly NumberedCell[],
): NumberedCell[] {
  const parentOf = new Map(children.map((child, index) => [child, assigned[index] as NumberedCell]));
  return below.map((child) => parentOf.get(child) as NumberedCell);
}
