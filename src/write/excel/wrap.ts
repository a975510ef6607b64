/** Marks that do not begin a line, and marks that do not end one (避头尾, GB/T 15834). */
const NOT_AT_START = /[、。，．：；！？）〕］】》〉”’…—·％,.:;!?)\]}%]/u;
const NOT_AT_END = /[（〔［【《〈“‘([{]/u;
const WORD = /[\p{Script=Latin}\p{Nd}]/u;
const SENTENCE_END = /[。；！？\n]/u;

/** Width of a text in columns of a fixed-width Chinese font: Latin one, everything else (Han, “ ”, …, ·) two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character === '\n') return 0;
  return character === '·' || (character.codePointAt(0) ?? 0) >= 0x2000 ? 2 : 1;
}

/** What stays together on a line: a Latin word or number, or one character with the marks that cling to it. */
function unbreakable(text: string): string[] {
  const units: string[] = [];
  let previous = '';
  for (const character of text) {
    const clings =
      previous !== '' &&
      previous !== '\n' &&
      character !== '\n' &&
      (NOT_AT_START.test(character) || NOT_AT_END.test(previous) || (WORD.test(character) && WORD.test(previous)));
    if (clings) units[units.length - 1] += character;
    else units.push(character);
    previous = character;
  }
  return units;
}

/** Breaks a text into lines of at most `width` columns, as a spreadsheet wraps it. The lines joined are the text again. */
export function wrapLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const unit of unbreakable(text)) {
    if (unit === '\n') {
      line += unit;
      close();
      continue;
    }
    const unitWidth = displayWidth(unit);
    if (used > 0 && used + unitWidth > width) close();
    // wider than a whole line: broken anywhere, as spreadsheets do
    for (const character of unit) {
      const own = characterWidth(character);
      if (used > 0 && used + own > width) close();
      line += character;
      used += own;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
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
      lines = piece === '' ? 0 : wrapLines(piece, width).length;
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
