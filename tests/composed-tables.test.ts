// The task lists of composed pages: how rows and merged cells go on over page breaks.
import { describe, expect, it } from 'vitest';
import { columnSetOf } from '../fixtures/typesetter/column-sets.js';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { LAYOUT_VALUES, type Layout } from '../fixtures/typesetter/layout.js';
import type { Manuscript, TaskList } from '../fixtures/typesetter/manuscript.js';
import { fixedMetrics, type Sheet } from '../fixtures/typesetter/page.js';
import {
  breaksOf,
  columnEdges,
  columnText,
  edgesOf,
  headingTexts,
  layoutWith,
  listSheets,
  MANUSCRIPTS,
  printedRows,
  textRuns,
  words,
} from './support/composed.js';

const [MANUSCRIPT] = MANUSCRIPTS as [Manuscript];

describe('task lists', () => {
  const listed = (changes: Partial<Layout>, manuscript = MANUSCRIPT) => {
    const layout = layoutWith(changes);
    const pages = listSheets(compose(manuscript, layout, fixedMetrics), manuscript.documents.length - 1);
    return { layout, pages, breaks: breaksOf(pages, printedRows(manuscript, layout), layout) };
  };

  it('cut rows where the layout says so, and only there', () => {
    const cut = MANUSCRIPTS.flatMap((manuscript) => listed({ rowBreak: 'cut' }, manuscript).breaks);
    const whole = MANUSCRIPTS.flatMap((manuscript) => listed({ rowBreak: 'whole' }, manuscript).breaks);
    expect(cut.filter(({ isInRow }) => isInRow).length).toBeGreaterThan(3);
    expect(whole.filter(({ isInRow }) => isInRow)).toEqual([]);
  });

  it('show a merged cell that goes on over a page break again, not again, or what is left of it', () => {
    const goalsBelow = (merged: Layout['merged']): string[] => {
      const { pages, breaks, layout } = listed({ merged, rowBreak: 'cut', columnSet: 'category-goal-measure' });
      const { mergeKey, text } = columnSetOf(layout).columns[1] ?? {};
      return breaks.flatMap(({ above, below }, index) => {
        if (mergeKey?.(above) !== mergeKey?.(below)) return [];
        const shown = columnText(pages[index + 1] as Sheet, 1);
        const whole = words(text?.(below) ?? '');
        if (shown.startsWith(whole)) return ['whole'];
        return [[...whole].some((_, from) => from > 0 && shown.startsWith(whole.slice(from))) ? 'rest' : 'nothing'];
      });
    };
    expect(new Set(goalsBelow('repeated'))).toEqual(new Set(['whole']));
    expect(new Set(goalsBelow('blank'))).toEqual(new Set(['nothing']));
    expect(goalsBelow('cut')).not.toContain('whole');
    expect(goalsBelow('cut')).toContain('rest');
  });

  it.each(LAYOUT_VALUES.headingRow)('have their heading row on %s', (headingRow) => {
    const { pages, layout } = listed({ headingRow });
    const heading = words(headingTexts(layout).join(''));
    const headed = pages.filter(({ textLines }) => textLines.some((line) => words(line) === heading));
    expect(pages.length).toBeGreaterThan(2);
    expect(headed.length).toBe(headingRow === 'every-page' ? pages.length : 1);
  });

  it('never leave a section row alone at the end of a page', () => {
    for (const rowBreak of LAYOUT_VALUES.rowBreak) {
      const { pages, layout } = listed({ columnSet: 'section-rows', rowBreak, pageSize: 'B5' });
      const sections = new Set(
        printedRows(MANUSCRIPT, layout).map((row) => words(columnSetOf(layout).sectionRow?.(row) ?? '')),
      );
      const lastLines = pages.map(({ textLines }) => words(textLines.filter((line) => line !== '').at(-2) ?? ''));
      expect(lastLines.filter((line) => sections.has(line))).toEqual([]);
    }
  });

  it.each(['unruled', 'three-line', 'half-ruled'] as const)(
    'of columns without rules between them leave gaps of an em: %s',
    (ruling) => {
      const { pages } = listed({ ruling, columnSet: 'numbered-four', pageSize: 'B5' });
      for (const sheet of pages) {
        const boxes = textRuns(sheet).map((run) => edgesOf(run, fixedMetrics));
        for (const one of boxes) {
          const next = boxes.filter(({ run, left }) => Math.abs(run.y - one.run.y) < 5 && left >= one.right);
          for (const other of next) expect(other.left - one.right).toBeGreaterThanOrEqual(one.run.size);
        }
      }
    },
  );

  it('have the words of a merged cell at its top or in its middle', () => {
    const spaceAbove = (cellAlign: Layout['cellAlign']): number => {
      const [page] = listed({ cellAlign, columnSet: 'measure-with-deadline' }).pages as [Sheet];
      const [cell, ...others] = [0, 2].map((column) => {
        const [left = 0, right = 0] = columnEdges(page).slice(column, column + 2);
        const top = Math.min(...page.rules.filter(({ x0, x1 }) => x0 === x1).map(({ y0 }) => y0));
        const lines = page.runs.filter(({ x, y, weight }) => x >= left && x < right && y > top && weight === 'regular');
        return Math.min(...lines.map(({ y }) => y));
      });
      return (cell as number) - (others[0] as number);
    };
    expect(spaceAbove('top')).toBeCloseTo(0);
    expect(spaceAbove('middle')).toBeGreaterThan(20);
  });

  it('lay out rows and merged cells higher than a page', () => {
    const [document] = MANUSCRIPT.documents.slice(-1);
    const list = document?.taskList as TaskList;
    const long = '核对每一项内容，'.repeat(300);
    const manuscript: Manuscript = {
      ...MANUSCRIPT,
      documents: MANUSCRIPT.documents.map((one) => ({ ...one, taskList: one.taskList && tall(list, long) })),
    };
    for (const merged of LAYOUT_VALUES.merged) {
      for (const rowBreak of LAYOUT_VALUES.rowBreak) {
        const { pages } = listed({ merged, rowBreak }, manuscript);
        const count = (column: number): number =>
          pages
            .map((page) => columnText(page, column))
            .join('')
            .split('核对每一项内容').length - 1;
        expect(count(1)).toBeGreaterThanOrEqual(600);
        expect(count(2)).toBe(300);
        for (const { runs, height } of pages) expect(Math.max(...runs.map(({ y }) => y))).toBeLessThan(height);
      }
    }
  });
});

/** The list with very long words in a goal of one measure, in a goal of several, and in a measure. */
function tall({ titleLines, categories }: TaskList, long: string): TaskList {
  const [category] = categories;
  const [goal] = category?.goals ?? [];
  const [measure] = goal?.measures ?? [];
  if (!category || !goal || !measure) throw new Error('the list is empty');
  const goals = [
    { ...goal, number: '1', text: long, measures: [measure] },
    { ...goal, number: '2', text: long, measures: [measure, { ...measure, text: long }, measure] },
  ];
  return { titleLines, categories: [{ ...category, goals }, ...categories.slice(1)] };
}
