// The text that a file gives for a stretch of marked content, instead of its glyphs (/ActualText, PDF 32000-1 §14.9.4).
// pdf.js leaves it out of the list of operations, so it is read from the contents themselves.
import { hexEnd, lineEnd, stringEnd, textString, wordAt } from './syntax.js';

/** What the content of a page, or of a form on it, gives as text. */
export interface ActualTexts {
  /** For each of its operators BDC, in order; null where it gives none. */
  readonly texts: readonly (string | null)[];
  /** Of the forms it draws, in order. */
  readonly forms: readonly ActualTexts[];
}

export const NO_TEXTS: ActualTexts = { texts: [], forms: [] };

/** What names stand for in a content stream. */
export interface Names {
  /** The text of a named property list. */
  readonly textOf: (name: string) => string | null;
  /** The texts of a form; null where the name is that of a picture. */
  readonly formOf: (name: string) => ActualTexts | null;
}
const NO_NAMES: Names = { textOf: () => null, formOf: () => NO_TEXTS };

export function actualTextsOf(content: string, names: Names = NO_NAMES): ActualTexts {
  const texts: (string | null)[] = [];
  const forms: ActualTexts[] = [];
  let given: string | null = null;
  let name = '';
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
      name = '';
    } else if (character === '<') at = hexEnd(content, at);
    else {
      const word = wordAt(content, at);
      at += Math.max(1, word.length);
      if (word === 'BDC') texts.push(given ?? (name === '' ? null : names.textOf(name)));
      if (word === 'Do') {
        const form = names.formOf(name);
        if (form) forms.push(form);
      }
      if (word === 'ID') at = pictureEnd(content, at);
      if (word.startsWith('/')) name = word;
      else if (/^[A-Z'"]/iu.test(word)) [given, name] = [null, ''];
    }
  }
  return { texts, forms };
}

/** Numbers, white space and marks, which say nothing here. */
const BETWEEN = /[\s\0\d.+\-[\]{}>]*/y;

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
