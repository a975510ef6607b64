import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { convertIssue } from '../src/convert.js';
import { Budget, limitsWith, MEGABYTE } from '../src/limits.js';
import { type Issue, issueSchema } from '../src/model/index.js';
import { lines, runCli } from './support/cli.js';
import { folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import {
  billionForms,
  bomb,
  bombInBomb,
  formInItself,
  manyPages,
  NOTICE,
  onePage,
  pdfOf,
  stream,
} from './support/hostile.js';

/** The outcome of one hostile file as a process, and the issue where it gives one. */
function converted(content: Uint8Array, ...options: string[]) {
  const cwd = folderWith({ 'a.pdf': content });
  const { status, stdout, stderr } = runCli(['convert', 'a.pdf', ...options], { cwd });
  expect(stdout).toBe('');
  expect(lines(stderr)).toHaveLength(1);
  const issue = status === 0 ? issueSchema.parse(JSON.parse(readFileSync(join(cwd, 'output/a.json'), 'utf8'))) : null;
  return { status, stderr, issue };
}

const textOf = (issue: Issue | null): string => JSON.stringify(issue?.documents);

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('a limit that is met is told with its value and the option that raises it', () => {
  test('pages', () => {
    expect(converted(manyPages(10_000))).toMatchObject({
      status: 1,
      stderr:
        'error [limit-pages]: a.pdf: more pages than the limit allows (10000 > 5000); if the file is right, raise the limit with --max-pages\n',
    });
    expect(converted(manyPages(12), '--max-pages', '11').stderr).toContain('(12 > 11)');
    expect(converted(manyPages(12), '--max-pages', '12').issue?.source.pages).toBe(12);
  });

  test('seconds: a page that never ends keeps no other file from being converted', () => {
    const cwd = folderWith({ 'a.pdf': billionForms(), 'b.txt': GAZETTE_TEXT, 'c.pdf': onePage() });
    // without the dictionary of keywords, which a slow machine reads for longer than that
    const options = ['--max-seconds', '5', '--no-keywords'];
    const { status, stderr } = runCli(['convert', 'a.pdf', 'b.txt', 'c.pdf', ...options], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error \[limit-seconds\]: a\.pdf: .*more time than the limit allows \(> 5 s\); .*--max-seconds$/m,
    );
    expect(outputsIn(join(cwd, 'output'))).toEqual(['b.json', 'b.xlsx', 'c.json', 'c.xlsx']);
    expect(lines(stderr).at(-1)).toBe('[end] done: 2 converted, 1 failed');
  });

  test.each([
    ['a stream that inflates to gigabytes', () => bomb(1500)],
    ['compressed twice', () => bombInBomb(1500)],
    ['named a picture, but shown as a page', () => bomb(1500, '/Subtype /Image')],
  ])('memory: %s', async (_, file) => {
    const { status, stderr } = converted(await file(), '--max-memory', '300');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error \[limit-megabytes\]: a\.pdf: .*more memory than the limit allows \(> 300 MB\); .*--max-memory$/m,
    );
  });

  test('in the library, between two steps', async () => {
    const twelve = manyPages(12);
    const rejection = (limits: object) => expect(convertIssue(twelve, { file: 'a.pdf', limits })).rejects;
    await rejection({ pages: 11 }).toMatchObject({
      code: 'limit-pages',
      file: 'a.pdf',
      details: { reason: '12 > 11' },
    });
    await rejection({ seconds: 1e-6 }).toMatchObject({ code: 'limit-seconds' });
    await rejection({ pages: 0 }).toThrow(RangeError);
    // what earlier tests left behind may be collected meanwhile: less than this
    collectGarbage();
    const budget = new Budget(limitsWith({ megabytes: 1 }), 'a.pdf');
    const held = new Uint8Array(512 * MEGABYTE);
    expect(() => budget.check()).toThrow(expect.objectContaining({ code: 'limit-megabytes' }));
    expect(held).toHaveLength(512 * MEGABYTE);
  });

  test.each(['0', '-1', 'many', ''])('--max-seconds %o is wrong use', (value) => {
    const { status, stderr } = runCli(['convert', '--max-seconds', value], { cwd: folderWith() });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error \[wrong-use\]: .*--max-seconds.*must be a number above 0.*; see gongbao --help$/m);
  });
});

describe('files that lead in circles, or ask for much without need', () => {
  test('a page tree that holds itself', () => {
    const { status, stderr } = converted(onePage({ kids: '3 0 R 2 0 R' }));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error \[pdf-damaged\]: a\.pdf, page 2: the PDF is damaged/);
  });

  test('a parent that is its own parent', () => {
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 2 0 R >>',
      '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream(NOTICE),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    expect(textOf(converted(pdf).issue)).toContain('Notice');
  });

  test('a form that shows itself: the page is read and flagged', () => {
    const { issue } = converted(formInItself());
    expect(textOf(issue)).toContain('Notice');
    expect(issue?.flags).toMatchObject([{ code: 'page-damaged', field: 'page 1', severity: 'check' }]);
  });

  test('hundreds of thousands of objects that nothing uses', () => {
    const pdf = onePage({ more: Array(300_000).fill('<< /A 1 >>') });
    expect(textOf(converted(pdf).issue)).toContain('Notice');
  });

  test('a string of a megabyte, a path of as many points, a name as long', () => {
    const path = Array.from({ length: 150_000 }, (_, at) => `${at % 500} ${at % 700} l`).join(' ');
    const content = `${NOTICE} 1 1 m ${path} S /${'A'.repeat(1e6)} gs BT /F1 9 Tf 72 600 Td (${'Long '.repeat(2e5)}) Tj ET`;
    expect(textOf(converted(onePage({ content: stream(content) })).issue)).toContain('Notice');
  });
});

describe('absurd pages end in a reading that makes sense or in an error, never in numbers that are none', () => {
  const far = '9'.repeat(400);

  test.each([
    '[0 0 0 0]',
    '[0 0 NaN NaN]',
    '[0 0 595]',
    '[/a /b /c /d]',
    '[0 0 595 842] /CropBox [0 0 0 0]',
    '[0 0 595 842] /UserUnit -1',
  ])('/MediaBox %s: read as the usual page', (box) => {
    const { issue } = converted(onePage({ entries: `/MediaBox ${box}` }));
    expect(textOf(issue)).toContain('Notice');
  });

  test.each([
    ['of a billion points', '[0 0 1000000000 1000000000]'],
    ['of more than any number', `[0 0 ${far} ${far}]`],
    ['of less than a point', '[0 0 0.001 0.001]'],
    ['in units as large as a house', '[0 0 595 842] /UserUnit 100000'],
  ])('a page %s: told with its number', (_, box) => {
    const { status, stderr } = converted(onePage({ entries: `/MediaBox ${box}` }));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error \[pdf-damaged\]: a\.pdf, page 1: the PDF is damaged \(the size of the page makes no sense\)/,
    );
  });

  test.each(['[0 0 -595 -842]', '[1000000000 1000000000 1000000595 1000000842]', '[0 0 10 842]'])(
    '/MediaBox %s, which no text stands on: damaged, not a scan',
    (box) => {
      const { status, stderr } = converted(onePage({ entries: `/MediaBox ${box}` }));
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /^error \[pdf-damaged\]: a\.pdf, page 1: the PDF is damaged \(no text can be read from it\)/,
      );
    },
  );

  test('text and lines at places beyond all numbers are left out, and the page is flagged', () => {
    const content = `${NOTICE} q ${far} 0 0 ${far} ${far} ${far} cm 0 0 m 9 9 l S 0 0 9 1 re f
      BT /F1 12 Tf ${far} 0 0 ${far} 1 1 Tm (lost) Tj ET Q`;
    const pdf = onePage({ content: stream(content) });
    const { issue } = converted(pdf);
    expect(textOf(issue)).toContain('Notice');
    expect(issue?.flags.map(({ code }) => code)).toContain('page-damaged');
    const pages = runCli(['inspect', 'a.pdf', '--stage', 'pages'], { cwd: folderWith({ 'a.pdf': pdf }) });
    expect(pages.stdout).not.toContain('null');
  });
});
