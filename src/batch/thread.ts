// The thread that conversions run on: takes a job, gives its result, one after the other.

import { parentPort } from 'node:worker_threads';
import { convertIssue, inspectSource } from '../convert.js';
import type { Issue } from '../model/index.js';
import { applyCorrections } from '../review/apply.js';
import { WRITERS } from '../write/index.js';
import { asGongbaoError } from './as-error.js';
import { type Beside, NOTHING_BESIDE } from './beside.js';
import { countsOf } from './counts.js';
import type { Answer, Job } from './isolated.js';
import { workbookKeeping } from './keeping.js';
import type { Format } from './names.js';
import type { Converted } from './run.js';

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answerTo(job));
});

async function answerTo(job: Job): Promise<Answer> {
  try {
    const { source, make, options, beside } = job;
    if (typeof make === 'string' && make !== 'issue') return { result: await inspectSource(source, make, options) };
    const start = performance.now();
    const issue = await convertIssue(source, options);
    return { result: make === 'issue' ? issue : await written(issue, make, start, beside ?? NOTHING_BESIDE) };
  } catch (error) {
    const { code, file, details, cause, stack } = asGongbaoError(error, job.file);
    return { code, file, details, stack: (cause as Error | undefined)?.stack ?? stack };
  }
}

async function written(
  original: Issue,
  formats: readonly Format[],
  start: number,
  { workbook, corrections }: Beside,
): Promise<Converted> {
  const { issue, unmatched } = applyCorrections(original, corrections ?? { changes: [] });
  const contents: Converted['contents'] = {};
  for (const format of formats) {
    contents[format] =
      format === 'xlsx' && workbook !== null ? await workbookKeeping(issue, workbook) : await WRITERS[format](issue);
  }
  const made = { contents, counts: countsOf(issue), seconds: (performance.now() - start) / 1000, unmatched };
  return corrections && formats.includes('json') ? { ...made, original: await WRITERS.json(original) } : made;
}
