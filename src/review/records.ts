// The records of the issues in an output folder, as read from their inputs, and the corrections beside them.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { correctionsPathOf, originalPathOf, RUN_FILES } from '../batch/names.js';
import { GongbaoError } from '../errors.js';
import { readingError } from '../extract/load.js';
import { type Corrections, type Issue, issueSchema } from '../model/index.js';
import { type CorrectionsFile, readCorrections } from './corrections-file.js';
import { isCorrected } from './settle.js';

const OF_RUN: ReadonlySet<string> = new Set(RUN_FILES);
const RECORDS = /^(.+)(?<!\.original|\.corrections)\.json$/i;

/**
 * The issues of a folder by the stem of their outputs, sorted.
 *
 * @throws GongbaoError file-missing, file-unreadable
 */
export async function issuesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((error) => {
    throw readingError(error, dir);
  });
  const stems = names.flatMap((name) => (name.startsWith('.') ? [] : (RECORDS.exec(name)?.[1] ?? [])));
  return stems.filter((stem) => !OF_RUN.has(stem)).sort();
}

export interface Records {
  /** Without corrections. */
  readonly original: Issue;
  readonly file: CorrectionsFile | null;
}

export const changesOf = (file: CorrectionsFile | null): Pick<Corrections, 'changes' | 'revision'> =>
  file ? { changes: file.corrections.changes, revision: file.corrections.revision } : { changes: [], revision: 0 };

/** @throws GongbaoError output-damaged, original-missing, corrections-damaged */
export async function readRecords(dir: string, stem: string): Promise<Records> {
  return { original: await readOriginal(dir, stem), file: await readCorrections(correctionsPathOf(dir, stem)) };
}

/** @throws GongbaoError output-damaged, original-missing */
export async function readOriginal(dir: string, stem: string): Promise<Issue> {
  const issue = await readIssue(join(dir, `${stem}.json`));
  if (!isCorrected(issue)) return issue;
  const path = originalPathOf(dir, stem);
  if (!existsSync(path)) throw new GongbaoError('original-missing', path);
  return readIssue(path);
}

interface Written {
  readonly json: string;
  /** The same for the same records, however often they are read or written: SHA-256, in hexadecimal digits. */
  readonly stamp: string;
}

const written = new WeakMap<Issue, Written>();

/** Records as they are sent, and what tells them from others; of the same records it is made once. */
export function writtenRecords(original: Issue): Written {
  const before = written.get(original);
  if (before) return before;
  const json = JSON.stringify(original);
  const made = { json, stamp: createHash('sha256').update(json).digest('hex') };
  written.set(original, made);
  return made;
}

/** Long issues take a while to read, and are asked for again and again. */
const MOST_KEPT = 4;
const kept = new Map<string, { state: string; issue: Issue }>();

async function readIssue(path: string): Promise<Issue> {
  try {
    // outputs take their names whole: what has the same number, size and time on the disk is the same
    const { ino, size, mtimeMs } = await stat(path);
    const state = `${ino} ${size} ${mtimeMs}`;
    const before = kept.get(path);
    if (before?.state === state) return before.issue;
    const issue = issueSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    kept.delete(path);
    kept.set(path, { state, issue });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return issue;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
    throw new GongbaoError('output-damaged', path, { reason });
  }
}
