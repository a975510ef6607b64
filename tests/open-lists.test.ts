import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/extract/page.js';
import type { PageList } from '../src/repair/printed/open/index.js';
import { cellsOf, HEADINGS, h, listsOf, type Print, pageOf } from './support/open-list.js';
import type { PlacedText } from './support/placed.js';

const outside = (list: PageList | undefined): string[] =>
  (list?.segments ?? []).map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));

const RUNNING_HEAD: Print = ['柳渡县政府公报', 50, 40];

describe('a list with rules between its rows', () => {
  const rows: Print[] = [
    ['疏浚河道', 60, 150],
    ['清理南渠淤泥并运走', 180, 135],
    ['县水务局', 360, 135],
    ['加固东堤', 180, 165],
    ['县应急局', 360, 165],
  ];
  const rules = [h(45, 30, 470), h(100), h(120), h(145, 170), h(175)];
  const page = pageOf(1, [RUNNING_HEAD, ...HEADINGS, ...rows], rules);

  test('has its columns between the white strips, and its rows between the rules', () => {
    const [list] = listsOf([page]);
    expect(cellsOf(list)).toEqual([
      [0, 0, 1, '重点任务'],
      [0, 1, 1, '具体举措'],
      [0, 2, 1, '责任单位'],
      [1, 0, 2, '疏浚河道'],
      [1, 1, 1, '清理南渠淤泥并运走'],
      [1, 2, 1, '县水务局'],
      [2, 1, 1, '加固东堤'],
      [2, 2, 1, '县应急局'],
    ]);
    expect(outside(list)).toEqual([RUNNING_HEAD[0]]);
  });

  test('goes on without its headings on the next page, under a rule as wide as its own', () => {
    const next = pageOf(2, [RUNNING_HEAD, ...rows], [h(45), h(120), h(145, 170), h(175), h(190)]);
    expect(cellsOf(listsOf([next])[0])).toEqual([]);
    const [, list] = listsOf([page, next], [RUNNING_HEAD[0]]);
    expect(cellsOf(list)).toContainEqual([1, 1, 1, '加固东堤']);
  });

  test('a section row goes over all columns', () => {
    const section: Print = ['一、把全县各条河道的堤岸加固一遍', 60, 133];
    const below = rows.map(([text, x, y]): Print => [text, x, y + 20]);
    const ruled = [h(100), h(120), h(140), h(165, 170), h(195)];
    const [list] = listsOf([pageOf(1, [...HEADINGS, section, ...below], ruled)]);
    expect(list?.sheet?.cells.find(({ row }) => row === 1)).toMatchObject({ columnSpan: 3 });
  });

  test('underlined text is none', () => {
    const lines = [100, 120, 140, 160].map((y): Print => ['各镇要加强巡查', 60, y - 3]);
    expect(
      cellsOf(
        listsOf([
          pageOf(
            1,
            lines,
            [100, 120, 140, 160].map((y) => h(y)),
          ),
        ])[0],
      ),
    ).toEqual([]);
  });
});

describe('a list without rules between its rows', () => {
  const first: Print[] = [
    ['疏浚河道', 60, 140],
    ['清理南渠淤泥并运走，', 180, 140],
    ['晒干以后用于复垦。', 180, 154],
    ['县水务局', 360, 140],
    ['加固东堤。', 180, 178],
    ['县应急局', 360, 178],
  ];
  const second: Print[] = [
    ['修缮校舍', 60, 202],
    ['更换危房的屋顶。', 180, 202],
    ['县教育局、', 360, 202],
    ['县财政局', 360, 216],
  ];
  const expected: PlacedText[] = [
    [0, 0, 1, '重点任务'],
    [0, 1, 1, '具体举措'],
    [0, 2, 1, '责任单位'],
    [1, 0, 2, '疏浚河道'],
    [1, 1, 1, '清理南渠淤泥并运走，晒干以后用于复垦。'],
    [1, 2, 1, '县水务局'],
    [2, 1, 1, '加固东堤。'],
    [2, 2, 1, '县应急局'],
    [3, 0, 1, '修缮校舍'],
    [3, 1, 1, '更换危房的屋顶。'],
    [3, 2, 1, '县教育局、县财政局'],
  ];

  test.each([
    ['no rules', []],
    ['three lines', [h(100), h(120), h(225)]],
  ] as [string, Rule[]][])('has its rows where lines are further apart: %s', (_, rules) => {
    expect(cellsOf(listsOf([pageOf(1, [...HEADINGS, ...first, ...second], rules)])[0])).toEqual(expected);
  });

  test('with cells in the middle of their rows', () => {
    const rows: Print[] = [
      ['疏浚河道', 60, 159],
      ['清理南渠淤泥并运走，', 180, 140],
      ['晒干以后用于复垦。', 180, 154],
      ['县水务局', 360, 147],
      ['加固东堤。', 180, 178],
      ['县应急局', 360, 178],
      ['修缮校舍', 60, 209],
      ['更换危房的屋顶。', 180, 209],
      ['县教育局、', 360, 202],
      ['县财政局', 360, 216],
    ];
    expect(cellsOf(listsOf([pageOf(1, [...HEADINGS, ...rows])])[0])).toEqual(expected);
  });

  test('goes on with the next page, where what is no heading is left blank', () => {
    const rest = first.slice(1).map(([text, x, y]): Print => [text, x, y - 60]);
    const lists = listsOf([pageOf(1, [...HEADINGS, ...first, ...second]), pageOf(2, rest)]);
    expect(cellsOf(lists[1])).toEqual([
      [0, 0, 2, ''],
      [0, 1, 1, '清理南渠淤泥并运走，晒干以后用于复垦。'],
      [0, 2, 1, '县水务局'],
      [1, 1, 1, '加固东堤。'],
      [1, 2, 1, '县应急局'],
    ]);
  });

  test('ends above running text', () => {
    const below: Print[] = [['各镇要在每年汛期之前把进展情况报送县政府办公室备案', 60, 260]];
    const [list, next] = listsOf([pageOf(1, [...HEADINGS, ...first, ...below]), pageOf(2, second)]);
    expect(list?.sheet?.rows).toBe(3);
    expect(outside(list)).toEqual([below[0]?.[0]]);
    expect(next?.sheet).toBeNull();
  });

  test('that a line over two columns breaks off is named, since rows may follow', () => {
    const over: Print[] = [['详见各镇网站首页上公布的建设项目名单和工程进度一览表', 180, 240]];
    const more = [...first, ...second].map(([text, x, y]): Print => [text, x, y + 124]);
    const [list, next] = listsOf([pageOf(1, [...HEADINGS, ...first, ...over, ...more]), pageOf(2, second)]);
    expect(list?.sheet?.rows).toBe(3);
    expect(list?.unread?.header.text).toBe('重点任务 具体举措 责任单位');
    expect(next?.sheet).toBeNull();
  });

  test('takes lines of its own that look like running heads, and leaves page numbers', () => {
    const number: Print = ['—7—', 240, 250];
    const [list] = listsOf([pageOf(1, [...HEADINGS, ...first, number])], ['加固东堤。', '县应急局', number[0]]);
    expect(list?.sheet?.rows).toBe(3);
    expect(outside(list)).toEqual([number[0]]);
  });

  test('leaves the name and number of the issue, though they stand over two of its columns', () => {
    const head: Print[] = [
      ['柳渡县人民政府公报', 60, 60],
      ['2031年第4期', 360, 60],
    ];
    const rows = first.map(([text, x, y]): Print => [text, x, y]);
    const [, next] = listsOf(
      [pageOf(1, [...HEADINGS, ...rows]), pageOf(2, [...head, ...rows])],
      head.map(([text]) => text),
    );
    expect(next?.sheet?.rows).toBe(2);
    expect(outside(next)).toEqual(head.map(([text]) => text));
  });

  test('headings over others have a row of their own', () => {
    const headings: Print[] = [
      ['工作任务', 100, 115],
      ['责任单位', 300, 105],
      ['牵头', 260, 125],
      ['配合', 360, 125],
      ['完成时限', 420, 115],
    ];
    const rows: Print[] = [
      ['加固东堤并设置水位标尺。', 60, 150],
      ['县水务局', 250, 150],
      ['县应急局', 340, 150],
      ['年底前', 425, 150],
    ];
    const [list] = listsOf([pageOf(1, [...headings, ...rows])]);
    expect(cellsOf(list).slice(0, 5)).toEqual([
      [0, 0, 2, '工作任务'],
      [0, 1, 1, '责任单位'],
      [0, 3, 2, '完成时限'],
      [1, 1, 1, '牵头'],
      [1, 2, 1, '配合'],
    ]);
  });

  test('units that are blank may be those above: that is a guess, and not made where the column repeats itself', () => {
    const blank = first.filter(([text]) => text !== '县应急局');
    const [list] = listsOf([pageOf(1, [...HEADINGS, ...blank])]);
    expect(list?.sheet?.cells.find(({ row, column }) => row === 1 && column === 2)).toMatchObject({
      rowSpan: 2,
      blankRows: [2],
    });
    const repeating: Print[] = [...second, ['清扫操场。', 180, 240], ['县教育局、', 360, 240], ['县财政局', 360, 254]];
    const [other] = listsOf([pageOf(1, [...HEADINGS, ...blank, ...repeating])]);
    expect(cellsOf(other)).toContainEqual([2, 2, 1, '']);
  });

  test('units that are blank below the headings of a further page are those of the page before', () => {
    const blank = first.filter(([text]) => text !== '县水务局');
    const lists = listsOf([pageOf(1, [...HEADINGS, ...first]), pageOf(2, [...HEADINGS, ...blank])]);
    const cells = lists[1]?.sheet?.cells.filter(({ column }) => column === 2) ?? [];
    expect(cells.map(({ row, rowSpan, text }) => [row, rowSpan, text.text])).toEqual([
      [0, 1, '责任单位'],
      [1, 1, ''],
      [2, 1, '县应急局'],
    ]);
  });

  test('whose rows cannot be told is named', () => {
    // two units beside one measure, far apart
    const odd: Print[] = [
      ['疏浚河道', 60, 140],
      ['清理南渠淤泥并运走，', 180, 140],
      ['晒干以后用于复垦，', 180, 154],
      ['并种上草皮。', 180, 168],
      ['县水务局', 360, 140],
      ['县应急局', 360, 168],
    ];
    const [list] = listsOf([pageOf(1, [...HEADINGS, ...odd])]);
    expect(list?.sheet).toBeNull();
    expect(list?.unread?.header.text).toBe('重点任务 具体举措 责任单位');
  });

  test('two columns of running text are none', () => {
    const lines = [100, 115, 130, 145].flatMap((y): Print[] => [
      ['各镇要加强巡查，把责任单位', 60, y],
      ['和完成时限落实到人。', 260, y],
    ]);
    expect(listsOf([pageOf(1, lines)])[0]).toMatchObject({ sheet: null, unread: null });
  });
});
