// npm run bench:batch [-- FILES]: made-up issues of 1 to 60 pages, converted on one thread and on two.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { availableProducers, type Job, typeset } from '../fixtures/typesetter/typeset.js';
import { convertIssue } from '../src/index.js';
import { median } from '../src/repair/median.js';
import { operatorLists } from './operator-lists.js';

const execute = promisify(execFile);
const SEED = 8;
const FILES = Number(process.argv[2] ?? 60);
const TARGET = 1.7;
/** Files after which the memory should grow no more. */
const SETTLED = 50;

const folder = await mkdtemp(join(tmpdir(), 'gongbao-bench-'));
const issues = join(folder, 'in');
await mkdir(issues);
// those that need no other program: hundreds are made in seconds
const producers = availableProducers().filter((producer) => producer === 'pdfkit' || producer === 'handwritten');
const jobs = Array.from({ length: FILES }, (_, index): Job => {
  const options = { producers, documents: { min: 1, max: 3 }, measures: { min: 1, max: 1 + ((index * 37) % 400) } };
  const issue = inventIssue(SEED, index, { ...options, layout: { form: 'pdf', defect: 'none' } });
  return { ...issue, file: join(issues, `${index}.pdf`) };
});
await typeset(jobs);

interface Cost {
  readonly files: number;
  readonly failed: number;
  readonly pages: number;
  readonly ms: number;
  readonly megabytes: readonly number[];
}
const program = fileURLToPath(new URL('convert-folder.js', import.meta.url));
const cost = async (threads: number): Promise<Cost> => {
  const { stdout } = await execute(process.execPath, [program, issues, join(folder, `out${threads}`), `${threads}`]);
  return JSON.parse(stdout);
};
console.log(' jobs  files  failed  pages  files/s  pages/s  peak, MB');
const times = new Map<number, number>();
for (const threads of [1, 2]) {
  const { files, failed, pages, ms, megabytes } = await cost(threads);
  times.set(threads, ms);
  const figures = [threads, files, failed, pages, (1000 * files) / ms, (1000 * pages) / ms, Math.max(...megabytes)];
  console.log(
    figures.map((figure) => (Number.isInteger(figure) ? `${figure}` : figure.toFixed(1)).padStart(7)).join(''),
  );
  if (files > 2 * SETTLED) {
    const around = (at: number): number => median(megabytes.slice(Math.max(0, at - 25), at + 25));
    console.log(
      `        memory around file ${SETTLED}: ${around(SETTLED).toFixed(0)} MB, at the end: ${around(files - 25).toFixed(0)} MB`,
    );
  }
}
const ratio = (times.get(1) ?? 0) / (times.get(2) ?? 1);
console.log(
  `${ratio.toFixed(2)}  ${ratio >= TARGET ? 'met' : 'MISSED'}  two threads / one; target: at least ${TARGET}`,
);

// the share of the time that is not pdf.js: what its bare operator lists take of a conversion
const shares: number[] = [];
for (const { file } of jobs.slice(0, 12)) {
  const bytes = new Uint8Array(await readFile(file));
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const whole = await timed(() => convertIssue(bytes, { file }));
  const bare = await timed(() => operatorLists(bytes));
  shares.push(1 - bare / whole);
}
console.log(`${(100 * median(shares)).toFixed(0)} %  of a conversion is not pdf.js (median of ${shares.length} files)`);
await rm(folder, { recursive: true });
