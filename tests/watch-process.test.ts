// convert --watch, as a process: what arrives is converted when it is complete.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Settling } from '../src/batch/settling.js';
import { CLI } from './support/cli.js';
import { folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { makePdf } from './support/pdf.js';

const WAIT_MS = 40_000;

interface Index {
  total: { files: number; converted: number; failed: number };
  files: { input: string; status: string; measures?: number }[];
}

class Watching {
  private said = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<unknown[]>;

  constructor(private readonly cwd: string) {
    const args = [CLI, 'convert', 'in', '--watch', '--out', 'in/out', '--no-keywords', '--lang', 'en'];
    this.child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    this.exit = once(this.child, 'exit');
    this.child.stderr?.on('data', (chunk) => {
      this.said += chunk;
    });
    onTestFinished(() => void this.child.kill('SIGKILL'));
  }

  async says(what: RegExp): Promise<void> {
    const start = performance.now();
    while (!what.test(this.said)) {
      if (performance.now() - start > WAIT_MS) throw new Error(`never said ${what}, but:\n${this.said}`);
      await wait(50);
    }
  }

  times(what: RegExp): number {
    return this.said.match(new RegExp(what, 'g'))?.length ?? 0;
  }

  index(): Index {
    return JSON.parse(readFileSync(join(this.cwd, 'in/out/index.json'), 'utf8'));
  }

  /** Until index.json is as it should be. */
  async indexed(isDone: (index: Index) => boolean): Promise<void> {
    const start = performance.now();
    while (!existsSync(join(this.cwd, 'in/out/index.json')) || !isDone(this.index())) {
      if (performance.now() - start > WAIT_MS) throw new Error(`index.json never was as expected:\n${this.said}`);
      await wait(50);
    }
  }

  async interrupted(): Promise<unknown> {
    this.child.kill('SIGINT');
    const [status] = await this.exit;
    return status;
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('what arrives is converted once and whole, errors do not end it, Ctrl+C does', async () => {
  const cwd = folderWith({ 'in/old.txt': GAZETTE_TEXT });
  // a circle of links
  symlinkSync('.', join(cwd, 'in/round'));
  const watching = new Watching(cwd);
  await watching.says(/\[watching\] waiting for files in in; Ctrl\+C ends/);
  await watching.says(/\[converted\] .*old\.txt/);

  // copied slowly, with a name that is no input's beside it
  const half = GAZETTE_TEXT.length / 2;
  mkdirSync(join(cwd, 'in/2024'));
  writeFileSync(join(cwd, 'in/2024/new.txt'), GAZETTE_TEXT.slice(0, half));
  writeFileSync(join(cwd, 'in/2024/~$new.txt'), 'x');
  await wait(1000);
  appendFileSync(join(cwd, 'in/2024/new.txt'), GAZETTE_TEXT.slice(half));
  await watching.says(/\[converted\] .*new\.txt.* 2 measures/);
  expect(watching.times(/new\.txt →/)).toBe(1);

  writeFileSync(join(cwd, 'in/bad.pdf'), '%PDF-1.7\n');
  await watching.says(/error \[pdf-damaged\]: .*bad\.pdf/);
  writeFileSync(join(cwd, 'in/after.txt'), GAZETTE_TEXT.replaceAll('2021', '2022'));
  await watching.says(/\[converted\] .*after\.txt/);
  await watching.indexed(({ total }) => total.files === 4 && total.converted === 3 && total.failed === 1);
  expect(watching.times(/old\.txt →/)).toBe(1);

  // mended, it is converted; taken away, it leaves the index
  writeFileSync(join(cwd, 'in/bad.pdf'), await makePdf(['Notice']));
  rmSync(join(cwd, 'in/after.txt'));
  await watching.indexed(({ files }) => files.length === 3 && files.every(({ status }) => status === 'converted'));

  expect(await watching.interrupted()).toBe(130);
  await watching.says(/\[end\] done: 3 converted, 0 failed/);
  expect(outputsIn(join(cwd, 'in/out'))).toEqual(
    ['after', 'bad', 'new', 'old'].flatMap((name) => [`${name}.json`, `${name}.xlsx`]),
  );
  expect(existsSync(join(cwd, 'in/out/汇总.xlsx'))).toBe(true);
});

test('a file is complete when it has stayed the same for two seconds', async () => {
  const file = join(folderWith({ 'a.pdf': 'x' }), 'a.pdf');
  const settling = new Settling();
  expect(await settling.stateOf(file, 0)).toBeNull();
  expect(await settling.stateOf(file, 1900)).toBeNull();
  appendFileSync(file, 'y');
  expect(await settling.stateOf(file, 2100)).toBeNull();
  expect(await settling.stateOf(file, 4000)).toBeNull();
  const state = await settling.stateOf(file, 4200);
  expect(state).not.toBeNull();
  expect(await settling.stateOf(file, 9000)).toBe(state);
  rmSync(file);
  expect(await settling.stateOf(file, 9500)).toBeNull();
});
