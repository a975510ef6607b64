import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GongbaoError } from '../errors.js';
import { readingError } from '../extract/load.js';
import { type Corrections, correctionsSchema } from '../model/index.js';

export interface CorrectionsFile {
  readonly corrections: Corrections;
  /** Of the bytes of the file. */
  readonly sha256: string;
}

/**
 * STEM.corrections.json, or null where there is none.
 *
 * @throws GongbaoError corrections-damaged, file-unreadable
 */
export async function readCorrections(path: string): Promise<CorrectionsFile | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw readingError(error, path);
  }
  return { corrections: parsed(bytes, path), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function parsed(bytes: Uint8Array, path: string): Corrections {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new GongbaoError('corrections-damaged', path, { reason: 'not-json' });
  }
  const result = correctionsSchema.safeParse(data);
  if (!result.success) throw new GongbaoError('corrections-damaged', path, { reason: 'not-corrections' });
  return result.data;
}
