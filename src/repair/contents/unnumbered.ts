// Contents that print no page numbers: 目录 and titles, nothing else.
import { squeezed } from '../../text/characters.js';
import { numberingOf } from '../../text/numbering.js';
import { isNumberLine, isSection } from './wording.js';

const LONGEST_LINE = 70;
/** A title may be broken otherwise where its document begins: over this many lines. */
const TITLE_LINES = 5;
/** A shorter beginning says too little. */
const SHORTEST_TITLE = 8;

/**
 * Where such a list ends: above the line on which the first of its titles comes again and the documents begin. Where
 * none comes again, or a line is no title, nothing is said.
 *
 * @param title the line 目录
 * @returns the list's last line, null where there is no such list
 */
export function unnumberedLines(texts: readonly string[], title: number): number | null {
  const first = texts.findIndex((text, index) => index > title && !isSection(text) && !isNumberLine(text));
  const wanted = squeezed(texts[first] ?? '');
  if (wanted.length < SHORTEST_TITLE) return null;
  for (let index = first; index < texts.length && isTitleLine(texts[index] as string); index++) {
    const ahead = squeezed(texts.slice(index + 1, index + 1 + TITLE_LINES).join(''));
    if (ahead.startsWith(wanted)) return index;
  }
  return null;
}

/** The same for a list of chapters, whatever the length of their titles: above the line on which the first comes again. */
export function chapterLines(texts: readonly string[], title: number): number | null {
  const first = squeezed(texts[title + 1] ?? '');
  for (let index = title + 1; isChapter(texts[index] ?? ''); index++) {
    if (squeezed(texts[index + 1] ?? '') === first) return index;
  }
  return null;
}

function isChapter(text: string): boolean {
  const style = numberingOf(text)?.style;
  return (
    text.length <= LONGEST_LINE && (style === 'chapter' || style === 'section' || /^附[则則]$/u.test(squeezed(text)))
  );
}

const isTitleLine = (text: string): boolean =>
  text.length <= LONGEST_LINE && !/[。：:；;，]\s*$/u.test(text) && numberingOf(text) === null;
