import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issueSchema } from '../src/model/index.js';
import { CLI, lines, runCli } from './support/cli.js';
import { filesIn, folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { ROOT } from './support/paths.js';
import { makePdf } from './support/pdf.js';

const readIssue = (path: string) => issueSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

describe('gongbao convert', () => {
  test('without arguments: from input/ to output/ in the folder where the user is', () => {
    const cwd = folderWith({ 'input/要点.txt': GAZETTE_TEXT });
    const { status, stdout, stderr } = runCli(['convert'], { cwd });
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    expect(outputsIn(join(cwd, 'output'))).toEqual(['要点.json', '要点.xlsx']);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('input/要点.txt → output/要点.json, output/要点.xlsx: ');
  });

  test('what it writes is valid: JSON of the schema, a workbook', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    runCli(['convert', '要点.txt', '--out', 'a/b'], { cwd });
    const issue = readIssue(join(cwd, 'a/b/要点.json'));
    expect(issue.source).toMatchObject({ file: '要点.txt', kind: 'text' });
    expect(issue.documents.map(({ docNumber }) => docNumber)).toEqual(['青政办发〔2021〕12号']);
    expect(readFileSync(join(cwd, 'a/b/要点.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('a second run replaces the outputs of the first with the same bytes', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const outputs = [0, 1].map(() => {
      runCli(['convert', '要点.txt', '--force'], { cwd });
      return outputsIn(join(cwd, 'output')).map((name) => [name, readFileSync(join(cwd, 'output', name), 'base64')]);
    });
    expect(outputs[0]).toHaveLength(2);
    expect(outputs[1]).toEqual(outputs[0]);
  });

  test('what has not changed is skipped, unless the bytes, the options or the outputs are others', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const run = (...more: string[]): string => runCli(['convert', '要点.txt', ...more], { cwd }).stderr;
    const skipped = '[unchanged] 要点.txt: unchanged, skipped (--force converts it again)\n';
    expect(run()).toContain('→');
    expect(run()).toBe(skipped);
    expect(run('--force')).toContain('→');
    expect(run('--script', 'tw')).toContain('→');
    expect(run('--script', 'tw')).toBe(skipped);
    expect(run()).toContain('→');
    rmSync(join(cwd, 'output/要点.xlsx'));
    expect(run()).toContain('→');
    writeFileSync(join(cwd, '要点.txt'), `${GAZETTE_TEXT}\n（此件公开发布）\n`);
    expect(run()).toContain('→');
    appendFileSync(join(cwd, 'output/.gongbao-journal.ndjson'), '\n{"name":"要点","torn');
    expect(run()).toBe(skipped);
  });

  test('index.json tells what became of every input', () => {
    const cwd = folderWith({ 'in/要点.txt': GAZETTE_TEXT, 'in/空.txt': '' });
    expect(runCli(['convert', 'in', '没有.pdf'], { cwd }).status).toBe(1);
    const index = JSON.parse(readFileSync(join(cwd, 'output/index.json'), 'utf8'));
    expect(index.total).toEqual({ files: 3, converted: 1, unchanged: 0, failed: 2, notBegun: 0 });
    expect(index.files).toMatchObject([
      { input: '没有.pdf', status: 'failed', error: { code: 'file-missing' } },
      { input: join('in', '空.txt'), status: 'failed', outputs: [], error: { code: 'file-empty' } },
      { input: join('in', '要点.txt'), status: 'converted', outputs: ['要点.json', '要点.xlsx'], measures: 2 },
    ]);
    expect(index.files[2]).toMatchObject({ pages: 1, documents: 1, flags: { error: 0 }, seconds: expect.any(Number) });
  });

  test('--quiet says only what is wrong, --json tells programs on stdout', () => {
    const cwd = folderWith({ 'in/要点.txt': GAZETTE_TEXT, 'in/空.txt': '' });
    const quiet = runCli(['convert', 'in', '--quiet'], { cwd });
    expect(quiet.stdout).toBe('');
    expect(lines(quiet.stderr)).toEqual([expect.stringMatching(/^error \[file-empty\]: .*空\.txt/u)]);
    const events = lines(runCli(['convert', 'in', '--json'], { cwd }).stdout).map((line) => JSON.parse(line));
    expect(events.at(-1)).toEqual({ event: 'end', converted: 0, unchanged: 1, failed: 1, notBegun: 0 });
    // what needs no conversion is known first
    expect(events.slice(0, -1).sort((a, b) => (a.event < b.event ? -1 : 1))).toMatchObject([
      { event: 'failed', code: 'file-empty' },
      { event: 'unchanged', input: join('in', '要点.txt'), measures: 2 },
    ]);
  });

  test('patterns are understood where the shell hands them over, and the output folder is no input', () => {
    const cwd = folderWith({
      'in/a/要点.txt': GAZETTE_TEXT,
      'in/b/其他.txt': GAZETTE_TEXT,
      'in/out/旧.txt': GAZETTE_TEXT,
    });
    const found = (input: string): string[] => {
      expect(runCli(['convert', input, '--out', 'in/out', '--force'], { cwd }).status).toBe(0);
      return JSON.parse(readFileSync(join(cwd, 'in/out/index.json'), 'utf8')).files.map(
        ({ input }: { input: string }) => input,
      );
    };
    expect(found('in/**/要*.txt')).toEqual([join('in', 'a', '要点.txt')]);
    expect(found('in')).toEqual([join('in', 'a', '要点.txt'), join('in', 'b', '其他.txt')]);
    expect(runCli(['convert', 'in/**/无*.txt'], { cwd }).stderr).toContain('no .pdf or .txt file');
  });

  test('an issue as PDF and as text together: both are converted, under names the user is told', async () => {
    const cwd = folderWith({ '公报.txt': GAZETTE_TEXT, '公报.pdf': await makePdf(['Notice']) });
    const { status, stderr } = runCli(['convert', '公报.txt', '公报.pdf'], { cwd });
    expect(status, stderr).toBe(0);
    expect(outputsIn(join(cwd, 'output'))).toEqual(['公报.json', '公报.txt.json', '公报.txt.xlsx', '公报.xlsx']);
    expect(readIssue(join(cwd, 'output/公报.json')).source.kind).toBe('pdf');
    expect(readIssue(join(cwd, 'output/公报.txt.json')).source.kind).toBe('text');
    expect(stderr).toContain(
      'note [renamed]: 公报.txt: another input has the same name; written as 公报.txt.json, 公报.txt.xlsx\n',
    );
  });

  test('an output folder that cannot be made is told once, before anything is converted', () => {
    const cwd = folderWith({ 'a.txt': GAZETTE_TEXT, 'b.txt': GAZETTE_TEXT, out: 'a file' });
    const { status, stdout, stderr } = runCli(['convert', 'a.txt', 'b.txt', '--out', 'out'], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^error \[output-not-writable\]: out: the output cannot be written here .+; .+--out$/),
    ]);
  });

  test('messages in Chinese where the locale is Chinese, or with --lang zh', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const byLocale = runCli(['convert', '要点.txt'], { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
    const byOption = runCli(['convert', '要点.txt', '--force', '--lang', 'zh'], { cwd });
    expect(byLocale.stderr).toMatch(/^\[converted\] 要点\.txt → .+：公文 1 件，措施 \d+ 条，待核对 \d+ 处\n$/);
    expect(byOption.stderr).toBe(byLocale.stderr);
  });
});

describe('gongbao inspect: what a stage made of the file', () => {
  test.each(['pages', 'tables', 'text', 'differences'])(
    '--stage %s prints JSON on stdout and nothing else',
    (stage) => {
      const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
      const { status, stdout, stderr } = runCli(['inspect', '要点.txt', '--stage', stage], { cwd });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toBeTypeOf('object');
    },
  );

  test('a file that is not there is an error, not empty data', () => {
    const { status, stdout, stderr } = runCli(['inspect', 'gone.pdf', '--stage', 'text'], { cwd: folderWith() });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(lines(stderr)).toEqual([
      'error [file-missing]: gone.pdf: no such file or folder; check the path and the spelling of the name',
    ]);
  });
});

describe('gongbao schema, --version, --help', () => {
  test('schema prints the JSON Schema of the output', () => {
    const { status, stdout, stderr } = runCli(['schema'], { cwd: folderWith() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', properties: { schemaVersion: { const: '1' } } });
    // npm run schema writes it anew
    expect(readFileSync(join(ROOT, 'schema/issue.schema.json'), 'utf8')).toBe(stdout);
  });

  test('--version is the one of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(runCli(['--version'], { cwd: folderWith() })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('--help explains the commands, and how outputs are named, in the language of the user', () => {
    const cwd = folderWith();
    const help = runCli(['--help'], { cwd });
    expect(help.status).toBe(0);
    for (const asked of [['help'], ['help', 'convert'], ['convert', '--help']]) {
      const { status, stdout, stderr } = runCli(asked, { cwd });
      expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('Usage: gongbao')]);
    }
    for (const command of ['convert', 'inspect', 'schema']) expect(help.stdout).toContain(`  ${command} `);
    expect(runCli(['convert', '--help'], { cwd }).stdout).toContain('a.txt.json');
    expect(runCli(['convert', '--help', '--lang', 'zh'], { cwd }).stdout).toMatch(/用法：[\s\S]*选项：[\s\S]*退出状态/);
    for (const command of ['convert', 'inspect']) {
      const options = runCli([command, '--help'], { cwd }).stdout;
      expect(options).toMatch(/--password <password> [\s\S]*--max-pages <n> [\s\S]*\(default: 5000\)/);
      expect(runCli([command, '--help', '--lang', 'zh'], { cwd }).stdout).toMatch(
        /--max-memory <mb> +每个文件的内存上限/,
      );
    }
  });
});

describe('wrong use ends with status 2 and one line on stderr', () => {
  test.each([
    ['an unknown option', ['convert', '--ouput', 'x'], "unknown option '--ouput' (Did you mean --out?)"],
    ['an unknown command', ['convret'], "unknown command 'convret' (Did you mean convert?)"],
    [
      'an unknown stage',
      ['inspect', 'a.pdf', '--stage', 'pictures'],
      "'pictures' is invalid. Allowed choices are pages, tables, text, differences.",
    ],
    ['no stage', ['inspect', 'a.pdf'], "required option '--stage <stage>' not specified"],
    ['no file', ['inspect', '--stage', 'text'], "missing required argument 'file'"],
    ['too many arguments', ['schema', 'a.pdf'], 'too many arguments'],
    ['an option without its value', ['convert', '--out'], "option '--out <dir>' argument missing"],
    ['an unknown language', ['schema', '--lang', 'fr'], "'fr' is invalid. Allowed choices are zh, en."],
  ])('%s', (_, args, message) => {
    const cwd = folderWith();
    const { status, stdout, stderr } = runCli(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^error \[wrong-use\]: .+; see gongbao --help$/)]);
    expect(stderr).toContain(message);
    expect(filesIn(cwd)).toEqual([]);
  });

  test('no command at all: the help, on stderr', () => {
    const { status, stdout, stderr } = runCli([], { cwd: folderWith() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: gongbao/);
  });
});

test('a reader of stdout that leaves early (| head) is no error', async () => {
  const child = spawn(process.execPath, [CLI, 'schema'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
