// node convert-times.js FILE RUNS: converts a file so often in a process of its own and prints what that cost, as JSON.
import { readFile } from 'node:fs/promises';
import { convertIssue } from '../src/index.js';
import { median } from '../src/repair/median.js';

const [file = '', runs = '1'] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(file));
const times: number[] = [];
let pages = 0;
for (let run = 0; run < Number(runs); run++) {
  const start = performance.now();
  const issue = await convertIssue(bytes, { file });
  pages = issue.source.pages;
  times.push(performance.now() - start);
}
// maxRSS is in kilobytes
console.log(JSON.stringify({ pages, ms: median(times), megabytes: process.resourceUsage().maxRSS / 1024 }));
