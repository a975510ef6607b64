// npm run bench [-- FILES…]
// 1. conversion without writing against a bare loop over pdf.js's operator lists, file by file;
// 2. time a page, and memory, of made-up issues of 100 and 1,000 pages.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { convertIssue } from '../src/index.js';
import { longIssue } from './long-issue.js';
import { operatorLists } from './operator-lists.js';
import { median, paired } from './paired.js';

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

console.log('\n pages  ms a page  heap and buffers, MB');
const perPage = new Map<number, number>();
for (const pages of PAGES) {
  const bytes = longIssue(pages);
  const times: number[] = [];
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  for (let run = 0; run < (pages < 1000 ? RUNS : 3); run++) {
    const start = performance.now();
    const issue = await convertIssue(bytes, { file: `${pages} pages` });
    times.push((performance.now() - start) / issue.source.pages);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  clearInterval(watch);
  perPage.set(pages, median(times));
  console.log(
    `${String(pages).padStart(6)} ${median(times).toFixed(2).padStart(10)} ${(peak / 2 ** 20).toFixed(0).padStart(10)}`,
  );
}
const growth = (perPage.get(1000) ?? Number.NaN) / (perPage.get(100) ?? Number.NaN);
console.log(`time a page, 1,000 pages / 100 pages: ${growth.toFixed(2)}`);
