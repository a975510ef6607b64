// What it costs that a cell of a column follows what came before, whatever its words.
import { blankCost, endCost } from './cell-costs.js';
import type { ListColumn } from './columns.js';
import type { ListLine } from './lines.js';
import { type ReadCell, SECTION, START, type State } from './state.js';

/** Merged cells begin a page that nothing else shows. */
const NEW_PAGE = 2.5;
/** A row goes on from the page before, or as if a page had begun. */
const GOES_ON = 1;
const OUTER = 0.5;
const GOES_ON_WITHIN = 7;
/** Of a merged number without a title. */
const UNTITLED_COST = 6;

export class Steps {
  /**
   * @param key the first column that is not merged: with it a row begins
   */
  constructor(
    private readonly columns: readonly ListColumn[],
    private readonly key: number,
  ) {}

  /** By its column and its number; `line` is the first of the cell, `isFirst` that of the list. */
  follow(state: State, column: number, line: ListLine, isFirst: boolean) {
    const opens = line.opensPage || isFirst;
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
    if (own?.isMerged && left?.isMerged && left.role === 'number') {
      return { untitled: untitled - 1, cost: untitled > 0 ? 0 : Number.POSITIVE_INFINITY };
    }
    return { untitled: 0, cost: UNTITLED_COST * untitled };
  }

  private order(
    state: State,
    column: number,
    opens: boolean,
  ): { cost: number; opensPage: boolean; row: ReadCell['row'] } {
    const { columns, key } = this;
    const last = state.column;
    const isRow = last >= 0 && !columns[last]?.isMerged;
    const blank = (from: number, to: number): number => blankCost(columns, from, to);
    const ended = isRow ? endCost(blank(last + 1, columns.length), state.goesOn) : 0;
    const cut = endCost(ended, true);
    if (column === SECTION) {
      const cost = last === START || isRow ? ended : Number.POSITIVE_INFINITY;
      return { cost, opensPage: false, row: null };
    }
    if (columns[column]?.isMerged) {
      if (last === START) return { cost: 0, opensPage: true, row: null };
      if (isRow) return { cost: opens ? cut : ended + NEW_PAGE, opensPage: true, row: null };
      const isAgain = column === last && columns[column]?.isBlock === true;
      if (last === SECTION || column < last || isAgain)
        return { cost: Number.POSITIVE_INFINITY, opensPage: false, row: null };
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
}
