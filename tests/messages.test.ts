import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ErrorCode, GongbaoError } from '../src/errors.js';
import { ERRORS } from '../src/messages/errors.js';
import { convertedMessage, errorMessage, languageOf, NOTICE_CODES, usageMessage } from '../src/messages.js';
import { ROOT } from './support/paths.js';

describe('messages are in Chinese for whoever works on a Chinese system, else in English', () => {
  test.each([
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' }, 'en-US', 'zh'],
    [{ LANG: 'zh-Hans' }, 'en-US', 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'zh-CN', 'en'],
    [{ LANG: 'C.UTF-8' }, 'zh-CN', 'en'],
    [{ LANG: 'zh_CN.utf8' }, 'en-US', 'zh'],
    [{ LANG: 'zh_CN.GB18030' }, 'zh-CN', 'en'],
    [{ LANG: 'zha_CN' }, 'zh-CN', 'en'],
    [{}, 'zh-CN', 'zh'],
    [{}, 'de-DE', 'en'],
  ])('%o on a system in %s: %s', (env, system, language) => {
    expect(languageOf(env, system)).toBe(language);
  });
});

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('each error is one line that names the file, the page, what is wrong and what to do', () => {
  test.each(CODES)('%s', (code) => {
    const error = new GongbaoError(code, '公报/11.pdf', { page: 7, reason: 'because' });
    expect(errorMessage(error, 'zh')).toMatch(
      /^错误 \[[a-z-]+\]：公报\/11\.pdf 第 7 页：[^。]+（because）。[^\n]*请[^\n]+。$/,
    );
    expect(errorMessage(error, 'zh')).toContain(`[${code}]`);
    expect(errorMessage(error, 'en')).toMatch(
      /^error \[[a-z-]+\]: 公报\/11\.pdf, page 7: [^;]+ \(because\); [^\n]+[^.\n]$/,
    );
  });

  test('a reason that has a wording is told in the language of the reader', () => {
    const error = new GongbaoError('pdf-damaged', '11.pdf', { reason: 'truncated' });
    expect(errorMessage(error, 'zh')).toBe(
      '错误 [pdf-damaged]：11.pdf：PDF 已损坏（文件不完整，缺少结尾）。请重新下载。',
    );
    expect(errorMessage(error, 'en')).toBe(
      'error [pdf-damaged]: 11.pdf: the PDF is damaged (incomplete: its end is missing); download it again',
    );
  });

  test('line ends and terminal codes in names and reasons cannot break the line', () => {
    const error = new GongbaoError('internal', 'a\n\u001b[31mb.pdf', {
      reason: `Error: x\n    at f (y.js:1)${'z'.repeat(999)}`,
    });
    const line = errorMessage(error, 'en');
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(line.length).toBeLessThan(400);
  });
});

test('the line on a converted issue says how much a person should look at', () => {
  const counts = { documents: 1, measures: 12, toCheck: 3 };
  expect(convertedMessage('a.pdf', ['out/a.json', 'out/a.xlsx'], counts, 'en')).toBe(
    '[converted] a.pdf → out/a.json, out/a.xlsx: 1 document, 12 measures, 3 to check',
  );
  expect(convertedMessage('a.pdf', ['out/a.json', 'out/a.xlsx'], counts, 'zh')).toBe(
    '[converted] a.pdf → out/a.json、out/a.xlsx：公文 1 件，措施 12 条，待核对 3 处',
  );
});

test('wrong use is told in one line, in Chinese too', () => {
  const message = "error: unknown option '--ou'\n(Did you mean --out?)";
  expect(usageMessage('commander.unknownOption', message, 'en')).toBe(
    "error [wrong-use]: unknown option '--ou' (Did you mean --out?); see gongbao --help",
  );
  expect(usageMessage('commander.unknownOption', message, 'zh')).toBe(
    '用法错误 [wrong-use]：未知选项 --ou。用法见 gongbao --help --lang zh',
  );
});

describe('the READMEs explain each code, and none that does not exist', () => {
  test.each([
    ['README.md', '## Messages'],
    ['README.zh-CN.md', '## 消息'],
  ])('%s', (file, heading) => {
    const [, section = ''] = readFileSync(join(ROOT, file), 'utf8').split(`\n${heading}\n`);
    const table = section.split('\n## ')[0] ?? '';
    const explained = [...table.matchAll(/^\| `([a-z-]+)` \| \S/gm)].map(([, code]) => code);
    expect(explained.sort()).toEqual([...CODES, ...NOTICE_CODES].sort());
  });
});
