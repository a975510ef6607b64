// Compressed streams carry a checksum that pdf.js does not look at: it shows what it could inflate, without a word.
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { FileObject } from './objects.js';

const FLATE = /\/Filter\s*\[?\s*((?:\/(?:FlateDecode|Fl)\b\s*)+)/;

/** How often a stream is deflated, first of all: 0 where it is not, or compressed otherwise before. */
export const timesDeflated = (dictionary: string): number => FLATE.exec(dictionary)?.[1]?.match(/\/Fl/g)?.length ?? 0;

/** Null: no stream, a picture, which is not read, or compressed in another way. */
export function inflate(file: Buffer, { data }: FileObject, dictionary: string, largest: number) {
  if (!data || /\/Subtype\s*\/Image\b/.test(dictionary)) return null;
  let inflated: Buffer = file.subarray(data.start, data.end);
  if (!/\/Filter\b/.test(dictionary)) return inflated;
  const times = timesDeflated(dictionary);
  if (times === 0) return null;
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
