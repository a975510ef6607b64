import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Counts } from '../src/batch/counts.js';
import { JOURNAL, Journal } from '../src/batch/journal.js';
import { planOutputs } from '../src/batch/names.js';
import { filesIn, folderWith } from './support/folder.js';

const COUNTS: Counts = { pages: 1, documents: 1, measures: 0, flags: { note: 0, check: 0, error: 0 } };

test('the journal does not grow without end, and what counts stays', async () => {
  const folder = folderWith({ 'a.json': '{}', 'a.xlsx': 'x', 'b.json': '{}', 'b.xlsx': 'x' });
  const [a, b] = planOutputs(['a.pdf', 'b.pdf'], folder);
  if (!a || !b) throw new Error('no plans');
  const open = (): Promise<Journal> => Journal.open(folder, '1', {});
  const linesIn = (): number => readFileSync(join(folder, JOURNAL), 'utf8').split('\n').length;

  const first = await open();
  await first.add(a, 'sha a', COUNTS);
  await first.addSummary('of a');
  for (let run = 0; run < 150; run++) await first.add(b, `sha b${run}`, COUNTS);
  await open();
  expect(linesIn()).toBeGreaterThan(150);
  for (let run = 150; run < 300; run++) await first.add(b, `sha b${run}`, COUNTS);

  const compacted = await open();
  expect(linesIn()).toBe(4);
  for (const journal of [compacted, await open()]) {
    expect(journal.unchanged(a, 'sha a')).toEqual(COUNTS);
    expect(journal.unchanged(b, 'sha b299')).toEqual(COUNTS);
    expect(journal.summary).toBe('of a');
  }
  // a run that began before goes on writing into the same file
  await first.add(a, 'sha a2', COUNTS);
  expect((await open()).unchanged(a, 'sha a2')).toEqual(COUNTS);
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
    await journal.add(plan, 'sha', COUNTS);
    rmSync(plan.paths.json);
  }
  await Journal.open(folder, '1', {});
  expect(readFileSync(join(folder, JOURNAL), 'utf8')).toBe('');
});
