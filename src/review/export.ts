import { forgetOutputs } from '../batch/journal.js';
import { workbookKeeping } from '../batch/keeping.js';
import { FORMATS, type Format, originalPathOf, pathsOf } from '../batch/names.js';
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

/**
 * Writes all forms of an issue beside its records, corrections applied, as the next conversion would.
 *
 * @returns the names of the files
 * @throws GongbaoError output-not-writable, workbook-unreadable, workbook-changed and those of reading
 */
export async function exportIssue(dir: string, stem: string): Promise<string[]> {
  const { original, file } = await readRecords(dir, stem);
  const { issue } = applyCorrections(original, changesOf(file));
  const paths = pathsOf(dir, stem);
  const stamp = await stampOf(paths.xlsx);
  const files: { path: string; content: Content }[] = [];
  // JSON takes its name last: what another program may hold open first, and the records before the corrections
  if (file) files.push({ path: originalPathOf(dir, stem), content: await WRITERS.json(original) });
  for (const format of FORMATS.toReversed()) {
    files.push({ path: paths[format], content: await contentOf(issue, format, paths.xlsx) });
  }
  if ((await stampOf(paths.xlsx)) !== stamp) throw new GongbaoError('workbook-changed', paths.xlsx);
  await writeTogether(files);
  await forgetOutputs(dir, stem);
  return FORMATS.map((format) => `${stem}.${format}`);
}
