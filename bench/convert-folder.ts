// node convert-folder.js FOLDER OUT JOBS: converts a folder in a process of its own, as the command line does, and prints
// what that cost, as JSON: pages, files, milliseconds, and the resident memory after each file, in megabytes.
import { discoverInputs } from '../src/batch/discover.js';
import { Journal } from '../src/batch/journal.js';
import { DEFAULT_FORMATS, planOutputs } from '../src/batch/names.js';
import { prepareOutputFolder } from '../src/batch/outputs.js';
import { Pool } from '../src/batch/pool.js';
import { runConversions } from '../src/batch/run.js';
import { stagesOf } from '../src/batch/stages.js';

const [folder = '', out = '', jobs = '1'] = process.argv.slice(2);
const start = performance.now();
const { inputs } = await discoverInputs([folder]);
await prepareOutputFolder(out);
const journal = await Journal.open(out, 'bench', {});
const pool = new Pool(Number(jobs));
const megabytes: number[] = [];
let pages = 0;
let failed = 0;
await runConversions(planOutputs(inputs, out), stagesOf(pool, journal, {}, DEFAULT_FORMATS, true), {
  jobs: Number(jobs),
  report: (outcome) => {
    if (outcome.kind === 'failed') failed += 1;
    else pages += outcome.counts.pages;
    megabytes.push(process.memoryUsage.rss() / 1024 / 1024);
  },
});
await pool.close();
console.log(JSON.stringify({ files: inputs.length, failed, pages, ms: performance.now() - start, megabytes }));
