// Inputs of one stem that come and go: what people made stays with the file that they made it for.
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { followNames } from '../src/batch/following.js';
import { sha256Of } from '../src/batch/journal.js';
import { planOutputs } from '../src/batch/names.js';
import { type Issue, issueSchema } from '../src/model/index.js';
import { readOriginal, writtenRecords } from '../src/review/records.js';
import { CorrectionsStore } from '../src/review/store.js';
import { lines, runCli } from './support/cli.js';
import { correctionsOf, setting } from './support/corrections.js';
import { filesIn, folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { unit } from './support/issue.js';

const OTHER_TEXT = GAZETTE_TEXT.replaceAll('2021', '2022');
const issueIn = (path: string): Issue => issueSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** A folder with one input, corrected and filled in. */
async function workedFolder(input: string) {
  const cwd = folderWith({ [input]: GAZETTE_TEXT });
  const out = join(cwd, 'output');
  const convert = (...more: string[]) => {
    const result = runCli(['convert', 'in', '--no-keywords', '--lang', 'en', ...more], { cwd });
    expect(result.status, result.stderr).toBe(0);
    return result;
  };
  convert();
  await correct(out, 'a', '市甲局');
  convert();
  await fillIn(join(out, 'a.xlsx'), '已办结');
  return { cwd, out, convert };
}

async function correct(out: string, stem: string, name: string): Promise<void> {
  const [measure] = issueIn(join(out, `${stem}.json`)).measures;
  if (!measure) throw new Error('no measure');
  const { stamp: records } = writtenRecords(await readOriginal(out, stem));
  const seen = { revision: 0, records };
  const saved = await new CorrectionsStore(out).add(stem, seen, setting(measure, { departments: [unit(name)] }));
  expect(saved.kind).toBe('saved');
}

async function fillIn(path: string, text: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet('明细');
  if (!sheet) throw new Error('no 明细');
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.text === '进展') sheet.getRow(2).getCell(column).value = text;
  });
  await workbook.xlsx.writeFile(path);
}

async function hasEntry(path: string, text: string): Promise<'beside its measure' | 'elsewhere' | false> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const found = new Set<string>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) => row.eachCell((cell) => cell.text === text && found.add(sheet.name))),
  );
  return found.has('明细') ? 'beside its measure' : found.size > 0 ? 'elsewhere' : false;
}

const departments = (path: string): string[] => issueIn(path).measures[0]?.departments.map(({ name }) => name) ?? [];

test('both inputs get longer names: what was made goes with its file, is in its outputs, and comes back', async () => {
  const { cwd, out, convert } = await workedFolder('in/1/a.txt');
  mkdirSync(join(cwd, 'in/2'));
  writeFileSync(join(cwd, 'in/2/a.txt'), OTHER_TEXT);
  const { stderr } = convert();
  const told = lines(stderr).filter((line) => line.includes('[moved]'));
  expect(told).toEqual([
    expect.stringMatching(/^note \[moved\]: in.1.a\.txt: .*a\.corrections\.json is called 1_a\.txt\.corrections\.json/),
    expect.stringMatching(/^note \[moved\]: in.1.a\.txt: .*a\.xlsx is called 1_a\.txt\.xlsx/),
  ]);
  expect(departments(join(out, '1_a.txt.json'))).toEqual(['市甲局']);
  expect(departments(join(out, '2_a.txt.json'))).not.toContain('市甲局');
  expect(await hasEntry(join(out, '1_a.txt.xlsx'), '已办结')).toBe('beside its measure');
  expect(await hasEntry(join(out, '2_a.txt.xlsx'), '已办结')).toBe(false);
  expect(filesIn(out)).not.toContain('a.corrections.json');
  expect(filesIn(out)).not.toContain('a.xlsx');
  // nothing more to move
  expect(convert().stderr).not.toContain('[moved]');

  rmSync(join(cwd, 'in/2'), { recursive: true });
  expect(convert().stderr).toContain('1_a.txt.corrections.json is called a.corrections.json');
  expect(departments(join(out, 'a.json'))).toEqual(['市甲局']);
  expect(await hasEntry(join(out, 'a.xlsx'), '已办结')).toBe('beside its measure');
});

test('another input takes the name: nothing of the first is applied to it, and each gets its own back', async () => {
  const { cwd, out, convert } = await workedFolder('in/a.txt');
  // with .pdf it has the name alone, whatever is in it
  writeFileSync(join(cwd, 'in/a.pdf'), OTHER_TEXT);
  const both = () => runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
  // a text called .pdf fails: what stood there has moved all the same
  expect(both().stderr).toContain('[moved]: in/a.txt');
  expect(departments(join(out, 'a.txt.json'))).toEqual(['市甲局']);
  expect(filesIn(out)).not.toContain('a.corrections.json');

  // corrections of the second, under the short name
  const sha256 = await sha256Of(join(cwd, 'in/a.pdf'));
  const foreign = JSON.stringify({ ...correctionsOf(), source: { file: 'a.pdf', sha256 } });
  writeFileSync(join(out, 'a.corrections.json'), foreign);
  renameSync(join(cwd, 'in/a.pdf'), join(cwd, 'away.pdf'));
  const back = convert().stderr;
  const aside = `a.aside-${sha256.slice(0, 12)}.corrections.json`;
  expect(back).toContain(`[set-aside]: in/a.txt: a.corrections.json is of another file`);
  expect(departments(join(out, 'a.json'))).toEqual(['市甲局']);
  expect(await hasEntry(join(out, 'a.xlsx'), '已办结')).toBe('beside its measure');
  expect(readFileSync(join(out, aside), 'utf8')).toBe(foreign);

  renameSync(join(cwd, 'away.pdf'), join(cwd, 'in/a.pdf'));
  const again = both().stderr;
  expect(again).toContain(`[moved]: in/a.txt`);
  expect(again).toContain(
    `[moved]: in/a.pdf: its outputs have another name now: ${aside} is called a.corrections.json`,
  );
  expect(readFileSync(join(out, 'a.corrections.json'), 'utf8')).toBe(foreign);
  expect(departments(join(out, 'a.txt.json'))).toEqual(['市甲局']);
}, 120_000);

describe('before a run', () => {
  const corrections = (sha256: string) => JSON.stringify({ ...correctionsOf(), source: { file: 'a.txt', sha256 } });
  const folder = async (files: (sha: { one: string; two: string }) => Record<string, string>) => {
    const cwd = folderWith({ 'in/1/a.txt': 'one', 'in/2/a.txt': 'two' });
    const [one, two] = [await sha256Of(join(cwd, 'in/1/a.txt')), await sha256Of(join(cwd, 'in/2/a.txt'))];
    const out = join(cwd, 'out');
    mkdirSync(out);
    for (const [name, content] of Object.entries(files({ one, two }))) writeFileSync(join(out, name), content);
    const follow = (...inputs: string[]) =>
      followNames(
        planOutputs(
          inputs.map((input) => join(cwd, 'in', input)),
          out,
        ),
        out,
        sha256Of,
      );
    return { cwd, out, follow, one, two };
  };
  const told = ({ followed }: Awaited<ReturnType<typeof followNames>>) =>
    followed.map(({ what, from, to }) => [what, from, to]);

  test('what was made for other bytes stays: a file that was changed as well is not known again', async () => {
    const { out, follow } = await folder(() => ({
      'a.corrections.json': corrections('0'.repeat(64)),
      'a.json': `{"source":{"sha256":"${'0'.repeat(64)}"}}`,
      'a.xlsx': 'x',
    }));
    expect(told(await follow('1/a.txt', '2/a.txt'))).toEqual([]);
    expect(filesIn(out)).toEqual(['a.corrections.json', 'a.json', 'a.xlsx']);
  });

  test('two files that change names take up what is theirs', async () => {
    const { out, follow, one, two } = await folder((sha) => ({
      '1_a.txt.corrections.json': corrections(sha.two),
      'a.corrections.json': corrections(sha.one),
    }));
    await follow('2/a.txt');
    expect(filesIn(out)).toEqual(['1_a.txt.corrections.json', 'a.corrections.json']);
    expect(told(await follow('1/a.txt', '2/a.txt'))).toEqual([
      ['set-aside', '1_a.txt.corrections.json', `1_a.txt.aside-${two.slice(0, 12)}.corrections.json`],
      ['moved', 'a.corrections.json', '1_a.txt.corrections.json'],
    ]);
    expect(readFileSync(join(out, '1_a.txt.corrections.json'), 'utf8')).toContain(one);
  });

  test('where both names have some, none is lost or written over, and it is told; no other file gets them', async () => {
    const { cwd, out, follow, one } = await folder((sha) => ({
      '1_a.txt.corrections.json': corrections(sha.one),
      'a.corrections.json': corrections(sha.one),
    }));
    expect(told(await follow('1/a.txt', '2/a.txt'))).toEqual([
      ['not-moved', 'a.corrections.json', '1_a.txt.corrections.json'],
    ]);
    expect(filesIn(out)).toEqual(['1_a.txt.corrections.json', 'a.corrections.json']);
    // now another has the name
    copyFileSync(join(cwd, 'in/2/a.txt'), join(cwd, 'in/a.pdf'));
    renameSync(join(out, '1_a.txt.corrections.json'), join(out, 'a.txt.corrections.json'));
    const aside = `a.aside-${one.slice(0, 12)}.corrections.json`;
    expect(told(await follow('1/a.txt', 'a.pdf'))).toEqual([['not-moved', aside, 'a.txt.corrections.json']]);
    expect(filesIn(out)).toEqual([aside, 'a.txt.corrections.json']);
  });

  test('a run that ended after the first of two moves is gone on with', async () => {
    const { out, follow, one, two } = await folder((sha) => ({
      [`a.aside-${sha.two.slice(0, 12)}.corrections.json`]: corrections(sha.two),
      '1_a.txt.corrections.json': corrections(sha.one),
    }));
    expect(told(await follow('1/a.txt'))).toEqual([['moved', '1_a.txt.corrections.json', 'a.corrections.json']]);
    expect(readFileSync(join(out, 'a.corrections.json'), 'utf8')).toContain(one);
    expect(filesIn(out)).toHaveLength(2);
    // and the other comes back
    await follow('1/a.txt', '2/a.txt');
    expect(readFileSync(join(out, '2_a.txt.corrections.json'), 'utf8')).toContain(two);
  });

  test('a broken file of corrections is left where it is; no other file gets what would be moved there', async () => {
    const { cwd, out, follow, one } = await folder((sha) => ({
      '1_a.txt.corrections.json': '{',
      'a.corrections.json': corrections(sha.one),
    }));
    expect(told(await follow('1/a.txt', '2/a.txt'))).toEqual([]);
    expect(filesIn(out)).toEqual(['1_a.txt.corrections.json', 'a.corrections.json']);
    renameSync(join(out, '1_a.txt.corrections.json'), join(out, 'a.txt.corrections.json'));
    copyFileSync(join(cwd, 'in/2/a.txt'), join(cwd, 'in/a.pdf'));
    await follow('1/a.txt', 'a.pdf');
    expect(filesIn(out)).toEqual([`a.aside-${one.slice(0, 12)}.corrections.json`, 'a.txt.corrections.json']);
  });

  test('two runs at once move each file once', async () => {
    const { out, follow } = await folder((sha) => ({ 'a.corrections.json': corrections(sha.one) }));
    const results = await Promise.all([1, 2, 3].map(() => follow('1/a.txt', '2/a.txt')));
    expect(results.flatMap(told)).toEqual([['moved', 'a.corrections.json', '1_a.txt.corrections.json']]);
    expect(results.every(({ failed }) => failed.size === 0)).toBe(true);
    expect(filesIn(out)).toEqual(['1_a.txt.corrections.json']);
  });
});
