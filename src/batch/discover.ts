import { type Dirent, existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { GongbaoError } from '../errors.js';

/** What is taken from a folder; a file named by the user is taken whatever its extension. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.pdf', '.txt']);

export interface Discovered {
  /** Paths as the user named them, each file once, those of a folder sorted. */
  inputs: string[];
  errors: GongbaoError[];
}

/**
 * The input files under the given files and folders. One that cannot be used becomes an error and the others are still
 * returned; whether a file can be read shows when it is converted.
 */
export async function discoverInputs(paths: readonly string[]): Promise<Discovered> {
  const found: Discovered = { inputs: [], errors: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    try {
      const files = await filesOf(path, found.errors);
      if (files.length === 0) throw new GongbaoError('folder-without-input', path);
      for (const file of files) {
        const identity = await realpath(file);
        if (!seen.has(identity)) found.inputs.push(file);
        seen.add(identity);
      }
    } catch (error) {
      found.errors.push(asGongbaoError(error, path));
    }
  }
  return found;
}

async function filesOf(path: string, errors: GongbaoError[]): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const files = await filesInFolder(path, errors, new Set());
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** @param visited real paths of the folders so far: links may lead in circles */
async function filesInFolder(folder: string, errors: GongbaoError[], visited: Set<string>): Promise<string[]> {
  const identity = await realpath(folder);
  if (visited.has(identity)) return [];
  visited.add(identity);
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    try {
      const kind = await kindOf(entry, path);
      if (kind === 'folder') files.push(...(await filesInFolder(path, errors, visited)));
      else if (kind === 'file' && EXTENSIONS.has(extname(entry.name).toLowerCase())) files.push(path);
    } catch (error) {
      errors.push(asGongbaoError(error, path));
    }
  }
  return files;
}

/** Hidden files and folders, among them the ._NAME.pdf that macOS leaves on other disks, and Office's ~$NAME. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other'> {
  // A link that leads nowhere is no input.
  if (entry.isSymbolicLink() && !existsSync(path)) return 'other';
  const what = entry.isSymbolicLink() ? await stat(path) : entry;
  return what.isDirectory() ? 'folder' : what.isFile() ? 'file' : 'other';
}

function asGongbaoError(error: unknown, path: string): GongbaoError {
  if (error instanceof GongbaoError) return error;
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return new GongbaoError('file-missing', path);
  return new GongbaoError('file-unreadable', path, { reason });
}
