import { squeezed, widthEm } from '../text/characters.js';
import { isBracketedNumber, isDocNumber, printedDate, publicityOf } from '../text/letterhead.js';
import { numberingOf } from '../text/numbering.js';
import { shadow } from '../text/shadow.js';
import type { Line, Paragraph } from './blocks.js';
import { clean } from './clean.js';
import { joinLines } from './join-lines.js';
import { isAddress, isAttachment, isBoxTitle, isClauseLabel, isLabel } from './line-forms.js';
import { goesOnByPlace } from './line-place.js';
import { signatureLines } from './signature-lines.js';
import { FLUSH_EM, INDENT_EM, SHORT_LINE_EM } from './tolerances.js';
import { type Break, paragraphBreaks } from './typed/paragraph-breaks.js';

/**
 * Lines in reading order → paragraphs.
 *
 * @param titles of documents, as the contents print them
 */
export function paragraphsOf(lines: readonly Line[], titles: readonly string[] = []): Paragraph[] {
  const isText = lines.every((line) => line.indentEm === null);
  const breaks = isText
    ? paragraphBreaks(
        lines.map((line) => line.text.text),
        titles,
      )
    : null;
  const doubtful = new Set(lines.filter((_, index) => breaks?.[index]?.doubtful || breaks?.[index + 1]?.doubtful));
  return groupsOf(lines, breaks).map((group): Paragraph => {
    const first = group[0] as Line;
    return {
      kind: 'paragraph',
      text: clean(joinLines(group.map((line) => line.text))),
      lines: group,
      centred: first.centred,
      sizePt: first.sizePt,
      boxed: first.boxed,
      ...(group.some((line) => doubtful.has(line)) && { doubtful: true }),
    };
  });
}

/** @param breaks of a text without geometry */
function groupsOf(lines: readonly Line[], breaks: readonly Break[] | null): Line[][] {
  const groups: Line[][] = [];
  const signed = breaks ? null : signatureLines(lines.map((line) => line.text.text));
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    const isFurther = breaks
      ? breaks[index]?.begins === false
      : group && !signed?.has(index) && goesOn(group, lines[index - 2], line);
    if (group && isFurther) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Whether `line` goes on with a paragraph; `earlier` is the line but one before it. */
function goesOn(group: readonly Line[], earlier: Line | undefined, line: Line): boolean {
  const before = group.at(-1) as Line;
  if (line.centred && before.boxed && line.boxed && isBoxTitle(textOf(group)) && !sizeChanges(before, line))
    return true;
  if (line.centred || before.centred || line.boxed !== before.boxed || sizeChanges(before, line)) return false;
  if (standsAlone(line) || standsAlone(before)) return false;
  const text = line.text.text.trim();
  if (isAddressed(group) || (isClause([line]) && !hasOpenBracket(group, CLAUSE_LINES))) return false;
  if (isClause(group) && numberingOf(text)) return false;
  if (isAttachmentList(group) && numberingOf(text)) return false;
  if (isAttachment(text) && !endsMidSentence(before.text.text)) return false;
  const byPlace = goesOnByPlace(group, line);
  if (byPlace === false && isCutInBrackets(group, line)) return true;
  if (byPlace !== null) return byPlace && !beginsItem(text, before);
  const ends = /[。：:！!？?；;\])）】”]\s*$/u.test(before.text.text);
  const width = widthEm(before.text.text) + (before.indentEm ?? 0);
  const longest = Math.max(widthEm(text), earlier ? widthEm(earlier.text.text) : 0);
  const isShort = width < longest - SHORT_LINE_EM && (before.shortEm === null || before.shortEm > SHORT_LINE_EM);
  if (ends && isLabel(text) && isLabel((group[0] as Line).text.text)) return false;
  if (isShort && !endsMidSentence(before.text.text) && !hasOpenBracket(group)) return false;
  if (numberingOf(text) && (ends || isShort || isHeading(group))) return false;
  return !(line.indentEm !== null && line.indentEm > INDENT_EM && (before.indentEm ?? 0) < INDENT_EM && ends);
}

/** （责任单位：……；完成时限： | 2031/6/4前）at the edge of the column: ： and ； end no paragraph within brackets. */
const isCutInBrackets = (group: readonly Line[], { indentEm }: Line): boolean =>
  indentEm !== null &&
  indentEm < FLUSH_EM &&
  /[：；:;]\s*$/u.test((group.at(-1) as Line).text.text) &&
  hasOpenBracket(group, CLAUSE_LINES);

/** A number at the edge of the column, where paragraphs are not indented. */
const beginsItem = (text: string, before: Line): boolean =>
  numberingOf(text) !== null && /[。；：;:]\s*$/u.test(before.text.text);

const textOf = (group: readonly Line[]): string => group.map((line) => squeezed(line.text.text)).join('');
const isAddressed = (group: readonly Line[]): boolean =>
  group.length <= 4 && isAddress(textOf(group)) && !numberingOf(textOf(group));
const isClause = ([first]: readonly Line[]): boolean => first !== undefined && isClauseLabel(shadow(first.text.text));
/** 附件：1.… begins a list. */
const isAttachmentList = ([first]: readonly Line[]): boolean =>
  first !== undefined && /^\s*附\s*件\s*[:：]\s*\d/u.test(first.text.text);

const isDate = (line: Line): boolean => printedDate(line.text.text) !== null;
const standsAlone = (line: Line): boolean =>
  isDate(line) ||
  isDocNumber(line.text.text) ||
  isBracketedNumber(line.text.text) ||
  publicityOf(line.text.text) !== null;

/** A number and a few words, no sentence: 一、总体要求. */
const isHeading = ([first, ...more]: readonly Line[]): boolean =>
  first !== undefined &&
  more.length === 0 &&
  numberingOf(first.text.text) !== null &&
  !/[。；，;,]/u.test(first.text.text);

/** A line that stops at 、 or ， goes on, however short. */
const endsMidSentence = (text: string): boolean => /[、，,（(“《]\s*$/u.test(text);

/** A paragraph does not end inside brackets; long ones are not looked through. */
function hasOpenBracket(group: readonly Line[], lines = OPEN_BRACKET_LINES): boolean {
  const text = textOf(group.slice(-lines));
  const depth = (open: RegExp, close: RegExp): number =>
    (text.match(open)?.length ?? 0) - (text.match(close)?.length ?? 0);
  return BRACKETS.some(([open, close]) => depth(open, close) > 0);
}
const OPEN_BRACKET_LINES = 4;
/** A list of units in a narrow column may take as many. */
const CLAUSE_LINES = 24;
const BRACKETS = [
  [/[（(]/gu, /[）)]/gu],
  [/《/gu, /》/gu],
  [/[【〔［[]/gu, /[】〕］\]]/gu],
] as const;

const sizeChanges = (a: Line, b: Line): boolean =>
  a.sizePt !== null && b.sizePt !== null && Math.abs(a.sizePt - b.sizePt) > 0.15 * Math.max(a.sizePt, b.sizePt);
