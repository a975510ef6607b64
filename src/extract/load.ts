import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { GongbaoError } from '../errors.js';
import { looksTruncated } from './integrity.js';

/** A path, the bytes of a file, or its text. */
export type Source = string | Uint8Array | { text: string };

export interface LoadedSource {
  /** The file as the user named it; `(bytes)` or `(text)` where it has no name. */
  file: string;
  /** Never a Buffer. */
  bytes: Uint8Array;
  kind: 'pdf' | 'text';
}

/** Readers accept a header after other bytes, within this distance (ISO 32000-1, Annex H, note 13). */
const HEADER_WITHIN_BYTES = 1024;

/**
 * Reads a source and says what it is: by its content, since names of downloaded files are often wrong.
 *
 * @param fileName how messages and records call the source; by default its path
 * @throws GongbaoError file-missing, file-unreadable, file-empty, not-a-pdf (named .pdf but is none), pdf-damaged (its end
 *   is missing), unsupported-file (another binary or markup format)
 */
export async function loadSource(source: Source, fileName?: string): Promise<LoadedSource> {
  const file = fileName ?? nameOf(source);
  if (typeof source === 'object' && 'text' in source) {
    if (source.text === '') throw new GongbaoError('file-empty', file);
    return { file, bytes: new TextEncoder().encode(source.text), kind: 'text' };
  }
  const bytes = withoutBuffer(typeof source === 'string' ? await read(source, file) : source);
  if (bytes.length === 0) throw new GongbaoError('file-empty', file);
  return { file, bytes, kind: kindOf(bytes, file) };
}

/** A path is its own name. */
export function nameOf(source: Source): string {
  if (typeof source === 'string') return source;
  return 'text' in source ? '(text)' : '(bytes)';
}

async function read(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw readingError(error, file);
  }
}

/** What the system says where a file cannot be read. */
export function readingError(error: unknown, file: string): GongbaoError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return new GongbaoError('file-missing', file);
  return new GongbaoError('file-unreadable', file, { reason });
}

/** Node's Buffer is a Uint8Array whose slice() shares its memory, and which pdf.js refuses. */
function withoutBuffer(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function kindOf(bytes: Uint8Array, file: string): 'pdf' | 'text' {
  if (latin1(bytes, HEADER_WITHIN_BYTES).includes('%PDF-')) {
    if (looksTruncated(bytes)) throw new GongbaoError('pdf-damaged', file, { reason: 'truncated' });
    return 'pdf';
  }
  const format = otherFormat(bytes);
  const details = format ? { reason: format } : {};
  if (extname(file).toLowerCase() === '.pdf') throw new GongbaoError('not-a-pdf', file, details);
  if (format) throw new GongbaoError('unsupported-file', file, details);
  return 'text';
}

/** First bytes of formats people take for a gazette file, as Latin-1. The names are worded in messages.ts. */
const SIGNATURES: readonly [format: string, starts: readonly string[]][] = [
  ['zip', ['PK\x03\x04']], // .docx, .xlsx, .wps of today, .ofd
  ['ole', ['\xd0\xcf\x11\xe0']], // .doc, .xls, .wps
  ['rtf', ['{\\rtf']],
  ['image', ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*']],
  ['archive', ['Rar!\x1a', '7z\xbc\xaf', '\x1f\x8b']],
];

/** Web pages are often error pages saved under the name of the file. White space or a BOM may come first. */
const HTML = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|script|meta)\b/i;
const XML = /^(?:\xef\xbb\xbf)?\s*<\?xml\b/;

function otherFormat(bytes: Uint8Array): string | null {
  const head = latin1(bytes, HEADER_WITHIN_BYTES);
  const known = SIGNATURES.find(([, starts]) => starts.some((start) => head.startsWith(start)));
  if (known) return known[0];
  if (HTML.test(head)) return 'html';
  if (XML.test(head)) return 'xml';
  const utf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  return !utf16 && bytes.includes(0) ? 'binary' : null;
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}
