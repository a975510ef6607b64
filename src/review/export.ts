import { forgetOutputs } from '../batch/journal.js';
import { workbookKeeping } from '../batch/keeping.js';
import { withLock } from '../batch/lock.js';
import { correctionsPathOf, FORMATS, type Format, originalPathOf, pathsOf } from '../batch/names.js';
import { type Content, stampOf, writeTogether } from '../batch/outputs.js';
import { GongbaoError } from '../errors.js';
import type { Issue } from '../model/index.js';
import { WRITERS } from '../write/index.js';
import { applyCorrections } from './apply.js';
import { changesOf, readRecords } from './records.js';

/** One form of an issue, corrections applied. */
export async function formOf(dir: string, stem: string, format: Format): Promise<string | Uint8Array> {
  const { original, file } = await readRecords(dir, stem);
  return contentOf(applyCorrections(original, changesOf(file)).issue, format, pathsOf(dir, stem).xlsx);
}

/** A workbook keeps what people wrote into the one that stands there. */
const contentOf = async (issue: Issue, format: Format, workbook: string): Promise<string | Uint8Array> =>
  format === 'xlsx' ? workbookKeeping(issue, workbook) : WRITERS[format](issue);

const TRIES = 3;

/**
 * Writes all forms of an issue beside its records, corrections applied, as the next conversion would. Again where a
 * conversion writes, or a person corrects or fills in, meanwhile.
 *
 * @returns the names of the files
 * @throws GongbaoError output-not-writable, workbook-unreadable, workbook-changed, records-changed and those of reading
 */
export async function exportIssue(dir: string, stem: string): Promise<string[]> {
  let changed: string | undefined;
  for (let left = TRIES; left > 0; left--) {
    changed = await writeForms(dir, stem);
    if (changed === undefined) return FORMATS.map((format) => `${stem}.${format}`);
  }
  const { json, xlsx } = pathsOf(dir, stem);
  throw changed === xlsx ? new GongbaoError('workbook-changed', xlsx) : new GongbaoError('records-changed', json);
}

/** @returns the file that someone changed meanwhile, and then nothing is written */
async function writeForms(dir: string, stem: string): Promise<string | undefined> {
  const paths = pathsOf(dir, stem);
  const made = [paths.xlsx, paths.json, originalPathOf(dir, stem), correctionsPathOf(dir, stem)];
  // all of one conversion
  const { records, stamps } = await withLock(dir, async () => ({
    records: await readRecords(dir, stem),
    stamps: await Promise.all(made.map(stampOf)),
  }));
  const { original, file } = records;
  const { issue } = applyCorrections(original, changesOf(file));
  const files: { path: string; content: Content }[] = [];
  // JSON takes its name last: what another program may hold open first, and the records before the corrections
  if (file) files.push({ path: originalPathOf(dir, stem), content: await WRITERS.json(original) });
  for (const format of FORMATS.toReversed()) {
    files.push({ path: paths[format], content: await contentOf(issue, format, paths.xlsx) });
  }
  let changed: string | undefined;
  await writeTogether(files, (takeNames) =>
    withLock(dir, async (lock) => {
      const now = await Promise.all(made.map(stampOf));
      changed = made.find((_, index) => now[index] !== stamps[index]);
      if (changed !== undefined) return;
      // first: what is not remembered is only made once more
      await forgetOutputs(dir, stem);
      await lock.check();
      await takeNames();
    }),
  );
  return changed;
}
