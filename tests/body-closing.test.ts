import { describe, expect, test } from 'vitest';
import { flags, measures, texts } from './support/measures.js';

describe('a paragraph below the last item of a list that speaks of the whole list belongs to the heading above', () => {
  const LIST = ['一、压实责任', '（一）定人。市级领导包库。', '（二）定岗。县级领导包堤。'];
  const NEXT = '二、储备物资。';

  test.each([
    ['以上工作由市水务局统筹，每季度末报送进展。'],
    ['各县（区）要结合实际抓好落实。'],
    ['各有关部门要按照分工抓好落实。'],
    ['请各县（区）于6月底前报送方案。'],
  ])('%s', (line) => {
    const found = measures(...LIST, line, NEXT);
    expect(texts(found)).toEqual(['定人。市级领导包库。', '定岗。县级领导包堤。', '储备物资。']);
    expect(found[1]?.path[0]).toMatchObject({ title: '压实责任', text: `压实责任。${line}` });
    expect(found.flatMap(({ deadlines }) => deadlines)).toEqual([]);
  });

  test('whatever it says, where the last item has ended with who does it', () => {
    const found = measures(
      '一、压实责任',
      '（一）定人。市级领导包库。',
      '（二）定岗。县级领导包堤。（市水务局负责）',
      '汛期每月通报一次。',
      NEXT,
    );
    expect(found[1]).toMatchObject({ text: '定岗。县级领导包堤。', departments: [{ name: '市水务局' }] });
    expect(found[1]?.path[0]?.text).toBe('压实责任。汛期每月通报一次。');
  });

  test('of other words nobody can tell: they stay with the last item, and a person should look', () => {
    const found = measures(...LIST, '（三）定责。签订责任书。', '汛期每月通报一次，并纳入年度考核。', NEXT);
    expect(texts(found)[2]).toBe('定责。签订责任书。汛期每月通报一次，并纳入年度考核。');
    expect(flags(found)).toEqual(['三: row-joined text']);
  });

  test("where other items have paragraphs too, it is the last one's", () => {
    const found = measures('一、压实责任', '（一）定人。', '各县要定人。', '（二）定岗。', '各县要定岗。', NEXT);
    expect(texts(found)).toEqual(['定人。各县要定人。', '定岗。各县要定岗。', '储备物资。']);
    expect(flags(found)).toEqual([]);
  });

  test('what follows a heading on a line of its own is its text', () => {
    const found = measures('一、压实责任', '（一）定人。市级领导包库。', '（二）定岗', '各县要定岗。', NEXT);
    expect(texts(found)[1]).toBe('定岗。各县要定岗。');
  });

  test('at the outermost level it belongs to no measure', () => {
    const found = measures('一、压实责任。', '二、储备物资。', '各县（区）要抓好落实，重要情况及时报告。');
    expect(texts(found)).toEqual(['压实责任。', '储备物资。']);
  });

  test.each([['此复。'], ['专此通知。'], ['本决定由市水务局负责解释。']])('nor does %s', (line) =>
    expect(texts(measures('一、同意设立开发区。', line))).toEqual(['同意设立开发区。']),
  );
});
