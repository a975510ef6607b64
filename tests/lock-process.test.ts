// What two processes do in one folder at the same time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withLock } from '../src/batch/lock.js';
import { prepareOutputFolder } from '../src/batch/outputs.js';
import { correctionsSchema, type Issue, type Measure } from '../src/model/index.js';
import { runCli } from './support/cli.js';
import { setting } from './support/corrections.js';
import { filesIn, folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { unit } from './support/issue.js';
import { ROOT } from './support/paths.js';
import { Review } from './support/review.js';

const LOCK = pathToFileURL(join(ROOT, 'dist/batch/lock.js')).href;
const locksIn = (folder: string) => filesIn(folder).filter((name) => name.endsWith('.lock'));

test('two review processes that save 50 times each at once: no saved change is lost', async () => {
  const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT });
  runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
  const reviews = [await Review.start(cwd), await Review.start(cwd)] as const;
  const SAVES = 50;

  const saveAll = async (review: Review, index: number): Promise<void> => {
    const { original, records, ...first } = await review.get<{
      original: Issue;
      records: string;
      state: { revision: number };
    }>('api/issues/a');
    let measure = original.measures[index] as Measure;
    let { revision } = first.state;
    for (let n = 1; n <= SAVES; ) {
      const departments = [unit(`市第${n}局`)];
      const correction = setting(measure, { departments });
      const { status, body } = await review.post('api/issues/a/changes', { revision, records, correction });
      revision = JSON.parse(body).state.revision;
      if (status === 409) continue;
      expect(status, body).toBe(200);
      measure = { ...measure, departments };
      n += 1;
    }
  };
  await Promise.all(reviews.map(saveAll));

  const out = join(cwd, 'output');
  const { revision, changes } = correctionsSchema.parse(
    JSON.parse(readFileSync(join(out, 'a.corrections.json'), 'utf8')),
  );
  expect(revision).toBe(2 * SAVES);
  for (const index of [0, 1]) {
    const { original } = await reviews[0].get<{ original: Issue }>('api/issues/a');
    const own = changes.filter(
      ({ correction }) => correction.what === 'set' && correction.measure.id === original.measures[index]?.id,
    );
    expect(own).toHaveLength(SAVES);
  }
  expect(new Set(changes.map(({ id }) => id)).size).toBe(2 * SAVES);
  expect(locksIn(out)).toEqual([]);
});

test('processes that count in one file lose no step', async () => {
  const folder = folderWith({ count: '0' });
  const count = `
    import { readFileSync, writeFileSync } from 'node:fs';
    const { withLock } = await import(process.argv[1]);
    for (let n = 0; n < 40; n++)
      await withLock('.', async () => {
        const seen = Number(readFileSync('count', 'utf8'));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        writeFileSync('count', String(seen + 1));
      });`;
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', count, LOCK], { cwd: folder, stdio: 'inherit' }),
  );
  expect(await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))).toEqual([0, 0, 0]);
  expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('120');
  expect(filesIn(folder)).toEqual(['count']);
});

/** A process that has the lock, killed. */
async function killedWithLock(folder: string): Promise<void> {
  const hold = `
    const { withLock } = await import(process.argv[1]);
    await withLock('.', async () => { console.log('has it'); await new Promise((end) => setTimeout(end, 60_000)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', hold, LOCK], { cwd: folder });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a process that was killed with the lock keeps nobody from it, and nothing of it stays', async () => {
  const folder = folderWith();
  await killedWithLock(folder);
  expect(locksIn(folder)).toHaveLength(1);
  await withLock(folder, async () => {});
  expect(filesIn(folder)).toEqual([]);
  await killedWithLock(folder);
  await prepareOutputFolder(folder);
  expect(filesIn(folder)).toEqual([]);
});

test('who stood still for long has lost the lock, and is told before anything is written', async () => {
  const folder = folderWith();
  const said: string[] = [];
  await withLock(folder, async (lock) => {
    await lock.check();
    const [name = ''] = locksIn(folder);
    utimesSync(join(folder, name), 0, 0);
    // a process of its own: within one, they come one after the other
    const take = `const { withLock } = await import(process.argv[1]); await withLock('.', async () => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', take, LOCK], { cwd: folder });
    expect((await once(child, 'exit'))[0]).toBe(0);
    await lock.check().catch((error) => said.push(`${error.code} ${error.details.reason}`));
  });
  expect(said).toEqual(['output-not-writable EBUSY']);
  expect(filesIn(folder)).toEqual([]);
});

test('what fails within the lock gives it back, and one waits for the other within a process', async () => {
  const folder = folderWith();
  const order: string[] = [];
  const first = withLock(folder, async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('first');
    throw new Error('no');
  });
  const second = withLock(folder, async () => order.push('second'));
  await expect(first).rejects.toThrow('no');
  await second;
  expect(order).toEqual(['first', 'second']);
  writeFileSync(join(folder, 'x'), '');
  await expect(withLock(join(folder, 'x'), async () => {})).rejects.toMatchObject({ code: 'output-not-writable' });
});
