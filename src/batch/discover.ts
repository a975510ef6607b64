import { type Dirent, existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, normalize, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { GongbaoError } from '../errors.js';
import { readingError } from '../extract/load.js';

/** What is taken from a folder; a file named by the user is taken whatever its extension. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.pdf', '.txt']);

export interface Discovered {
  /** Paths as the user named them, each file once, those of a folder sorted. */
  inputs: string[];
  errors: GongbaoError[];
}

/**
 * The input files under the given files, folders and patterns (**\/2020-*.pdf). One that cannot be used becomes an error
 * and the others are still returned; whether a file can be read shows when it is converted.
 *
 * @param outDir is not looked through where it lies within a folder
 */
export async function discoverInputs(paths: readonly string[], outDir?: string): Promise<Discovered> {
  const found: Discovered = { inputs: [], errors: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    try {
      const files = await filesOf(path, found.errors, outDir);
      if (files.length === 0) throw new GongbaoError('folder-without-input', path);
      for (const file of files) {
        const identity = await realpath(file);
        if (!seen.has(identity)) found.inputs.push(file);
        seen.add(identity);
      }
    } catch (error) {
      found.errors.push(error instanceof GongbaoError ? error : readingError(error, path));
    }
  }
  return found;
}

async function filesOf(path: string, errors: GongbaoError[], outDir?: string): Promise<string[]> {
  if (!existsSync(path) && isDynamicPattern(path)) return matching(path, outDir);
  if (!(await stat(path)).isDirectory()) return [path];
  const [folder, out] = await Promise.all([path, outDir].map((name) => name && realpath(name).catch(() => null)));
  const visited = new Set(out && out !== folder ? [out] : []);
  return sorted(await filesInFolder(path, errors, visited));
}

const sorted = (files: string[]): string[] => files.sort((a, b) => (a < b ? -1 : 1));

/** What a shell that knows no patterns hands over as it is: on Windows, or in quotes. */
async function matching(pattern: string, outDir?: string): Promise<string[]> {
  // \ parts folders on Windows, and is no escape there
  const portable = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const files = await glob(portable, { absolute: isAbsolute(pattern), expandDirectories: false });
  const out = outDir === undefined ? null : resolve(outDir) + sep;
  const isInput = (file: string): boolean =>
    EXTENSIONS.has(extname(file).toLowerCase()) && !isHidden(basename(file)) && !(out && resolve(file).startsWith(out));
  return sorted(files.map((file) => normalize(file)).filter(isInput));
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
      errors.push(readingError(error, path));
    }
  }
  return files;
}

/** Hidden files and folders, among them the ._NAME.pdf that macOS leaves on other disks, and Office's ~$NAME. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other'> {
  // A link that leads nowhere is no input.
  if (entry.isSymbolicLink() && !existsSync(path)) return 'other';
  const what = entry.isSymbolicLink() ? await stat(path) : entry;
  return what.isDirectory() ? 'folder' : what.isFile() ? 'file' : 'other';
}
