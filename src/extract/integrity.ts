/** How far from the start a linearization dictionary may stand (ISO 32000-1, Annex F.2.2). */
const LINEARIZATION_WITHIN_BYTES = 1024;

/** How far a cross-reference may stand from where startxref says, in white space. */
const XREF_PROBE_BYTES = 32;

/**
 * Whether the end of a PDF is missing, as after a download that broke off. Readers repair such a file from what is left
 * and then show fewer pages without a word, so it is refused before it is read.
 *
 * A complete file ends (ISO 32000-1, 7.5.5) with `startxref`, the offset of the cross-reference, `%%EOF`. What real
 * producers and servers do to complete files is allowed: bytes before the header, anything but objects after `%%EOF`,
 * updates appended to the file, an offset that is somewhat wrong, a missing `%%EOF` behind a right offset.
 */
export function looksTruncated(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Math.max(0, file.indexOf('%PDF-'));
  if (isShorterThanLinearized(file, start)) return true;

  const trailer = file.lastIndexOf('startxref');
  if (trailer < 0) return true;
  const tail = file.toString('latin1', trailer);
  const offset = /^startxref\s+(\d+)/.exec(tail);
  if (!offset) return true;

  // The cross-reference stands before its own trailer; an offset beyond it means that bytes before it are gone.
  const xref = Number(offset[1]);
  if (xref > trailer) return true;

  const end = tail.indexOf('%%EOF');
  if (end < 0) return !isCrossReference(file, xref) && !isCrossReference(file, start + xref);
  // Objects after the last complete trailer: an update, or the rest of a linearized file, that broke off.
  return /\b\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj\b/.test(tail.slice(end));
}

/** A linearized file carries its own length: `/L` in the dictionary of its first object. */
function isShorterThanLinearized(file: Buffer, start: number): boolean {
  const head = file.toString('latin1', start, start + LINEARIZATION_WITHIN_BYTES);
  const dictionary = head.indexOf('/Linearized');
  if (dictionary < 0) return false;
  const length = /\/L\s{0,4}(\d+)/.exec(head.slice(dictionary, head.indexOf('>>', dictionary) + 1 || undefined));
  return length !== null && file.length - start < Number(length[1]);
}

/** A table (`xref`) or a stream (`12 0 obj`) at the offset. */
function isCrossReference(file: Buffer, offset: number): boolean {
  return /^\s*(?:xref|\d+\s+\d+\s+obj)\b/.test(file.toString('latin1', offset, offset + XREF_PROBE_BYTES));
}
