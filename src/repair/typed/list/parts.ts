// Cells in the order of a text → the parts of the list, one for each page of it or each printed header.
import { fullWidthPunctuation } from '../../../text/punctuation.js';
import { Traced } from '../../../text/traced.js';
import { clean, withoutLayoutSpaces } from '../../clean.js';
import { joinLines } from '../../join-lines.js';
import { CELL_ROOM_EM } from '../../tolerances.js';
import type { TextLine } from '../lines.js';
import { isStrange } from './block-words.js';
import { openEnds } from './border-doubt.js';
import { type ListColumn, withoutGroups } from './columns.js';
import { doubtfulCells } from './doubt.js';
import type { ListLine } from './lines.js';
import type { NumberedCell } from './path-layout.js';
import { type ReadCell, SECTION } from './state.js';

export interface SheetRow {
  /** Of the measure; null where the row goes on from the page before. */
  readonly value: number | null;
  readonly cells: Map<number, CellTexts>;
  readonly section: Traced | null;
}

export interface CellTexts {
  readonly text: Traced;
  /** See Cell. */
  readonly lines: Traced;
  readonly doubtful: boolean;
}

export interface SheetParts {
  readonly page: number;
  /** The header as it is printed there; null where none is. */
  readonly header: readonly Traced[] | null;
  readonly merged: Map<number, NumberedCell[]>;
  /** The lines of the columns that are blocks. */
  readonly blocks: Map<number, readonly ListLine[]>;
  /** Nothing shows that a block, or the row before it, could end elsewhere. */
  isSure: boolean;
  readonly rows: SheetRow[];
}

export function partsOf(
  cells: readonly ReadCell[],
  lines: readonly ListLine[],
  columns: readonly ListColumn[],
  headers: ReadonlyMap<TextLine, readonly Traced[]>,
  widths: readonly (number | null)[],
): SheetParts[] {
  const doubtful = doubtfulCells(cells, lines, columns, widths);
  const open = openEnds(cells, lines, columns, widths);
  const hasBlocks = columns.some(({ isBlock }) => isBlock);
  const parts: SheetParts[] = [];
  let section: Traced | null = null;
  for (const [index, cell] of cells.entries()) {
    const first = lines[cell.from] as ListLine;
    const again = headers.get(first.line);
    const header = again ? withoutGroups(again) : parts.length === 0 ? columns.map(({ heading }) => heading) : null;
    let part = parts.at(-1);
    const isMerged = columns[cell.column]?.isMerged ?? false;
    if (!part || header || (cell.opensPage && (isMerged || cell.row === 'goes-on'))) {
      part = { page: first.line.page, header, merged: new Map(), blocks: new Map(), isSure: true, rows: [] };
      parts.push(part);
    }
    const own = lines.slice(cell.from, cell.to);
    const text = textOf(own);
    const isCut = hasBlocks && cell.row === 'goes-on';
    const before = cells[index - 1];
    const isOpen = before !== undefined && open.has(before);
    if (isCut || isOpen) part.isSure = false;
    // where no page begins, the rows above are more than they seem
    const above = parts.at(-2);
    if (isOpen && above) above.isSure = false;
    if (cell.column === SECTION) section = text;
    else if (columns[cell.column]?.isBlock) {
      part.blocks.set(cell.column, own);
      const { role } = columns[cell.column] as ListColumn;
      if (own.some((line) => isStrange(line, role))) part.isSure = false;
    } else if (isMerged) {
      const numbered = part.merged.get(cell.column) ?? [];
      part.merged.set(cell.column, [...numbered, { value: cell.number ?? 0, text, goesOn: cell.number === null }]);
    } else {
      if (cell.row || part.rows.length === 0) {
        part.rows.push({ value: cell.row === 'begins' ? cell.number : null, cells: new Map(), section });
        section = null;
      }
      part.rows.at(-1)?.cells.set(cell.column, {
        text,
        doubtful: isCut || doubtful.has(cell) || open.has(cell),
        lines: linesOf(own, widths[cell.column] ?? null),
      });
    }
  }
  return parts.filter(({ rows, blocks }) => rows.length > 0 || blocks.size > 0);
}

export const textOf = (lines: readonly ListLine[]): Traced => clean(joinLines(lines.map(({ line }) => line.text)));

/** The lines of a cell with their ends, see Cell. Spaces may part names, but not where a line is stretched. */
export function linesOf(lines: readonly ListLine[], full: number | null): Traced {
  const parts = lines.flatMap((own, index) => {
    const printed = own.line.text.trim();
    const text = own.isStretched ? withoutLayoutSpaces(printed) : printed;
    const above = lines[index - 1];
    if (!above) return [text];
    const room = full === null ? 0 : full - above.width - own.unit;
    return [Traced.inserted(room > CELL_ROOM_EM && !above.isStretched ? '\n' : '\v'), text];
  });
  return fullWidthPunctuation(Traced.join(parts));
}
