import { describe, expect, test } from 'vitest';
import { flags, ids, measures, texts } from './support/measures.js';

describe('numbers as gazettes print them', () => {
  test('half-width, and a number with its marks in one character', () => {
    const found = measures(
      '一. 压实责任',
      '(一) 落实包保',
      '1、 逐库明确责任人。',
      '2． 逐堤明确责任人。',
      '⑴公布名单。',
      '⑵更新名单。',
      '(二) 开展演练',
      '１．组织推演。',
      '⒉组织演练。',
      '二. 储备物资',
      '㈠清点物资',
      '1) 清点编织袋。',
      '2) 签订协议。',
      'A. 代储协议。',
      'B. 运输协议。',
    );
    const first = ['一.一.1', '一.一.2.1', '一.一.2.2', '一.二.1', '一.二.2'];
    expect(ids(found)).toEqual([...first, '二.一.1', '二.一.2.A', '二.一.2.B']);
    expect(found.at(-1)).toMatchObject({ number: 'B', text: '运输协议。' });
    expect(flags(found)).toEqual([]);
  });

  test('articles in chapters, with items and a paragraph below them', () => {
    const found = measures(
      '第一章 总 则',
      '第一条 为了防御洪水，制定本办法。',
      '第二章 防 汛',
      '第二条 有下列情形的，启动响应：',
      '（一）水位超警；',
      '（二）水库超汛限。',
      '响应启动后，市水务局应当在24小时内报告。',
      '第三条 本办法自2031年7月1日起施行。',
    );
    expect(ids(found)).toEqual(['一.一', '二.二.一', '二.二.二', '二.三']);
    expect(texts(found).slice(1, 3)).toEqual(['水位超警；', '水库超汛限。']);
    expect(found[1]).toMatchObject({ title: '水位超警' });
    expect(found[1]?.path[1]).toMatchObject({
      title: '有下列情形的，启动响应',
      text: '有下列情形的，启动响应：响应启动后，市水务局应当在24小时内报告。',
    });
    expect(flags(found)).toEqual([]);
  });

  test('① ② and, below the last of them, （1） （2）: the order in which the text begins its lists counts', () => {
    const found = measures(
      '一、储备物资',
      '①清点物资。',
      '②签订协议。',
      '（1）东岸仓库。',
      '（2）西山仓库。',
      '③建账。',
    );
    expect(ids(found)).toEqual(['一.①', '一.②.1', '一.②.2', '一.③']);
    expect(flags(found)).toEqual([]);
  });

  test('①②③ within a sentence begin no items', () => {
    expect(ids(measures('一、开展排查：①排查水库；②排查堤防；③排查涵闸。', '二、储备物资。'))).toEqual(['一', '二']);
  });

  test('numbers that run on over sections', () => {
    const found = measures('一、压实责任', '1.定人。', '2.定岗。', '二、排查隐患', '3.查库。', '三、储备', '4.清点。');
    expect(ids(found)).toEqual(['一.1', '一.2', '二.3', '三.4']);
    expect(flags(found)).toEqual([]);
  });

  test.each([
    ['第一章', '第一条 立法目的。', '第二条 适用范围。', '第九条 监督。', '第十条 检查。', '第十一条 处罚。'],
  ])('a page that is missing: the numbers after it count, with a flag', (...lines) => {
    const found = measures(...lines);
    expect(ids(found)).toEqual(['一.一', '一.二', '一.九', '一.十', '一.十一']);
    expect(flags(found)).toEqual(['九: number-gap number']);
    expect(found[2]?.flags[0]?.message).toBe('编号为九，前一个是二，应为三');
  });

  test('a number printed again under one heading is flagged with its neighbour', () => {
    const found = measures('一、压实责任', '（一）定人。', '（二）定岗。', '（一）定责。', '（二）考核。');
    expect(found.flatMap((measure) => measure.flags.map(({ message }) => message))).toEqual([
      '编号为一，前一个是二，应为三',
    ]);
  });
});

describe('a bracket that the text layer lost', () => {
  test.each([
    ['the first', '二）储备物资。'],
    ['the second', '（二储备物资。'],
  ])('%s: a number all the same where it is due', (_, line) => {
    const found = measures('一、主要任务', '（一）压实责任。', line, '（三）开展演练。');
    expect(ids(found)).toEqual(['一.一', '一.二', '一.三']);
    expect(texts(found)[1]).toBe('储备物资。');
    expect(flags(found)).toEqual([]);
  });

  test('（三防指挥部） is no number', () => {
    const found = measures('一、主要任务', '（一）压实责任。', '（二）储备物资。', '（三防指挥部）统一调度。');
    expect(ids(found)).toEqual(['一.一', '一.二']);
  });
});

describe('numbers at the beginning of a paragraph that number nothing', () => {
  test.each([
    ['2031年6月底前，各县区要完成排查。'],
    ['1.5公顷以上水面要逐处登记。'],
    ['（9个基本项）要逐项核对。'],
    ['3月1日至10月31日，各水库要降低水位。'],
    ['100%的水库要落实责任人。'],
    ['5G基站要配备应急电源。'],
    ['12345热线要及时受理。'],
    ['110、119、120等电话要保持畅通。'],
    ['一、二级响应期间，领导要在岗带班。'],
    ['六、七月份要加密巡查。'],
    ['一是压实责任。二是落实措施。'],
    ['第一，要足额储备。'],
    ['第一批物资要及时到位。'],
    ['第二十三条规定的物资要另行储备。'],
  ])('%s', (line) => {
    const found = measures('一、排查隐患。', line, '二、储备物资。', '三、加强值守。');
    expect(ids(found)).toEqual(['一', '二', '三']);
    expect(texts(found)[0]).toContain(line);
    expect(flags(found).filter((flag) => flag.includes('number'))).toEqual([]);
  });
});

describe('a box (专栏) whose frame no line shows', () => {
  const AROUND = ['一、压实责任', '1.定人。', '2.定岗。', '二、排查隐患', '3.查库。', '4.查堤。'];

  test.each([['专栏1 除险加固工程'], ['专栏2：除险加固工程']])(
    '%s: its numbers begin again, and those of the text run on after it',
    (title) => {
      const box = [title, '1.病险水库。加固水库12座。', '2.病险堤防。加高堤防30公里。'];
      const found = measures(...AROUND, ...box, '三、储备物资', '5.清点物资。', '6.签订协议。');
      expect(ids(found)).toEqual(['一.1', '一.2', '二.3', '二.4', '三.5', '三.6']);
      expect(texts(found)[3]).toBe('查堤。');
      expect(flags(found)).toEqual([]);
    },
  );

  test('the text runs on right below it', () => {
    const box = ['专栏1 除险加固工程', '1.病险水库。', '2.病险堤防。'];
    expect(ids(measures(...AROUND, ...box, '5.查涵闸。', '6.查泵站。'))).toEqual([
      ...['一.1', '一.2', '二.3', '二.4', '二.5', '二.6'],
    ]);
  });

  test('its own list may reach the number that is due after it', () => {
    const box = ['专栏1 除险加固工程', ...[1, 2, 3, 4, 5].map((number) => `${number}.第${number}处工程。`)];
    expect(ids(measures(...AROUND, ...box, '三、储备物资', '5.清点物资。'))).toEqual([
      ...['一.1', '一.2', '二.3', '二.4', '三.5'],
    ]);
  });
});
