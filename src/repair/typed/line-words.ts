// What the words of a line say about whether a paragraph begins or ends with it.
import { bracketedDate, isBracketedNumber, isDocNumber, printedDate, publicityOf } from '../../text/letterhead.js';
import { type NumberingStyle, numberingOf } from '../../text/numbering.js';
import { isSectionHead } from '../../text/section-heads.js';
import { shadow } from '../../text/shadow.js';
import { isAddress, isAdoption, isAttachment, isBoxTitle, isClauseLabel, isLabel } from '../line-forms.js';
import { signatureLines } from '../signature-lines.js';
import { titleBorders } from './title-borders.js';

export interface Words {
  readonly text: string;
  /** Spaces before it, in em; 0 where they are those of no first line. */
  readonly indent: number;
  readonly end: 'sentence' | 'comma' | 'word';
  readonly isNumbered: boolean;
  /** Its number follows the last one of its kind. */
  readonly isNext: boolean;
  /** A number and a few words, no sentence: 一、总体要求. */
  readonly isHeading: boolean;
  /** Begins with a label: 责任单位：… */
  readonly isClause: boolean;
  /** Begins with a bracket that is no number's: [责任单位…] */
  readonly isBracketed: boolean;
  /** Begins as introductions do: 为进一步…, 现将…, 经研究… */
  readonly isOpening: boolean;
  /** A bracket or title is open at its end. */
  readonly isInBrackets: boolean;
  readonly mustBegin: boolean;
  readonly mustGoOn: boolean;
}

const SENTENCE_END = /[。：！？；:!?;][”’）)\]】〕]*\s*$|[)）\]】]\s*$/u;
const COMMA_END = /[、，,（(“《〔]\s*$/u;

/** @param listed titles of documents, as the contents print them */
export function wordsOf(texts: readonly string[], listed: readonly string[]): Words[] {
  const alone = texts.map(standsAlone);
  const address = addressLines(texts);
  const depth = openBrackets(texts);
  const attachments = attachmentLines(texts);
  const next = nextNumbers(texts);
  const titles = titleBorders(texts, listed);
  const signed = signatureLines(texts);
  return texts.map((printed, index): Words => {
    const text = printed.trim();
    const before = texts[index - 1];
    const beforeEnd = before === undefined ? 'sentence' : endOf(before);
    const mustBegin =
      before === undefined ||
      alone[index] === true ||
      alone[index - 1] === true ||
      signed.has(index) ||
      address.ends.has(index - 1) ||
      titles.has(index) ||
      (isAttachment(text) && beforeEnd !== 'comma') ||
      (isLabel(text) && isLabel(before) && beforeEnd === 'sentence' && depth[index - 1] === 0) ||
      (isClauseLabel(shadow(text)) && beforeEnd !== 'comma' && depth[index - 1] === 0) ||
      attachments.begin.has(index) ||
      isBoxTitle(text) ||
      isAdoption(text) ||
      (before !== undefined && isBoxTitle(before));
    return {
      text,
      indent: indentOf(printed),
      end: endOf(text),
      isNumbered: numberingOf(text) !== null,
      isNext: next.has(index),
      isHeading: isHeading(text),
      isBracketed: numberingOf(text) === null && /^[（([【〔]/u.test(text),
      isClause: isClauseLabel(shadow(text)),
      isInBrackets: (depth[index] ?? 0) > 0,
      isOpening: OPENING.test(shadow(text)),
      mustBegin,
      mustGoOn: !mustBegin && (address.further.has(index) || attachments.further.has(index)),
    };
  });
}

const OPENING =
  /^(?:现(?:将|就|提出|批复|印发|予)|经[^，。]{0,12}(?:研究|同意|批准)|为(?:进一步|深入|认真|贯彻|切实|加快|推动|做好)|你(?:单位|委|局|厅|市|县|省|区)|近年来)/u;

const endOf = (text: string): Words['end'] =>
  COMMA_END.test(text) ? 'comma' : SENTENCE_END.test(text) ? 'sentence' : 'word';

/** Lines whose number is the last one of its kind, and one more. */
function nextNumbers(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  const last = new Map<NumberingStyle, number>();
  texts.forEach((text, index) => {
    const numbering = numberingOf(text);
    if (!numbering) return;
    const { style, value } = numbering;
    if (value === (last.get(style) ?? 0) + 1) found.add(index);
    if (found.has(index) || value === 1) last.set(style, value);
  });
  return found;
}

const isHeading = (text: string): boolean => numberingOf(text) !== null && !/[。；，;,：:]/u.test(text);

/** Date, number and frame of a document, and the headings between documents. */
export const standsAlone = (text: string): boolean =>
  printedDate(text) !== null ||
  bracketedDate(text) !== null ||
  isDocNumber(text) ||
  isBracketedNumber(text) ||
  isSectionHead(text) ||
  publicityOf(text) !== null;

/** First lines are indented by two characters: so many spaces of one em, or of about half an em. */
function indentOf(text: string): number {
  const spaces = /^[\s\u3000]*/u.exec(text)?.[0] ?? '';
  const em = [...spaces].reduce((sum, space) => sum + (space === '\u3000' ? 1 : 0.5), 0);
  return em >= 1 && em <= 3 ? 2 : 0;
}

/** Who is addressed, in the lines under a document's number up to the colon. */
function addressLines(texts: readonly string[]): { further: Set<number>; ends: Set<number> } {
  const further = new Set<number>();
  const ends = new Set<number>();
  texts.forEach((text, index) => {
    if (!isDocNumber(text)) return;
    for (let lines = 1; lines <= ADDRESS_LINES; lines++) {
      const address = texts
        .slice(index + 1, index + 1 + lines)
        .join('')
        .replace(/\s/gu, '');
      if (/[。；;]/u.test(address)) return;
      if (!/[:：]$/u.test(address)) continue;
      if (!isAddress(shadow(address))) return;
      for (let line = index + 2; line <= index + lines; line++) further.add(line);
      ends.add(index + lines);
      return;
    }
  });
  return { further, ends };
}
const ADDRESS_LINES = 5;

/** Attachments listed under the text stand in further than its lines; each is a title over some lines. */
function attachmentLines(texts: readonly string[]): { begin: Set<number>; further: Set<number> } {
  const begin = new Set<number>();
  const further = new Set<number>();
  texts.forEach((text, index) => {
    if (!ATTACHMENT_LIST.test(text)) return;
    let lines = 1;
    for (let at = index + 1; at < texts.length; at++) {
      const line = (texts[at] as string).trim();
      const isEnd = standsAlone(line) || isAttachment(line) || printedDate(texts[at + 1] ?? '') !== null;
      if (isEnd) return;
      const isNumbered = numberingOf(line)?.style === 'arabic';
      if (!isNumbered && (lines === ATTACHMENT_LINES || /[。；]$|略[）)]$/u.test((texts[at - 1] as string).trim())))
        return;
      (isNumbered ? begin : further).add(at);
      lines = isNumbered ? 1 : lines + 1;
    }
  });
  return { begin, further };
}
const ATTACHMENT_LIST = /^\s*附\s*件\s*[:：]\s*\S/u;
const ATTACHMENT_LINES = 3;

/** A bracket that is not closed within so many lines is a slip of the text. */
const BRACKET_LINES = 12;
const PAIRS: Readonly<Record<string, string>> = { '）': '（', ')': '（', '》': '《', '〕': '〔', ']': '[', '】': '【' };

/** How many brackets are open at the end of each line. */
export function openBrackets(texts: readonly string[]): number[] {
  let open: { mark: string; line: number }[] = [];
  return texts.map((text, line) => {
    if (standsAlone(text)) open = [];
    open = open.filter((bracket) => line - bracket.line <= BRACKET_LINES);
    for (const character of text.normalize('NFC')) {
      const mark = character === '(' ? '（' : character;
      if ('（《〔[【'.includes(mark)) open.push({ mark, line });
      else if (PAIRS[character]) {
        const at = open.findLastIndex((bracket) => bracket.mark === PAIRS[character]);
        if (at >= 0) open.splice(at);
      }
    }
    return open.length;
  });
}
