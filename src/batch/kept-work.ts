// The files that hold what people made, and the inputs that they made it for.
import { open } from 'node:fs/promises';
import { readCorrections } from '../review/corrections-file.js';
import { correctionsPathOf, pathsOf } from './names.js';

/** How the names of these files end: corrections, and workbooks with entries. */
export const KINDS = ['.corrections.json', '.xlsx'] as const;
export type Kind = (typeof KINDS)[number];

/** SHA-256 of the input that it was made for, or its first digits; null where that is not known. */
export async function sourceOf(outDir: string, name: string, kind: Kind): Promise<string | null> {
  if (kind === '.corrections.json') {
    const file = await readCorrections(correctionsPathOf(outDir, name)).catch(() => null);
    return file?.corrections.source.sha256 ?? null;
  }
  return /\.aside-([0-9a-f]{12})(?:-\d+)?$/.exec(name)?.[1] ?? (await sourceOfRecords(pathsOf(outDir, name).json));
}

/** The source stands at the head of the records, which may be long. */
const HEAD_BYTES = 4096;

async function sourceOfRecords(path: string): Promise<string | null> {
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return /"sha256":\s*"([0-9a-f]{64})"/.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
