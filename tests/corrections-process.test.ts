// Corrections through the command line: converted, corrected, converted again.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type Issue, issueSchema } from '../src/model/index.js';
import { exportIssue } from '../src/review/export.js';
import { lines, runCli } from './support/cli.js';
import { correctionsOf, setting } from './support/corrections.js';
import { folderWith, outputsIn } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { unit } from './support/issue.js';

const ARGS = ['convert', 'in', '--no-keywords', '--lang', 'en'];
const read = (path: string): string => readFileSync(path, 'utf8');
const issueIn = (path: string): Issue => issueSchema.parse(JSON.parse(read(path)));

async function workbookText(path: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))));
  return texts.join('\n');
}

const convertedFolder = () => {
  const cwd = folderWith({ 'in/公报.txt': GAZETTE_TEXT });
  const convert = (...more: string[]) => runCli([...ARGS, ...more], { cwd });
  const first = convert();
  expect(first.status, first.stderr).toBe(0);
  const out = join(cwd, 'output');
  const correct = (to = '青石市新设局', issue = issueIn(join(out, '公报.json'))): void => {
    const [measure] = issue.measures;
    if (!measure) throw new Error('no measure');
    const corrections = correctionsOf(setting(measure, { departments: [unit(to, 'lead')] }));
    writeFileSync(join(out, '公报.corrections.json'), JSON.stringify(corrections));
  };
  return { cwd, out, convert, correct };
};

test('a corrected department stands in all outputs of the next conversion, and the records as read beside them', async () => {
  const { out, convert, correct } = convertedFolder();
  const before = read(join(out, '公报.json'));
  correct();
  const { status, stderr } = convert();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('[converted]');
  const corrected = issueIn(join(out, '公报.json'));
  expect(corrected.measures[0]?.departments.map(({ name, role }) => [name, role])).toEqual([['青石市新设局', 'lead']]);
  expect(read(join(out, '公报.original.json'))).toBe(before);
  expect(await workbookText(join(out, '公报.xlsx'))).toContain('青石市新设局');
  expect(await workbookText(join(out, '汇总.xlsx'))).toContain('青石市新设局');
  expect(outputsIn(out)).toEqual(['公报.corrections.json', '公报.json', '公报.original.json', '公报.xlsx']);
  // the input is found from the outputs, wherever the folder is called from
  expect(JSON.parse(read(join(out, 'index.json'))).files[0].path).toBe('../in/公报.txt');

  // the same again is not done again; other forms are made of the corrected records too
  expect(convert().stderr).toContain('[unchanged]');
  expect(convert('--format', 'csv').stderr).toContain('[converted]');
  expect(read(join(out, '公报.csv'))).toContain('青石市新设局');
  rmSync(join(out, '公报.original.json'));
  expect(convert().stderr).toContain('[converted]');
  expect(read(join(out, '公报.original.json'))).toBe(before);

  // other corrections are other input
  correct('青石市另一局', issueIn(join(out, '公报.original.json')));
  expect(convert().stderr).toContain('[converted]');
  expect(read(join(out, '公报.json'))).toContain('青石市另一局');
  // and without them, all is as read
  rmSync(join(out, '公报.corrections.json'));
  expect(convert().status).toBe(0);
  expect(read(join(out, '公报.json'))).toBe(before);
  expect(existsSync(join(out, '公报.original.json'))).toBe(false);
});

test('what the review page exported is made anew where the corrections were taken away', async () => {
  const { out, convert, correct } = convertedFolder();
  const before = read(join(out, '公报.json'));
  correct();
  await exportIssue(out, '公报');
  expect(read(join(out, '公报.json'))).toContain('青石市新设局');
  expect(read(join(out, '公报.original.json'))).toBe(before);
  rmSync(join(out, '公报.corrections.json'));
  expect(convert().stderr).toContain('[converted]');
  expect(read(join(out, '公报.json'))).toBe(before);
  expect(existsSync(join(out, '公报.original.json'))).toBe(false);
  expect(await workbookText(join(out, '公报.xlsx'))).not.toContain('青石市新设局');
});

test('a correction whose original is another now is left out, told and flagged; so for programs', () => {
  const { cwd, out, convert, correct } = convertedFolder();
  correct();
  writeFileSync(join(cwd, 'in/公报.txt'), GAZETTE_TEXT.replace('市公安局', '市民政局'));
  const { status, stderr } = convert();
  expect(status).toBe(0);
  const told = lines(stderr).filter((line) => line.includes('[correction-unmatched]'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^note \[correction-unmatched\]: in\/公报\.txt: .*市公安局.*青石市新设局/);
  const { measures, flags } = issueIn(join(out, '公报.json'));
  expect(measures[0]?.departments.map(({ name }) => name)).toEqual(['市市场监管局', '市民政局']);
  expect(flags.map(({ code, severity }) => [code, severity])).toContainEqual(['correction-unmatched', 'check']);

  const events = lines(convert('--force', '--json').stdout).map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(['converted', 'correction-unmatched', 'end']);
});

test('a broken file of corrections is named and left as it is, and so are the outputs', () => {
  const { out, convert, correct } = convertedFolder();
  correct();
  expect(convert().status).toBe(0);
  const before = read(join(out, '公报.json'));
  for (const broken of ['{"schemaVersion":"1","chan', '{}', '']) {
    writeFileSync(join(out, '公报.corrections.json'), broken);
    const { status, stderr } = convert();
    expect(status).toBe(1);
    expect(stderr).toMatch(/error \[corrections-damaged\]: output\/公报\.corrections\.json: .*; repair it/);
    expect(read(join(out, '公报.corrections.json'))).toBe(broken);
    expect(read(join(out, '公报.json'))).toBe(before);
  }
});

test('an input called as what stands beside the outputs of another gets a longer name', () => {
  const cwd = folderWith({ 'in/a.txt': GAZETTE_TEXT, 'in/a.original.txt': GAZETTE_TEXT });
  const { status, stderr } = runCli(ARGS, { cwd });
  expect(status, stderr).toBe(0);
  expect(outputsIn(join(cwd, 'output'))).toEqual(['a.json', 'a.original.txt.json', 'a.original.txt.xlsx', 'a.xlsx']);
});
