// Lines under a header → cells: of all ways to part them, the one that costs least.
import type { NumberingStyle } from '../../../text/numbering.js';
import { BLANK_COST, MOST_LINES, wordsCost } from './cell-costs.js';
import type { ListColumn } from './columns.js';
import { contentCosts } from './content-costs.js';
import type { ListLine } from './lines.js';

export const SECTION = -1;
const START = -2;

/** Lines `from` up to, not including, `to`. */
export interface ReadCell {
  /** Index of its column, or SECTION for a heading over all columns. */
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly number: number | null;
  /** A page of the list begins with it. */
  readonly opensPage: boolean;
  /** A row begins with it, or goes on with it from the page before. */
  readonly row: 'begins' | 'goes-on' | null;
  readonly cost: number;
}

export interface Reading {
  readonly cells: readonly ReadCell[];
  /** Index of the first line after the list. */
  readonly end: number;
  readonly cost: number;
}

interface State {
  readonly column: number;
  readonly cost: number;
  readonly before: State | null;
  readonly cell: ReadCell | null;
  /** A row has begun before. */
  readonly hasRow: boolean;
  /** Something showed that the page begins which it stands on. */
  readonly isMarked: boolean;
  /** Its row goes on from the page before. */
  readonly goesOn: boolean;
  /** Numbers of the page that wait for the title beside them. */
  readonly untitled: number;
  readonly numbers: readonly (number | null)[];
  readonly styles: readonly (NumberingStyle | null)[];
}

/** A line after the list, and the first of them where nothing shows that the list ends. */
const REST_LINE = 1.2;
const REST_BEGINS = 3;
const CUT_SHORT = 8;
/** Merged cells begin a page that nothing else shows. */
const NEW_PAGE = 2.5;
/** A row goes on from the page before, or as if a page had begun. */
const GOES_ON = 1;
const OUTER = 0.5;
const GOES_ON_WITHIN = 7;
/** Blank cells of a row that a page cuts. */
const CUT_BLANK = 0.5;
/** Of a merged number without a title. */
const UNTITLED_COST = 6;
/** In the keys of states, above all columns. */
const UNTITLED = 64;
/** So many lines of a row may stand between a cell that a page cuts and the page's end. */
const CUT_LINES = 12;

export class ListReader {
  private readonly key: number;

  constructor(
    private readonly lines: readonly ListLine[],
    private readonly columns: readonly ListColumn[],
    /** The widths of the columns, null where they are not known yet. */
    private readonly widths: readonly (number | null)[],
  ) {
    this.key = columns.findIndex(({ isMerged }) => !isMerged);
  }

  read(): Reading {
    const { lines, columns } = this;
    const at: Map<number, State>[] = Array.from({ length: lines.length + 1 }, () => new Map());
    const none = columns.map(() => null);
    at[0]?.set(START, {
      column: START,
      cost: 0,
      before: null,
      cell: null,
      hasRow: false,
      isMarked: true,
      goesOn: false,
      untitled: 0,
      numbers: none,
      styles: none,
    });
    const hasSections = !columns.some(({ role }) => role === 'path');
    for (let from = 0; from < lines.length; from++) {
      const states = [...(at[from] as Map<number, State>).values()];
      if (states.length === 0) continue;
      for (let column = hasSections ? SECTION : 0; column < columns.length; column++) {
        this.extend(states, from, column, at);
      }
    }
    return this.best(at);
  }

  /** Adds all cells of a column that begin at a line. */
  private extend(states: readonly State[], from: number, column: number, at: Map<number, State>[]): void {
    const starts = states
      .map((state) => ({ state, step: this.step(state, column, from) }))
      .filter(({ step }) => step.cost < Number.POSITIVE_INFINITY);
    if (starts.length === 0) return;
    const { lines } = this;
    const first = lines[from] as ListLine;
    const own = this.columns[column];
    const most = own ? MOST_LINES[own.role] : 4;
    const contents = contentCosts(this.lines, from, most, own ?? null, this.widthOf(column));
    for (const [index, content] of contents.entries()) {
      const to = from + 1 + index;
      const last = lines[to - 1] as ListLine;
      const isCutBelow = this.isCutAt(to);
      const cell = lines.slice(from, to);
      const wordsOf = (isCutAbove: boolean): number =>
        own
          ? wordsCost(cell, own, isCutAbove, isCutBelow, this.widthOf(column))
          : (last.endsOpen ? 4 : 0) + 0.2 * (to - from);
      const [whole, cut] = [wordsOf(false), wordsOf(true)];
      for (const { state, step } of starts) {
        const words = goesOn(state, step) || step.opensPage ? cut : whole;
        const read: ReadCell = {
          column,
          from,
          to,
          number: step.number,
          opensPage: step.opensPage,
          row: step.row,
          cost: step.cost + content + words,
        };
        const cost = state.cost + read.cost;
        const key = column + UNTITLED * step.untitled;
        const known = at[to]?.get(key);
        if (known && known.cost <= cost) continue;
        at[to]?.set(key, {
          column,
          cost,
          before: state,
          cell: read,
          hasRow: state.hasRow || read.row !== null,
          goesOn: goesOn(state, step),
          untitled: step.untitled,
          isMarked: step.opensPage ? first.opensPage || from === 0 : state.isMarked,
          numbers: step.numbers,
          styles: step.styles,
        });
      }
    }
  }

  private widthOf(column: number): number | null {
    return this.widths[column] ?? null;
  }

  /** What it costs that a cell of a column follows what came before, by its column and its number. */
  private step(state: State, column: number, from: number) {
    const line = this.lines[from] as ListLine;
    const opens = line.opensPage || from === 0;
    const order = this.order(state, column, opens);
    const numbered = this.numberCost(state, column, line, order.row, opens);
    const numbers = [...state.numbers];
    const styles = [...state.styles];
    if (column >= 0 && numbered.number !== null) {
      numbers[column] = numbered.number;
      styles[column] = line.numbering?.style ?? null;
    }
    const row = order.row === 'begins' && numbered.goesOn ? 'goes-on' : order.row;
    const { untitled, cost } = this.titles(state, column);
    return {
      ...order,
      untitled,
      row,
      cost: order.cost + numbered.cost + cost,
      number: numbered.number,
      numbers,
      styles,
    } as const;
  }

  /** Beside each merged number stands a title. */
  private titles({ untitled }: State, column: number): { untitled: number; cost: number } {
    const [own, left] = [this.columns[column], this.columns[column - 1]];
    if (own?.isMerged && own.role === 'number') return { untitled: untitled + 1, cost: 0 };
    if (own?.isMerged && left?.role === 'number') {
      return { untitled: untitled - 1, cost: untitled > 0 ? 0 : Number.POSITIVE_INFINITY };
    }
    return { untitled: 0, cost: UNTITLED_COST * untitled };
  }

  /** A page ends there, or before the row does. */
  private isCutAt(to: number): boolean {
    for (let index = to; index < Math.min(this.lines.length, to + CUT_LINES); index++) {
      const line = this.lines[index] as ListLine;
      if (line.opensPage) return true;
      if (line.count !== null || line.numbering) return false;
    }
    return false;
  }

  private order(
    state: State,
    column: number,
    opens: boolean,
  ): { cost: number; opensPage: boolean; row: ReadCell['row'] } {
    const { columns, key } = this;
    const last = state.column;
    const isRow = last >= 0 && !columns[last]?.isMerged;
    const blank = (from: number, to: number): number =>
      columns.slice(from, to).reduce((sum, { role, isMerged }) => sum + (isMerged ? 0 : BLANK_COST[role]), 0);
    const ended = isRow ? endCost(blank(last + 1, columns.length), state.goesOn) : 0;
    const cut = endCost(ended, true);
    if (column === SECTION) {
      const cost = last === START || isRow ? ended : Number.POSITIVE_INFINITY;
      return { cost, opensPage: false, row: null };
    }
    if (columns[column]?.isMerged) {
      if (last === START) return { cost: 0, opensPage: true, row: null };
      if (isRow) return { cost: opens ? cut : ended + NEW_PAGE, opensPage: true, row: null };
      if (last === SECTION || column < last) return { cost: Number.POSITIVE_INFINITY, opensPage: false, row: null };
      return { cost: 0, opensPage: false, row: null };
    }
    if (column === key) return { cost: ended, opensPage: opens && isRow, row: 'begins' };
    if (isRow && column > last) return { cost: blank(last + 1, column), opensPage: false, row: null };
    if (last === SECTION) return { cost: Number.POSITIVE_INFINITY, opensPage: false, row: null };
    if (!state.hasRow) return { cost: Number.POSITIVE_INFINITY, opensPage: false, row: null };
    // what is left of a row that a page cuts
    const isCut = isRow ? opens : last !== START && state.isMarked;
    return { cost: (isCut ? GOES_ON + cut : GOES_ON_WITHIN) + 0.2 * (column - key), opensPage: isRow, row: 'goes-on' };
  }

  private numberCost(
    state: State,
    column: number,
    line: ListLine,
    row: ReadCell['row'],
    opens: boolean,
  ): { cost: number; number: number | null; goesOn: boolean } {
    const { columns } = this;
    if (column === SECTION) {
      const isHeading = line.numbering?.style === 'han' || line.numbering?.style === 'han-bracket';
      return { cost: isHeading ? 0 : Number.POSITIVE_INFINITY, number: null, goesOn: false };
    }
    const own = columns[column] as ListColumn;
    const before = state.numbers[column] ?? null;
    const none = (cost: number) => ({ cost, number: null, goesOn: false });
    if (own.role === 'number') {
      if (line.count === null) return none(Number.POSITIVE_INFINITY);
      const isNext = before === null || line.count === before + 1 || (own.isMerged && opens && line.count === before);
      return { cost: isNext ? (before === null && line.count !== 1 ? 1 : 0) : 5, number: line.count, goesOn: false };
    }
    if (!own.isNumbered) return none(0);
    const style = state.styles[column] ?? null;
    const { numbering } = line;
    const isOther = state.styles.some((other, index) => index !== column && other === numbering?.style);
    if (!numbering || (style !== null && numbering.style !== style) || (style === null && isOther)) {
      // what goes on from the page before has its number there
      const mayGoOn = before !== null && (own.isMerged ? state.column !== column : true);
      if (!mayGoOn) return none(Number.POSITIVE_INFINITY);
      const isCut = opens || (columns[state.column]?.isMerged === true && state.isMarked);
      // goals are cut more often than the categories over them
      const isOuter = own.isMerged && columns[column + 1]?.isMerged === true;
      const cost = (isCut ? GOES_ON : GOES_ON_WITHIN) + (isOuter ? OUTER : 0);
      return { cost, number: null, goesOn: row === 'begins' };
    }
    const { value } = numbering;
    const isNext = before === null || value === 1 || value === before + 1 || (own.isMerged && value === before);
    return { cost: isNext ? 0 : 4, number: value, goesOn: false };
  }

  /** The next number of the list stands behind its end. */
  private isCutShort({ numbers, styles }: State, end: number): boolean {
    const number = numbers[this.key];
    if (number === null || number === undefined) return false;
    return this.lines
      .slice(end)
      .some(({ count, numbering }) =>
        this.columns[this.key]?.role === 'number'
          ? count === number + 1
          : numbering?.value === number + 1 && numbering.style === styles[this.key],
      );
  }

  private best(at: readonly Map<number, State>[]): Reading {
    const { lines, columns } = this;
    let best: { state: State; end: number; cost: number } | null = null;
    for (const [end, states] of at.entries()) {
      const rest = lines.length - end;
      const begins = rest === 0 || isBoundary(lines[end] as ListLine) ? 0 : REST_BEGINS;
      for (const state of states.values()) {
        if (state.column < 0 || columns[state.column]?.isMerged) continue;
        const blank = columns.slice(state.column + 1).reduce((sum, { role }) => sum + BLANK_COST[role], 0);
        const cost =
          state.cost +
          endCost(blank, state.goesOn) +
          begins +
          REST_LINE * rest +
          (this.isCutShort(state, end) ? CUT_SHORT : 0);
        if (!best || cost < best.cost) best = { state, end, cost };
      }
    }
    if (!best) return { cells: [], end: 0, cost: Number.POSITIVE_INFINITY };
    const cells: ReadCell[] = [];
    for (let state: State | null = best.state; state?.cell; state = state.before) cells.unshift(state.cell);
    return { cells, end: best.end, cost: best.cost - REST_LINE * (lines.length - best.end) };
  }
}

/** Cells at the end of a row are blank: those of a row that a page cuts may stand on the other page. */
export const endCost = (blank: number, isCut: boolean): number => (isCut ? Math.min(blank, CUT_BLANK) : blank);

/** Where a list ends: a page begins there, or an empty line stands before it that others do not have. */
const isBoundary = ({ opensPage, line, text }: ListLine): boolean =>
  opensPage || line.isSetApart || /^附件|关于/u.test(text);

const goesOn = (state: State, { row }: Pick<ReadCell, 'row'>): boolean => (row ? row === 'goes-on' : state.goesOn);
