// The syntax of PDF objects as they stand in a file (PDF 32000-1 §7.3), as far as it is looked at beside pdf.js.

/** A name keeps its slash; '' for a mark or white space. */
export function wordAt(content: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(content)?.[0] ?? '';
}
const WORD = /\/?[^\s\0()<>[\]{}/%]+/y;

export function lineEnd(content: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(content)?.index ?? content.length;
}
const LINE_END = /[\r\n]/g;

export function hexEnd(content: string, at: number): number {
  const end = content.indexOf('>', at);
  return end < 0 ? content.length : end + 1;
}

/** Of a literal string, whose brackets may nest. */
export function stringEnd(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

/** Where the value ends that begins at `start`: a string, name, number, reference, array or dictionary. */
function valueEnd(text: string, start: number): number {
  REFERENCE.lastIndex = start;
  const reference = REFERENCE.exec(text);
  if (reference) return REFERENCE.lastIndex;
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const two = text.slice(at, at + 2);
    if (two === '<<' || text[at] === '[') depth += 1;
    if (two === '>>' || text[at] === ']') depth -= 1;
    if (two === '<<' || two === '>>') at += 2;
    else if (text[at] === '(') at = stringEnd(text, at);
    else if (text[at] === '<') at = hexEnd(text, at);
    else if (text[at] === '%') at = lineEnd(text, at);
    else at += Math.max(1, wordAt(text, at).length);
    if (depth < 0) return start;
    if (depth === 0) return at;
  }
  return text.length;
}
const REFERENCE = /\d+\s+\d+\s+R\b/y;

/** The entries of the first dictionary in a text, each value as it stands there; those of dictionaries within it are not. */
export function entriesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const begin = text.indexOf('<<');
  if (begin < 0) return found;
  for (let at = begin + 2; at < text.length && !text.startsWith('>>', at); ) {
    const key = wordAt(text, at);
    if (!key.startsWith('/')) {
      at += Math.max(1, key.length);
      continue;
    }
    SPACE.lastIndex = at + key.length;
    const start = SPACE.exec(text) ? SPACE.lastIndex : at + key.length;
    at = Math.max(start, valueEnd(text, start));
    found.set(key, text.slice(start, at));
  }
  return found;
}
const SPACE = /[\s\0]*/y;

/** A text string (§7.9.2.2) as it stands in the file: UTF-16BE or UTF-8 by its first bytes, else taken for Latin-1. */
export function textString(printed: string): string {
  const bytes = printed.startsWith('<') ? hexBytes(printed) : literalBytes(printed);
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  if (first === 0xef && second === 0xbb) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

function hexBytes(printed: string): Buffer {
  const digits = printed.replace(/[^0-9a-f]/giu, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const literalBytes = (printed: string): Buffer =>
  Buffer.from(
    printed
      .slice(1, -1)
      .replace(/\\([0-7]{1,3}|\r\n?|[\s\S])/g, (_, escaped: string) =>
        /^[0-7]/.test(escaped)
          ? String.fromCharCode(Number.parseInt(escaped, 8) & 0xff)
          : (ESCAPES[escaped] ?? escaped.replace(/[\r\n]/g, '')),
      ),
    'latin1',
  );
