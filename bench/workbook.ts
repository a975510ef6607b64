// npm run bench:workbook: workbooks of 1,000 and of 10,000 measures.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { convertIssue, type Issue } from '../src/index.js';
import { median } from '../src/repair/median.js';
import { toWorkbook } from '../src/write/excel.js';

const COUNTS = [1000, 10_000] as const;
const RUNS = 5;
const TARGET = 12;

const sample = readdirSync('input').find((name) => name.endsWith('.pdf')) ?? '';
const issue = await convertIssue(join('input', sample));

/** The measures of the sample over and over, each with its own id. */
const ofMeasures = (count: number): Issue => ({
  ...issue,
  measures: Array.from({ length: count }, (_, index) => {
    const measure = issue.measures[index % issue.measures.length] as Issue['measures'][number];
    return { ...measure, id: `${measure.id}.${index}` };
  }),
});

const times = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
const sizes = new Map<number, number>();
for (let run = 0; run < RUNS; run++) {
  for (const count of COUNTS) {
    const some = ofMeasures(count);
    const start = performance.now();
    const bytes = await toWorkbook(some);
    times.get(count)?.push(performance.now() - start);
    sizes.set(count, bytes.length);
  }
}
const [few, many] = COUNTS.map((count) => median(times.get(count) ?? [])) as [number, number];
for (const count of COUNTS) {
  const seconds = median(times.get(count) ?? []) / 1000;
  console.log(
    `${String(count).padStart(6)} measures: ${seconds.toFixed(1)} s, ${((sizes.get(count) ?? 0) / 1e6).toFixed(1)} MB`,
  );
}
console.log(
  `${(many / few).toFixed(1)}  ${many / few <= TARGET ? 'met' : 'MISSED'}  10,000 / 1,000 measures, median of ${RUNS}; target: at most ${TARGET}`,
);
