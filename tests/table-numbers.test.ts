// Numbers of a task list in a column of their own, and section rows of several levels.
import { describe, expect, test } from 'vitest';
import type { Measure } from '../src/model/index.js';
import { rowNumber } from '../src/text/row-number.js';
import { listMeasures } from './support/list.js';
import { type Print, sheet } from './support/sheet.js';

const HEADER = ['序号', '工作任务', '责任单位', '完成时限'];
const WIDTH = HEADER.length;
const [UNIT, BY] = ['市水务局', '2031年6月底前'];
/** A row over all columns, and one whose number stands apart. */
const over = (text: string): Print[] => [[text, 1, WIDTH], null, null, null];
const beside = (number: string, text: string): Print[] => [number, [text, 1, WIDTH - 1], null, null];
const row = (number: string, text: string): Print[] => [number, text, UNIT, BY];

const paths = (found: readonly Measure[]): string[] =>
  found.map(({ path }) => path.map(({ number, title }) => `${number ?? ''} ${title}`.trim()).join(' / '));
const numbers = (found: readonly Measure[]): (string | null)[] => found.map(({ number }) => number);
const codes = (found: readonly Measure[]): string[] => found.flatMap(({ flags }) => flags.map(({ code }) => code));

describe('section rows', () => {
  test('of two levels: the inner ones stand under the outer one until the next', () => {
    const found = listMeasures(
      sheet(
        1,
        HEADER,
        over('一、水面'),
        over('（一）河道'),
        row('1', '清理淤泥。'),
        over('（二）湖泊'),
        row('2', '加固堤防。'),
        over('二、湿地'),
        row('3', '补种芦苇。'),
      ),
    );
    expect(paths(found)).toEqual(['一 水面 / 一 河道', '一 水面 / 二 湖泊', '二 湿地']);
    expect(codes(found)).toEqual([]);
  });

  test('with its number apart', () => {
    const found = listMeasures(
      sheet(1, HEADER, beside('一', '水面'), row('1', '清理淤泥。'), beside('（一）', '河道'), row('2', '加固堤防。')),
      sheet(2, HEADER, beside('二', '湿地'), row('3', '补种芦苇。')),
    );
    expect(paths(found)).toEqual(['一 水面', '一 水面 / 一 河道', '二 湿地']);
    expect(numbers(found)).toEqual(['1', '2', '3']);
    expect(codes(found)).toEqual([]);
  });

  test('without numbers: one right below another is a part of it', () => {
    const found = listMeasures(
      sheet(1, HEADER, over('水面'), over('河道'), row('1', '清理淤泥。'), over('湿地'), row('2', '补种芦苇。')),
    );
    expect(paths(found)).toEqual(['水面 / 河道', '湿地']);
  });
});

describe('a number in a column of its own', () => {
  test.each([
    ['1.1', ['1.1', '1.2', '2.1', '2.2']],
    ['1-1', ['1-1', '1-2', '2-1', '2-2']],
    ['一（1）', ['一（1）', '一（2）', '二（1）', '二（2）']],
    ['（1）', ['（1）', '（2）', '（3）', '（4）']],
    ['1．', ['1．', '2．', '3．', '4．']],
    ['1 and 1.1', ['1', '1.1', '1.2', '2']],
  ])("in the form %s is the measure's", (_, printed) => {
    const rows = printed.map((number) => row(number, '清理淤泥。'));
    const found = listMeasures(sheet(1, HEADER, ...rows));
    expect(numbers(found)).toEqual(printed);
    expect(codes(found)).toEqual([]);
    // over a page break, and a row that the break cuts
    const cut = listMeasures(
      sheet(1, HEADER, ...rows.slice(0, 2)),
      sheet(2, ['', '运走晒干。', '', ''], ...rows.slice(2)),
    );
    expect(numbers(cut)).toEqual(printed);
    expect(cut[1]?.text).toBe('清理淤泥。运走晒干。');
    expect(codes(cut)).toEqual(['row-joined']);
  });

  test.each([
    [['1.1', '1.3'], 'number-gap'],
    [['1.1', '1.1'], 'number-repeated'],
    [['1-1', '3-1'], 'number-gap'],
    [['一（2）', '一（3）'], 'number-gap'],
  ])('%j is flagged', (printed, code) => {
    expect(codes(listMeasures(sheet(1, HEADER, ...printed.map((number) => row(number, '清理淤泥。')))))).toEqual([
      code,
    ]);
  });

  test("beside the numbers of the headings is the measure's", () => {
    const header = ['序号', '重点任务', '编号', '具体措施', '责任单位'];
    const found = listMeasures(
      sheet(
        1,
        header,
        [['1', 2], ['疏浚河道', 2], '1-1', '清理淤泥。', UNIT],
        [null, null, '1-2', '加固堤防。', UNIT],
        ['2', '修复湿地', '2-1', '补种芦苇。', UNIT],
      ),
    );
    expect(paths(found)).toEqual(['1 疏浚河道', '1 疏浚河道', '2 修复湿地']);
    expect(numbers(found)).toEqual(['1-1', '1-2', '2-1']);
    expect(codes(found)).toEqual([]);
  });

  test.each([
    ['12', [12]],
    ['十二', [12]],
    ['（三）', [3]],
    ['1.2.3', [1, 2, 3]],
    ['二（10）', [2, 10]],
    ['1-', null],
    ['第一', null],
    ['1台', null],
    ['', null],
  ])('%s', (text, expected) => expect(rowNumber(text)).toEqual(expected));
});
