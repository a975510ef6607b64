import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { objectsOf } from '../../src/extract/pdf/objects.js';

/** A change of some bytes; places are parts of the whole, so that an edit fits files of any size. */
export interface Edit {
  readonly how: 'flip' | 'cut' | 'double' | 'insert';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** In the content of the stream at this part of all streams, compressed again; null: in the file as it stands. */
  readonly stream: number | null;
}

/** From 0 to below 1, every value as likely. */
export const part = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((millionths) => millionths / 1e6);

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    how: fc.constantFrom('flip', 'cut', 'double', 'insert'),
    at: part,
    length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 2000 })),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    stream: fc.option(part),
  }),
  { minLength: 1, maxLength: 4 },
);

export function mutate(file: Uint8Array, all: readonly Edit[]): Buffer {
  let bytes: Buffer = Buffer.from(file);
  for (const edit of all) bytes = edit.stream === null ? edited(bytes, edit) : inStream(bytes, edit);
  return bytes;
}

function edited(bytes: Buffer, { how, at, length, bytes: given }: Edit): Buffer {
  const start = Math.floor(at * bytes.length);
  const span = bytes.subarray(start, start + length);
  if (how === 'flip') {
    const flipped = Buffer.from(bytes);
    flipped[start] = (flipped[start] ?? 0) ^ ((given[0] ?? 0) || 1);
    return flipped;
  }
  const middle = { cut: [], double: [span, span], insert: [given, span] }[how];
  return Buffer.concat([bytes.subarray(0, start), ...middle, bytes.subarray(start + length)]);
}

/** The compressed streams that are no pictures. */
export function flateStreams(bytes: Buffer): { dictionary: number; start: number; end: number }[] {
  return objectsOf(bytes).flatMap(({ start, end, data }) => {
    const dictionary = bytes.toString('latin1', start, end);
    const isFlate = /\/FlateDecode/.test(dictionary) && !/\/Image\b/.test(dictionary);
    return data && isFlate ? [{ dictionary: start, ...data }] : [];
  });
}

/** Changes the content of a stream and nothing else: length and cross-reference are put right again. */
function inStream(bytes: Buffer, edit: Edit): Buffer {
  const streams = flateStreams(bytes);
  const stream = streams[Math.floor((edit.stream ?? 0) * streams.length)];
  if (!stream) return bytes;
  let content: Buffer;
  try {
    content = inflateSync(bytes.subarray(stream.start, stream.end));
  } catch {
    return bytes; // spoiled by an edit before
  }
  const packed = deflateSync(edited(content, edit));
  const head = bytes.toString('latin1', stream.dictionary, stream.start);
  const newHead = head.replace(/\/Length\s+\d+(?!\s+\d+\s+R)/, `/Length ${packed.length}`);
  const grown = newHead.length + packed.length - (stream.end - stream.dictionary);
  const moved = (offset: string): string => {
    const at = Number(offset);
    return String(at > stream.dictionary ? at + grown : at).padStart(offset.length, '0');
  };
  const tail = bytes
    .toString('latin1', stream.end)
    .replace(/\b\d{10}(?= \d{5} n)/g, moved)
    .replace(/(?<=startxref\s+)\d+/g, moved);
  return Buffer.concat([
    bytes.subarray(0, stream.dictionary),
    Buffer.from(newHead, 'latin1'),
    packed,
    Buffer.from(tail, 'latin1'),
  ]);
}
