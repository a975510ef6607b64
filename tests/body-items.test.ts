import { describe, expect, test } from 'vitest';
import { takeClosingClauses } from '../src/parse/clauses.js';
import { checkNumbers, type Numbered } from '../src/parse/numbers.js';
import { titleOf } from '../src/parse/wording.js';
import { flags, ids, measures, texts } from './support/measures.js';
import { typed } from './support/traced.js';

describe('measures are the innermost numbered items; the headings above them make the path', () => {
  test('四级: 一、（一）1.（1）', () => {
    const found = measures(
      '一、压实责任',
      '（一）落实包保制度。',
      '1.逐库明确责任人。',
      '2.逐堤明确责任人。',
      '（1）公布名单。',
      '（2）更新名单。',
      '（二）开展演练。',
      '二、储备物资。',
    );
    expect(ids(found)).toEqual(['一.一.1', '一.一.2.1', '一.一.2.2', '一.二', '二']);
    expect(found[1]?.path).toEqual([
      { number: '一', title: '压实责任', text: '压实责任', leads: [] },
      { number: '一', title: '落实包保制度', text: '落实包保制度。', leads: [] },
      { number: '2', title: '逐堤明确责任人', text: '逐堤明确责任人。', leads: [] },
    ]);
    expect(found[1]).toMatchObject({ number: '1', title: '公布名单', text: '公布名单。', origin: 'body' });
    expect(flags(found)).toEqual([]);
  });

  test('壹、 above 一、, as in Taiwan', () => {
    const found = measures('壹、防汛準備', '一、壓實責任。', '二、儲備物資。', '貳、應急處置', '一、轉移群眾。');
    expect(ids(found)).toEqual(['壹.一', '壹.二', '貳.一']);
    expect(flags(found)).toEqual([]);
  });

  test('a list that begins at 一 again, in an enclosed plan for example, is another list', () => {
    const found = measures(
      '一、压实责任。',
      '二、储备物资。',
      '现将方案印发。',
      '一、排查险工。',
      '二、修复堤防。',
      '三、逐项验收。',
    );
    expect(texts(found)).toEqual([
      '压实责任。',
      expect.stringContaining('储备物资。'),
      '排查险工。',
      '修复堤防。',
      '逐项验收。',
    ]);
    expect(ids(found)).toEqual(['一', '二', '一~2', '二~2', '三']);
    expect(flags(found)).toEqual([]);
  });

  test('a number printed twice is no new list', () => {
    expect(flags(measures('一、压实责任。', '一、储备物资。', '二、排查险工。'))).toEqual([
      '一: number-repeated number',
    ]);
  });

  test('a heading on a line of its own, then what follows', () => {
    const [found] = measures('（一）推行汛情直达', '把预警短信发到户、发到人，做到不漏一户、', '不漏一人。每日汇总。');
    expect(found).toMatchObject({
      title: '推行汛情直达',
      text: '推行汛情直达。把预警短信发到户、发到人，做到不漏一户、不漏一人。每日汇总。',
    });
  });

  // title and text are those of one sentence: 压实责任各县区要逐级…
  test('so does a heading of the path, with the words between it and its first item', () => {
    const [found] = measures(
      '一、压实责任',
      '各县区要逐级签订责任书，并报市水务局',
      '备案。',
      '（一）逐库明确责任人。',
    );
    const text = '压实责任。各县区要逐级签订责任书，并报市水务局备案。';
    expect(found?.path[0]).toMatchObject({ title: '压实责任', text });
  });

  test('who leads a section stands in brackets behind its heading', () => {
    const [found] = measures('一、压实责任（市水务局牵头）', '（一）逐库明确责任人。', '（二）逐堤明确责任人。');
    expect(found?.path[0]).toMatchObject({ title: '压实责任', leads: [{ name: '市水务局', role: 'lead' }] });
  });

  test('articles of a regulation, with their items', () => {
    const found = measures(
      '第一条 为了防御洪水，制定本办法。',
      '第二条 有下列情形的，启动响应：',
      '（一）水位超警；',
      '（二）水库超汛限。',
    );
    expect(ids(found)).toEqual(['一', '二.一', '二.二']);
  });
});

describe('a number that is part of a sentence begins no measure', () => {
  test.each([
    ['a year', '2031年汛期前，各县区要完成物资清点和队伍编组。'],
    ['a decimal', '1.5公顷以上的水面要逐处登记，落实专人管护巡查。'],
    ['a count', '3个县区要先行试点，总结经验以后在全市逐步推开。'],
    ['a number far from the one before', '六十、七十年代建成的堤防，要逐段检测加固。'],
  ])('%s', (_, line) => {
    expect(ids(measures('一、全面排查。', '二、加强值守。', line))).toEqual(['一', '二']);
  });

  test('a reference to an article, though a line begins with it', () => {
    const text = measures(
      '一、加强值守。按照《柳渡市防汛条例》第十二条第',
      '（四）项的规定，落实领导带班制度。',
      '二、储备物资。',
    );
    expect(ids(text)).toEqual(['一', '二']);
  });
});

describe('closing clauses say who and when, and leave the text', () => {
  const TEXT = '逐库明确责任人。';
  test.each([
    ['[市水务局、市应急局按职责分工负责]', ['市水务局', '市应急局'], []],
    ['（市水务局负责）', ['市水务局'], []],
    ['【责任单位：市水务局】', ['市水务局'], []],
    ['（责任单位：市水务局；完成时限：2031年6月底前）', ['市水务局'], ['2031-06-30']],
    ['（完成时限：2031年6月底前）', [], ['2031-06-30']],
    ['（市水务局牵头，各县（区）配合）（完成时限：2031年6月底前）', ['市水务局', '各县（区）'], ['2031-06-30']],
    ['（责任单位：市水务局）。', ['市水务局'], []],
    ['（市水务局、市应急局负责，2031年6月底前完成）', ['市水务局', '市应急局'], ['2031-06-30']],
    ['（责任单位：市水务局、市应急局，完成时限：2031年6月底前）', ['市水务局', '市应急局'], ['2031-06-30']],
    ['（责任单位：市水务局，市应急局）', ['市水务局', '市应急局'], []],
    ['〔市水务局、市应急局负责〕', ['市水务局', '市应急局'], []],
    ['(市水务局牵头,各县(区)配合;2031年6月底前完成)', ['市水务局', '各县（区）'], ['2031-06-30']],
    ['（责任部门：市水务局 完成时间：2031年6月30日前）', ['市水务局'], ['2031-06-30']],
    ['牵头单位：市水务局；配合单位：市应急局；完成时限：2031年6月底前。', ['市水务局', '市应急局'], ['2031-06-30']],
    ['责任单位：市水务局 完成时限：2031年6月底前', ['市水务局'], ['2031-06-30']],
    ['【市水务局、各县（区）人民政府】', ['市水务局', '各县（区）人民政府'], []],
    ['（市水务局、市应急局；2031年6月底前）', ['市水务局', '市应急局'], ['2031-06-30']],
    ['[牵头单位：市水务局；完成时限：2031年10月底前，长期坚持]', ['市水务局'], ['2031-10-31', null]],
  ])('%s', (clause, departments, ends) => {
    const [found] = measures(`一、${TEXT}${clause}`);
    expect(found).toMatchObject({ text: TEXT, title: '逐库明确责任人' });
    expect(found?.departments.map(({ name }) => name)).toEqual(departments);
    expect(found?.deadlines.map(({ end }) => end)).toEqual(ends);
  });

  test('as paragraphs of their own, without brackets', () => {
    const found = measures(
      `一、${TEXT}`,
      '责任单位：市水务局、市应急局',
      '完成时限：2031年6月底前',
      '二、加强值守。',
      '牵头单位：市应急局',
      '配合单位：市财政局。',
    );
    expect(found).toMatchObject([
      { text: TEXT, deadlines: [{ end: '2031-06-30' }] },
      { text: '加强值守。', deadlines: [] },
    ]);
    expect(found.map(({ departments }) => departments.map(({ name, role }) => `${name} ${role}`))).toEqual([
      ['市水务局 responsible', '市应急局 responsible'],
      ['市应急局 lead', '市财政局 support'],
    ]);
    expect(flags(found)).toEqual([]);
  });

  test('on one line below the item', () => {
    const [found] = measures(`一、${TEXT}`, '责任单位：市水务局；完成时限：2031年6月底前', '二、加强值守。');
    expect(found).toMatchObject({
      text: TEXT,
      departments: [{ name: '市水务局' }],
      deadlines: [{ end: '2031-06-30' }],
    });
  });

  test('in brackets below the item, or behind a heading whose text follows', () => {
    const found = measures(
      '一、加强值守',
      '各县要定人定岗。',
      '（市应急局负责）',
      '二、定人（市水务局牵头）',
      '各县要定人。',
    );
    expect(found.map(({ text, departments }) => [text, departments.map(({ name }) => name)])).toEqual([
      ['加强值守。各县要定人定岗。', ['市应急局']],
      ['定人。各县要定人。', ['市水务局']],
    ]);
  });

  test('a date in the clause of a heading stays in its text: no field of a heading is for it', () => {
    const [found] = measures(
      '一、压实责任（责任单位：市水务局；完成时限：2031年6月底前）',
      '（一）定人。',
      '（二）定岗。',
    );
    expect(found?.path[0]).toMatchObject({ title: '压实责任', leads: [{ name: '市水务局' }] });
    expect(found?.path[0]?.text).toContain('完成时限：2031年6月底前');
  });

  test('roles come with the labels', () => {
    const [found] = measures('一、逐库明确责任人。（牵头单位：市水务局；配合单位：市应急局、市财政局）');
    expect(found?.departments.map(({ name, role }) => [name, role])).toEqual([
      ['市水务局', 'lead'],
      ['市应急局', 'support'],
      ['市财政局', 'support'],
    ]);
  });

  test.each([
    ['an explanation', '清点防汛物资（含编织袋、救生衣）'],
    ['a unit in a name', '配合市水务局（市河长办）'],
    ['a title', '修订《防汛应急预案（试行）》'],
    ['a bracket that is not opened', '逐库明确责任人）'],
  ])('%s in brackets stays', (_, text) => {
    expect(takeClosingClauses(typed(text))).toMatchObject({ text: { text }, units: [], deadlines: [] });
  });
});

describe('the title of a measure is its first sentence, or the label before ：', () => {
  test.each([
    ['逐库明确责任人。名单向社会公布。', '逐库明确责任人'],
    ['开设时机：水位超警后立即开设。', '开设时机'],
    ['逐库明确责任人，做到：上岗到位，巡查到位。', '逐库明确责任人，做到：上岗到位，巡查到位'],
    ['没有句号的一句话', '没有句号的一句话'],
  ])('%s', (text, title) => expect(titleOf(typed(text)).text).toBe(title));
});

describe('numbers that do not follow one another are flagged', () => {
  /** Flags of numbers under headings, the numbers of each heading in a string. */
  function check(...groups: string[]): string[] {
    const records = groups.map((numbers) =>
      numbers.split(' ').map((number): Numbered => ({ id: number, number, flags: [] })),
    );
    checkNumbers(records);
    return records.flat().flatMap((record) => record.flags.map((flag) => `${flag.code}: ${flag.message}`));
  }

  test('from 1 under each heading', () => expect(check('1 2 3', '1 2', '1')).toEqual([]));
  test('or running on over the headings, in Han numerals too', () => {
    expect(check('1 2 3', '4 5', '6')).toEqual([]);
    expect(check('一 二 三', '四 五', '六')).toEqual([]);
  });

  test('a gap, with both neighbours', () => {
    expect(check('1 2 5')).toEqual(['number-gap: 编号为5，前一个是2，应为3']);
  });

  test('a repeat, with both neighbours; counting goes on from there', () => {
    expect(check('1 2 2 3')).toEqual(['number-repeated: 编号为2，前一个是2，应为3']);
  });

  test('a heading that begins neither at 1 nor where the one before ended', () => {
    expect(check('1 2 3', '6 7')).toEqual(['number-gap: 编号为6，前一个是3，应为1或4']);
  });

  test('in a document, at the measure after the gap', () => {
    expect(flags(measures('一、全面排查。', '二、加强值守。', '四、储备物资。'))).toEqual(['四: number-gap number']);
  });

  test('a number that fits no list is text of the item above it, and flagged there', () => {
    const found = measures('一、全面排查。', '二、加强值守。', '十三、储备物资。', '三、开展演练。');
    expect(texts(found)).toEqual(['全面排查。', '加强值守。十三、储备物资。', '开展演练。']);
    expect(flags(found)).toEqual(['二: number-gap text']);
    expect(found[1]?.flags[0]).toMatchObject({ severity: 'check', message: expect.stringContaining('十三、储备物资') });
  });

  test('a gap of the headings, at the first measure under it', () => {
    const found = measures(
      '一、压实责任',
      '（一）明确责任人。',
      '（二）公布名单。',
      '三、储备物资',
      '（一）清点物资。',
      '（二）签订协议。',
    );
    expect(ids(found)).toEqual(['一.一', '一.二', '三.一', '三.二']);
    expect(flags(found)).toHaveLength(1);
    expect(found[2]?.flags).toMatchObject([{ code: 'number-gap', severity: 'check' }]);
  });
});

describe('words that cannot be all of an item ask a person to look', () => {
  test.each([
    ['a bracket that is not closed', '二、开展演练。按照《应急预案要求执行。', ['二: order-uncertain text']],
    ['a bracket that was not opened', '二、开展演练。分工负责]要报送名单。', ['二: order-uncertain text']],
    [
      'an end in mid-sentence',
      '二、开展演练。逐项核对任务清单',
      ['二: order-uncertain text', '二: row-joined text', '三: row-joined text'],
    ],
    ['a heading alone', '二、开展演练', []],
    ['brackets in brackets', '二、开展演练（按照《应急预案》（试行）执行）。', []],
  ])('%s', (_, item, expected) => {
    expect(flags(measures('一、落实责任。', item, '三、储备物资。'))).toEqual(expected);
  });
});

describe('what follows the last measure is no part of it', () => {
  test.each([
    ['contacts', '联系人：王某，联系电话：0000—123456'],
    ['a closing formula', '特此通知。'],
    ['when it comes into force', '本通知自印发之日起施行。'],
    ['attachments', '附件：防汛物资清点表'],
  ])('%s', (_, line) =>
    expect(texts(measures('一、全面排查，逐库逐堤登记险工险', '段。', line))).toEqual([
      '全面排查，逐库逐堤登记险工险段。',
    ]),
  );

  test('nor is the signature', () => expect(texts(measures('一、全面排查。'))).toEqual(['全面排查。']));
});
