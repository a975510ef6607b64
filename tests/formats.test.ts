// convert --format, as the user meets it: the command line as a process, the outputs in other programs.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { lines, runCli } from './support/cli.js';
import { filesIn, folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { ROOT } from './support/paths.js';

const ARGS = ['convert', '要点.txt', '--no-keywords'];
const ALL = ['要点.csv', '要点.ics', '要点.json', '要点.md', '要点.ndjson', '要点.xlsx'];

describe('convert --format', () => {
  test('writes what is named, and what is missing is added without touching the rest', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const run = (...more: string[]) => runCli([...ARGS, ...more], { cwd });
    const first = run('--format', 'csv, ICS');
    expect(first.status, first.stderr).toBe(0);
    expect(first.stderr).toContain('→ output/要点.json, output/要点.csv, output/要点.ics: ');
    expect(outputsIn(join(cwd, 'output'))).toEqual(['要点.csv', '要点.ics', '要点.json']);
    expect(filesIn(join(cwd, 'output'))).toContain('汇总.xlsx');

    const calendar = readFileSync(join(cwd, 'output/要点.ics'), 'utf8');
    const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
    expect(events.map((event) => new ICAL.Event(event).startDate.toString())).toEqual(['2021-06-30', '2021-12-31']);

    const before = statSync(join(cwd, 'output/要点.csv'), { bigint: true }).ino;
    expect(run('--format', 'json,xlsx,csv,ndjson,ics,md').stderr).toContain('[converted]');
    expect(outputsIn(join(cwd, 'output'))).toEqual(ALL);
    // an output that is written has another file behind its name
    expect(statSync(join(cwd, 'output/要点.csv'), { bigint: true }).ino).toBe(before);
    expect(run().stderr).toContain('[unchanged]');

    const index = JSON.parse(readFileSync(join(cwd, 'output/index.json'), 'utf8'));
    expect(index.files[0].outputs).toEqual(['要点.json', '要点.xlsx']);
  });

  test('the same bytes at any time, and whatever else is wanted', () => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const formats = ['--format', 'json,xlsx,csv,ndjson,ics,md'];
    runCli([...ARGS, ...formats, '--out', 'a'], { cwd });
    runCli([...ARGS, ...formats, '--out', 'b'], { cwd, env: { TZ: 'Pacific/Kiritimati' } });
    runCli([...ARGS, '--format', 'ics', '--out', 'c'], { cwd, env: { TZ: 'America/Los_Angeles' } });
    const read = (path: string) => readFileSync(join(cwd, path));
    for (const name of ALL) expect(read(`b/${name}`).equals(read(`a/${name}`)), name).toBe(true);
    expect(read('c/要点.ics').equals(read('a/要点.ics'))).toBe(true);
  });

  test('inputs are not overwritten, whatever is written beside them', () => {
    const cwd = folderWith({ '要点.csv': GAZETTE_TEXT });
    const { status, stderr } = runCli(['convert', '要点.csv', '--no-keywords', '--format', 'csv', '--out', '.'], {
      cwd,
    });
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('written as 要点.csv.json, 要点.csv.csv\n');
    expect(readFileSync(join(cwd, '要点.csv'), 'utf8')).toBe(GAZETTE_TEXT);
  });

  test.each([
    ['docx', 'en', /^error \[wrong-use\]: .*'docx'.* Allowed choices are json, xlsx, csv, ndjson, ics, md\./],
    ['csv,docx', 'en', /'docx' is not known.* Allowed choices are json,/],
    ['', 'en', /Allowed choices are json,/],
    ['docx', 'zh', /^用法错误 \[wrong-use\]：选项的值无效 .*docx，可选：json、xlsx、csv、ndjson、ics、md。/],
  ])('--format %j is refused before anything is read (%s)', (formats, lang, message) => {
    const cwd = folderWith({ '要点.txt': GAZETTE_TEXT });
    const { status, stderr } = runCli([...ARGS, '--format', formats, '--lang', lang], { cwd });
    expect(status).toBe(2);
    expect(lines(stderr)).toEqual([expect.stringMatching(message)]);
    expect(filesIn(cwd)).toEqual(['要点.txt']);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('LibreOffice (soffice) is missing: whether it reads the CSV is not tested');

test.skipIf(!office)(
  'LibreOffice reads the CSV with its Chinese intact',
  () => {
    // of its task list: headings on two levels, a line each, in one cell
    const cwd = folderWith({ '要点.txt': readFileSync(join(ROOT, 'fixtures/sample/qinglan-2024-06.txt')) });
    runCli([...ARGS, '--format', 'csv', '--out', '.'], { cwd });
    const csv = readFileSync(join(cwd, '要点.csv'), 'utf8');
    const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
    // without a window it has to be told what its dialogue for CSV shows: separator, quote, UTF-8, from line 1
    const convert = (...args: string[]) =>
      spawnSync('soffice', [profile, '--headless', '--convert-to', ...args, '--outdir', 'read'], {
        cwd,
        timeout: 55_000,
      });
    convert('ods', '--infilter=CSV:44,34,76,1', '要点.csv');
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', join('read', '要点.ods'));
    const plain = (content: string): string => content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
    expect(plain(readFileSync(join(cwd, 'read/要点.csv'), 'utf8'))).toBe(plain(csv));
    expect(csv).toContain('"一、推进政务服务提质增效（省政务服务局牵头）\n1.推动高频事项集成办理');
    rmSync(join(cwd, 'profile'), { recursive: true, force: true });
  },
  120_000,
);
