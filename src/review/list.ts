// The first page: the issues of a folder, and what is still to be looked at in each.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asGongbaoError } from '../batch/as-error.js';
import { correctionsPathOf, originalPathOf } from '../batch/names.js';
import type { GongbaoError } from '../errors.js';
import { needsLook } from '../flags.js';
import { applyCorrections } from './apply.js';
import { changesOf, issuesIn, readRecords } from './records.js';
import { readIndex } from './source.js';

export interface ListedIssue {
  readonly name: string;
  readonly file?: string;
  readonly title?: string;
  readonly pages?: number;
  readonly measures?: number;
  /** Flags that ask for a look, and among them those of what is known to be wrong. */
  readonly open?: number;
  readonly errors?: number;
  /** Changes that hold. */
  readonly changes?: number;
  readonly problem?: GongbaoError;
}

/** An input that could not be converted at the last run. */
export interface FailedInput {
  readonly input: string;
  readonly code: string;
  readonly message: string;
}

export class IssueList {
  private readonly seen = new Map<string, { state: string; entry: ListedIssue }>();

  constructor(private readonly dir: string) {}

  async read(): Promise<{ issues: ListedIssue[]; failed: FailedInput[] }> {
    const issues: ListedIssue[] = [];
    for (const name of await issuesIn(this.dir)) issues.push(await this.entryOf(name));
    const { files = [] } = await readIndex(this.dir);
    const failed = files.flatMap(({ input = '', error }) => (error ? [{ input, ...error }] : []));
    return { issues, failed };
  }

  /** Read again only where something changed. */
  private async entryOf(name: string): Promise<ListedIssue> {
    const { dir } = this;
    const paths = [join(dir, `${name}.json`), originalPathOf(dir, name), correctionsPathOf(dir, name)];
    const times = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
    const state = times.map((time) => `${time?.mtimeMs} ${time?.size}`).join();
    const before = this.seen.get(name);
    if (before?.state === state) return before.entry;
    const entry = await summaryOf(dir, name);
    this.seen.set(name, { state, entry });
    return entry;
  }
}

async function summaryOf(dir: string, name: string): Promise<ListedIssue> {
  try {
    const { original, file } = await readRecords(dir, name);
    const { changes } = changesOf(file);
    const { issue } = applyCorrections(original, { changes });
    const flags = [issue, ...issue.measures].flatMap((one) => one.flags);
    const { gazette, year, number } = issue.issue;
    return {
      name,
      file: issue.source.file,
      title: [gazette, year && `${year}年`, number && `第${number}期`].filter(Boolean).join(' '),
      pages: issue.source.pages,
      measures: issue.measures.length,
      open: flags.filter(needsLook).length,
      errors: flags.filter(({ severity }) => severity === 'error').length,
      changes: changes.filter(({ undone }) => undone === undefined).length,
    };
  } catch (error) {
    return { name, problem: asGongbaoError(error, name) };
  }
}
