import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import { type Parsed, parse } from '../src/parse/index.js';
import { repair } from '../src/repair/index.js';

const parsed = (...lines: string[]): Parsed => parse(repair({ kind: 'text', pages: readPlainText(lines.join('\n')) }));

const HEAD = ['柳渡市人民政府關於加強防汛備汛工作的通知', '柳政發〔2031〕4號', '各縣（區）人民政府：'];
const SIGNED = ['柳渡市人民政府', '2031年5月6日', '（此件公開發佈）'];

describe('a text in traditional characters is understood, and its records are as printed', () => {
  test('the frame of a document', () => {
    expect(parsed(...HEAD, '現將有關事項通知如下。', ...SIGNED).documents).toMatchObject([
      {
        title: '柳渡市人民政府關於加強防汛備汛工作的通知',
        docNumber: '柳政發〔2031〕4號',
        issuer: '柳渡市人民政府',
        dateIssued: '2031-05-06',
        addressees: ['各縣（區）人民政府'],
        publicity: '此件公開發佈',
      },
    ]);
  });

  const understood = (...lines: string[]): void => {
    const { measures, coverage } = parsed(...HEAD, ...lines, ...SIGNED);
    expect(measures).toMatchObject([{ number: '一', title: '逐庫明確責任人', text: '逐庫明確責任人。' }]);
    expect(measures[0]?.departments.map(({ name, role }) => [name, role])).toEqual([
      ['市水務局', 'responsible'],
      ['市應急局', 'responsible'],
    ]);
    expect(measures[0]?.deadlines).toMatchObject([{ raw: '2031年6月底前', kind: 'by', end: '2031-06-30' }]);
    expect(coverage.unplaced).toBe(0);
  };
  test('who and when, in brackets', () =>
    understood('一、逐庫明確責任人。（責任單位：市水務局、市應急局；完成時限：2031年6月底前）'));
  test('who and when, in paragraphs of their own', () =>
    understood('一、逐庫明確責任人。', '責任單位：市水務局、市應急局', '完成時限：2031年6月底前'));

  test('who leads and who supports', () => {
    const [found] = parsed(...HEAD, '一、加強值守。（牽頭單位：市應急局；配合單位：各縣區）', ...SIGNED).measures;
    expect(found?.departments.map(({ name, role }) => [name, role])).toEqual([
      ['市應急局', 'lead'],
      ['各縣區', 'support'],
    ]);
  });

  test('a task list', () => {
    const list = [
      '主要指標 目標任務 具體措施及完成時限 責任部門',
      '一、改善水面環境',
      '1.疏浚河道。',
      '(1)清理淤泥。分段施工。(完成時限:2031年6月底前)',
      '市水務局、市財政局',
    ];
    const { measures, coverage } = parsed(...HEAD, '現將有關事項通知如下。', ...SIGNED, ...list);
    expect(measures).toMatchObject([
      {
        id: 'd1.table.一.1.1',
        path: [{ title: '改善水面環境' }, { title: '疏浚河道' }],
        text: '清理淤泥。分段施工。',
        deadlines: [{ end: '2031-06-30' }],
        departments: [{ name: '市水務局' }, { name: '市財政局' }],
        flags: [],
      },
    ]);
    expect(coverage.unplaced).toBe(0);
  });
});
