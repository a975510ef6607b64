import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import { parse } from '../src/parse/index.js';
import { issueFlags } from '../src/parse/issue-flags.js';
import { Ledger } from '../src/parse/ledger.js';
import { sourcesOf } from '../src/parse/sources.js';
import { type Repaired, repair } from '../src/repair/index.js';
import { Traced } from '../src/text/traced.js';
import { printed, typed } from './support/traced.js';

const parsed = (text: string) => parse(repair({ kind: 'text', pages: readPlainText(text) }));
/** How many characters of a text print something. */
const inked = (text: string): number => Array.from(text.replace(/\s/gu, '')).length;

const HEAD =
  '柳渡市人民政府关于加强防汛备汛工作的通知\n柳政发〔2031〕4号\n各县（区）人民政府：\n现将有关事项通知如下。\n';
const SIGNED = '\n柳渡市人民政府\n2031年5月6日';

describe('the ledger counts every printed character once', () => {
  const [title, measure] = [typed('防汛工作通知'), typed('逐库明确责任人')];
  const all = [...title.glyphs, ...measure.glyphs].filter((glyph) => glyph !== null);

  test('where a claim put it', () => {
    const ledger = new Ledger();
    ledger.claim('documents', title);
    ledger.claim('measures', measure);
    expect(ledger.settle(all).coverage).toEqual({ glyphs: 13, measures: 7, documents: 6, furniture: 0, unplaced: 0 });
  });

  test('what is both in a measure and in the running text counts as measure', () => {
    const ledger = new Ledger();
    ledger.claim('documents', title, measure);
    ledger.claim('measures', measure);
    expect(ledger.settle(all).coverage).toMatchObject({ glyphs: 13, measures: 7, documents: 6 });
  });

  test('a claim twice counts once', () => {
    const ledger = new Ledger();
    ledger.claim('measures', measure, measure.slice(2));
    expect(ledger.settle(measure.glyphs.filter((glyph) => glyph !== null)).coverage.measures).toBe(7);
  });

  test('what nobody claims is unplaced, and handed back in its order', () => {
    const ledger = new Ledger();
    ledger.claim('measures', measure.slice(0, 2), measure.slice(4));
    const { coverage, unplaced } = ledger.settle(all);
    expect(coverage).toEqual({ glyphs: 13, measures: 5, documents: 0, furniture: 0, unplaced: 8 });
    expect(unplaced.map((glyph) => glyph.text).join('')).toBe('防汛工作通知明确');
  });

  test('spaces print nothing: they are not counted', () => {
    expect(new Ledger().settle(printed('防 汛', 0, 10)).coverage.glyphs).toBe(2);
  });
});

describe('every character of an issue ends in a measure, a document or furniture', () => {
  const BODY = '一、全面排查。逐库逐堤登记险工险段。（责任单位：市水务局；完成时限：2031年6月底前）\n二、加强值守。';

  test('the four parts add up to what is printed', () => {
    const text = `《柳渡市人民政府公报》 2031.No.4 市政府文件\n${HEAD}${BODY}${SIGNED}\n—3—\n`;
    const { coverage } = parsed(text);
    expect(coverage.glyphs).toBe(inked(text));
    expect(coverage.measures + coverage.documents + coverage.furniture + coverage.unplaced).toBe(coverage.glyphs);
    expect(coverage).toMatchObject({
      measures: inked(BODY),
      documents: inked(HEAD + SIGNED),
      furniture: inked('《柳渡市人民政府公报》2031.No.4市政府文件—3—'),
      unplaced: 0,
    });
  });

  test('contents pages are furniture', () => {
    const contents = '目录\n柳渡市人民政府关于加强防汛备汛工作的通知………………（3）\n';
    expect(parsed(`${contents}${HEAD}${BODY}${SIGNED}`).coverage.furniture).toBe(inked(contents));
  });

  test('a character outside of the basic plane is one character', () => {
    expect(parsed(`${HEAD}一、修缮𠮷祥桥。${SIGNED}`).coverage.glyphs).toBe(inked(`${HEAD}一、修缮吉祥桥。${SIGNED}`));
  });

  test.each([
    ['a table that is no task list', '工作任务 责任单位\n按上年安排执行。'],
    ['nothing but a heading', '目标'],
    ['a text without any structure', '水。\n\n　　水，水；水\n'],
  ])('%s keeps its text', (_, text) => {
    const { coverage, documents } = parsed(text);
    expect(coverage).toMatchObject({ glyphs: inked(text), documents: inked(text), unplaced: 0 });
    expect(inked(documents.map((document) => document.title + document.text).join(''))).toBe(inked(text));
  });
});

describe('words that no grammar understands are kept in `extra`, and flagged', () => {
  const LIST = [
    '主要指标 目标任务 具体措施及完成时限 责任部门',
    '一、改善水面',
    '1.疏浚河道。',
    '(1)清理柳渡河淤泥，恢复自然岸线',
  ];

  test.each([
    ['a deadline', '(完成时限:详见另表)', '市水务局', { 完成时限: '详见另表' }, 'deadline-unparsed'],
    ['a department', '(完成时限:长期)', '市水务局、详见另表', { 责任部门: '市水务局、详见另表' }, 'department-unknown'],
  ])('in the cell of %s: the whole cell', (_, closing, unit, extra, code) => {
    const { coverage, flags, measures } = parsed([HEAD + SIGNED, ...LIST, closing, unit].join('\n'));
    expect(coverage.unplaced).toBe(0);
    expect(flags).toEqual([]);
    expect(measures[0]?.extra).toEqual(extra);
    expect(measures[0]?.sources.filter(({ field }) => field === 'extra')).toHaveLength(1);
    expect(measures[0]?.flags).toMatchObject([{ code, severity: 'check' }]);
  });

  test('in a clause of the text', () => {
    const { coverage, measures } = parsed(
      `${HEAD}一、清理柳渡河淤泥。（责任单位：市水务局；完成时限：详见另表）\n${SIGNED}`,
    );
    expect(coverage.unplaced).toBe(0);
    expect(measures[0]).toMatchObject({ text: '清理柳渡河淤泥。', extra: { 完成时限: '详见另表' } });
  });

  test('under a heading in the characters of its text', () => {
    const { measures } = parsed(
      `${HEAD}一、清理柳渡河淤泥，恢復自然岸線。（責任單位：市水務局；完成時限：詳見另表）\n${SIGNED}`,
    );
    expect(measures[0]?.extra).toEqual({ 完成時限: '詳見另表' });
  });

  test('in the clause of a heading: it stays in the text of the heading', () => {
    const list = LIST.join('\n').replace('改善水面', '改善水面（市水务局、详见另表负责）');
    const { coverage, measures } = parsed(`${HEAD}${SIGNED}\n${list}\n(完成时限:长期)\n市水务局`);
    expect(coverage.unplaced).toBe(0);
    const [heading] = measures[0]?.path ?? [];
    expect(heading?.text).toBe('改善水面（市水务局、详见另表负责）');
    expect(heading?.title).toBe('改善水面');
  });
});

test('what no field took is told page by page', () => {
  const glyphs = [...printed('柳渡河', 20, 100, 1), ...printed('东岸', 20, 100, 2), ...printed('堤防', 20, 120, 2)];
  const repaired = { pageNotes: [], unreadTables: [], unreadable: [] } as unknown as Repaired;
  const told = issueFlags(repaired, glyphs).map(({ code, field, severity, message }) => [
    code,
    field,
    severity,
    message,
  ]);
  expect(told).toEqual([
    ['text-unplaced', 'page 1', 'check', '未归入任何记录：柳渡河'],
    ['text-unplaced', 'page 2', 'check', '未归入任何记录：东岸堤防'],
  ]);
});

describe('a field knows the boxes it was read from', () => {
  test('lines of one column make one box', () => {
    const text = Traced.of([...printed('逐库明确', 20, 100), ...printed('责任人', 20, 115)]);
    expect(sourcesOf('text', text)).toEqual([{ field: 'text', page: 1, bbox: [20, 91.2, 60, 116.2] }]);
  });

  test('a text that goes on at the top of the next column has a box in each', () => {
    const text = Traced.of([...printed('逐库明确', 20, 700), ...printed('责任人', 320, 100)]);
    expect(sourcesOf('text', text)).toEqual([
      { field: 'text', page: 1, bbox: [20, 691.2, 60, 701.2] },
      { field: 'text', page: 1, bbox: [320, 91.2, 350, 101.2] },
    ]);
  });

  test('a text that goes on on the next page has a box on each', () => {
    const text = Traced.of([...printed('逐库明确', 20, 100), ...printed('责任人', 20, 115, 2)]);
    expect(sourcesOf('text', text).map((source) => 'page' in source && source.page)).toEqual([1, 2]);
  });

  test('raised and lowered characters stay in the box of their line', () => {
    const text = Traced.of([...printed('每m', 20, 100), ...printed('3', 35, 96, 1, 6), ...printed('以内', 40, 100)]);
    expect(sourcesOf('text', text)).toHaveLength(1);
  });

  test('what a repair put in, and spaces, have no box', () => {
    const text = Traced.join([
      Traced.of(printed('逐库', 20, 100)),
      Traced.inserted('。'),
      Traced.of(printed(' ', 300, 100)),
    ]);
    expect(sourcesOf('text', text)).toEqual([{ field: 'text', page: 1, bbox: [20, 91.2, 40, 101.2] }]);
    expect(sourcesOf('text', Traced.inserted('。'))).toEqual([]);
  });

  test('in a text file, the lines', () => {
    const text = Traced.join([typed('逐库明确', 7), typed('责任人', 8)]);
    expect(sourcesOf('path[0]', text)).toEqual([
      { field: 'path[0]', line: 7 },
      { field: 'path[0]', line: 8 },
    ]);
  });
});
