import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, runCli } from './support/cli.js';
import { folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { makePdf } from './support/pdf.js';

/** File → what the one line on stderr must say of it. */
const BAD: Record<string, { content: Uint8Array | string; says: RegExp }> = {};

beforeAll(async () => {
  const pages = Array.from(
    { length: 8 },
    (_, i) => `Page ${i + 1}: the department reports before the end of the year.`,
  );
  const whole = await makePdf(pages);
  Object.assign(BAD, {
    'empty.pdf': { content: '', says: /the file is empty \(0 bytes\); download/ },
    'empty.txt': { content: '', says: /the file is empty \(0 bytes\); download/ },
    'text.pdf': { content: GAZETTE_TEXT, says: /named \.pdf, but its content is not PDF; .*\.txt/ },
    'error-page.pdf': { content: '<html><body>404</body></html>', says: /not PDF \(a web page .*\); download/ },
    'truncated.pdf': { content: whole.subarray(0, whole.length * 0.6), says: /damaged \(incomplete: .*\); download/ },
    'garbled.pdf': { content: garbled(whole), says: /damaged.*; download/ },
    'password.pdf': {
      content: await makePdf(pages, { userPassword: 'secret' }),
      says: /needs a password \(none was given\); .*--password/,
    },
    'scan.pdf': { content: await makePdf(['', '']), says: /holds no text.*; run text recognition/ },
    'old.doc': {
      content: Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      says: /not supported \(an old Office.*\); save it as PDF/,
    },
    'big5.txt': {
      content: iconv.encode('各縣市政府應於本年底前完成設施檢查', 'big5'),
      says: /encoding.*; save it as UTF-8/,
    },
    'blank.txt': { content: ' \n\u3000\n', says: /nothing but white space; export/ },
  });
});

/** Every object spoiled, header and end in place: nothing in it can be read. */
function garbled(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const end = text.lastIndexOf('startxref');
  return Buffer.from(text.slice(0, 9) + text.slice(9, end).replace(/[a-z<>]/g, '#') + text.slice(end), 'latin1');
}

const allBad = () => Object.fromEntries(Object.entries(BAD).map(([name, { content }]) => [name, content]));

describe('a file that cannot be converted is told in one line, and keeps no other from being converted', () => {
  test('every kind together with a good file', () => {
    const cwd = folderWith({ ...allBad(), 'good.txt': GAZETTE_TEXT, 'no-pdf/readme.md': 'x' });
    const bad = [...Object.keys(BAD), 'missing.pdf', 'no-pdf'];
    const { status, stdout, stderr } = runCli(['convert', ...bad, 'good.txt'], { cwd });

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(outputsIn(join(cwd, 'output'))).toEqual(['good.json', 'good.xlsx']);
    const errors = lines(stderr).filter((line) => line.startsWith('error ['));
    expect(errors.map((line) => line.split(': ')[1]).sort()).toEqual([...bad].sort());
    for (const [name, { says }] of Object.entries(BAD)) {
      expect(errors.find((line) => line.includes(`]: ${name}: `))).toMatch(says);
    }
    expect(stderr).toContain('error [file-missing]: missing.pdf: no such file or folder; check the path');
    expect(stderr).toContain('error [folder-without-input]: no-pdf: no .pdf or .txt file in this folder; put');
    expect(lines(stderr).at(-1)).toBe(`[end] done: 1 converted, ${bad.length} failed`);
    // Notes on equal stems and the closing table aside, nothing else is said: no stack trace, no word of a library.
    const others = lines(stderr).filter(
      (line) => !/^(?:error \[|note \[|\[\w+\] |\S+ +(?:result|converted|failed|\d+) )/.test(line),
    );
    expect(others).toEqual([]);
  });

  test('alone: status 1, one line, no output', () => {
    for (const [name, { content, says }] of Object.entries(BAD)) {
      const cwd = folderWith({ [name]: content });
      const { status, stdout, stderr } = runCli(['convert', name], { cwd });
      expect({ status, stdout }, name).toEqual({ status: 1, stdout: '' });
      expect(lines(stderr), name).toEqual([expect.stringMatching(says)]);
      expect(outputsIn(join(cwd, 'output')), name).toEqual([]);
    }
  });

  test('an earlier output stays as it was when its input can no longer be converted', () => {
    const cwd = folderWith({ 'a.txt': ' ', 'output/a.json': 'old', 'output/a.xlsx': 'old' });
    expect(runCli(['convert', 'a.txt'], { cwd }).status).toBe(1);
    expect(outputsIn(join(cwd, 'output'))).toEqual(['a.json', 'a.xlsx']);
  });

  test('convert without arguments where there is no input/ says where files belong', () => {
    const { status, stderr } = runCli(['convert'], { cwd: folderWith() });
    expect(status).toBe(1);
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^error \[folder-without-input\]: input: no \.pdf or \.txt file .*gongbao convert FILE$/),
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file without read permission (root may read everything: skipped)', () => {
    const cwd = folderWith({ 'a.txt': GAZETTE_TEXT });
    chmodSync(join(cwd, 'a.txt'), 0o000);
    const { status, stderr } = runCli(['convert', 'a.txt'], { cwd });
    expect(status).toBe(1);
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^error \[file-unreadable\]: a\.txt: cannot be read \(permission denied\); check/),
    ]);
  });
});

test('a PDF that only restricts changes needs no password to be read', async () => {
  const pdf = await makePdf(['The department reports.'], { ownerPassword: 'secret', permissions: { copying: false } });
  const cwd = folderWith({ 'restricted.pdf': pdf });
  const { status, stderr } = runCli(['convert', 'restricted.pdf'], { cwd });
  expect(status, stderr).toBe(0);
  expect(outputsIn(join(cwd, 'output'))).toEqual(['restricted.json', 'restricted.xlsx']);
});

test.each([
  ['UTF-16 from Windows Notepad', iconv.encode(GAZETTE_TEXT, 'utf16le', { addBOM: true })],
  ['GBK', iconv.encode(GAZETTE_TEXT, 'gbk')],
])('text in %s gives the same records as in UTF-8', (_, bytes) => {
  const cwd = folderWith({ 'a.txt': GAZETTE_TEXT, 'b/a.txt': bytes });
  const inspect = (file: string) => runCli(['inspect', file, '--stage', 'text'], { cwd });
  const { status, stdout } = inspect('b/a.txt');
  expect(status).toBe(0);
  expect(stdout).toBe(inspect('a.txt').stdout);
});
