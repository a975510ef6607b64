// 汇总.xlsx: all measures of the files of a run in one list, for people.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GongbaoError } from '../errors.js';
import { errorMessage, statusWord } from '../messages.js';
import { type Issue, issueSchema } from '../model/index.js';
import type { ListedFile, ListedIssue } from '../write/summary.js';
import type { Journal } from './journal.js';
import type { PlannedOutput } from './names.js';
import { writeTogether } from './outputs.js';
import { type IndexEntry, indexEntries, type Run } from './report.js';

export const SUMMARY = '汇总.xlsx';

/**
 * Writes the list, unless what would stand in it has not changed since it was written: whoever sorted it or noted
 * something in it finds it so. Measures are read from the outputs, of skipped inputs too, one issue at a time.
 *
 * @returns an error for each output that cannot be read; its measures are left out, and its file's row says so
 * @throws GongbaoError output-not-writable
 */
export async function writeSummary(outDir: string, run: Run, journal: Journal): Promise<GongbaoError[]> {
  const path = join(outDir, SUMMARY);
  const made = digestOf(run, journal);
  if (existsSync(path) && journal.summary === made) return [];
  const errors = new Map<string, GongbaoError>();
  const files = (): ListedFile[] => indexEntries(run, 'zh').map((entry) => listed(entry, errors.get(entry.input)));
  // exceljs takes a while to load, and other commands do without
  const { summaryWorkbook } = await import('../write/summary.js');
  await writeTogether([{ path, content: summaryWorkbook(issuesOf(run, errors), files) }]);
  // one that lacks something is made anew by the next run
  await journal.addSummary(errors.size === 0 ? made : '');
  return [...errors.values()];
}

/** What the list says, but for the time that conversions took. */
function digestOf(run: Run, journal: Journal): string {
  const files = run.plans.map((plan) => {
    const outcome = run.outcomes.get(plan);
    if (outcome?.kind === 'failed') return [plan.input, errorMessage(outcome.error, 'zh')];
    return outcome ? [plan.input, plan.name, journal.madeOf(plan)] : [plan.input];
  });
  const errors = run.errors.map((error) => errorMessage(error, 'zh'));
  return createHash('sha256')
    .update(JSON.stringify([run.version, files, errors]))
    .digest('hex');
}

async function* issuesOf(run: Run, errors: Map<string, GongbaoError>): AsyncGenerator<ListedIssue> {
  for (const plan of run.plans) {
    const outcome = run.outcomes.get(plan);
    if (!outcome || outcome.kind === 'failed') continue;
    try {
      yield { file: plan.input, issue: await outputOf(plan) };
    } catch (error) {
      if (!(error instanceof GongbaoError)) throw error;
      errors.set(plan.input, error);
    }
  }
}

/** @throws GongbaoError output-damaged */
async function outputOf(plan: PlannedOutput): Promise<Issue> {
  const path = plan.paths.json;
  try {
    return issueSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
    throw new GongbaoError('output-damaged', path, { reason });
  }
}

function listed({ input, status, error, ...counts }: IndexEntry, damaged: GongbaoError | undefined): ListedFile {
  const message = damaged ? errorMessage(damaged, 'zh') : error?.message;
  return { ...counts, file: input, status: statusWord(status, 'zh'), ...(message && { error: message }) };
}
