// npm run bench [-- FILES…]
// 1. conversion without keywords and writing against a bare loop over pdf.js's operator lists, file by file, and what
//    keywords add to it;
// 2. the grammars of deadlines and departments against the conversion of the longest file;
// 3. time a page, and memory, of made-up issues of 10, 100 and 1,000 pages with one table each, and of joining the table.
// A figure that misses its target is no failure of the program: machines are noisy, and the exit status stays 0.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { convertIssue } from '../src/index.js';
import { grammars } from './grammars.js';
import { joining } from './joining.js';
import { longIssue } from './long-issue.js';
import { operatorLists } from './operator-lists.js';
import { paired } from './paired.js';

const execute = promisify(execFile);

const TARGETS = { ratio: 1.25, grammars: 0.05, growth: 1.1, megabytes: 1024 };
const RUNS = 11;
const PAGES = [10, 100, 1000];
/** Conversions of one issue for its time, in a process of their own; what one takes of memory is seen in another. */
const LONG_RUNS: Readonly<Record<number, number>> = { 10: 21, 100: 7, 1000: 3 };
/** Joining takes a fraction of a second, and garbage is collected now and then. */
const JOINING_RUNS = 11;

const CORPUS = '../shared/corpus';
const folder = existsSync(CORPUS) ? CORPUS : 'input';
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(folder).map((name) => join(folder, name));

async function converted(file: string, runs: number): Promise<{ pages: number; ms: number; megabytes: number }> {
  const program = fileURLToPath(new URL('convert-times.js', import.meta.url));
  const { stdout } = await execute(process.execPath, [program, file, String(runs)]);
  return JSON.parse(stdout);
}

const met = (figure: number, target: number): string => (figure <= target ? 'met   ' : 'MISSED');
const column = (figure: number, digits: number, width: number): string => figure.toFixed(digits).padStart(width);

console.log(`conversion without keywords / operator lists, median of ${RUNS} pairs; target: at most ${TARGETS.ratio}`);
console.log(' ratio  target      ms     ms  file');
let longest: { file: string; bytes: Uint8Array; ms: number } | null = null;
for (const file of files.filter((name) => name.endsWith('.pdf'))) {
  const bytes = new Uint8Array(await readFile(file));
  const { ratio, a, b } = await paired(
    () => convertIssue(bytes, { file, keywords: false }),
    () => operatorLists(bytes),
    RUNS,
  );
  console.log(
    `${column(ratio, 2, 6)}  ${met(ratio, TARGETS.ratio)} ${column(a, 0, 7)} ${column(b, 0, 6)}  ${basename(file)}`,
  );
  if (a > (longest?.ms ?? 0)) longest = { file, bytes, ms: a };
}

if (longest) {
  const { file, bytes } = longest;
  const issue = await convertIssue(bytes, { file });
  const { ratio, a } = await paired(
    async () => grammars(issue),
    () => convertIssue(bytes, { file }),
    RUNS,
  );
  console.log(
    `\n${column(100 * ratio, 1, 5)}%  ${met(ratio, TARGETS.grammars)} ${column(a, 0, 7)} ms  the grammars’ share of ${basename(file)}; target: ${100 * TARGETS.grammars} %`,
  );
}

if (longest) {
  const { file, bytes } = longest;
  const { ratio } = await paired(
    () => convertIssue(bytes, { file }),
    () => convertIssue(bytes, { file, keywords: false }),
    RUNS,
  );
  console.log(
    `${column(100 * (ratio - 1), 1, 5)}%  what keywords add to ${basename(file)}, their dictionary being read`,
  );
}

console.log('\n pages  ms a page  peak, MB  joining its table, ms a page');
const folderOfIssues = await mkdtemp(join(tmpdir(), 'gongbao-bench-'));
const found = new Map<number, { ms: number; megabytes: number; joiningMs: number }>();
for (const pages of PAGES) {
  const file = join(folderOfIssues, `${pages}.pdf`);
  const bytes = longIssue(pages);
  await writeFile(file, bytes);
  const timed = await converted(file, LONG_RUNS[pages] ?? 1);
  const { megabytes } = await converted(file, 1);
  const ms = timed.ms / timed.pages;
  const joined = await joining(bytes, JOINING_RUNS);
  const joiningMs = joined.ms / joined.pages;
  found.set(pages, { ms, megabytes, joiningMs });
  console.log(
    `${column(timed.pages, 0, 6)} ${column(ms, 2, 10)} ${column(megabytes, 0, 9)} ${column(joiningMs, 3, 29)}`,
  );
}
await rm(folderOfIssues, { recursive: true });
const [few, many] = [found.get(100), found.get(1000)];
if (few && many) {
  const growth = many.ms / few.ms;
  console.log(
    `${column(growth, 2, 6)}  ${met(growth, TARGETS.growth)} time a page, 1,000 pages / 100 pages; target: ${TARGETS.growth}`,
  );
  const joiningGrowth = many.joiningMs / few.joiningMs;
  console.log(
    `${column(joiningGrowth, 2, 6)}  ${met(joiningGrowth, TARGETS.growth)} joining a page of one table, likewise; target: ${TARGETS.growth}`,
  );
  console.log(
    `${column(many.megabytes, 0, 6)}  ${met(many.megabytes, TARGETS.megabytes)} MB at 1,000 pages; target: ${TARGETS.megabytes}`,
  );
}
