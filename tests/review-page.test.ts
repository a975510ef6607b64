// What the review page works out for itself: orders, search, places, long lists, two wordings, measures made of others.
import { describe, expect, test } from 'vitest';
import type { Issue, Measure } from '../src/model/index.js';
import { printedAgainSays, textAndListSay, twoWordings } from '../src/parse/two-wordings.js';
import { applyCorrection } from '../src/review/apply.js';
import { columnsOf } from '../src/review/page/edit/columns.js';
import { filledRows } from '../src/review/page/edit/filled-rows.js';
import { dueOverTime, flagsLeft, measuresPerDepartment } from '../src/review/page/issue/chart-data.js';
import { type Order, type Row, rowsOf } from '../src/review/page/issue/order.js';
import { hitAt, placesOf, sourcesOf } from '../src/review/page/issue/places.js';
import {
  addBehind,
  join,
  moveBoundary,
  neighbourOf,
  split,
  titleOf,
  withText,
} from '../src/review/page/issue/reshape.js';
import { offsetsOf, rangeInView, rowAt } from '../src/review/page/issue/virtual.js';
import { nextSpot } from '../src/review/page/issue/walk.js';
import { asRead } from '../src/review/settle.js';
import { madeUpIssue } from './support/issue.js';

const WORDS = { noDepartment: '没有部门', noDue: '没有日期', errors: '错误', checks: '待核对', others: '其他' };
const issue = madeUpIssue();
const numbered = (number: string): Measure => issue.measures.find((one) => one.number === number) as Measure;
const rows = (order: Order, search = '', onlyFlagged = false): Row[] =>
  rowsOf(issue.measures, { order, search, onlyFlagged }, WORDS);
/** Headings as they are, measures by their numbers. */
const told = (some: readonly Row[]): (string | null)[] =>
  some.map((row) => (row.kind === 'group' ? row.label : row.entry.measure.number));

describe('the list', () => {
  test.each<[Order, (string | null)[]]>([
    [
      'printed',
      [
        '一 持续优化惠企便民服务 › 1 压减窗口办事环节',
        ...['1', '2'],
        '一 持续优化惠企便民服务 › 2 提升热线办理质量',
        ...['3', '4'],
        '二 加快建设绿色低碳物流体系 › 3 推广多式联运“一单制”',
        ...['5', '6', '7'],
      ],
    ],
    ['department', ['省交通运输厅', '5', '6', '7', '省政务服务局', '1', '3', '4', '省市场监管局', '2']],
    ['due', ['2031-04', '4', '2031-06', '1', '2031-10', '5', '2031-12', '2', '2032-06', '7', '没有日期', '3', '6']],
    ['flags', ['错误', '6', '待核对', '4', '其他', '1', '2', '3', '5', '7']],
  ])('in the order %s', (order, expected) => {
    expect(told(rows(order))).toEqual(expected);
  });

  test.each([
    ['text', '热线', ['3', '4']],
    ['a department', '统计局', ['4']],
    ['a day', '2032-06', ['7']],
    ['several words', '省交通运输厅 货运', ['6']],
    ['small and capital letters', 'D1.TABLE.二.3.7', ['7']],
    ['nothing that is there', '没有这样的字', []],
  ])('searched by %s', (_, search, expected) => {
    expect(told(rows('printed', search).filter(({ kind }) => kind === 'measure'))).toEqual(expected);
  });

  test('of flagged measures only, and from flag to flag, round and round', () => {
    expect(told(rows('flags', '', true))).toEqual(['错误', '6', '待核对', '4']);
    const shown = rows('printed');
    const [four, six] = [numbered('4').id, numbered('6').id];
    const walked = [];
    let at: { chosen: Measure | null; flag: number } = { chosen: numbered('1'), flag: -1 };
    for (let n = 0; n < 4; n++) {
      const spot = nextSpot(shown, at.chosen, at.flag, 1);
      if (!spot) throw new Error('no flag');
      walked.push([spot.id, spot.flag]);
      at = { chosen: issue.measures.find(({ id }) => id === spot.id) ?? null, flag: spot.flag };
    }
    expect(walked).toEqual([
      [four, 0],
      [six, 0],
      [six, 1],
      [four, 0],
    ]);
    expect(nextSpot(shown, numbered('6'), 1, -1)).toEqual({ id: six, flag: 0 });
    expect(nextSpot(shown, numbered('1'), -1, -1)).toEqual({ id: six, flag: 1 });
    expect(nextSpot([], null, -1, 1)).toBeNull();
  });
});

test('of a long list, only the rows in view are there', () => {
  const offsets = offsetsOf(Array.from({ length: 5000 }, (_, index) => (index % 10 === 0 ? 34 : 68)));
  expect(offsets[5000]).toBe(500 * 34 + 4500 * 68);
  for (const row of [0, 1, 9, 10, 2500, 4999]) {
    expect(rowAt(offsets, offsets[row] as number)).toBe(row);
    expect(rowAt(offsets, (offsets[row + 1] as number) - 1)).toBe(row);
  }
  const [from, to] = rangeInView(offsets, 100_000, 600);
  expect(offsets[from] as number).toBeLessThan(100_000);
  expect(offsets[to] as number).toBeGreaterThan(100_600);
  expect(to - from).toBeLessThan(30);
  expect(rangeInView(offsetsOf([]), 0, 600)).toEqual([0, 0]);
});

describe('places', () => {
  const placed: Measure = {
    ...numbered('1'),
    sources: [
      { field: 'path[0]', page: 2, bbox: [0, 0, 100, 500] },
      { field: 'text', page: 2, bbox: [100, 10, 300, 60] },
      { field: 'text', page: 3, bbox: [100, 10, 300, 30] },
      { field: 'departments', page: 2, bbox: [310, 10, 400, 60] },
    ],
  };
  const below: Measure = { ...numbered('2'), sources: [{ field: 'text', page: 2, bbox: [100, 60, 300, 90] }] };

  test('of a field; of one that was not read by itself, those of what it was read with', () => {
    expect(placesOf(sourcesOf(placed, 'text'))).toEqual([2, 3]);
    expect(sourcesOf(placed, 'number')).toEqual(sourcesOf(placed, 'text'));
    expect(sourcesOf(placed, 'openEnded')).toEqual(sourcesOf(placed, 'departments'));
    expect(sourcesOf(placed, 'path')).toHaveLength(1);
    expect(sourcesOf(placed, 'deadlines')).toEqual(sourcesOf(placed, 'text'));
  });

  test.each([
    [2, 150, 30, '1', 'text'],
    [2, 150, 75, '2', 'text'],
    [2, 350, 30, '1', 'departments'],
    [2, 50, 400, '1', 'path'],
    [3, 150, 20, '1', 'text'],
  ])('on page %i at %i, %i: measure %s, %s', (page, x, y, number, field) => {
    const hit = hitAt([placed, below], page, x, y);
    expect([hit?.measure.number, hit?.field]).toEqual([number, field]);
  });

  test('where nothing stands, nothing is found', () => {
    expect(hitAt([placed, below], 2, 500, 700)).toBeNull();
    expect(hitAt([placed, below], 1, 150, 30)).toBeNull();
  });
});

describe('two wordings, out of the messages of flags', () => {
  test.each([
    [
      '「推进改革」的文字，正文与任务清单不一致：正文（第3页）「三个」，清单（第12页）「四个」',
      [
        ['in-text', '第3页', '三个'],
        ['in-list', '第12页', '四个'],
      ],
    ],
    [
      '「推进改革」的责任单位，正文与任务清单不一致：正文（第3页）的「省财政厅」，清单（第12页）没有；已由人核对认可',
      [
        ['in-text', '第3页', '省财政厅'],
        ['in-list', '第12页', null],
      ],
    ],
    [
      '「推进改革」的责任单位，正文与任务清单不一致：正文（第3页）没有清单（第12页）中的「省财政厅」',
      [
        ['in-text', '第3页', null],
        ['in-list', '第12页', '省财政厅'],
      ],
    ],
    [
      '重印的文字不同：此处「甲」，之前「乙」',
      [
        ['here', '', '甲'],
        ['before', '', '乙'],
      ],
    ],
  ])('%s', (message, expected) => {
    expect(twoWordings(asRead(message))?.map(({ where, place, text }) => [where, place, text])).toEqual(expected);
  });

  test.each([
    [textAndListSay(['甲', '第3页'], ['乙', '第9页']), '甲', '乙'],
    [textAndListSay(['「甲」', '第3页'], ['乙「丙」', '第9页']), '「甲」', '乙「丙」'],
    [textAndListSay(['', '第3页'], ['乙', '第9页']), null, '乙'],
    [textAndListSay(['甲', '第3页'], ['', '第9页']), '甲', null],
    [printedAgainSays('甲', '乙'), '甲', '乙'],
    [printedAgainSays('', '乙'), null, '乙'],
  ])('as they are written: %s', (message, one, other) => {
    expect(twoWordings(`「推进改革」：${message}`)?.map(({ text }) => text)).toEqual([one, other]);
  });

  test('a flag about one place has none', () => {
    expect(twoWordings('6月底前：年份按成文日期2024-05-20推定')).toBeNull();
  });
});

describe('measures made of others', () => {
  const [third, fourth] = [numbered('3'), numbered('4')];
  const texts = (some: Issue | null): string[] => some?.measures.map(({ text }) => text) ?? [];
  const at = issue.measures.indexOf(third);

  test('no character is lost by parting and joining', () => {
    const whole = texts(issue).join('');
    const parted = applyCorrection(issue, split(fourth, fourth.text.indexOf('。') + 1));
    expect(texts(parted)).toHaveLength(issue.measures.length + 1);
    expect(texts(parted).join('')).toBe(whole);
    const joined = applyCorrection(issue, join(third, fourth));
    expect(texts(joined)).toHaveLength(issue.measures.length - 1);
    expect(texts(joined).join('')).toBe(whole);
    expect(joined?.measures[at]?.departments.map(({ name }) => name)).toEqual(['省政务服务局', '省统计局']);
    for (const moving of [{ tailFrom: third.text.indexOf('。') + 1 }, { headTo: fourth.text.indexOf('。') + 1 }]) {
      const moved = applyCorrection(issue, moveBoundary(third, fourth, moving));
      expect(texts(moved)).toHaveLength(issue.measures.length);
      expect(texts(moved).join('')).toBe(whole);
      expect(texts(moved)).not.toEqual(texts(issue));
    }
  });

  test('what stands in other columns of the list is joined too', () => {
    const joined = join(
      { ...third, extra: { 备注: '每周通报', 责任人: '甲' }, keywords: ['热线', '工单'] },
      { ...fourth, extra: { 备注: '每季通报', 责任人: '甲' }, keywords: ['热线', '办结率'] },
    );
    expect(joined).toMatchObject({
      to: [{ extra: { 备注: '每周通报；每季通报', 责任人: '甲' }, keywords: ['热线', '工单', '办结率'] }],
    });
  });

  test('text passes only between neighbours of one document, of its list or of its text', () => {
    const withFourth = (change: Partial<Measure>): Issue => ({
      ...issue,
      measures: issue.measures.map((measure) => (measure === fourth ? { ...fourth, ...change } : measure)),
    });
    expect(neighbourOf(issue, third, 1)).toEqual({ measure: fourth, apart: null });
    expect(neighbourOf(issue, fourth, -1)).toEqual({ measure: third, apart: null });
    for (const [change, apart] of [
      [{ documentId: 'd2' }, 'other-document'],
      [{ origin: 'body' }, 'other-origin'],
    ] as const) {
      const other = withFourth(change);
      expect(neighbourOf(other, third, 1).apart).toBe(apart);
      expect(neighbourOf(other, other.measures[at + 1] as Measure, -1).apart).toBe(apart);
    }
    const none = { measure: null, apart: 'no-neighbour' };
    expect(neighbourOf(issue, issue.measures.at(-1) as Measure, 1)).toEqual(none);
    expect(neighbourOf(issue, issue.measures[0] as Measure, -1)).toEqual(none);
    // one that is not there has no neighbours
    expect(neighbourOf(issue, { ...third }, 1)).toEqual(none);
  });

  test('a new one stands behind its neighbour, under the same headings', () => {
    const added = applyCorrection(issue, addBehind(third, '新措施。'))?.measures[at + 1];
    expect(added).toMatchObject({ text: '新措施。', title: '新措施', path: third.path, sources: [] });
  });

  test('the title follows the text it was made of, and no other', () => {
    expect(titleOf('開設時機：工程完工後。')).toBe('開設時機');
    expect(titleOf('公开情况。每季度公布。')).toBe('公开情况');
    expect(withText(fourth, '公开结果。每季度公布。').title).toBe('公开结果');
    expect(withText(fourth, `${fourth.text}另行通知。`).title).toBe(fourth.title);
    expect(withText({ ...fourth, title: '另有标题' }, '公开结果。').title).toBe('另有标题');
  });
});

test('the charts count what there is, and the list groups it so', () => {
  const [first] = measuresPerDepartment(issue);
  expect(first).toMatchObject({ label: '省政务服务局', parts: [0, 3] });
  const called = (one: Measure, name: string): Measure => ({
    ...one,
    departments: one.departments.slice(0, 1).map((unit) => ({ ...unit, name, canonical: '某省政务服务局' })),
  });
  const measures = [
    called(numbered('1'), '省政务服务局'),
    called(numbered('3'), '省政务局'),
    called(numbered('4'), '省政务局'),
  ];
  const grouped = rowsOf(measures, { order: 'department', search: '', onlyFlagged: false }, WORDS);
  expect(told(grouped)).toEqual(['省政务局', '1', '3', '4']);
  const merged = measuresPerDepartment({ ...issue, measures });
  expect(merged).toEqual([{ label: '省政务局', parts: [0, 3], search: '某省政务服务局' }]);
  const led = measuresPerDepartment({
    ...issue,
    measures: issue.measures.map((one) => ({
      ...one,
      departments: one.departments.map((unit, n) => ({ ...unit, role: n === 0 ? 'lead' : 'support' })),
    })),
  });
  expect(led.find(({ label }) => label === '省商务厅')?.parts).toEqual([0, 1]);
  expect(led[0]?.parts).toEqual([3, 0]);
  expect(dueOverTime(issue).map(({ label, parts }) => [label, parts[0]])).toEqual([
    ['2031-04', 1],
    ['2031-06', 1],
    ['2031-10', 1],
    ['2031-12', 1],
    ['2032-06', 1],
  ]);
  const flag = numbered('4').flags[0];
  if (!flag) throw new Error('no flag');
  const accepted = applyCorrection(issue, {
    what: 'accept',
    measure: { id: numbered('4').id, text: numbered('4').text },
    flag,
  });
  expect(flagsLeft(issue, accepted as Issue)).toEqual([
    { label: 'deadline-unparsed', parts: [1, 0] },
    { label: 'department-unknown', parts: [1, 0] },
    { label: 'deadline-ambiguous', parts: [0, 1] },
  ]);
});

describe('what is typed', () => {
  test('gives columns line by line, and nothing of it is left out', () => {
    expect(columnsOf(' 备注：试点 \n\n依据: 第三条：二\n空：')).toEqual({ 备注: '试点', 依据: '第三条：二', 空: '' });
    for (const typed of ['试点', '：试点', '备注：一\n备注：二']) expect(() => columnsOf(typed)).toThrow(/^extra-/);
  });

  test('in rows is all saved, or refused with the number of the row', () => {
    const [empty, named] = [{ name: '' }, { name: '市甲局' }];
    const filled = (...rows: { name: string }[]) =>
      filledRows(rows, empty, ({ name }) => name !== '', 'department-no-name');
    expect(filled(empty, named, empty)).toEqual([named]);
    expect(() => filled(empty, named, { name: '' })).toThrow(
      expect.objectContaining({ word: 'department-no-name', about: { n: 3 } }),
    );
  });
});
