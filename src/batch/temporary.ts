// Files that exist for a moment, and whose names say whose they are: a process that was killed cannot take them away.
import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** tmp: becomes an output. lock: see lock.ts. */
export type Kind = 'tmp' | 'lock';

/** Temporary files that exist now. */
const own = new Set<string>();

/** Of this machine, as part of file names. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const NAME = /^\.gongbao-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.(tmp|lock)$/;
/** Older than any run: what another machine left in a shared folder. */
const DEBRIS_MS = 24 * 60 * 60 * 1000;

/** The name does not contain that of the output: with it, a long one would exceed what file systems allow. */
export async function openTemporary(folder: string, kind: Kind): Promise<{ path: string; handle: FileHandle }> {
  const path = join(folder, `.gongbao-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.${kind}`);
  const handle = await open(path, 'wx');
  own.add(path);
  return { path, handle };
}

export async function removeTemporary(path: string): Promise<void> {
  await patiently(() => rm(path, { force: true }));
  own.delete(path);
}

/** It has another name now. */
export const forgetTemporary = (path: string): void => void own.delete(path);

export const isTemporary = (path: string): boolean => own.has(path);

/** For the end of the process by a signal: what is half written goes. */
export function removeTemporaryFiles(): void {
  for (const path of own) rmSync(path, { force: true });
  own.clear();
}

export interface Found {
  readonly path: string;
  readonly kind: Kind;
  /** On the clock of the disk, in milliseconds. */
  readonly changed: number;
  /** null where it runs on another machine, of which nothing is known. */
  readonly isRunning: boolean | null;
}

/** The temporary files of all processes. */
export async function temporariesIn(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const name of await readdir(folder)) {
    const [, host, pid, kind] = NAME.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const there = await stat(path).catch(() => null);
    if (!there) continue;
    const isRunning = host === HOST ? isProcess(Number(pid)) : null;
    found.push({ path, kind: kind as Kind, changed: there.mtimeMs, isRunning });
  }
  return found;
}

/** Temporary files of runs that were killed; those of other runs that go on stay. */
export async function removeDebris(folder: string): Promise<void> {
  for (const { path, changed, isRunning } of await temporariesIn(folder)) {
    if (isRunning === null ? Date.now() - changed > DEBRIS_MS : !isRunning) await rm(path, { force: true });
  }
}

function isProcess(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const TRIES = 5;
const WAIT_MS = 100;

/** On Windows a virus scanner or an indexer holds new files open for a moment. */
export async function patiently(act: () => Promise<void>): Promise<void> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await act();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (left === 0 || process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '')) throw error;
      await setTimeout(WAIT_MS);
    }
  }
}
