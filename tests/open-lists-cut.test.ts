// Lists without vertical rules, where a page cuts a row, a cell or a section.
import { describe, expect, test } from 'vitest';
import type { PrintedPage } from '../src/extract/page.js';
import type { PageList } from '../src/repair/printed/open/index.js';
import { cellsOf, HEADINGS, h, listsOf, type Print, pageOf } from './support/open-list.js';

const doubtfulRows = (list: PageList | undefined, column: number): number[] =>
  (list?.sheet?.cells ?? []).flatMap((cell) => (cell.column === column ? (cell.doubtfulRows ?? []) : []));

const row = (y: number, measure: string, unit: string): Print[] => [
  [measure, 180, y],
  [unit, 360, y],
];

describe('between rules', () => {
  const first = pageOf(
    1,
    [
      ...HEADINGS,
      ['疏浚河道', 60, 135],
      ...row(135, '清理南渠淤泥。', '县水务局、'),
      ...row(155, '加固东堤。', '县应急局'),
    ],
    [h(100), h(120), h(142), h(165)],
  );
  const rest: Print[] = [...row(65, '设置标尺。', '县水务局'), ...row(85, '拓宽步道。', '县住建局')];
  const rules = [h(50), h(72), h(92)];

  test('the rest of one cell above the first rule is part of the list, though the rule looks like that of a head', () => {
    const [, next] = listsOf([first, pageOf(2, [['县财政局', 360, 43], ...rest], rules)], ['县财政局']);
    expect(cellsOf(next)).toContainEqual([0, 2, 1, '县财政局']);
    expect(next?.sheet?.rows).toBe(3);
  });

  test('what stands there on several pages is a running head', () => {
    const pages = [2, 3].map((number) => pageOf(number, [['柳渡公报', 360, 43], ...rest], rules));
    const [, next] = listsOf([first, ...pages], ['柳渡公报']);
    expect(next?.sheet?.rows).toBe(2);
  });

  test('the white half of a mark at the end of a full line parts columns like other white', () => {
    const [path, measure] = HEADINGS as [Print, Print];
    const prints: Print[] = [
      [path[0], 60, 115],
      [measure[0], 180, 115],
      ['责任单位', 392, 115],
      ['疏浚河道', 60, 135],
      ['清理南渠、北渠和东渠的淤泥，并把堤岸加固、', 180, 135],
      ['县水务局', 392, 135],
      ['设置标尺。', 180, 155],
      ['县应急局', 392, 155],
    ];
    const [list] = listsOf([pageOf(1, prints, [h(100), h(120), h(142, 170), h(165)])]);
    expect(cellsOf(list)).toContainEqual([1, 2, 1, '县水务局']);
  });
});

describe('without rules between rows', () => {
  test('a section row at the end of a page belongs to the list where its number goes on', () => {
    const page = (number: string): PrintedPage =>
      pageOf(1, [
        ['工作任务', 60, 115],
        ['责任单位', 250, 115],
        ['完成时限', 360, 115],
        ['一、把全县各条河道和水渠的堤岸全部加固一遍', 60, 140],
        ['清理南渠淤泥。', 60, 164],
        ['县水务局', 250, 164],
        ['4月底前', 360, 164],
        [`${number}、把全县各个镇和街道的校舍全部修缮一遍`, 60, 188],
      ]);
    expect(cellsOf(listsOf([page('二')])[0])).toContainEqual([3, 0, 1, '二、把全县各个镇和街道的校舍全部修缮一遍']);
    expect(listsOf([page('三')])[0]?.sheet?.rows).toBe(3);
  });

  test('rows on the page after the list ended are named', () => {
    const text: Print = ['各镇要在每年汛期之前把进展情况报送县政府办公室备案', 60, 260];
    const rows: Print[] = [...row(60, '加固东堤。', '县应急局'), ...row(84, '设置标尺。', '县水务局')];
    const first: Print[] = [...HEADINGS, ['疏浚河道', 60, 140], ...row(140, '清理南渠淤泥。', '县水务局'), text];
    expect(listsOf([pageOf(1, first), pageOf(2, rows)])[1]).toMatchObject({ sheet: null, unread: { page: 2 } });
  });
});

describe('merged cells in the middle of their rows', () => {
  /** Two lines of units beside one of a measure: that is in the middle. */
  const middle = (y: number, measure: string): Print[] => [
    [measure, 180, y],
    ['县水务局、', 360, y - 7],
    ['县财政局', 360, y + 7],
  ];
  const rows = [150, 190, 230, 270].flatMap((y, index) => middle(y, `清理第${index + 1}渠。`));

  test('one that the page cuts has its text at the top', () => {
    const [list] = listsOf([pageOf(1, [...HEADINGS, ['疏浚河道', 60, 170], ['修缮校舍', 60, 223], ...rows])]);
    expect(cellsOf(list).filter(([, column]) => column === 0)).toEqual([
      [0, 0, 1, '重点任务'],
      [1, 0, 2, '疏浚河道'],
      [3, 0, 2, '修缮校舍'],
    ]);
    expect(doubtfulRows(list, 0)).toEqual([]);
  });

  test('one that is in the middle of no rows stands beside the nearest, and is doubtful', () => {
    const [list] = listsOf([pageOf(1, [...HEADINGS, ['疏浚河道', 60, 180], ['修缮校舍', 60, 260], ...rows])]);
    expect(cellsOf(list).filter(([, column]) => column === 0)).toHaveLength(3);
    expect(doubtfulRows(list, 0).length).toBeGreaterThan(0);
  });
});
