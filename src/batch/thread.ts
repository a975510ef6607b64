// The thread that conversions run on: takes a job, gives its result, one after the other.
import { parentPort } from 'node:worker_threads';
import { convertIssue, inspectSource } from '../convert.js';
import { asGongbaoError } from './as-error.js';
import type { Answer, Job } from './isolated.js';

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answerTo(job));
});

async function answerTo(job: Job): Promise<Answer> {
  try {
    const { source, stage, options } = job;
    return { result: stage ? await inspectSource(source, stage, options) : await convertIssue(source, options) };
  } catch (error) {
    const { code, file, details, cause, stack } = asGongbaoError(error, job.file);
    return { code, file, details, stack: (cause as Error | undefined)?.stack ?? stack };
  }
}
