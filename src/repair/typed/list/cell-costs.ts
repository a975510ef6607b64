// What speaks against lines being one cell of a column. Costs add up over a list, 0 speaks for nothing.
import type { ColumnRole } from '../../blocks.js';
import { SAME_WIDTH_EM } from '../../tolerances.js';
import { strangeCost } from './block-words.js';
import { type ListColumn, UNIT_ROLES } from './columns.js';
import { type ListLine, UNIT_END } from './lines.js';
import { TIME, TIME_ALONE, TIME_END } from './time-words.js';

/** A cell of such a column has so many lines at most. */
export const MOST_LINES: Readonly<Record<ColumnRole, number>> = {
  number: 1,
  path: 60,
  measure: 120,
  deadline: 12,
  lead: 60,
  support: 60,
  responsible: 60,
  remarks: 8,
};

/** A row leaves such a cell blank. */
const BLANK_COST: Readonly<Record<ColumnRole, number>> = {
  number: 6,
  path: 6,
  measure: 8,
  deadline: 2,
  lead: 3,
  support: 2,
  responsible: 3,
  remarks: 0,
};

/** Blank cells of a row that a page cuts. */
const CUT_BLANK = 0.5;

/** Of a row's blank cells in the columns from `from` up to, not including, `to`; those of merged columns are none of its. */
export const blankCost = (columns: readonly ListColumn[], from: number, to: number): number =>
  columns.slice(from, to).reduce((sum, { role, isMerged }) => sum + (isMerged ? 0 : BLANK_COST[role]), 0);

/** Cells at the end of a row are blank: those of a row that a page cuts may stand on the other page. */
export const endCost = (blank: number, isCut: boolean): number => (isCut ? Math.min(blank, CUT_BLANK) : blank);

/** Of parting a line from the next one, both in one cell; `full` is the column's width where it is known. */
export function joinCost(above: ListLine, below: ListLine, column: ListColumn, full: number | null): number {
  let cost = 0;
  if (full !== null && !above.isStretched) {
    const room = full - SAME_WIDTH_EM - above.width - Math.min(below.unit, full);
    // a heading, or a unit, may stand on a line of its own within a cell
    const isWhole = column.isNumbered ? above.endsSentence : UNIT_ROLES.has(column.role) && above.endsUnit;
    const most = isWhole ? 2 : 5;
    if (room > 0) cost += Math.min(most, 1 + 1.5 * room);
  }
  if (
    UNIT_ROLES.has(column.role) &&
    above.endsUnit &&
    !endsParent(above.text) &&
    !/^[、，；,;）)（(及和与等按]/u.test(below.text)
  )
    cost += 1.2;
  if (
    column.role === 'deadline' &&
    TIME_END.test(above.text) &&
    !/^[或至并和、，；（及底前初中下上旬内末起日月]/u.test(below.text)
  )
    cost += 1.2;
  if (column.isNumbered && below.numbering && above.endsSentence) cost += 2;
  return cost;
}

/** Of a line's standing in a column of this width. */
export function widthCost({ width }: ListLine, full: number | null): number {
  const over = full === null ? 0 : width - full - SAME_WIDTH_EM;
  return over <= 0 ? 0 : Math.min(8, 2 + 3 * over);
}

/**
 * Of the words of a cell: how it begins and ends, and whether they are what the column holds.
 *
 * @param isCutAbove, isCutBelow a page ends there, and the cell may go on
 * @param full the column's width, null where it is not known
 */
export function wordsCost(
  cell: readonly ListLine[],
  { role, isNumbered, isBlock, endsWithClause }: ListColumn,
  isCutAbove: boolean,
  isCutBelow: boolean,
  full: number | null,
): number {
  const [first, last] = [cell[0] as ListLine, cell.at(-1) as ListLine];
  // what goes on behind a line has no room in it
  const isFull = full === null || last.isStretched || last.width > full - CUT_LINE_EM;
  const mayGoOn = isCutBelow && isFull;
  let cost = bracketCost(cell, isCutAbove, mayGoOn);
  if (cell.length > 1) cost += NONE_WITHIN * cell.filter((line) => line.isNone).length;
  if (isBlock) for (const line of cell) cost += strangeCost(line, role);
  if (first.beginsClosed) cost += isCutAbove ? 0.5 : 6;
  if (last.endsOpen && role !== 'remarks') cost += mayGoOn ? 0.5 : 5;
  if (role !== 'number' && first.count !== null && cell.length === 1) cost += 4;
  if (role === 'measure') {
    if (!last.endsSentence) cost += mayGoOn ? 0.3 : 3;
    if (cell.length === 1 && last.text.length < 4) cost += 2;
    if (endsWithClause) {
      const clause = CLAUSE.exec(textOf(cell));
      // without the clause nothing shows the end; behind it begins the next cell
      if (!clause && !mayGoOn) cost += 1.5;
      if (clause?.[1]) cost += 6;
    }
  } else if (UNIT_ROLES.has(role)) {
    if (!cell.some(({ hasUnit }) => hasUnit)) cost += isCutAbove ? 0.5 : 2;
    cost += 3 * Math.min(2, cell.filter(({ hasStop }) => hasStop).length);
    if (!mayGoOn && !endsUnit(cell)) cost += 1.5;
    if (cell.some(({ text }) => TIME_ALONE.test(text))) cost += 2;
  } else if (role === 'deadline') {
    const text = textOf(cell);
    if (!TIME.test(text)) cost += isCutAbove ? 0.5 : 4;
    if (/[厅局委]/u.test(text) && !/根据|按照|由/u.test(text)) cost += 3;
    cost += 2 * Math.min(2, cell.filter((line) => line.hasUnit && !TIME.test(line.text)).length);
    if (text.length > 30 && !isBlock) cost += 1;
  } else if (role === 'remarks') {
    cost += 0.3 + cell.length / 4 + (TIME.test(first.text) || first.hasUnit ? 1 : 0);
  } else if (role === 'path' && !isNumbered) {
    if (first.count !== null) cost += 4;
    if (!isBlock && cell.some(({ hasStop }) => hasStop)) cost += 3;
  }
  return cost;
}
const textOf = (cell: readonly ListLine[]): string => cell.map(({ text }) => text).join('');

/** The last character of a name may stand in a line of its own: 人民政|府. */
const endsUnit = (cell: readonly ListLine[]): boolean => {
  const last = cell.at(-1) as ListLine;
  return last.endsUnit || (last.text.length === 1 && UNIT_END.test(textOf(cell)));
};

/** 无 and — are whole cells. */
const NONE_WITHIN = 4;

/** The last line of a page is no shorter than its column by more: the next word did not fit. */
const CUT_LINE_EM = 2;

/** A cell holds both brackets of a pair, or neither. */
function bracketCost(cell: readonly ListLine[], isCutAbove: boolean, isCutBelow: boolean): number {
  let [opened, closed] = [0, 0];
  for (const { brackets } of cell) {
    closed += Math.max(0, brackets.closed - opened);
    opened = Math.max(0, opened - brackets.closed) + brackets.opened;
  }
  return (opened > 0 && !isCutBelow ? UNPAIRED : 0) + (closed > 0 && !isCutAbove ? UNPAIRED : 0);
}
const UNPAIRED = 4;

/** （完成时限：…）, broken over lines anywhere, and what stands behind it. */
const CLAUSE = /[（(](?:完成)?(?:时限|时间|期限)[:：][^（()）]*[)）](.*)$/u;
/** Its branch may stand in the next line: 国家税务总局 | 某省税务局. */
const endsParent = (text: string): boolean => /总[局署]$/u.test(text);
