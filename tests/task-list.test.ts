import { describe, expect, test } from 'vitest';
import type { Measure } from '../src/model/index.js';
import type { Sheet } from '../src/repair/table/index.js';
import { listMeasures as measures, parsedList as parsed } from './support/list.js';
import { type Print, sheet } from './support/sheet.js';

const ids = (found: readonly Measure[]): string[] => found.map((measure) => measure.id.replace('d1.table.', ''));
/** Numbers and titles of the headings above each measure. */
const paths = (found: readonly Measure[]): string[] =>
  found.map(({ path }) => path.map(({ number, title }) => `${number ?? ''} ${title}`.trim()).join(' / '));
const flags = (found: readonly Measure[]): string[][] =>
  found.map((measure) => measure.flags.map(({ code, field, severity }) => `${code} ${field} ${severity}`));

test('where numbers begin again under one heading, what follows may be under another', () => {
  const heading = ['主要指标', '具体措施', '完成时限', '责任单位'];
  const rows = ['1', '2', '1', '2', '3'].map((number) => [
    null,
    `${number}.清理河道${number}。`,
    '2031年6月底前',
    '市水务局',
  ]);
  const found = measures(sheet(1, heading, [['一、水面', 6], '0.巡查河道。', '2031年6月底前', '市水务局'], ...rows));
  expect(flags(found).map((own) => own.filter((flag) => flag.startsWith('number-repeated')))).toEqual([
    [],
    [],
    [],
    ['number-repeated number check'],
    ['number-repeated path check'],
    ['number-repeated path check'],
  ]);
});

test('a heading without a number that ends the sentence of the one before is doubted, with all below it', () => {
  const header = ['主要指标', '目标任务', '具体措施', '完成时限', '责任单位'];
  const list = (before: string): string[][] =>
    flags(
      measures(
        sheet(
          1,
          header,
          ['一、水面', before, '（1）清理淤泥。', '2031年6月底前', '市水务局'],
          [['二、湿地', 2], ['行洪断面和自然岸线。', 2], '（1）加固堤防。', '2031年6月底前', '市水务局'],
          [null, null, '（2）拓宽步道。', '2031年6月底前', '市水务局'],
        ),
      ),
    );
  const doubt = 'order-uncertain path[1] check';
  expect(list('1.疏浚河道，恢复')).toEqual([[], [doubt], [doubt]]);
  expect(list('1.疏浚河道。').flat()).toEqual([]);
});

test('two units without a mark between them are doubted', () => {
  const heading = ['具体措施', '完成时限', '责任单位'];
  const [joined, branch] = measures(
    sheet(
      1,
      heading,
      ['1.清理河道。', '2031年6月底前', '市水务局市应急局'],
      ['2.加固堤防。', '2031年6月底前', '市公安局市北区分局'],
    ),
  );
  expect(flags([joined as Measure])[0]).toContain('department-unknown departments check');
  expect(flags([branch as Measure])[0]).not.toContain('department-unknown departments check');
});

const UNIT = '市水务局';
const BY = '2031年6月底前';
/** A row over all three or four columns. */
const over = (text: string, columns: number): Print[] => [[text, 1, columns], ...new Array(columns - 1).fill(null)];

describe('a row over all columns is the outermost heading of the rows below it', () => {
  const HEADER = ['目标任务', '具体措施', '完成时限', '责任单位'];
  const DREDGE = [['1.疏浚河道', 2], '（1）清理淤泥。', BY, UNIT] as const;
  const DIKE = [null, '（2）加固堤防。', BY, UNIT];
  const PLANT = ['1.修复湿地', '（1）补种芦苇。', BY, UNIT];

  test('above the headings of the path column, until the next one', () => {
    const found = measures(sheet(1, HEADER, over('一、水面', 4), DREDGE, DIKE, over('二、湿地', 4), PLANT));
    expect(paths(found)).toEqual(['一 水面 / 1 疏浚河道', '一 水面 / 1 疏浚河道', '二 湿地 / 1 修复湿地']);
    expect(ids(found)).toEqual(['一.1.1', '一.1.2', '二.1.1']);
    expect(flags(found)).toEqual([[], [], []]);
  });

  test('it names who leads, as any heading does', () => {
    const [found] = measures(sheet(1, HEADER, over('一、水面（市水务局牵头）', 4), PLANT));
    expect(found?.path[0]).toMatchObject({ number: '一', title: '水面', leads: [{ name: UNIT, role: 'lead' }] });
  });

  test('it still holds on the next page', () => {
    const found = measures(sheet(1, HEADER, over('一、水面', 4), DREDGE, DIKE), sheet(2, HEADER, PLANT));
    expect(paths(found).at(-1)).toBe('一 水面 / 1 修复湿地');
  });

  test('it may be the first row of a page', () => {
    const found = measures(
      sheet(1, HEADER, over('一、水面', 4), DREDGE, DIKE),
      sheet(2, HEADER, over('二、湿地', 4), PLANT),
    );
    expect(paths(found)).toEqual(['一 水面 / 1 疏浚河道', '一 水面 / 1 疏浚河道', '二 湿地 / 1 修复湿地']);
  });

  const NUMBERED = ['序号', '工作任务', '完成时限', '责任单位'];
  const ROWS = [
    ['1', '清理淤泥。', BY, UNIT],
    ['2', '加固堤防。', BY, UNIT],
  ];
  const NEXT = ['3', '补种芦苇。', BY, UNIT];
  test('a list without path columns has one level, with a number or without', () => {
    const found = measures(sheet(1, NUMBERED, over('水面', 4), ...ROWS, over('二、湿地', 4), NEXT));
    expect(paths(found)).toEqual(['水面', '水面', '二 湿地']);
    expect(found.map((measure) => measure.number)).toEqual(['1', '2', '3']);
  });

  test('without a number as the first row of a page, it is no rest of the row before', () => {
    const found = measures(sheet(1, NUMBERED, over('水面', 4), ...ROWS), sheet(2, NUMBERED, over('湿地', 4), NEXT));
    expect(paths(found)).toEqual(['水面', '水面', '湿地']);
    expect(found.map((measure) => measure.text)).toEqual(['清理淤泥。', '加固堤防。', '补种芦苇。']);
  });
});

describe('序号 numbers what it spans the rows of', () => {
  const HEADER = ['序号', '重点任务', '具体措施', '责任单位'];

  test('the heading, where it is as tall: the measures have no number', () => {
    const found = measures(
      sheet(
        1,
        HEADER,
        [['1', 2], ['疏浚河道', 2], '清理淤泥。', UNIT],
        [null, null, '加固堤防。', UNIT],
        ['2', '修复湿地', '补种芦苇。', UNIT],
      ),
    );
    expect(paths(found)).toEqual(['1 疏浚河道', '1 疏浚河道', '2 修复湿地']);
    expect(found.map((measure) => measure.number)).toEqual([null, null, null]);
    expect(ids(found)).toEqual(['1', '1~2', '2']);
    expect(flags(found)).toEqual([[], [], []]);
  });

  test('the measure, where each row has its own', () => {
    const found = measures(
      sheet(1, HEADER, ['1', ['疏浚河道', 2], '清理淤泥。', UNIT], ['2', null, '加固堤防。', UNIT]),
    );
    expect(paths(found)).toEqual(['疏浚河道', '疏浚河道']);
    expect(ids(found)).toEqual(['1', '2']);
  });

  test('a row over all columns is numbered by none', () => {
    const dredge = [['1', 2], ['疏浚河道', 2], '清理淤泥。', UNIT] as const;
    const found = measures(sheet(1, HEADER, over('水面', 4), dredge, [null, null, '加固堤防。', UNIT]));
    expect(paths(found)).toEqual(['水面 / 1 疏浚河道', '水面 / 1 疏浚河道']);
  });

  test('a gap of the headings is flagged at the first measure under it', () => {
    const found = measures(
      sheet(
        1,
        HEADER,
        [['1', 2], ['疏浚河道', 2], '清理淤泥。', UNIT],
        [null, null, '加固堤防。', UNIT],
        ['3', '修复湿地', '补种芦苇。', UNIT],
      ),
    );
    expect(flags(found)).toEqual([[], [], ['number-gap path[0] check']]);
  });
});

describe('columns without a field of their own are kept', () => {
  const HEADER = ['序号', '工作任务', '责任单位', '完成时限', '经费来源', '备注'];
  const rows = sheet(
    1,
    HEADER,
    ['1', '清理淤泥。', UNIT, BY, '市级财政', '续建'],
    ['2', '加固堤防。', UNIT, BY, '', '新建'],
    ['3', '补种芦苇。', UNIT, BY, '', ''],
  );

  test('in `extra`, by their heading; what is empty is left out', () => {
    expect(measures(rows).map((measure) => measure.extra)).toEqual([
      { 经费来源: '市级财政', 备注: '续建' },
      { 备注: '新建' },
      undefined,
    ]);
  });

  test('only one that is not known is flagged, with its heading and text', () => {
    const found = measures(rows);
    expect(flags(found)).toEqual([['column-unrecognised extra check'], [], []]);
    expect(found[0]?.flags[0]?.message).toMatch(/经费来源.*市级财政/u);
  });

  test('two under one heading are both kept', () => {
    const twice = sheet(1, ['序号', '工作任务', '责任单位', '备注', '备注'], ['1', '清理淤泥。', UNIT, '续建', '市级']);
    expect(measures(twice)[0]?.extra).toEqual({ 备注: '续建；市级' });
  });

  test('each is traced, and nothing is unplaced', () => {
    const { coverage, measures: found } = parsed(rows);
    expect(coverage.unplaced).toBe(0);
    expect(found[0]?.sources.filter(({ field }) => field === 'extra')).not.toEqual([]);
  });
});

describe('a row that names nobody is flagged', () => {
  const HEADER = ['工作任务', '完成时限', '牵头单位', '配合单位'];

  test.each([
    ['neither lead nor support', ['', ''], ['department-unknown departments check']],
    ['no support', [UNIT, ''], []],
    ['nobody, and says so', ['无', ''], []],
  ])('%s', (_, units, expected) => {
    expect(flags(measures(sheet(1, HEADER, ['1.清理淤泥。', BY, ...units])))).toEqual([expected]);
  });
});

describe('a note under the list', () => {
  const HEADER = ['序号', '工作任务', '完成时限', '责任单位'];

  test('is no measure and no part of one: unplaced, and flagged', () => {
    const note = '注：本清单所列时限均为最迟时限。';
    const {
      coverage,
      flags: found,
      measures: rows,
    } = parsed(sheet(1, HEADER, ['1', '清理淤泥。', BY, UNIT], over(note, 4)));
    expect(rows.map((measure) => measure.text)).toEqual(['清理淤泥。']);
    expect(rows[0]?.path).toEqual([]);
    expect(coverage.unplaced).toBe(note.length);
    expect(found).toMatchObject([{ code: 'text-unplaced', field: 'page 1', severity: 'check' }]);
    expect(found[0]?.message).toContain(note);
  });
});

describe('what was joined over pages is flagged where a reader sees it', () => {
  const HEADER = ['目标任务', '具体措施', '完成时限', '责任单位'];
  const GOAL = '1.疏浚河道，恢复行洪断面和自然岸线';
  const SLIP = '1.疏浚河道，恢复行洪断面及自然岸线';
  const first = sheet(1, HEADER, [[GOAL, 2], '（1）清理淤泥。', BY, UNIT], [null, '（2）加固堤防。', BY, UNIT]);
  const again = (goal: string): Sheet =>
    sheet(2, HEADER, [[goal, 2], '（3）拓宽步道。', BY, UNIT], [null, '（4）增设护栏。', BY, UNIT]);

  test('a heading printed again with other words: at the first row of the page, with both wordings', () => {
    const found = measures(first, again(SLIP));
    expect(flags(found)).toEqual([[], [], ['repeat-differs path[0] check'], []]);
    expect(found[2]?.flags[0]?.message).toMatch(/面及自.*面和自/u);
  });

  test('the same words again need no look', () => expect(flags(measures(first, again(GOAL))).flat()).toEqual([]));

  test('a heading that is not printed again: a note at each row', () => {
    expect(flags(measures(first, again('')))).toEqual([
      [],
      [],
      ['path-inherited path[0] note'],
      ['path-inherited path[0] note'],
    ]);
  });

  const PLAIN = ['工作任务', '完成时限', '责任单位'];
  test('a row cut by the page, in a list without numbers: joined, and a person should look', () => {
    const found = measures(
      sheet(1, PLAIN, ['清理淤泥。', BY, UNIT], ['加固东岸堤防，排查', BY, UNIT]),
      sheet(2, PLAIN, ['渗漏和沉降。', '', ''], ['补种芦苇。', BY, UNIT]),
    );
    expect(found.map((measure) => measure.text)).toEqual([
      '清理淤泥。',
      '加固东岸堤防，排查渗漏和沉降。',
      '补种芦苇。',
    ]);
    expect(flags(found)).toEqual([[], ['row-joined text check'], []]);
    expect(found[1]?.flags[0]?.message).toMatch(/第1页.*第2页/u);
  });

  test('with numbers it is sure: a note', () => {
    const found = measures(
      sheet(1, ['序号', ...PLAIN], ['1', '清理淤泥。', BY, UNIT], ['2', '加固东岸堤防，排查', BY, UNIT]),
      sheet(2, ['序号', ...PLAIN], ['', '渗漏和沉降。', '', ''], ['3', '补种芦苇。', BY, UNIT]),
    );
    expect(flags(found)).toEqual([[], ['row-joined text note'], []]);
  });
});

describe('a header of two levels', () => {
  test('who stands under 牵头单位 leads, who stands under 配合单位 supports', () => {
    const top: Print[] = [['序号', 2], ['工作任务', 2], ['责任分工', 1, 2], null];
    const [found, ...more] = measures(
      sheet(1, top, [null, null, '牵头单位', '配合单位'], ['1', '清理淤泥。', UNIT, '市财政局、市应急局']),
    );
    expect(more).toEqual([]);
    expect(found?.departments.map(({ name, role }) => [name, role])).toEqual([
      [UNIT, 'lead'],
      ['市财政局', 'support'],
      ['市应急局', 'support'],
    ]);
  });
});
