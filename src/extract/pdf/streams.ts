// Compressed streams carry a checksum that pdf.js does not look at: it shows what it could inflate, without a word.
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Budget } from '../../limits.js';
import { MEGABYTE } from '../../limits.js';
import { type FileObject, objectsOf } from './objects.js';

/** One stream may inflate to this part of the memory limit: pdf.js holds it more than once. */
const STREAM_PART = 1 / 8;

/**
 * The pages, by the object numbers that pdf.js gives them, that use a damaged stream.
 *
 * @throws GongbaoError limit-megabytes: a stream inflates to more than fits
 */
export function damageFinder(bytes: Uint8Array, budget: Budget): (page: number) => boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // streams of an encrypted file inflate only once they are deciphered
  if (file.includes('/Encrypt')) return () => false;
  const largest = budget.limits.megabytes * MEGABYTE * STREAM_PART;
  const objects = objectsOf(bytes);
  const damaged = new Set<number>();
  const packed: string[] = [];
  for (const object of objects) {
    const dictionary = file.toString('latin1', object.start, object.end);
    const inflated = inflate(file, object, dictionary, largest);
    if (inflated === 'too-large') throw budget.tooLarge();
    if (inflated === 'damaged') damaged.add(object.number);
    else if (inflated && /\/Type\s*\/ObjStm\b/.test(dictionary)) packed.push(dictionary, inflated.toString('latin1'));
  }
  if (damaged.size === 0) return () => false;
  return reaches(damaged, dictionariesOf(file, objects, packed));
}

const FLATE = /\/Filter\s*\[?\s*((?:\/(?:FlateDecode|Fl)\b\s*)+)/;

/** Null: not compressed, or a picture, which is not read. */
function inflate(file: Buffer, { data }: FileObject, dictionary: string, largest: number) {
  const filters = FLATE.exec(dictionary);
  if (!data || !filters || /\/Subtype\s*\/Image\b/.test(dictionary)) return null;
  const times = filters[1]?.match(/\/Fl/g)?.length ?? 1;
  let inflated: Buffer = file.subarray(data.start, data.end);
  try {
    for (let time = 0; time < times; time++) inflated = inflateOnce(inflated, largest);
    return inflated;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

/** Some producers cut off the checksum: what ends with its last block is whole. */
function inflateOnce(deflated: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(deflated, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error;
    return inflateRawSync(deflated.subarray(2), { maxOutputLength });
  }
}

/** The dictionary of each object, as text; of an object that is written again, the last. */
function dictionariesOf(file: Buffer, objects: readonly FileObject[], packed: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at < packed.length; at += 2) {
    const [dictionary = '', content = ''] = packed.slice(at, at + 2);
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
    const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [number = 0, offset = 0, , next] = numbers.slice(index, index + 4);
      found.set(number, content.slice(first + offset, next === undefined ? undefined : first + next));
    }
  }
  for (const { number, start, end } of objects) found.set(number, file.toString('latin1', start, end));
  return found;
}

/** Other pages are no part of a page, though annotations and the page tree lead to them. */
const ELSEWHERE =
  /\/(?:Kids|Annots|B)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)|\/(?:P|Dest|StructParent|Next|Prev)\s+\d+\s+\d+\s+R/g;

function reaches(damaged: ReadonlySet<number>, dictionaries: ReadonlyMap<number, string>): (page: number) => boolean {
  // what a damaged object stream held, no one knows
  for (const number of damaged) if (/\/Type\s*\/ObjStm\b/.test(dictionaries.get(number) ?? '')) return () => true;
  return (page) => {
    const seen = new Set([page]);
    for (const number of seen) {
      if (damaged.has(number)) return true;
      const uses = (dictionaries.get(number) ?? '').replace(ELSEWHERE, '');
      for (const [, used] of uses.matchAll(/(\d+)\s+\d+\s+R\b/g)) seen.add(Number(used));
    }
    return false;
  };
}
