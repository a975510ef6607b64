import { widthEm } from '../text/characters.js';
import { isDocNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { numberingOf } from '../text/numbering.js';
import { shadow } from '../text/shadow.js';
import type { Line, Paragraph } from './blocks.js';
import { clean } from './clean.js';
import { joinLines } from './join-lines.js';
import { goesOnByPlace } from './line-place.js';
import { FIRST_LINE_EM, INDENT_EM, SHORT_LINE_EM } from './tolerances.js';

/** Lines in reading order → paragraphs. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    if (group && goesOn(group, lines[index - 2], line, lines[index + 1])) group.push(line);
    else groups.push([line]);
  });
  return groups.map((group): Paragraph => {
    const first = group[0] as Line;
    return {
      kind: 'paragraph',
      text: clean(joinLines(group.map((line) => line.text))),
      lines: group,
      centred: first.centred,
      sizePt: first.sizePt,
      boxed: first.boxed,
    };
  });
}

/** Whether `line` goes on with a paragraph; `earlier` is the line but one before it, `next` the one after. */
function goesOn(group: readonly Line[], earlier: Line | undefined, line: Line, next: Line | undefined): boolean {
  const before = group.at(-1) as Line;
  if (line.centred || before.centred || line.boxed !== before.boxed || sizeChanges(before, line)) return false;
  if (standsAlone(line) || standsAlone(before) || (next && isDate(next) && isSignature(line))) return false;
  const text = line.text.text.trim();
  if (isAddressed(group) || (isClause([line]) && !hasOpenBracket(group))) return false;
  if (isClause(group) && numberingOf(text)) return false;
  if (isAttachmentList(group) && numberingOf(text)) return false;
  if (ATTACHMENT.test(text) && !endsMidSentence(before.text.text)) return false;
  const byPlace = goesOnByPlace(group, line);
  if (byPlace !== null) return byPlace && !beginsItem(text, before);
  const ends = /[。：:！!？?；;\])）】”]\s*$/u.test(before.text.text);
  const width = widthEm(before.text.text) + indentOf(before, group.length === 1);
  const longest = Math.max(widthEm(text), earlier ? widthEm(earlier.text.text) : 0);
  const isShort = width < longest - SHORT_LINE_EM && (before.shortEm === null || before.shortEm > SHORT_LINE_EM);
  if (ends && LABEL.test(text) && LABEL.test((group[0] as Line).text.text)) return false;
  if (isShort && !endsMidSentence(before.text.text) && !hasOpenBracket(group)) return false;
  if (numberingOf(text) && (ends || isShort || isHeading(group))) return false;
  return !(line.indentEm !== null && line.indentEm > INDENT_EM && (before.indentEm ?? 0) < INDENT_EM && ends);
}

/** A number at the edge of the column, where paragraphs are not indented. */
const beginsItem = (text: string, before: Line): boolean =>
  numberingOf(text) !== null && /[。；]\s*$/u.test(before.text.text);

/** 附件, 附件1, 附件：… */
const ATTACHMENT = /^附\s*件\s*(?:$|[\d一二三四五六七八九十:：])/u;

/** 联系人：… 联系电话：… */
const LABEL = /^\s*(?:\p{Script=Han}\s*){2,6}[:：]/u;

/** 责任单位：… and 完成时限：… on lines of their own. */
const CLAUSE_LABEL = /^\s*(?:责任|牵头|配合|完成|主办|协办|参与)\s*(?:单位|部门|时限|时间|期限)\s*[:：]/u;
/** Who is addressed stands above the text and ends with a colon; a lead-in (现将…如下：) addresses nobody. */
const ADDRESSED = /^[^。；;]{2,120}(?:政府|部门|机构|单位|厅|局|委|办|院|校|公司|企业|会|处)[）)]?[:：]$/u;
const LEAD_IN = /(?:如下|下列|以下|通知|要求|其中)[^:：]{0,6}[:：]$/u;

const textOf = (group: readonly Line[]): string => group.map((line) => line.text.text.replace(/\s/gu, '')).join('');
function isAddressed(group: readonly Line[]): boolean {
  if (group.length > ADDRESSED_LINES) return false;
  const text = textOf(group);
  return ADDRESSED.test(text) && !LEAD_IN.test(text) && !numberingOf(text);
}
const ADDRESSED_LINES = 4;
const isClause = ([first]: readonly Line[]): boolean =>
  first !== undefined && CLAUSE_LABEL.test(shadow(first.text.text));
/** 附件：1.… begins a list. */
const isAttachmentList = ([first]: readonly Line[]): boolean =>
  first !== undefined && /^\s*附\s*件\s*[:：]\s*\d/u.test(first.text.text);

const isDate = (line: Line): boolean => printedDate(line.text.text) !== null;
const standsAlone = (line: Line): boolean =>
  isDate(line) || isDocNumber(line.text.text) || publicityOf(line.text.text) !== null;
/** Who signs stands above the date: a name without punctuation. */
const isSignature = (line: Line): boolean => /^\s*[\p{Script=Han}\s]{4,40}$/u.test(line.text.text);

/** A text without geometry lost the indent of first lines. */
const indentOf = (line: Line, isFirst: boolean): number => line.indentEm ?? (isFirst ? FIRST_LINE_EM : 0);

/** A number and a few words, no sentence: 一、总体要求. */
const isHeading = ([first, ...more]: readonly Line[]): boolean =>
  first !== undefined &&
  more.length === 0 &&
  numberingOf(first.text.text) !== null &&
  !/[。；，;,]/u.test(first.text.text);

/** A line that stops at 、 or ， goes on, however short. */
const endsMidSentence = (text: string): boolean => /[、，,（(“《]\s*$/u.test(text);

/** A paragraph does not end inside brackets; long ones are not looked through. */
function hasOpenBracket(group: readonly Line[]): boolean {
  const text = textOf(group.slice(-OPEN_BRACKET_LINES));
  const depth = (open: RegExp, close: RegExp): number =>
    (text.match(open)?.length ?? 0) - (text.match(close)?.length ?? 0);
  return BRACKETS.some(([open, close]) => depth(open, close) > 0);
}
const OPEN_BRACKET_LINES = 4;
const BRACKETS = [
  [/[（(]/gu, /[）)]/gu],
  [/《/gu, /》/gu],
  [/[【〔［[]/gu, /[】〕］\]]/gu],
] as const;

const sizeChanges = (a: Line, b: Line): boolean =>
  a.sizePt !== null && b.sizePt !== null && Math.abs(a.sizePt - b.sizePt) > 0.15 * Math.max(a.sizePt, b.sizePt);
