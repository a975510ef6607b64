// Runs as processes, over names and places that make trouble.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issueSchema } from '../src/model/index.js';
import { CLI, lines, runCli } from './support/cli.js';
import { filesIn, folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';

const ARGS = ['convert', 'in', '--no-keywords', '--lang', 'en'];
const year = (text: string): string => GAZETTE_TEXT.replaceAll('2021', text);
const issueIn = (path: string) => issueSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const indexIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));

describe('names', () => {
  test('the same in several folders: each has its own outputs, and a message says which', () => {
    const cwd = folderWith({ 'in/2022/公报.txt': year('2022'), 'in/2023/公报.txt': year('2023') });
    const { status, stderr } = runCli(ARGS, { cwd });
    expect(status, stderr).toBe(0);
    expect(outputsIn(join(cwd, 'output'))).toEqual(
      ['2022', '2023'].flatMap((folder) => [`${folder}_公报.txt.json`, `${folder}_公报.txt.xlsx`]),
    );
    for (const folder of ['2022', '2023']) {
      expect(issueIn(join(cwd, `output/${folder}_公报.txt.json`)).issue.year).toBe(Number(folder));
      expect(stderr).toContain(`written as ${folder}_公报.txt.json`);
    }
  });

  // Windows allows no control characters in names
  test.skipIf(process.platform === 'win32')('with spaces, marks and control characters', () => {
    const names = [' 第 11 期 (一) “a”&$HOME;.txt', 'b\nc\u001b[31m.txt', '𠮷野 %d #1.txt'];
    const cwd = folderWith(Object.fromEntries(names.map((name, index) => [`in/${name}`, year(`${2022 + index}`)])));
    const { status, stderr } = runCli(ARGS, { cwd });
    expect(status, stderr).toBe(0);
    expect(outputsIn(join(cwd, 'output')).filter((name) => name.endsWith('.json'))).toEqual(
      [' 第 11 期 (一) “a”&$HOME;.json', 'b_c_[31m.json', '𠮷野 %d #1.json'].sort(),
    );
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u);
    expect(
      indexIn(join(cwd, 'output'))
        .files.map(({ input }: { input: string }) => input)
        .sort(),
    ).toEqual(names.map((name) => join('in', name)).sort());
    expect(lines(runCli(ARGS, { cwd }).stderr).at(-1)).toBe('[end] done: 0 converted, 3 unchanged, 0 failed');
  });
});

test('an input that changes while it is read is an error, and nothing is written for it', async () => {
  const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/b.txt': year('2022') });
  const run = spawn(process.execPath, [CLI, ...ARGS], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  run.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const writing = setInterval(() => appendFileSync(join(cwd, 'in/a.txt'), '（略）\n'), 10);
  const [status] = await once(run, 'close');
  clearInterval(writing);
  expect(status, said).toBe(1);
  expect(said).toMatch(/error \[input-changed\]: in.a\.txt: the file changed while it was read; /);
  expect(outputsIn(join(cwd, 'output'))).toEqual(['b.json', 'b.xlsx']);
});

describe('folders', () => {
  test('output and input may be the same one', () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/index.txt': year('2022'), 'in/汇总.txt': year('2023') });
    for (const end of ['3 converted', '0 converted, 3 unchanged']) {
      const { status, stderr } = runCli([...ARGS, '--out', 'in'], { cwd });
      expect(status, stderr).toBe(0);
      expect(lines(stderr).at(-1)).toBe(`[end] done: ${end}, 0 failed`);
    }
    expect(outputsIn(join(cwd, 'in')).filter((name) => name.endsWith('.json'))).toEqual([
      'a.json',
      'index.txt.json',
      '汇总.txt.json',
    ]);
    expect(readFileSync(join(cwd, 'in/a.txt'), 'utf8')).toBe(GAZETTE_TEXT);
  });

  test('links that lead in circles, to nothing, or twice to the same file', () => {
    const cwd = folderWith({ 'in/year/a.txt': GAZETTE_TEXT });
    symlinkSync(join(cwd, 'in'), join(cwd, 'in/year/back'));
    symlinkSync('self.txt', join(cwd, 'in/self.txt'));
    symlinkSync('nowhere.txt', join(cwd, 'in/gone.txt'));
    symlinkSync(join('year', 'a.txt'), join(cwd, 'in/again.txt'));
    const { status, stderr } = runCli(ARGS, { cwd });
    expect(status, stderr).toBe(0);
    expect(indexIn(join(cwd, 'output')).total).toMatchObject({ files: 1, converted: 1 });
    const named = runCli(['convert', 'in/self.txt', 'in/gone.txt', '--lang', 'en'], { cwd });
    expect(named.status).toBe(1);
    expect(named.stderr).toMatch(/error \[file-unreadable\]: in.self\.txt/);
    expect(named.stderr).toMatch(/error \[file-missing\]: in.gone\.txt/);
  });

  test('an output folder that is a file, or lies under one', () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, file: 'x' });
    for (const out of ['file', join('file', 'out')]) {
      const { status, stderr } = runCli([...ARGS, '--out', out], { cwd });
      expect(status).toBe(1);
      expect(lines(stderr)).toEqual([expect.stringMatching(/^error \[output-not-writable\]: file/)]);
    }
  });
});

/** Runs in a namespace of its own, where disks of any kind can be mounted; not every system lets its users. */
const inNamespace = (script: string, cwd: string) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script], {
    cwd,
    env: { ...process.env, NODE: process.execPath, CLI },
    encoding: 'utf8',
  });
const canMount = inNamespace('mount -t tmpfs tmpfs /mnt', '/').status === 0;
const convert = `"$NODE" "$CLI" ${ARGS.join(' ')} --jobs 1 --out out`;

describe.skipIf(!canMount)('disks (skipped where none can be mounted: no unshare, no user namespaces)', () => {
  test('read-only: told at once', () => {
    const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/b.txt': year('2022') });
    mkdirSync(join(cwd, 'out'));
    const { status, stderr } = inNamespace(`mount -t tmpfs -o ro tmpfs out && ${convert}`, cwd);
    expect(status, stderr).toBe(1);
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^error \[output-not-writable\]: out: .*\(the disk is read-only\)/),
    ]);
  });

  test('full: what fits is whole, the rest are errors, and nothing half written stays', () => {
    const files = Array.from({ length: 6 }, (_, index) => [`in/${index}.txt`, year(`${2022 + index}`)]);
    const cwd = folderWith(Object.fromEntries(files));
    mkdirSync(join(cwd, 'out'));
    mkdirSync(join(cwd, 'kept'));
    const { status, stderr } = inNamespace(
      `mount -t tmpfs -o size=64k tmpfs out && ${convert}; status=$?; cp -R out/. kept; exit $status`,
      cwd,
    );
    expect(status, stderr).toBe(1);
    expect(stderr).toMatch(/error \[output-not-writable\]: .*\(no space left on the disk\)/);
    expect(stderr).not.toContain('[internal]');
    const kept = filesIn(join(cwd, 'kept'));
    expect(kept.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const issues = kept.filter((name) => /^\d\.json$/.test(name));
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThan(6);
    for (const name of issues) expect(issueIn(join(cwd, 'kept', name)).measures).toHaveLength(2);
  });
});

test.skipIf(process.platform === 'win32')('a file larger than the system allows is an error like any other', () => {
  const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT });
  const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f 2; ${convert}`], {
    cwd,
    env: { ...process.env, NODE: process.execPath, CLI },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(1);
  expect(stderr).toMatch(/error \[output-not-writable\]: .*larger than the system allows/);
  expect(filesIn(join(cwd, 'out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
