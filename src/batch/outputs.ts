import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GongbaoError } from '../errors.js';
import { asGongbaoError } from './as-error.js';

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
 * @throws GongbaoError output-not-writable; whatever the making of a content throws
 */
export async function writeTogether(files: readonly { path: string; content: Content }[]): Promise<void> {
  const written: { temporary: string; path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      await refuseFolder(path);
      written.push({ temporary: await writeTemporary(dirname(path), content), path });
    }
    for (const { temporary, path } of written) {
      current = path;
      await renamePatiently(temporary, path);
      temporaryFiles.delete(temporary);
    }
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  } catch (error) {
    throw notWritable(error, current);
  } finally {
    for (const { temporary } of written) if (temporaryFiles.has(temporary)) await removeTemporary(temporary);
  }
}

/** Temporary files that exist now. */
const temporaryFiles = new Set<string>();

/** For the end of the process by a signal: what is half written goes. */
export function removeTemporaryFiles(): void {
  for (const temporary of temporaryFiles) rmSync(temporary, { force: true });
  temporaryFiles.clear();
}

/** Of this machine, as part of file names. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const TEMPORARY = /^\.gongbao-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/** Older than any run: what another machine left in a shared folder. */
const DEBRIS_MS = 24 * 60 * 60 * 1000;

/** Temporary files of runs that were killed; those of other runs that go on stay. */
async function removeDebris(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, host, pid] = TEMPORARY.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (host === HOST ? !isRunning(Number(pid)) : age > DEBRIS_MS) await rm(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const RENAME_TRIES = 5;
const RENAME_WAIT_MS = 100;

/** On Windows a virus scanner or an indexer holds new files open for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let left = RENAME_TRIES - 1; ; left--) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (left === 0 || process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '')) throw error;
      await setTimeout(RENAME_WAIT_MS);
    }
  }
}

/** The name does not contain the stem: with it, a long one would exceed what file systems allow. */
async function writeTemporary(folder: string, content: Content): Promise<string> {
  const temporary = join(folder, `.gongbao-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx');
  temporaryFiles.add(temporary);
  try {
    await writeFile(handle, content);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => {});
    await removeTemporary(temporary);
    throw error;
  }
  return temporary;
}

async function removeTemporary(temporary: string): Promise<void> {
  await rm(temporary, { force: true });
  temporaryFiles.delete(temporary);
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
  const reason = (error as NodeJS.ErrnoException).code;
  if (reason === undefined) return asGongbaoError(error, path);
  return new GongbaoError('output-not-writable', path, { reason });
}
