import { GongbaoError } from '../errors.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The mark at the start (BOM) that names the encoding. */
const MARKS: readonly [encoding: TextEncoding, mark: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Share of the characters outside of ASCII that may be of other scripts before a text is taken for misread. */
const MISREAD_SHARE = 0.1;

/**
 * The text of a file, without its BOM, line ends as they are. Tried in this order: what a BOM names, UTF-8, GB18030
 * (which contains GBK and GB 2312). Each strictly: a byte that does not fit means another encoding, never a `�`.
 *
 * @throws GongbaoError text-encoding-unknown, text-without-content (nothing but white space)
 */
export function decodeText(bytes: Uint8Array, file: string): { text: string; encoding: TextEncoding } {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') throw new GongbaoError('text-encoding-unknown', file, { reason: decoded });
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(decoded.text)) throw new GongbaoError('text-without-content', file);
  return decoded;
}

/** The decoded text, or why there is none (worded in messages.ts). */
function decode(bytes: Uint8Array): { text: string; encoding: TextEncoding } | string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  if (marked) {
    const text = strictly(marked, bytes);
    // A NUL can only come from UTF-32, whose mark starts with the one of UTF-16.
    return text === null || text.includes('\0') ? 'bytes-against-mark' : { text, encoding: marked };
  }
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  if (isBrokenUtf8(bytes)) return 'broken-utf-8';
  const chinese = strictly('gb18030', bytes);
  return chinese === null || isMisread(chinese) ? 'neither-utf-8-nor-gb18030' : { text: chinese, encoding: 'gb18030' };
}

function strictly(encoding: TextEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with some bytes wrong, as after a cut through a character: GB18030 accepts most of its bytes as other ideographs.
 * Text in GB18030 read as UTF-8 is nearly all `�`; this one is nearly all right.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  return count(text, /[\u0800-\uffef]/g) > count(text, /\ufffd/g);
}

/**
 * Text in another encoding that GB18030 happens to accept: Big5 read this way is full of kana, Cyrillic, box drawing and
 * private characters.
 */
function isMisread(text: string): boolean {
  const foreign = count(text, /[\u0370-\u04ff\u2500-\u257f\u3040-\u312f\ue000-\uf8ff]/g);
  return foreign > MISREAD_SHARE * count(text, /\P{ASCII}/gu);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
