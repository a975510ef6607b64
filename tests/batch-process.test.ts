// Runs over many files, as processes: killed, interrupted, with several threads, with bad files among good ones.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLI, lines, runCli } from './support/cli.js';
import { filesIn, folderForFile, folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';

const FILES = 40;
/** More where CI asks for them. */
const KILLS = Number(process.env.GONGBAO_KILLS ?? 5);

/** Like the invented issue, each of another year. */
const inputs = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `in/${index}.txt`,
      GAZETTE_TEXT.replaceAll('2021', `${2021 + index}`),
    ]),
  );

const contentsOf = (folder: string): Map<string, string> =>
  new Map(outputsIn(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));

const ARGS = ['convert', 'in', '--no-keywords', '--lang', 'en'];
const start = (cwd: string, ...more: string[]): ChildProcess =>
  spawn(process.execPath, [CLI, ...ARGS, ...more], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('forty files', () => {
  const cwd = folderForFile(inputs(FILES));
  let expected: Map<string, string>;
  let ms: number;

  beforeAll(() => {
    const from = performance.now();
    const { status, stderr } = runCli(ARGS, { cwd });
    ms = performance.now() - from;
    expect(status, stderr).toBe(0);
    expected = contentsOf(join(cwd, 'output'));
    expect(expected.size).toBe(2 * FILES);
  });

  test('give the same bytes on one thread and on two, in any order', () => {
    const reversed = Array.from({ length: FILES }, (_, index) => `in/${FILES - 1 - index}.txt`);
    for (const args of [
      [...ARGS, '--jobs', '1', '--out', 'one'],
      ['convert', ...reversed, '--no-keywords', '--jobs', '2', '--out', 'two'],
    ]) {
      expect(runCli(args, { cwd }).status).toBe(0);
      expect(contentsOf(join(cwd, args.at(-1) as string))).toEqual(expected);
    }
  });

  test(
    `killed at ${KILLS} moments, the next run finishes what is missing and leaves nothing else`,
    async () => {
      let unfinished = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        rmSync(join(cwd, 'killed'), { recursive: true, force: true });
        const run = start(cwd, '--out', 'killed');
        const exit = once(run, 'exit');
        await wait(((kill + Math.random()) / KILLS) * ms);
        run.kill('SIGKILL');
        await exit;
        const left = outputsIn(join(cwd, 'killed')).length;
        if (left < expected.size) unfinished += 1;
        const { status, stderr } = runCli([...ARGS, '--out', 'killed'], { cwd });
        expect(status, stderr).toBe(0);
        expect(contentsOf(join(cwd, 'killed'))).toEqual(expected);
        expect(filesIn(join(cwd, 'killed')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
      expect(unfinished).toBeGreaterThan(0);
    },
    KILLS * 30_000,
  );

  test('interrupted once, what is in hand is finished; the next run does the rest', async () => {
    const run = start(cwd, '--out', 'interrupted', '--jobs', '1');
    let said = '';
    run.stderr?.on('data', (chunk) => {
      if (!said) run.kill('SIGINT');
      said += chunk;
    });
    const [status] = await once(run, 'exit');
    expect(status, said).toBe(130);
    const index = JSON.parse(readFileSync(join(cwd, 'interrupted/index.json'), 'utf8'));
    expect(index.total.notBegun).toBeGreaterThan(0);
    expect(outputsIn(join(cwd, 'interrupted'))).toHaveLength(2 * index.total.converted);
    const rest = runCli([...ARGS, '--out', 'interrupted'], { cwd });
    expect(rest.status).toBe(0);
    expect(lines(rest.stderr).at(-1)).toBe(
      `[end] done: ${index.total.notBegun} converted, ${index.total.converted} unchanged, 0 failed`,
    );
    expect(contentsOf(join(cwd, 'interrupted'))).toEqual(expected);
  });

  test('two runs at once on one folder do no harm', async () => {
    const runs = [start(cwd, '--out', 'both'), start(cwd, '--out', 'both')];
    const exits = await Promise.all(runs.map((run) => once(run, 'exit')));
    expect(exits.map(([status]) => status)).toEqual([0, 0]);
    expect(contentsOf(join(cwd, 'both'))).toEqual(expected);
  });
});

test('twenty good files and twenty bad ones give twenty results and twenty errors', () => {
  const bad = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`in/bad${index}.pdf`, index % 2 ? '' : `%PDF-1.7\n${index}`]),
  );
  const cwd = folderWith({ ...inputs(20), ...bad });
  const { status, stderr } = runCli(ARGS, { cwd });
  expect(status).toBe(1);
  expect(outputsIn(join(cwd, 'output'))).toHaveLength(40);
  const errors = lines(stderr).filter((line) => line.startsWith('error ['));
  expect(errors).toHaveLength(20);
  for (const name of Object.keys(bad)) expect(errors.filter((line) => line.includes(join(name)))).toHaveLength(1);
  expect(lines(stderr).at(-1)).toBe('[end] done: 20 converted, 20 failed');
  // above it the table: a line for each file, and one for all
  expect(lines(stderr).filter((line) => /\.(?:txt|pdf) +(?:converted|failed) /.test(line))).toHaveLength(40);
  expect(lines(stderr).at(-2)).toMatch(/^total +40 +20 +40 +0 +\d+\.\d$/);
});
