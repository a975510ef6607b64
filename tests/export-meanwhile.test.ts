// An export of the review page, and what others do while it is made.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Issue } from '../src/model/index.js';
import { exportIssue } from '../src/review/export.js';
import { WRITERS } from '../src/write/index.js';
import { toJson } from '../src/write/json.js';
import { correctionsOf, setting } from './support/corrections.js';
import { filesIn, folderWith } from './support/folder.js';
import { madeUpIssue, unit } from './support/issue.js';

const issue = madeUpIssue();
const [measure] = issue.measures;
if (!measure) throw new Error('no measure');
const corrected = (name: string): string =>
  JSON.stringify(correctionsOf(setting(measure, { departments: [unit(name)] })));

const exportedFolder = (): string => folderWith({ 'a.json': toJson(issue), 'a.corrections.json': corrected('市甲局') });

/** Does something each time when an export has read all and is about to write. */
function meanwhile(act: (time: number) => void): void {
  let time = 0;
  const { md } = WRITERS;
  const spy = vi.spyOn(WRITERS, 'md').mockImplementation((one: Issue) => {
    time += 1;
    act(time);
    return md(one);
  });
  onTestFinished(() => spy.mockRestore());
}

test.each([
  ['corrections', 'a.corrections.json', corrected('市乙局'), '市乙局'],
  ['records', 'a.json', toJson({ ...issue, source: { ...issue.source, file: 'new.pdf' } }), 'new.pdf'],
])('%s that change meanwhile are those that are exported', async (_, name, content, expected) => {
  const folder = exportedFolder();
  meanwhile((time) => time === 1 && writeFileSync(join(folder, name), content));
  await exportIssue(folder, 'a');
  for (const form of ['a.json', 'a.ndjson']) expect(readFileSync(join(folder, form), 'utf8')).toContain(expected);
  expect(filesIn(folder).filter((one) => one.startsWith('.'))).toEqual([]);
});

test('where they change again and again, nothing is written', async () => {
  const folder = exportedFolder();
  const before = filesIn(folder);
  meanwhile((time) => writeFileSync(join(folder, 'a.corrections.json'), corrected(`市${'一二三四五'[time]}局`)));
  await expect(exportIssue(folder, 'a')).rejects.toMatchObject({
    code: 'records-changed',
    file: join(folder, 'a.json'),
  });
  expect(filesIn(folder)).toEqual(before);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(toJson(issue));
});

test('so with a workbook that is saved again and again', async () => {
  const folder = exportedFolder();
  await exportIssue(folder, 'a');
  const workbook = readFileSync(join(folder, 'a.xlsx'));
  meanwhile(() => writeFileSync(join(folder, 'a.xlsx'), workbook));
  await expect(exportIssue(folder, 'a')).rejects.toMatchObject({ code: 'workbook-changed' });
});
