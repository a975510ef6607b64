// The thread that conversions run on: takes a job, gives its result, one after the other.

import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { convertIssue, inspectSource } from '../convert.js';
import { GongbaoError } from '../errors.js';
import type { Issue } from '../model/index.js';
import { WRITERS } from '../write/index.js';
import { asGongbaoError } from './as-error.js';
import { countsOf } from './counts.js';
import type { Answer, Job } from './isolated.js';
import type { Format } from './names.js';
import type { Converted } from './run.js';

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answerTo(job));
});

async function answerTo(job: Job): Promise<Answer> {
  try {
    const { source, make, options, workbook = null } = job;
    if (typeof make === 'string' && make !== 'issue') return { result: await inspectSource(source, make, options) };
    const start = performance.now();
    const issue = await convertIssue(source, options);
    return { result: make === 'issue' ? issue : await written(issue, make, workbook, start) };
  } catch (error) {
    const { code, file, details, cause, stack } = asGongbaoError(error, job.file);
    return { code, file, details, stack: (cause as Error | undefined)?.stack ?? stack };
  }
}

async function written(
  issue: Issue,
  formats: readonly Format[],
  workbook: string | null,
  start: number,
): Promise<Converted> {
  const contents: Converted['contents'] = {};
  for (const format of formats) {
    contents[format] =
      format === 'xlsx' && workbook !== null ? await keeping(issue, workbook) : await WRITERS[format](issue);
  }
  return { contents, counts: countsOf(issue), seconds: (performance.now() - start) / 1000 };
}

/** @throws GongbaoError workbook-unreadable: what is in it cannot be kept, so it is not replaced */
async function keeping(issue: Issue, workbook: string): Promise<Uint8Array> {
  let previous: Uint8Array;
  try {
    previous = await readFile(workbook);
  } catch (error) {
    // gone meanwhile
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return WRITERS.xlsx(issue);
    throw unreadable(workbook, error);
  }
  const { entriesOf } = await import('../write/excel/entries/read.js');
  const entries = await entriesOf(previous).catch((error) => Promise.reject(unreadable(workbook, error)));
  return WRITERS.xlsx(issue, entries);
}

const unreadable = (workbook: string, error: unknown): GongbaoError =>
  new GongbaoError('workbook-unreadable', workbook, {
    reason: (error as NodeJS.ErrnoException).code ?? 'not-a-workbook',
  });
