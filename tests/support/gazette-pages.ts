// Made-up gazettes in both forms that a file may have: pages with geometry, and the lines of a text file.
import type { Extract } from '../../src/extract/page.js';
import { readPlainText } from '../../src/extract/plain-text.js';
import { type Parsed, parse } from '../../src/parse/index.js';
import { repair } from '../../src/repair/index.js';
import { widthEm } from '../../src/text/characters.js';
import type { PrintedGlyph } from '../../src/text/glyph.js';
import { printedPage } from './page.js';
import { printed } from './traced.js';

/**
 * How a line is set, by its mark: # title in large type, ^ in the middle, > to the right, < from the edge over the full
 * width, = the same on one line; without one, a paragraph with its first line indented. '---' begins a page, '' leaves white.
 */
export type SetLine = string;

const SIZE = 10;
const LEFT = 140;
const COLUMN_EM = 30;
const BOTTOM = 760;

const partsOf = (line: SetLine): [mark: string, text: string] => {
  const [, mark = '', text = line] = /^([#^><=]) (.*)$/u.exec(line) ?? [];
  return [mark, text];
};

/** A paragraph as lines of a column; a mark that closes may stand over its edge. */
function wrapped(text: string, indentEm: number, columnEm: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const room = columnEm - (lines.length === 0 ? indentEm : 0);
    const isFull = widthEm(line + character) > room && !/[，。、：；）》〕”】]/u.test(character);
    if (isFull) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

export function asPages(lines: readonly SetLine[]): Extract {
  const pages: PrintedGlyph[][] = [[]];
  let y = 80;
  const put = (text: string, x: number, size = SIZE): void => {
    y += 1.8 * size;
    if (y > BOTTOM) {
      pages.push([]);
      y = 80 + 1.8 * size;
    }
    pages.at(-1)?.push(...printed(text, x, y, pages.length, size));
  };
  for (const line of lines) {
    const [mark, text] = partsOf(line);
    const room = (size: number): number => COLUMN_EM * SIZE - widthEm(text) * size;
    if (line === '---') {
      pages.push([]);
      y = 80;
    } else if (line === '') y += 1.8 * SIZE;
    else if (mark === '#') put(text, LEFT + room(16) / 2, 16);
    else if (mark === '^') put(text, LEFT + room(SIZE) / 2);
    else if (mark === '=') put(text, LEFT);
    else if (mark === '>') put(text, LEFT + room(SIZE) - 4 * SIZE);
    else {
      const indent = mark === '<' ? 0 : 2;
      wrapped(text, indent, COLUMN_EM).forEach((part, index) => {
        put(part, LEFT + (index === 0 ? indent * SIZE : 0));
      });
    }
  }
  return {
    kind: 'pdf',
    pages: pages.map((glyphs, index) =>
      printedPage({ number: index + 1, glyphs: [...glyphs, ...printed(`${index + 1}`, 290, 810, index + 1, 9)] }),
    ),
  };
}

/** Lines of 22 characters, their indents lost. */
export function asText(lines: readonly SetLine[]): Extract {
  const typed = lines.flatMap((line) => {
    const [mark, text] = partsOf(line);
    if (line === '---') return ['\f'];
    return mark === '' || mark === '<' ? wrapped(text, mark === '' ? 2 : 0, 22) : [text];
  });
  return { kind: 'text', pages: readPlainText(typed.join('\n')) };
}

export const FORMS: readonly [name: string, form: (lines: readonly SetLine[]) => Parsed][] = [
  ['on pages', (lines) => parse(repair(asPages(lines)))],
  ['in a text', (lines) => parse(repair(asText(lines)))],
];
