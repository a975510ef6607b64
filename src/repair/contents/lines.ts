import type { Traced } from '../../text/traced.js';
import { type EntryEnd, entryEndOf } from './entry-end.js';
import { chapterLines, unnumberedLines } from './unnumbered.js';
import { isBracketedSection, isContentsTitle, isHead, isNumberLine, isSection } from './wording.js';

/** An entry runs over this many lines at most. */
const ENTRY_LINES = 6;

/** Lines that follow one another and belong to one list of contents. */
export type Region = readonly [from: number, to: number];

/**
 * Which of the lines belong to a list of contents: entries (the line with the page number, and the unfinished lines before
 * it), their headings and docNumbers, and what stands above the first of them. Regions are in order and do not overlap.
 */
export function contentsRegions(lines: readonly Traced[]): Region[] {
  const texts = lines.map((line) => line.text);
  const ends = lines.map(entryEndOf);
  const regions: Region[] = [];
  for (let index = 0; index < lines.length; index++) {
    const isTitle = isContentsTitle(texts[index] as string);
    if (!isTitle && !ends[index]?.hasLeaders) continue;
    const floor = regions.at(-1)?.[1] ?? -1;
    const to =
      lastLine(texts, ends, index, isTitle) ??
      (isTitle ? (unnumberedLines(texts, index) ?? chapterLines(texts, index)) : null);
    if (to === null) regions.push([index, index]);
    else regions.push([firstLine(texts, isTitle ? index : firstOfEntry(texts, index, floor), floor), to]);
    index = to ?? index;
  }
  return regions;
}

/** The unfinished lines above an entry's last one, down to but without `floor`. */
function firstOfEntry(texts: readonly string[], entry: number, floor: number): number {
  let first = entry;
  for (let before = entry - 1; before > floor && before > entry - ENTRY_LINES; before--) {
    if (isBracketedSection(texts[before] as string)) return before;
    if (/[。：:；;）)\]]\s*$/u.test(texts[before] as string)) break;
    first = before;
  }
  return first;
}

/** What stands above the first entry: 目录, the name and number. */
function firstLine(texts: readonly string[], entry: number, floor: number): number {
  let first = entry;
  while (first - 1 > floor && (isHead(texts[first - 1] as string) || isSection(texts[first - 1] as string))) first -= 1;
  return first;
}

/**
 * The last line of the list that `from` belongs to; null where no entry follows.
 *
 * @param isTitled under 目录, where white or brackets before a number are enough
 */
function lastLine(
  texts: readonly string[],
  ends: readonly (EntryEnd | null)[],
  from: number,
  isTitled: boolean,
): number | null {
  let last: number | null = null;
  let pending = 0;
  let page = 0;
  const hasLeaders = ends.slice(from, from + ENTRY_LINES).some((end) => end?.hasLeaders);
  for (let index = from; index < texts.length && pending < ENTRY_LINES; index++) {
    const text = texts[index] as string;
    const end = ends[index];
    // numbers that fall are no longer those of pages
    if (end && (end.hasLeaders || Number(end.page) >= page)) {
      if (end.hasLeaders || (isTitled && !hasLeaders)) last = index;
      [pending, page] = [0, Number(end.page)];
    } else if (isNumberLine(text)) {
      // below the number of its entry; below a title begins a document
      if (pending > 0 && last !== null) break;
      if (last === index - 1) last = index;
    } else if (/[。：:；;]\s*$/u.test(text)) break;
    else if (!isHead(text) && !isSection(text)) pending += 1;
  }
  return last;
}
