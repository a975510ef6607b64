// The text that a file gives for a stretch of marked content, instead of its glyphs (/ActualText, PDF 32000-1 §14.9.4).
// pdf.js leaves it out of the list of operations, so it is read from the page's content itself.

/** What each operator BDC of a content stream gives as its text, in order; null where it gives none. */
export function actualTextsOf(content: string): (string | null)[] {
  const found: (string | null)[] = [];
  let given: string | null = null;
  for (let at = 0; at < content.length; ) {
    BETWEEN.lastIndex = at;
    at += BETWEEN.exec(content)?.[0].length ?? 0;
    const character = content[at];
    if (character === undefined) break;
    if (character === '(') at = stringEnd(content, at);
    else if (character === '%') at = lineEnd(content, at);
    else if (content.startsWith('<<', at)) {
      const dictionary = readDictionary(content, at);
      at = dictionary.end;
      given = dictionary.actualText;
    } else if (character === '<') at = hexEnd(content, at);
    else {
      const word = wordAt(content, at);
      at += Math.max(1, word.length);
      if (word === 'BDC') found.push(given);
      if (word === 'ID') at = pictureEnd(content, at);
      if (/^[A-Z'"]/iu.test(word)) given = null;
    }
  }
  return found;
}

/** Numbers, white space and marks, which say nothing here. */
const BETWEEN = /[\s\0\d.+\-[\]{}>]*/y;

/** A name keeps its slash; '' for a mark or white space. */
function wordAt(content: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(content)?.[0] ?? '';
}
const WORD = /\/?[^\s\0()<>[\]{}/%]+/y;

function lineEnd(content: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(content)?.index ?? content.length;
}
const LINE_END = /[\r\n]/g;

function hexEnd(content: string, at: number): number {
  const end = content.indexOf('>', at);
  return end < 0 ? content.length : end + 1;
}

/** Of a literal string, whose brackets may nest. */
function stringEnd(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

/** Behind the data of a picture within the content (§8.9.7), which may hold any bytes: text follows where it ends. */
function pictureEnd(content: string, at: number): number {
  PICTURE_END.lastIndex = at;
  return PICTURE_END.exec(content) ? PICTURE_END.lastIndex : content.length;
}
const PICTURE_END = /\sEI(?=\s[\s\x20-\x7e]{5}|\s*$)/g;

/** A dictionary that begins at `start`, with the /ActualText that is its own, not that of one within it. */
function readDictionary(content: string, start: number): { end: number; actualText: string | null } {
  let actualText: string | null = null;
  let depth = 0;
  let key = '';
  for (let at = start; at < content.length; ) {
    const isKeyed = depth === 1 && key === '/ActualText';
    if (content.startsWith('<<', at)) {
      depth += 1;
      at += 2;
    } else if (content.startsWith('>>', at)) {
      at += 2;
      if (--depth === 0) return { end: at, actualText };
    } else if (content[at] === '(' || content[at] === '<') {
      const end = content[at] === '(' ? stringEnd(content, at) : hexEnd(content, at);
      if (isKeyed) actualText = textString(content.slice(at, end));
      key = '';
      at = end;
    } else {
      const word = wordAt(content, at);
      if (word !== '') key = word;
      at += Math.max(1, word.length);
    }
  }
  return { end: content.length, actualText };
}

/** A text string (§7.9.2.2) as it stands in the file: UTF-16BE or UTF-8 by its first bytes, else taken for Latin-1. */
function textString(printed: string): string {
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
