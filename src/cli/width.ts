// How many columns of a terminal a text takes.

/** Two columns each: Han, kana, hangul, their punctuation and full-width forms (Unicode, East Asian Width W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Script=Han}\p{Emoji_Presentation}]/u;
/** None: marks on the character before, and characters that only format. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

const characterColumns = (character: string): number => (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1);

export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

/** As much of the beginning of a text as fits. */
export function beginning(text: string, columns: number): string {
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += characterColumns(character);
    if (used > columns) break;
    kept += character;
  }
  return kept;
}

const CUT = '...';

/** The whole text, or its end behind three dots: of a path, the name is what tells it from others. */
export function ending(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let [kept, used] = ['', CUT.length];
  for (const character of [...text].reverse()) {
    used += characterColumns(character);
    if (used > columns) break;
    kept = character + kept;
  }
  return CUT + kept;
}
