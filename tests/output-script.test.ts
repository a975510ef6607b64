import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertIssue } from '../src/convert.js';
import { type Issue, issueSchema } from '../src/model/index.js';
import { lines, runCli } from './support/cli.js';
import { folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';

const TRADITIONAL = `青石市人民政府辦公室關於印發優化營商環境任務的通知
青政辦發〔2021〕12號
各縣（區）人民政府，市政府各部門：
現將優化營商環境任務印發給你們，請認真貫徹執行。
一、提升企業開辦效率
（一）推行電子證照。2021年年底前，在醫院裏面實現電子營業執照跨部門共享。（責任單位：市衛生局、市公安局）
青石市人民政府辦公室
2021年3月15日
`;

/** Without keywords, whose dictionary each process would read anew; their script is tried in keywords.test.ts. */
function converted(text: string, ...options: string[]): Issue {
  const cwd = folderWith({ 'a.txt': text });
  const { status, stderr } = runCli(['convert', 'a.txt', '--no-keywords', ...options], { cwd });
  expect(status, stderr).toBe(0);
  return issueSchema.parse(JSON.parse(readFileSync(join(cwd, 'output/a.json'), 'utf8')));
}

describe('--script: the texts of the output in the script a reader wants', () => {
  test('without it, as printed', () => {
    expect(converted(TRADITIONAL).documents[0]?.docNumber).toBe('青政辦發〔2021〕12號');
    expect(converted(GAZETTE_TEXT).documents[0]?.docNumber).toBe('青政办发〔2021〕12号');
  });

  test('cn: simplified, with the same records', () => {
    const { documents, measures, flags, coverage } = converted(TRADITIONAL, '--script', 'cn');
    const printed = converted(TRADITIONAL);
    expect(documents[0]).toMatchObject({
      title: '青石市人民政府办公室关于印发优化营商环境任务的通知',
      docNumber: '青政办发〔2021〕12号',
      issuer: '青石市人民政府办公室',
    });
    expect(measures[0]).toMatchObject({
      title: '推行电子证照',
      text: '推行电子证照。2021年年底前，在医院里面实现电子营业执照跨部门共享。',
      path: [{ title: '提升企业开办效率' }],
      departments: [{ name: '市卫生局', raw: '市卫生局' }, { name: '市公安局' }],
    });
    expect({ flags, coverage, ids: measures.map(({ id }) => id) }).toEqual({
      flags: printed.flags,
      coverage: printed.coverage,
      ids: printed.measures.map(({ id }) => id),
    });
    expect(measures.map(({ sources }) => sources)).toEqual(printed.measures.map(({ sources }) => sources));
  });

  test('hk and tw: traditional, each with the forms of its place, from either script', () => {
    const text = (script: string, source: string) => converted(source, '--script', script).measures[0]?.departments[0];
    const simplified = GAZETTE_TEXT.replace('市市场监管局', '市卫生局');
    for (const source of [simplified, TRADITIONAL]) {
      expect(text('tw', source)?.name).toBe('市衛生局');
      expect(text('hk', source)?.name).toBe('市衞生局');
    }
    expect(converted(TRADITIONAL, '--script', 'tw').measures[0]?.text).toContain('裡面');
  });

  test('text in the script wanted stays as printed', () => {
    expect(converted(GAZETTE_TEXT, '--script', 'cn')).toEqual(converted(GAZETTE_TEXT));
  });

  test('another script is wrong use', () => {
    const { status, stderr } = runCli(['convert', '--script', 'jp'], { cwd: folderWith() });
    expect(status).toBe(2);
    expect(lines(stderr)).toEqual([expect.stringContaining('Allowed choices are cn, hk, tw')]);
  });

  test('in the library', async () => {
    const { documents } = await convertIssue({ text: GAZETTE_TEXT }, { script: 'tw' });
    expect(documents[0]?.title).toMatch(/青石市人民政府辦公室關於印發優化營商環境任務的通知$/);
  });
});
