import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertIssue } from '../src/index.js';
import { findTargets } from '../src/parse/targets/index.js';
import { msOf } from './support/time.js';

const found = (text: string) =>
  findTargets(text, () => []).map(({ raw, value, unit, comparison }) => [raw, value, unit, comparison]);

describe('a quantity that is promised', () => {
  test.each([
    ['将接入时间压减至2个工作日以内', '压减至2个工作日以内', 2, '工作日', 'at-most'],
    ['企业开办时间压缩至1个工作日以内', '压缩至1个工作日以内', 1, '工作日', 'at-most'],
    ['可办事项达到800个左右', '达到800个左右', 800, '个', 'about'],
    ['全年新增贷款600亿元', '600亿元', 60_000_000_000, '元', 'equal'],
    ['一次性给予1万元补助', '1万元', 10_000, '元', 'equal'],
    ['新增绿地0.3万平方米', '0.3万平方米', 3000, '平方米', 'equal'],
    ['进驻比例达到100%', '达到100%', 100, '%', 'equal'],
    ['进驻比例达到１００％', '达到１００％', 100, '%', 'equal'],
    ['实现90％以上事项网上办理', '90％以上', 90, '%', 'at-least'],
    ['审批时长不超过3个工作日', '不超过3个工作日', 3, '工作日', 'at-most'],
    ['办理时限不超过3个半月', '不超过3个半月', 3.5, '月', 'at-most'],
    ['办理时限不超过三个半月', '不超过三个半月', 3.5, '月', 'at-most'],
    ['期限压缩至不少于7日', '压缩至不少于7日', 7, '日', 'at-least'],
    ['成活率不低于90%', '不低于90%', 90, '%', 'at-least'],
    ['应用普及率超过70%', '超过70%', 70, '%', 'more-than'],
    ['综合成本降低0.5个百分点', '0.5个百分点', 0.5, '百分点', 'equal'],
    ['刻制时限控制在0.5天以内', '控制在0.5天以内', 0.5, '日', 'at-most'],
    ['培训人员1,200名以上', '1,200名以上', 1200, '名', 'at-least'],
    ['按照不高于合同金额的30%给予补助', '30%', 30, '%', 'at-most'],
    ['建设停车位500多个', '500多个', 500, '个', 'more-than'],
    ['服務據點達到789處', '達到789處', 789, '处', 'equal'],
  ])('%s', (text, ...target) => expect(found(text)).toEqual([target]));

  test('from one value to another', () =>
    expect(found('招引1—2家龙头企业')).toEqual([
      ['1—2家', 1, '家', 'at-least'],
      ['1—2家', 2, '家', 'at-most'],
    ]));

  test('several in one sentence', () =>
    expect(found('补种芦苇300亩，设立观测点8处').map(([raw]) => raw)).toEqual(['300亩', '8处']));
});

describe('a quantity that is only spoken of', () => {
  test.each([
    '落实《2020年重点工作》',
    '对10件以上的承办单位进行通报',
    '鼓励用地规模小于1.5公顷的项目使用标准地',
    '完善500万元及以下小微企业贷款服务',
    '在2019年基础上完善制度',
    '提高12345热线服务质量',
    '建设10千伏及以下客户工程',
    '建成第3个专区',
    '公示结束后5日内退还保证金',
    '自登记之日起3个月内给予答复',
    '2020年6月底前完成',
    '将比例降至2024年水平',
    '各部门共有9个基本项',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('what stands in a deadline', () => {
    const text = '建设在30天内完成';
    expect(findTargets(text, () => [[0, text.length]])).toEqual([]);
  });
});

test('the record holds them, of list and text, and leaves the field out where none is promised', async () => {
  const text = [
    '柳渡市人民政府关于加强水环境治理的通知',
    '柳政发〔2031〕4号',
    '各县（区）人民政府：',
    '一、补种芦苇。补种芦苇300亩，成活率不低于90%。（市林草局负责）',
    '二、加强宣传。通过报刊解读政策。（市林草局负责）',
    '柳渡市人民政府',
    '2031年2月6日',
  ].join('\n');
  const { measures } = await convertIssue({ text });
  expect(measures.map(({ targets }) => targets?.map(({ raw }) => raw))).toEqual([['300亩', '不低于90%'], undefined]);
});

test('any text is read without an error, in linear time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findTargets(text, () => [])));
  for (const text of [
    '9'.repeat(100_000),
    '建成3个，'.repeat(20_000),
    '不'.repeat(100_000),
    '1-'.repeat(50_000),
    '三'.repeat(100_000),
  ]) {
    expect(msOf(() => findTargets(text, () => []), 1000)).toBeLessThan(1000);
  }
});
