// The files of the page, and the data of pdf.js: those that are there at the start, by name.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GongbaoError } from '../../errors.js';

export const PAGE_DIR = fileURLToPath(new URL('../page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** What pdf.js asks for: character maps, standard fonts, decoders of pictures, colour profiles. */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

export interface StaticFile {
  readonly path: string;
  readonly type: string;
}

/**
 * Every file that may be asked for, by its path within the address: no other path leads to the disk.
 *
 * @throws GongbaoError page-missing
 */
export function staticFiles(): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const addFolder = (folder: string, under: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) addFolder(path, `${under}${entry.name}/`);
      else files.set(`${under}${entry.name}`, { path, type: TYPES[extname(path)] ?? 'application/octet-stream' });
    }
  };
  try {
    addFolder(PAGE_DIR, '');
    readFileSync(join(PAGE_DIR, 'index.html'));
  } catch {
    throw new GongbaoError('review-page-missing', PAGE_DIR);
  }
  const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  for (const folder of PDFJS_FOLDERS) addFolder(join(pdfjs, folder), `pdfjs/${folder}/`);
  return files;
}
