// The objects of a PDF file as they stand in it, found by their keywords: what pdf.js does not show.

export interface FileObject {
  readonly number: number;
  /** What stands between `obj` and `stream` or `endobj`. */
  readonly start: number;
  readonly end: number;
  /** The data of a stream, as stored. */
  readonly data: { readonly start: number; readonly end: number } | null;
}

/** Long enough for two numbers and the white space around them. */
const HEADER_BYTES = 24;

/** All objects in the order of the file; those within object streams are not among them. */
export function objectsOf(bytes: Uint8Array): FileObject[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: FileObject[] = [];
  const nextStream = finder(file, 'stream');
  const nextEnd = finder(file, 'endobj');
  for (let at = file.indexOf('obj'); at >= 0; at = file.indexOf('obj', at)) {
    if (file[at - 1] === 'd'.charCodeAt(0)) {
      at += 'obj'.length; // of endobj
      continue;
    }
    const header = /(?:^|[^\d])(\d{1,10})\s+\d{1,5}\s+$/.exec(
      file.toString('latin1', Math.max(0, at - HEADER_BYTES), at),
    );
    at += 'obj'.length;
    if (!header) continue;
    const start = at;
    const stream = nextStream(at);
    const end = Math.min(nextEnd(at), file.length);
    if (stream > end) {
      found.push({ number: Number(header[1]), start, end, data: null });
      at = end;
      continue;
    }
    const data = dataOf(file, start, stream);
    found.push({ number: Number(header[1]), start, end: stream, data });
    at = data.end;
  }
  return found;
}

/** Positions of a word, for askers that go forward only: it is not looked for again before it is passed. */
function finder(file: Buffer, word: string): (from: number) => number {
  let last = -1;
  return (from) => {
    if (last < from) {
      const at = file.indexOf(word, from);
      last = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return last;
  };
}

/** The data after the word `stream`: as long as /Length says, where `endstream` stands there, else up to `endstream`. */
function dataOf(file: Buffer, dictionary: number, stream: number): { start: number; end: number } {
  let start = stream + 'stream'.length;
  if (file[start] === 0x0d) start += 1;
  if (file[start] === 0x0a) start += 1;
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(file.toString('latin1', dictionary, stream));
  if (length) {
    const end = start + Number(length[1]);
    if (/^\s*endstream/.test(file.toString('latin1', end, end + HEADER_BYTES))) return { start, end };
  }
  const end = file.indexOf('endstream', start);
  return { start, end: end < 0 ? file.length : end };
}
