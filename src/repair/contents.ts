/** Leaders and a page number at the end: an entry of the contents page. */
const ENTRY = /(?:…{2,}|[.．·]{6,}|-{6,})[\s…·.]*[（(]?\s*\d{1,4}\s*[）)]?\s*$/u;
/** A heading of the contents page: 【某类文件】, 目录. */
const SECTION = /^\s*(?:【[^】]{2,30}】|目\s*录)\s*$/u;
/** An entry runs over this many lines at most. */
const ENTRY_LINES = 6;

/** Which of the lines belong to contents entries: the line with the leaders, and the unfinished lines before it. */
export function contentsLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (SECTION.test(line)) found.add(index);
    if (!ENTRY.test(line)) return;
    found.add(index);
    for (let before = index - 1; before >= Math.max(0, index - ENTRY_LINES + 1); before--) {
      const text = lines[before] as string;
      if (found.has(before) || /[。：:；;）)\]]\s*$/u.test(text)) break;
      found.add(before);
    }
  });
  return found;
}
