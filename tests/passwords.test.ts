import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertIssue, inspectSource } from '../src/convert.js';
import { issueSchema } from '../src/model/index.js';
import { lines, runCli } from './support/cli.js';
import { folderWith, outputsIn } from './support/folder.js';
import { makePdf } from './support/pdf.js';

const locked = (userPassword: string, more: PDFKit.PDFDocumentOptions = {}) =>
  makePdf(['The department reports.'], { userPassword, ownerPassword: 'owner', ...more });

describe('--password', () => {
  test('each is tried for every file of the run', async () => {
    const cwd = folderWith({
      'one.pdf': await locked('first'),
      'two.pdf': await locked('第二'.repeat(2), { pdfVersion: '1.7ext3' }),
      'owner.pdf': await locked('unknown'),
      'free.pdf': await makePdf(['Notice']),
    });
    const passwords = ['wrong', 'first', '第二第二', 'owner'].flatMap((password) => ['--password', password]);
    const { status, stderr } = runCli(['convert', 'one.pdf', 'two.pdf', 'owner.pdf', 'free.pdf', ...passwords], {
      cwd,
    });
    expect(status, stderr).toBe(0);
    const issue = issueSchema.parse(JSON.parse(readFileSync(join(cwd, 'output/two.json'), 'utf8')));
    expect(JSON.stringify(issue.documents)).toContain('department');
  });

  test('inspect takes it too', async () => {
    const cwd = folderWith({ 'a.pdf': await locked('secret') });
    const inspect = (...more: string[]) => runCli(['inspect', 'a.pdf', '--stage', 'pages', ...more], { cwd });
    expect(inspect('--password', 'secret')).toMatchObject({ status: 0, stderr: '' });
    expect(inspect()).toMatchObject({ status: 1, stdout: '' });
  });

  test.each([
    ['none was given', []],
    ['none of those given fits', ['--password', 'a', '--password', 'b']],
  ])('where %s, the error says so and names the option, but no password', async (why, given) => {
    const cwd = folderWith({ 'a.pdf': await locked('secret') });
    const { status, stderr } = runCli(['convert', 'a.pdf', ...given], { cwd });
    expect(status).toBe(1);
    expect(lines(stderr)).toEqual([
      `error [pdf-needs-password]: a.pdf: the PDF needs a password (${why}); give it with --password, or open the PDF in a reader and save a copy without a password`,
    ]);
    expect(outputsIn(join(cwd, 'output'))).toEqual([]);
  });
});

test('the library takes them as an option', async () => {
  const pdf = await locked('secret');
  expect((await convertIssue(pdf, { passwords: ['no', 'secret'] })).source.pages).toBe(1);
  expect(await inspectSource(pdf, 'pages', { passwords: ['secret'] })).toHaveLength(1);
  await expect(convertIssue(pdf, { passwords: ['no'] })).rejects.toMatchObject({
    code: 'pdf-needs-password',
    details: { reason: 'no-password-fits' },
  });
});
