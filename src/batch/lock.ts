// One process at a time changes what people made, or gives outputs their names.
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { notWritable } from './outputs.js';
import { type Found, openTemporary, removeTemporary, temporariesIn } from './temporary.js';

/** Far longer than any of it takes. */
const LONGEST_MS = 30_000;
/** So that a process that hangs does not keep the others for ever. */
const PATIENCE_MS = LONGEST_MS + 10_000;
const PAUSE_MS = 25;

export interface Lock {
  /**
   * To be asked right before what was made takes its name: a process that stood still for long has lost the lock.
   *
   * @throws GongbaoError output-not-writable
   */
  check(): Promise<void>;
}

/** What this process does in a folder, one after the other. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does something in a folder while no other process does such a thing there. Whoever wants the lock makes a file of its
 * own and has the lock where no one else has such a file: of two, at least one sees the other's. What a killed process
 * left is known by the number of the process, and no name is used twice, so taking it away harms nobody.
 *
 * @throws GongbaoError output-not-writable, with EBUSY as reason where others do not come to an end
 */
export function withLock<Result>(folder: string, act: (lock: Lock) => Promise<Result>): Promise<Result> {
  const key = resolve(folder);
  const done = (queues.get(key) ?? Promise.resolve()).then(async () => {
    const path = await acquire(folder);
    try {
      return await act({ check: () => check(path, folder) });
    } finally {
      // one that stays is known for left behind later
      await removeTemporary(path).catch(() => {});
    }
  });
  const settled = done.then(
    () => {},
    () => {},
  );
  queues.set(key, settled);
  void settled.then(() => {
    if (queues.get(key) === settled) queues.delete(key);
  });
  return done;
}

async function acquire(folder: string): Promise<string> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { path, handle } = await openTemporary(folder, 'lock').catch((error) =>
      Promise.reject(notWritable(error, folder)),
    );
    await handle.close();
    if (await isAlone(path, folder)) return path;
    await removeTemporary(path);
    if (performance.now() > end) throw busy(folder);
    // not in step with the other
    await setTimeout(PAUSE_MS * (0.2 + Math.random()));
  }
}

async function isAlone(path: string, folder: string): Promise<boolean> {
  const locks = (await temporariesIn(folder)).filter(({ kind }) => kind === 'lock');
  const own = locks.find((lock) => lock.path === path);
  // someone took it for one that was left behind
  if (!own) return false;
  let isAlone = true;
  for (const lock of locks) {
    if (lock === own) continue;
    if (isLeftBehind(lock, own)) await removeTemporary(lock.path);
    else isAlone = false;
  }
  return isAlone;
}

/** Of a process that ended, or hangs, or is another by now that got its number. */
const isLeftBehind = ({ isRunning, changed }: Found, own: Found): boolean =>
  isRunning === false || own.changed - changed > LONGEST_MS;

async function check(path: string, folder: string): Promise<void> {
  if (!(await temporariesIn(folder)).some((one) => one.path === path)) throw busy(folder);
}

const busy = (folder: string) => notWritable(Object.assign(new Error(folder), { code: 'EBUSY' }), folder);
