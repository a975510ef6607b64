/** Chinese, full-width and Arabic numbers. */

const DIGITS = new Map<string, number>();
for (const [value, forms] of [
  '〇○◯零',
  '一壹',
  '二贰貳两兩',
  '三叁參参',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const form of forms) DIGITS.set(form, value);
}
const SCALES = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
]);

/**
 * The value of a whole number below ten thousand, written with Han numerals (一百零九), place by place (二〇二〇) or with
 * digits of either width (2020, ２０２０); null for anything else, so that a word with a numeral in it is never half read.
 */
export function parseHanNumber(text: string): number | null {
  const plain = text.normalize('NFKC');
  if (/^\d{1,15}$/.test(plain)) return Number(plain);
  if (plain === '' || plain.length > 12) return null;
  const characters = [...plain];
  if (characters.every((character) => DIGITS.has(character))) {
    return characters.reduce((sum, character) => sum * 10 + (DIGITS.get(character) ?? 0), 0);
  }
  return readScaled(characters);
}

/** 一千零二十三: digits before their scales, scales falling. */
function readScaled(characters: readonly string[]): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lastScale = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const scale = SCALES.get(character);
    const tens = TENS.get(character);
    if (value === 0) {
      if (digit !== null || sum === 0) return null;
    } else if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
    } else if (scale !== undefined && scale < lastScale) {
      // 十二 stands for 一十二; a hundred without its digit (百二) is not a number.
      if (digit === null && scale !== 10) return null;
      sum += (digit ?? 1) * scale;
      digit = null;
      lastScale = scale;
    } else if (tens !== undefined && digit === null && lastScale > 10) {
      sum += tens;
      lastScale = 10;
    } else {
      return null;
    }
  }
  return sum + (digit ?? 0);
}

/** 1 to 99 in Han numerals: 三, 十二, 三十; larger numbers in digits. */
export function hanNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (value < 1 || value > 99) return String(value);
  const digit = (of: number): string => '〇一二三四五六七八九'.charAt(of);
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}
