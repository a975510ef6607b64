import { readFile } from 'node:fs/promises';
import { GongbaoError } from '../errors.js';
import type { Issue } from '../model/index.js';
import { WRITERS } from '../write/index.js';

/**
 * The workbook of an issue, with what people wrote into an earlier one.
 *
 * @throws GongbaoError workbook-unreadable: what is in it cannot be kept, so it is not replaced
 */
export async function workbookKeeping(issue: Issue, workbook: string): Promise<Uint8Array> {
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
