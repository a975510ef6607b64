// The input that records were made of, to be shown beside them.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { journaledPaths } from '../batch/journal.js';
import { INDEX } from '../batch/report.js';
import type { Issue } from '../model/index.js';

export type SourceState = 'there' | 'missing' | 'changed';

/**
 * The bytes of the input; it may stand outside of the output folder, but what has not the very bytes that the records
 * were made of is not handed out, whatever the lists in the folder say.
 */
export async function readSource(
  dir: string,
  stem: string,
  { source }: Issue,
): Promise<{ state: SourceState; bytes?: Uint8Array }> {
  let state: SourceState = 'missing';
  for (const path of await pathsOf(dir, stem, source.file)) {
    const bytes = await bytesOf(path);
    if (!bytes) continue;
    if (createHash('sha256').update(bytes).digest('hex') === source.sha256) return { state: 'there', bytes };
    state = 'changed';
  }
  return { state };
}

/** Where it was at the last run, or at one before, or beside the outputs. */
async function pathsOf(dir: string, stem: string, file: string): Promise<string[]> {
  const noted = [(await indexedPaths(dir)).get(stem), (await journaledPaths(dir)).get(stem)];
  const paths = [...noted, file].flatMap((path) => (path === undefined ? [] : [resolve(dir, path)]));
  return [...new Set(paths)];
}

/** The failed inputs, and where each issue came from, of the last run. */
export interface IndexFile {
  files?: { input?: string; path?: string; outputs?: string[]; error?: { code: string; message: string } }[];
}

export async function readIndex(dir: string): Promise<IndexFile> {
  try {
    return JSON.parse(await readFile(join(dir, INDEX), 'utf8')) as IndexFile;
  } catch {
    return {};
  }
}

async function indexedPaths(dir: string): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const { path, outputs } of (await readIndex(dir)).files ?? []) {
    const json = outputs?.find((name) => name.endsWith('.json'));
    if (json !== undefined && path !== undefined) paths.set(json.slice(0, -'.json'.length), path);
  }
  return paths;
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : null;
  } catch {
    return null;
  }
}
