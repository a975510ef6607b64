import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import { parse } from '../src/parse/index.js';
import { repair } from '../src/repair/index.js';

/** Lists of other columns than tests/typed-tables.test.ts, as the lines of their cells one after the other. */
const DOCUMENT = ['柳渡市人民政府关于印发防汛备汛任务清单的通知', '柳政发〔2031〕4号'];
const read = (...lines: (string | string[])[]) =>
  parse(repair({ kind: 'text', pages: readPlainText([...DOCUMENT, ...lines.flat()].join('\n')) }));
const rows = (...lines: (string | string[])[]) =>
  read(...lines).measures.map(({ path, number, text, deadlines, departments }) => [
    path.map((item) => `${item.number ?? ''} ${item.title}`.trim()).join(' / '),
    number,
    text,
    deadlines.map(({ raw }) => raw).join(),
    departments.map(({ name, role }) => `${name} ${role}`).join(),
  ]);

const SILT = ['清理柳渡河淤泥。从上游到下游分段施', '工，逐段验收，淤泥就近用于堤防加固。'];
const DIKE = ['加固东岸堤防。逐段排查渗漏和沉降，', '消除隐患。'];
const REED = ['补种芦苇。在浅水区分片补种，成活率', '达到九成。'];
const FIRST = [SILT.join(''), '2031年6月底前', '市水务局 responsible,市财政局 responsible'];

describe('序号, 任务, 责任单位, 时限', () => {
  const HEADER = '序号 任务 责任单位 时限';
  const ROWS = [
    ['1', ...SILT, '市水务局、市财', '政局', '2031年6月底', '前'],
    ['2', ...DIKE, '市水务局', '长期坚持'],
    ['3', ...REED, '市林草局', '2032年年底前'],
  ];
  const EXPECTED = [
    ['', '1', ...FIRST],
    ['', '2', DIKE.join(''), '长期坚持', '市水务局 responsible'],
    ['', '3', REED.join(''), '2032年年底前', '市林草局 responsible'],
  ];

  test('the cells of each row, told by their widths and words', () => {
    expect(rows(HEADER, ...ROWS)).toEqual(EXPECTED);
  });

  test('the header on each page, and a row cut by the page', () => {
    const [first, second, third] = ROWS as [string[], string[], string[]];
    const cut = [first.slice(0, 2), first.slice(3, 4), '2031年6月底', '—7—', HEADER, first.slice(2, 3), '政局', '前'];
    expect(rows(HEADER, ...cut, second, third)).toEqual(EXPECTED);
  });

  test('sections over all columns', () => {
    const HEADER = '序号 工作任务 责任单位 完成时限';
    const [first, ...more] = ROWS as string[][];
    const paths = rows(HEADER, '一、治理水面', first as string[], '二、修复湿地', ...more).map(([path]) => path);
    expect(paths).toEqual(['一 治理水面', '二 修复湿地', '二 修复湿地']);
  });

  test('units and dates that stand for several rows are read before them: the rows are told, their units are in doubt', () => {
    const merged = ['市水务局、市财', '政局', '市林草局', '长期坚持', ...ROWS.flatMap((row) => row.slice(0, 3))];
    const { measures, flags, coverage } = read(HEADER, merged);
    expect(measures.map(({ number, text }) => [number, text])).toEqual([
      ['1', SILT.join('')],
      ['2', DIKE.join('')],
      ['3', REED.join('')],
    ]);
    expect(measures[0]?.departments.map(({ name }) => name)).toEqual(['市水务局', '市财政局']);
    expect(measures[2]?.departments.map(({ name }) => name)).toEqual(['市林草局']);
    for (const { deadlines, flags } of measures) {
      expect(deadlines.map(({ kind }) => kind)).toEqual(['long-term']);
      expect(flags).toContainEqual(
        expect.objectContaining({ code: 'order-uncertain', field: 'departments', severity: 'check' }),
      );
    }
    expect(flags).toEqual([]);
    expect(coverage.unplaced).toBe(0);
  });
});

describe('牵头 and 配合 under 责任单位', () => {
  const HEADER = '序号 工作任务 责任单位 牵头 配合 完成时限 备注';

  test('are two columns; remarks may be blank', () => {
    const found = rows(
      HEADER,
      ['1', ...SILT, '市水务局', '市财政局、市', '应急局', '长期坚持'],
      ['2', ...DIKE, '市水务局', '无', '2031年6月底前', '新增任务'],
      ['3', ...REED, '市林草局', '市水务局', '2032年年底前'],
    );
    expect(found.map((row) => row[4])).toEqual([
      '市水务局 lead,市财政局 support,市应急局 support',
      '市水务局 lead',
      '市林草局 lead,市水务局 support',
    ]);
  });
});

describe('goals over several measures', () => {
  test('their numbers and titles are read before the measures, which begin at 1 again', () => {
    const found = rows(
      '序号 重点任务 具体举措 牵头单位 配合单位 完成时间',
      ['1', '2', '治理水面', '修复湿地'],
      [`（1）${SILT[0]}`, SILT[1] as string, '市水务局', '市财政局', '长期坚持'],
      [`（2）${DIKE[0]}`, DIKE[1] as string, '市水务局', '无', '2031年6月底前'],
      [`（1）${REED[0]}`, REED[1] as string, '市林草局', '市水务局', '2032年年底前'],
    );
    expect(found.map(([path, number]) => [path, number])).toEqual([
      ['1 治理水面', '1'],
      ['1 治理水面', '2'],
      ['2 修复湿地', '1'],
    ]);
  });
});

describe('headings without numbers', () => {
  const HEADER = '序号 重点任务 具体举措 牵头单位 配合单位 完成时限';
  const WATER = ['改善河道水面及岸', '线'];
  const MARSH = ['修复湿地'];
  const ROWS = [
    ['1', ...SILT, '市水务局', '市财政局', '长期坚持'],
    ['2', ...DIKE, '市水务局', '无', '2031年6月底前'],
    ['3', ...REED, '市林草局', '市水务局', '2032年年底前'],
  ] as const;
  const [first, second, third] = ROWS;
  const flagged = (...lines: (string | readonly string[])[]) =>
    read(HEADER, lines.flat()).measures.map(({ path, number, text, flags }) => [
      path.map(({ title }) => title).join(' / '),
      number,
      text,
      flags.filter(({ severity }) => severity !== 'note').map(({ code, field }) => `${field} ${code}`),
    ]);
  const TEXTS = [SILT, DIKE, REED].map((lines) => lines.join(''));
  const IN_DOUBT = ['path[0] order-uncertain'];

  test('the first row stands beside the first one and the last beside the last; those between are in doubt', () => {
    expect(flagged(WATER, MARSH, ...ROWS)).toEqual([
      ['改善河道水面及岸线', '1', TEXTS[0], []],
      ['改善河道水面及岸线', '2', TEXTS[1], IN_DOUBT],
      ['修复湿地', '3', TEXTS[2], []],
    ]);
  });

  test('where one begins is in doubt if no line has room in it', () => {
    const doubts = flagged('治理水面', '修复湿地', ...ROWS);
    expect(doubts.map(([, , text]) => text)).toEqual(TEXTS);
    expect(doubts.map(([, , , flags]) => flags)).toEqual([IN_DOUBT, IN_DOUBT, IN_DOUBT]);
  });

  test('what is printed again on the next page goes on there, from its first row', () => {
    expect(flagged(WATER, first, '—7—', WATER, MARSH, second, third)).toEqual([
      ['改善河道水面及岸线', '1', TEXTS[0], []],
      ['改善河道水面及岸线', '2', TEXTS[1], []],
      ['修复湿地', '3', TEXTS[2], []],
    ]);
  });

  test('on a page that begins with another one, the one before may go on', () => {
    expect(flagged(WATER, first, '—7—', MARSH, second, third)).toEqual([
      ['改善河道水面及岸线', '1', TEXTS[0], []],
      ['改善河道水面及岸线', '2', TEXTS[1], IN_DOUBT],
      ['修复湿地', '3', TEXTS[2], []],
    ]);
  });

  test('where nothing shows that a page begins, the cell before it is in doubt too', () => {
    const flags = flagged(WATER, first, second, MARSH, third).map((row) => row[3]);
    expect(flags).toEqual([IN_DOUBT, expect.arrayContaining(['text row-joined', ...IN_DOUBT]), IN_DOUBT]);
  });

  test('all their characters are in records', () => {
    expect(read(HEADER, WATER, MARSH, ROWS.flat()).coverage).toMatchObject({ unplaced: 0 });
  });

  test('numbers that begin again tell which one a row stands beside', () => {
    const found = read(
      '主要任务 工作措施 责任单位 完成时间',
      [...WATER, ...MARSH],
      [`1.${SILT[0]}`, SILT[1] as string, '市水务局', '长期坚持'],
      [`2.${DIKE[0]}`, DIKE[1] as string, '市水务局', '2031年6月底前'],
      [`1.${REED[0]}`, REED[1] as string, '市林草局', '2032年年底前'],
    ).measures;
    expect(found.map(({ path, number, flags }) => [path[0]?.title, number, flags])).toEqual([
      ['改善河道水面及岸线', '1', []],
      ['改善河道水面及岸线', '2', []],
      ['修复湿地', '1', []],
    ]);
  });
});

test('the title of a list without a header is an error too, and its lines are no measures of the text', () => {
  const { measures, flags, coverage } = read(
    '一、加强值守。',
    '附件',
    '柳渡市防汛备汛任务清单',
    '序号',
    '任务',
    '1.清淤。',
  );
  expect(measures.map(({ number }) => number)).toEqual(['一']);
  expect(flags).toMatchObject([{ code: 'column-unrecognised', severity: 'error' }]);
  expect(coverage.unplaced).toBe(0);
});
