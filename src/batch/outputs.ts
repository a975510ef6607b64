import { mkdir, open, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { GongbaoError } from '../errors.js';
import { asGongbaoError } from './as-error.js';
import { forgetTemporary, isTemporary, openTemporary, patiently, removeDebris, removeTemporary } from './temporary.js';

/**
 * Makes the output folder and tries to write in it, before hours of work are spent.
 *
 * @throws GongbaoError output-not-writable
 */
export async function prepareOutputFolder(outDir: string): Promise<void> {
  try {
    await mkdir(outDir, { recursive: true });
    await removeDebris(outDir);
    const probe = await writeTemporary(outDir, '');
    await removeTemporary(probe);
  } catch (error) {
    throw notWritable(error, outDir);
  }
}

/** Of a file; in pieces where the whole is large, and then made while it is written. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes files that belong together, each whole or not at all: all are complete on the disk, under temporary names in
 * the same folder, before the first takes its name.
 *
 * @param around lets them take their names, or does not, and then nothing is written
 * @throws GongbaoError output-not-writable; whatever the making of a content throws
 */
export async function writeTogether(
  files: readonly { path: string; content: Content }[],
  around: (takeNames: () => Promise<void>) => Promise<void> = (takeNames) => takeNames(),
): Promise<void> {
  const written: { temporary: string; path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      await refuseFolder(path);
      written.push({ temporary: await writeTemporary(dirname(path), content), path });
    }
    await around(async () => {
      for (const { temporary, path } of written) {
        current = path;
        await patiently(() => rename(temporary, path));
        forgetTemporary(temporary);
      }
    });
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  } catch (error) {
    throw notWritable(error, current);
  } finally {
    for (const { temporary } of written) if (isTemporary(temporary)) await removeTemporary(temporary);
  }
}

async function writeTemporary(folder: string, content: Content): Promise<string> {
  const { path, handle } = await openTemporary(folder, 'tmp');
  try {
    await writeFile(handle, content);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => {});
    await removeTemporary(path);
    throw error;
  }
  return path;
}

/** Changes with each saving of a file; null where there is none. */
export async function stampOf(path: string): Promise<string | null> {
  const there = await stat(path).catch(() => null);
  return there?.isFile() ? `${there.ino} ${there.size} ${there.mtimeMs}` : null;
}

/** A folder under the name of an output would only be noticed after the other output has taken its name. */
async function refuseFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw Object.assign(new Error(basename(path)), { code: 'EISDIR' });
}

/** Makes the renaming last through a power failure; not every system can open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** What the disk refuses; a fault of the program is none of the disk's. */
export function notWritable(error: unknown, path: string): GongbaoError {
  if (error instanceof GongbaoError) return error;
  const reason = (error as NodeJS.ErrnoException).code;
  if (reason === undefined) return asGongbaoError(error, path);
  return new GongbaoError('output-not-writable', path, { reason });
}
