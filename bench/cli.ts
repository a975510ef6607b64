// npm run bench [-- FILES…]
// 1. conversion without writing against a bare loop over pdf.js's operator lists, file by file;
// 2. time a page, and memory, of made-up issues of 100 and 1,000 pages.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { convertIssue } from '../src/index.js';
import { longIssue } from './long-issue.js';
import { operatorLists } from './operator-lists.js';
import { paired } from './paired.js';

const execute = promisify(execFile);

const RUNS = 7;
const PAGES = [10, 100, 1000];

const CORPUS = '../shared/corpus';
const folder = existsSync(CORPUS) ? CORPUS : 'input';
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(folder).map((name) => join(folder, name));

console.log('conversion / operator lists   ms     ms  file');
for (const file of files.filter((name) => name.endsWith('.pdf'))) {
  const bytes = new Uint8Array(await readFile(file));
  const { ratio, a, b } = await paired(
    () => convertIssue(bytes, { file }),
    () => operatorLists(bytes),
    RUNS,
  );
  console.log(
    `${ratio.toFixed(2).padStart(26)} ${a.toFixed(0).padStart(6)} ${b.toFixed(0).padStart(6)}  ${basename(file)}`,
  );
}

console.log('\n pages  ms a page  peak, MB');
const folderOfIssues = await mkdtemp(join(tmpdir(), 'gongbao-bench-'));
const perPage = new Map<number, number>();
for (const pages of PAGES) {
  const file = join(folderOfIssues, `${pages}.pdf`);
  await writeFile(file, longIssue(pages));
  const runs = String(pages < 1000 ? RUNS : 3);
  const { stdout } = await execute(process.execPath, [
    fileURLToPath(new URL('convert-once.js', import.meta.url)),
    file,
    runs,
  ]);
  const found = JSON.parse(stdout) as { pages: number; ms: number; megabytes: number };
  perPage.set(pages, found.ms / found.pages);
  const columns = [
    String(found.pages).padStart(6),
    (found.ms / found.pages).toFixed(2).padStart(10),
    found.megabytes.toFixed(0).padStart(9),
  ];
  console.log(columns.join(' '));
}
await rm(folderOfIssues, { recursive: true });
const growth = (perPage.get(1000) ?? Number.NaN) / (perPage.get(100) ?? Number.NaN);
console.log(`time a page, 1,000 pages / 100 pages: ${growth.toFixed(2)}`);
