/** A cell holds at most 32,767 characters (Excel specifications and limits); Excel repairs, and empties, longer ones. */
const MAX_CELL_CHARACTERS = 32_767;
const CUT_NOTE = '……（单元格已满，以下从略，全文见 JSON 文件）';

/** What XML 1.0 §2.2 forbids: control characters but tab and line feed, half surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters to remove
const NOT_XML = /[\u0000-\u0008\u000b-\u001f\p{Surrogate}\ufffe\uffff]/gu;

/** A text without the characters XML forbids, which no reader of it expects, its line ends as LF. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

/**
 * A text as a workbook can hold it: plain, and without an `_x0041_` that Excel would take for an escape (ECMA-376 part 1,
 * 22.9.2.19).
 */
export function cleanText(text: string): string {
  return plainText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A clean text that fits one cell: cut, with a visible note, where it is too long. */
export function cellText(text: string): string {
  const clean = cleanText(text);
  if (clean.length <= MAX_CELL_CHARACTERS) return clean;
  const kept = clean.slice(0, MAX_CELL_CHARACTERS - CUT_NOTE.length);
  // the cut may have gone through a surrogate pair
  return kept.replace(/\p{Surrogate}$/u, '') + CUT_NOTE;
}

/** Number and text as the list prints them: 一、… 1.… （一）… 第一条　…; the text alone where no number is printed. */
export function numbered(number: string | null, text: string): string {
  if (number === null || number === '') return text;
  if (/[\p{P}\s]$/u.test(number)) return number + text;
  if (/^[一二三四五六七八九十百零〇]+$/u.test(number)) return `${number}、${text}`;
  if (/^[\d.]+$/u.test(number)) return /^\d/u.test(text) ? `${number}. ${text}` : `${number}.${text}`;
  return `${number}　${text}`;
}

/** 2020-04-30 → 2020年4月30日 */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
