// Lines under a header → cells: of all ways to part them, the one that costs least.
import { blankCost, endCost, MOST_LINES, wordsCost } from './cell-costs.js';
import type { ListColumn } from './columns.js';
import { contentCosts } from './content-costs.js';
import type { ListLine } from './lines.js';
import { type ReadCell, SECTION, START, type State } from './state.js';
import { Steps } from './step.js';

export interface Reading {
  readonly cells: readonly ReadCell[];
  /** Index of the first line after the list. */
  readonly end: number;
  readonly cost: number;
}

/** A line after the list, and the first of them where nothing shows that the list ends. */
const REST_LINE = 1.2;
const REST_BEGINS = 3;
const CUT_SHORT = 8;
/** In the keys of states, above all columns. */
const UNTITLED = 64;
/** So many lines of a row may stand between a cell that a page cuts and the page's end. */
const CUT_LINES = 12;

export class ListReader {
  private readonly key: number;
  private readonly steps: Steps;

  constructor(
    private readonly lines: readonly ListLine[],
    private readonly columns: readonly ListColumn[],
    /** The widths of the columns, null where they are not known yet. */
    private readonly widths: readonly (number | null)[],
  ) {
    this.key = columns.findIndex(({ isMerged }) => !isMerged);
    this.steps = new Steps(columns, this.key);
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
    const first = this.lines[from] as ListLine;
    const starts = states
      .map((state) => ({ state, step: this.steps.follow(state, column, first, from === 0) }))
      .filter(({ step }) => step.cost < Number.POSITIVE_INFINITY);
    if (starts.length === 0) return;
    const { lines } = this;
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
      // each asked for by some of the states only
      let whole: number | null = null;
      let cut: number | null = null;
      for (const { state, step } of starts) {
        let words: number;
        if (goesOn(state, step) || step.opensPage) words = cut ??= wordsOf(true);
        else words = whole ??= wordsOf(false);
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

  /** A page ends there, or before the row does. */
  private isCutAt(to: number): boolean {
    for (let index = to; index < Math.min(this.lines.length, to + CUT_LINES); index++) {
      const line = this.lines[index] as ListLine;
      if (line.opensPage) return true;
      if (line.count !== null || line.numbering) return false;
    }
    return false;
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
        const blank = blankCost(columns, state.column + 1, columns.length);
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

/** Where a list ends: a page begins there, or an empty line stands before it that others do not have. */
const isBoundary = ({ opensPage, line, text }: ListLine): boolean =>
  opensPage || line.isSetApart || /^附件|关于/u.test(text);

const goesOn = (state: State, { row }: Pick<ReadCell, 'row'>): boolean => (row ? row === 'goes-on' : state.goesOn);
