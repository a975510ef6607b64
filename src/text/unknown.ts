// Characters that say nothing: U+FFFD, and private use but for the marks of symbol fonts (U+F020 to U+F0FF), which are bullets.
const UNKNOWN = /\uFFFD|[\uE000-\uF01F\uF100-\uF8FF]|[\u{F0000}-\u{10FFFD}]/u;

/** Whether a text holds a character that no one can tell. */
export const hasUnknown = (text: string): boolean => UNKNOWN.test(text);
