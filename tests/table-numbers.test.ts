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
    ['（1）', ['（1）', '（2）', '（3）', '（4）'], ['1', '2', '3', '4']],
    ['1．', ['1．', '2．', '3．', '4．'], ['1', '2', '3', '4']],
    ['1 and 1.1', ['1', '1.1', '1.2', '2']],
  ])("in the form %s is the measure's", (_, printed, clean = printed) => {
    const rows = printed.map((number) => row(number, '清理淤泥。'));
    const found = listMeasures(sheet(1, HEADER, ...rows));
    expect(numbers(found)).toEqual(clean);
    expect(codes(found)).toEqual([]);
    // over a page break, and a row that the break cuts
    const cut = listMeasures(
      sheet(1, HEADER, ...rows.slice(0, 2)),
      sheet(2, ['', '运走晒干。', '', ''], ...rows.slice(2)),
    );
    expect(numbers(cut)).toEqual(clean);
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

  const PARTED = ['序号', '重点任务', '编号', '具体措施', '责任单位'];
  /** Two headings, the first of two measures. */
  const parted = (headings: readonly [string, string][], own: readonly string[]): Measure[] => {
    const [[first, river], [second, marsh]] = headings as [[string, string], [string, string]];
    return listMeasures(
      sheet(
        1,
        PARTED,
        [[first, 2], [river, 2], own[0] as string, '清理淤泥。', UNIT],
        [null, null, own[1] as string, '加固堤防。', UNIT],
        [second, marsh, own[2] as string, '补种芦苇。', UNIT],
      ),
    );
  };

  test.each([
    ['beside them', '1', '2', ['1-1', '1-2', '2-1'], ['1', '2', '1']],
    ['of Han', '一', '二', ['一（1）', '一（2）', '二（1）'], ['1', '2', '1']],
    ['that are counted on', '1', '2', ['1.1', '1.2', '2.3'], ['1', '2', '3']],
    ['not those of the headings', '1', '2', ['3-1', '3-2', '4-1'], ['3-1', '3-2', '4-1']],
    ['of another measure', '1', '2', ['1-1', '2-1', '2-2'], ['1-1', '2-1', '2-2']],
  ])('begins with those of the headings: %s', (_, first, second, own, expected) => {
    const found = parted(
      [
        [first, '疏浚河道'],
        [second, '修复湿地'],
      ],
      own,
    );
    expect(paths(found)).toEqual([`${first} 疏浚河道`, `${first} 疏浚河道`, `${second} 修复湿地`]);
    expect(numbers(found)).toEqual(expected);
  });

  test('gives them to headings that are printed without', () => {
    const rows = (own: readonly string[]): Measure[] =>
      listMeasures(
        sheet(
          1,
          ['重点任务', '编号', '具体措施', '责任单位'],
          [['疏浚河道', 2], own[0] as string, '清理淤泥。', UNIT],
          [null, own[1] as string, '加固堤防。', UNIT],
          ['修复湿地', own[2] as string, '补种芦苇。', UNIT],
        ),
      );
    expect(paths(rows(['1.1', '1.2', '2.1']))).toEqual(['1 疏浚河道', '1 疏浚河道', '2 修复湿地']);
    expect(numbers(rows(['1.1', '1.2', '2.1']))).toEqual(['1', '2', '1']);
    expect(codes(rows(['1.1', '1.2', '2.1']))).toEqual([]);
    // one number for two headings, or two for one, is none of theirs
    expect(paths(rows(['1.1', '1.2', '1.3']))).toEqual(['疏浚河道', '疏浚河道', '修复湿地']);
    expect(numbers(rows(['1.1', '2.1', '3.1']))).toEqual(['1.1', '2.1', '3.1']);
  });

  test('begins with those of the sections, of several levels', () => {
    const found = listMeasures(
      sheet(
        1,
        HEADER,
        over('一、水面'),
        over('（一）河道'),
        row('1.1.1', '清理淤泥。'),
        row('1.1.2', '加固堤防。'),
        over('（二）湖泊'),
        row('1.2.1', '补种芦苇。'),
      ),
    );
    expect(found.map(({ id }) => id)).toEqual(['d1.table.一.一.1', 'd1.table.一.一.2', 'd1.table.一.二.1']);
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
