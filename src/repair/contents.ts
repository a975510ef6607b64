/** Leaders and a page number at the end: an entry of the contents page. */
const ENTRY = /(?:[…⋯]{2,}|[.．·․‥•∙・･]{6,}|-{6,})[\s.·…⋯]*[（(]?\s*\d{1,4}\s*[）)]?\s*$/u;
/** A heading of the contents page: 目录; and among its entries 【某类文件】. */
const TITLE = /^\s*目\s*[录錄]\s*$/u;
const SECTION = /^\s*【[^】]{2,30}】\s*$/u;
/** What stands above the entries: the gazette's name, the number and date, 目录. */
const HEADS: readonly RegExp[] = [
  /^《?\p{Script=Han}{2,30}公[报報]》?$/u,
  /^(?:\d{4}年?)?[（(]?(?:第|总第|總第)\d{1,4}[期号號][）)]?(?:[（(]总第\d{1,4}期[）)])?$/u,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:出版)?$/u,
  /^目[录錄]$/u,
];
/** An entry runs over this many lines at most. */
const ENTRY_LINES = 6;

/**
 * Which of the lines belong to the contents: entries (the line with the leaders, and the unfinished lines before it),
 * their headings, and what stands above the first of them.
 */
export function contentsLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (TITLE.test(line) || (SECTION.test(line) && isAmongEntries(lines, index))) found.add(index);
    if (!ENTRY.test(line)) return;
    found.add(index);
    for (let before = index - 1; before >= Math.max(0, index - ENTRY_LINES + 1); before--) {
      const text = lines[before] as string;
      if (found.has(before) || /[。：:；;）)\]]\s*$/u.test(text)) break;
      found.add(before);
    }
  });
  addHeads(lines, found);
  return found;
}

/** An entry follows, over a few lines at most. */
const isAmongEntries = (lines: readonly string[], index: number): boolean =>
  lines.slice(index + 1, index + 1 + ENTRY_LINES).some((line) => ENTRY.test(line));

function addHeads(lines: readonly string[], found: Set<number>): void {
  const first = lines.findIndex((line, index) => found.has(index) && ENTRY.test(line));
  if (first < 0) return;
  for (let before = first - 1; before >= 0; before--) {
    const text = (lines[before] as string).replace(/\s/gu, '');
    if (found.has(before)) continue;
    if (!HEADS.some((head) => head.test(text))) break;
    found.add(before);
  }
}
