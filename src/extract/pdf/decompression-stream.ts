// pdf.js inflates the streams of a file one after the other with the web's DecompressionStream, which in Node.js hands
// each to another thread and waits: for the short streams of pages and fonts that is most of the time it takes.
import { inflateSync } from 'node:zlib';

type Native = typeof DecompressionStream;

/** No page holds more; what does is left to pdf.js's own inflation, which goes on piece by piece. */
const LARGEST_BYTES = 2 ** 28;

export type Known = (deflated: Uint8Array) => Uint8Array | null;

/**
 * Puts a DecompressionStream in place of the native one that inflates at once, on this thread, when its input ends; other
 * formats get the native one.
 *
 * @param known what is inflated already
 * @returns what puts the native one back
 */
export function inflateAtOnce(known: Known = () => null): () => void {
  const native = globalThis.DecompressionStream;
  class AtOnce {
    readonly readable: ReadableStream;
    readonly writable: WritableStream;
    constructor(format: ConstructorParameters<Native>[0]) {
      const { readable, writable } = format === 'deflate' ? inflating(known) : new native(format);
      this.readable = readable;
      this.writable = writable;
    }
  }
  globalThis.DecompressionStream = AtOnce as Native;
  return () => {
    globalThis.DecompressionStream = native;
  };
}

/** Damaged input errors the stream, as with the native one. */
function inflating(known: Known): TransformStream<Uint8Array, Uint8Array> {
  const parts: Uint8Array[] = [];
  return new TransformStream({
    transform(part) {
      parts.push(part);
    },
    flush(controller) {
      const [first] = parts;
      const deflated = parts.length === 1 && first ? first : Buffer.concat(parts);
      controller.enqueue(known(deflated) ?? inflateSync(deflated, { maxOutputLength: LARGEST_BYTES }));
    },
  });
}
