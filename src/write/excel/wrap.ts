/** Marks that do not begin a line, and marks that do not end one (避头尾, GB/T 15834). */
const NOT_AT_START = /[、。，．：；！？）〕］】》〉”’…—·％,.:;!?)\]}%]/u;
const NOT_AT_END = /[（〔［【《〈“‘([{]/u;
const WORD = /[\p{Script=Latin}\p{Nd}]/u;
const SENTENCE_END = /[。；！？\n]/u;

/** Width of a text in columns of a fixed-width Chinese font: Latin one, everything else (Han, “ ”, …, ·) two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codeWidth(character.codePointAt(0) ?? 0);
  return width;
}

const MIDDLE_DOT = 0xb7;

const codeWidth = (code: number): number => (code === LINE_END ? 0 : code === MIDDLE_DOT || code >= 0x2000 ? 2 : 1);

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

/** UTF-16 units of a character. */
const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1);

const LINE_END = 0x0a;

/** What a character does at the ends of lines, as bits; 0: not looked at yet. */
const KNOWN = 1;
const NO_START = 2;
const NO_END = 4;
const OF_WORD = 8;
const kinds = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const kind = kinds[code] ?? 0;
  if (kind !== 0) return kind;
  const character = String.fromCodePoint(code);
  const found =
    KNOWN |
    (NOT_AT_START.test(character) ? NO_START : 0) |
    (NOT_AT_END.test(character) ? NO_END : 0) |
    (WORD.test(character) ? OF_WORD : 0);
  kinds[code] = found;
  return found;
}

/** Whether a character stays on the line of the one before it: within a Latin word or number, or a mark that clings. */
function clings(code: number, before: number): boolean {
  if (code === LINE_END || before === LINE_END) return false;
  const [kind, kindBefore] = [kindOf(code), kindOf(before)];
  return (kind & NO_START) !== 0 || (kindBefore & NO_END) !== 0 || (kind & kindBefore & OF_WORD) !== 0;
}

/** Where the lines of at most `width` columns end, as a spreadsheet wraps them; the last is the end of the text. */
function lineEnds(text: string, width: number): number[] {
  const ends: number[] = [];
  let used = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === LINE_END) {
      at += 1;
      ends.push(at);
      used = 0;
      continue;
    }
    const unit = at;
    let unitWidth = 0;
    let before: number;
    do {
      before = codeAt(text, at);
      unitWidth += codeWidth(before);
      at += unitsOf(before);
    } while (at < text.length && clings(codeAt(text, at), before));
    if (used > 0 && used + unitWidth > width) {
      ends.push(unit);
      used = 0;
    }
    if (used + unitWidth <= width) used += unitWidth;
    else used = breakAnywhere(text, unit, at, width, ends);
  }
  if (ends.at(-1) !== text.length || text === '') ends.push(text.length);
  return ends;
}

/** A unit wider than a whole line, from the beginning of one; what its last line takes. */
function breakAnywhere(text: string, from: number, to: number, width: number, ends: number[]): number {
  let used = 0;
  for (let at = from; at < to; ) {
    const code = codeAt(text, at);
    const own = codeWidth(code);
    if (used > 0 && used + own > width) {
      ends.push(at);
      used = 0;
    }
    used += own;
    at += unitsOf(code);
  }
  return used;
}

/** How many lines of at most `width` columns a text takes; at least one. */
export const countLines = (text: string, width: number): number => lineEnds(text, width).length;

/** Breaks a text into lines of at most `width` columns, as a spreadsheet wraps it. The lines joined are the text again. */
export function wrapLines(text: string, width: number): string[] {
  let from = 0;
  return lineEnds(text, width).map((end) => {
    const line = text.slice(from, end);
    from = end;
    return line;
  });
}

/**
 * Cuts a text into pieces of at most `maxLines` lines, behind a sentence where one ends in the second half of a piece.
 * The pieces joined are the text again.
 */
export function splitByLines(text: string, width: number, maxLines: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let lines = 0;
  for (const line of wrapLines(text, width)) {
    if (lines === maxLines) {
      const end = lastSentenceEnd(piece);
      const cut = end > piece.length / 2 ? end : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      lines = piece === '' ? 0 : countLines(piece, width);
    }
    piece += line;
    lines++;
  }
  return [...pieces, piece];
}

/** Index behind the last sentence of a text, 0 where no sentence ends. */
function lastSentenceEnd(text: string): number {
  for (let index = text.length; index > 0; index--) if (SENTENCE_END.test(text.charAt(index - 1))) return index;
  return 0;
}
