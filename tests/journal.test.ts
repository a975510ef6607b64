import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Counts } from '../src/batch/counts.js';
import { JOURNAL, Journal } from '../src/batch/journal.js';
import { DEFAULT_FORMATS, planOutputs } from '../src/batch/names.js';
import { filesIn, folderWith } from './support/folder.js';

const COUNTS: Counts = { pages: 1, documents: 1, measures: 0, flags: { note: 0, check: 0, error: 0 } };

test('the journal does not grow without end, and what counts stays', async () => {
  const folder = folderWith({ 'a.json': '{}', 'a.xlsx': 'x', 'b.json': '{}', 'b.xlsx': 'x' });
  const [a, b] = planOutputs(['a.pdf', 'b.pdf'], folder);
  if (!a || !b) throw new Error('no plans');
  const open = (): Promise<Journal> => Journal.open(folder, '1', {});
  const linesIn = (): number => readFileSync(join(folder, JOURNAL), 'utf8').split('\n').length;

  const first = await open();
  await first.add(a, 'sha a', COUNTS, DEFAULT_FORMATS);
  await first.addSummary('of a');
  for (let run = 0; run < 150; run++) await first.add(b, `sha b${run}`, COUNTS, DEFAULT_FORMATS);
  await open();
  expect(linesIn()).toBeGreaterThan(150);
  for (let run = 150; run < 300; run++) await first.add(b, `sha b${run}`, COUNTS, DEFAULT_FORMATS);

  const compacted = await open();
  expect(linesIn()).toBe(4);
  for (const journal of [compacted, await open()]) {
    expect(journal.unchanged(a, 'sha a', DEFAULT_FORMATS)).toEqual(COUNTS);
    expect(journal.unchanged(b, 'sha b299', DEFAULT_FORMATS)).toEqual(COUNTS);
    expect(journal.summary).toBe('of a');
  }
  // a run that began before goes on writing into the same file
  await first.add(a, 'sha a2', COUNTS, DEFAULT_FORMATS);
  expect((await open()).unchanged(a, 'sha a2', DEFAULT_FORMATS)).toEqual(COUNTS);
  expect(filesIn(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('names whose outputs were taken away do not fill it for ever', async () => {
  const folder = folderWith();
  const journal = await Journal.open(folder, '1', {});
  for (const plan of planOutputs(
    Array.from({ length: 300 }, (_, index) => `${index}.pdf`),
    folder,
  )) {
    writeFileSync(plan.paths.json, '{}');
    writeFileSync(plan.paths.xlsx, 'x');
    await journal.add(plan, 'sha', COUNTS, DEFAULT_FORMATS);
    rmSync(plan.paths.json);
  }
  await Journal.open(folder, '1', {});
  expect(readFileSync(join(folder, JOURNAL), 'utf8')).toBe('');
});

test('formats that were made stay made when others are wanted, until the bytes are others', async () => {
  const folder = folderWith({ 'a.json': '{}', 'a.xlsx': 'x', 'a.csv': 'x' });
  const [a] = planOutputs(['a.pdf'], folder);
  if (!a) throw new Error('no plan');
  // as written by versions that knew no choice
  const entry = { name: 'a', file: 'a.pdf', sha256: 'sha', made: '', counts: COUNTS };
  const first = await Journal.open(folder, '1', {});
  await first.add(a, 'sha', COUNTS, []);
  const made = JSON.parse(readFileSync(join(folder, JOURNAL), 'utf8')).made;
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...entry, made }));

  const journal = await Journal.open(folder, '1', {});
  expect(journal.unchanged(a, 'sha', DEFAULT_FORMATS)).toEqual(COUNTS);
  expect(journal.missing(a, 'sha', ['json', 'csv', 'ics'])).toEqual(['csv', 'ics']);
  await journal.add(a, 'sha', COUNTS, ['csv']);
  const later = await Journal.open(folder, '1', {});
  expect(later.unchanged(a, 'sha', ['json', 'xlsx', 'csv'])).toEqual(COUNTS);
  expect(later.missing(a, 'other', ['json', 'csv'])).toEqual(['json', 'csv']);
  rmSync(join(folder, 'a.csv'));
  expect(later.missing(a, 'sha', ['json', 'csv'])).toEqual(['csv']);
});
