import { numberingOf } from '../../text/numbering.js';
import { Traced } from '../../text/traced.js';
import type { ContentsEntry } from '../blocks.js';
import { clean } from '../clean.js';
import { entryEndOf } from './entry-end.js';
import { isContentsTitle, isHead, isNumberLine, isSection, TITLE_END } from './wording.js';

const DOC = '\\p{Script=Han}{1,12}\\s?[〔﹝[［（(]\\s?\\d{4}\\s?[〕﹞\\]］）)]\\s?第?\\s?\\d{1,4}\\s?[号號]';
/** An order's: 某省人民政府令第312号. */
const ORDER = '\\p{Script=Han}{2,30}(?:令|公告)\\s?(?:\\d{4}年)?第\\s?\\d{1,4}\\s?[号號]';
/** Where a docNumber stands in an entry: in brackets behind the title, apart from it, right behind it, before it. */
const PLACES: readonly RegExp[] = [
  new RegExp(`[（(]\\s*(?<number>${DOC}|${ORDER})\\s*[）)]\\s*$`, 'u'),
  new RegExp(`\\s(?!(?:${TITLE_END}))(?<number>${DOC})\\s*$`, 'u'),
  new RegExp(`(?<=${TITLE_END})(?<number>${DOC})\\s*$`, 'u'),
  new RegExp(`^\\s*[（(]\\s*(?<number>${DOC})\\s*[）)]\\s*`, 'u'),
  new RegExp(`^\\s*(?<number>${DOC})[\\s:：]*`, 'u'),
];
/** Without page numbers, a title ends with one of its words, a docNumber behind it included. */
const WHOLE_TITLE = new RegExp(
  `(?:${TITLE_END})(?:[（(][^（()）]{1,8}[）)])?(?:\\s*[（(]?\\s*${DOC}\\s*[）)]?)?\\s*$`,
  'u',
);
const BULLET = /^[\s●○■□◆◇▲△★☆▪•·※]+/u;

interface Open {
  readonly lines: Traced[];
  readonly section: Traced | null;
}

/** The lines of a list of contents → its entries: lines joined, docNumbers taken out of them, sections kept beside them. */
export function entriesOf(lines: readonly Traced[]): ContentsEntry[] {
  const ends = lines.map(entryEndOf);
  const isNumbered = ends.some((end) => end !== null);
  const first = lines.findIndex(({ text }, index) => ends[index] !== null || isNumberLine(text));
  const comesFirst = isNumbered && first >= 0 && ends[first] === null;
  const entries: ContentsEntry[] = [];
  let open: Open = { lines: [], section: null };
  const close = (line: Traced, page: string | null): void => {
    const entry = entryOf([...open.lines, line], page, open.section);
    if (entry) entries.push(entry);
    open = { ...open, lines: [] };
  };
  lines.forEach((line, index) => {
    const { text } = line;
    const end = ends[index] ?? null;
    const last = entries.at(-1);
    if (isContentsTitle(text) || (entries.length === 0 && isHead(text))) open = { ...open, lines: [] };
    else if (end) close(line.slice(0, end.from), end.page);
    else if (isSection(text)) open = { lines: [], section: clean(line) };
    else if (isNumberLine(text) && open.lines.length === 0 && !comesFirst && last && !last.docNumber) {
      entries[entries.length - 1] = { ...last, docNumber: numberOf(line) };
    } else if (!isNumbered && WHOLE_TITLE.test(text)) close(line, null);
    else open.lines.push(line);
  });
  return entries;
}

const numberOf = (line: Traced): Traced => {
  const match = new RegExp(DOC, 'u').exec(line.text);
  return match ? clean(line.slice(match.index, match.index + match[0].length)) : clean(line.trim());
};

function entryOf(lines: readonly Traced[], page: string | null, section: Traced | null): ContentsEntry | null {
  // the ends of lines are kept until the docNumber is found: one may stand on a line of its own
  const printed = Traced.join(
    lines.map((line) => line.trim()),
    '\n',
  );
  let rest = printed;
  let docNumber: Traced | null = null;
  for (const place of PLACES) {
    const match = place.exec(rest.text);
    const number = match?.groups?.number;
    if (!match || !number) continue;
    const at = match.index + match[0].indexOf(number);
    docNumber = clean(rest.slice(at, at + number.length));
    rest = Traced.join([rest.slice(0, match.index), rest.slice(match.index + match[0].length)]);
    break;
  }
  const title = withoutNumbering(clean(rest));
  return title.length > 0 ? { title, docNumber, page, section } : null;
}

/** 1. and 1、 count the entries; other numbers are those of chapters, and stay. Bullets go. */
function withoutNumbering(title: Traced): Traced {
  const name = title.slice(BULLET.exec(title.text)?.[0].length ?? 0).trim();
  const numbering = numberingOf(name.text);
  return numbering?.style === 'arabic' ? name.slice(numbering.length).trim() : name;
}
