// Where paragraphs of a text begin: of all ways to part the lines, the one that needs the fewest excuses.
import { FIRST_LINE_EM, LETTER_UNCERTAIN_EM, SAME_WIDTH_EM } from '../tolerances.js';
import { columnWidths, firstUnitEm, isStretched, type Width, widthOfLines } from './line-measure.js';
import { type Words, wordsOf } from './line-words.js';

/** What speaks against a reading, added up over the lines. Two excuses of 1 are as bad as one of 2. */
const COST = {
  /** A line goes on though there was room for more; the same for each em of that room, and at most. */
  room: 1,
  roomPerEm: 1.5,
  roomAtMost: 6,
  /** A paragraph ends in mid-sentence: at 、 or inside brackets, or at any word. */
  endsAtComma: 7,
  endsInBrackets: 7,
  endsAtWord: 5,
  /** The same behind a sentence that ends within the line: a heading it is not. */
  endsBehindSentence: 7,
  /** A heading, or a line with a label, ends with a word. */
  heading: 0.3,
  /** A sentence ends exactly at the end of a full line. */
  fullEnd: 0.7,
  /** A first line leaves no room for its indent. */
  noIndent: 2,
  /** A number at the beginning of a line is no number of a paragraph: behind the end of a sentence, or anywhere. */
  numberAfterEnd: 4,
  numberAnywhere: 0.3,
  /** The same of the number that is due. */
  numberDue: 8.5,
  /** Words run on from a heading or a labelled line. */
  afterHeading: 0.8,
  /** What begins like a paragraph (为进一步…) follows the end of a sentence. */
  openingAfterEnd: 1.5,
  /** A clause in brackets stands alone, not behind its sentence. */
  clauseAlone: 1.5,
  /** No sentence begins with an address: it is broken last. */
  address: 3,
  /** The spaces before a line say otherwise. */
  indent: 5,
} as const;

/** Where the second best reading is no worse than this, a person should look. */
const DOUBT = 1.2;

export interface Break {
  /** The line begins a paragraph. */
  readonly begins: boolean;
  /** The best reading that says otherwise is hardly worse, and gives other items. */
  readonly doubtful: boolean;
}

interface Measured extends Words {
  readonly width: number;
  /** By how much it may be wider. */
  readonly uncertain: number;
  readonly full: number;
  readonly isStretched: boolean;
}

/**
 * Lines of a text without geometry, in reading order → where its paragraphs begin.
 *
 * @param titles of documents, as the contents print them
 */
export function paragraphBreaks(texts: readonly string[], titles: readonly string[] = []): Break[] {
  const width = widthOfLines(texts);
  const words = wordsOf(texts, titles);
  const isWithin = words.map(
    ({ end, isHeading, isClause }, index) =>
      !isHeading && !isClause && end !== 'sentence' && words[index + 1]?.mustBegin === false,
  );
  const full = columnWidths(texts, width, isWithin);
  const areStretched = texts.some(isStretched);
  const lines = words.map(
    (words, index): Measured => ({
      ...words,
      width: width(words.text),
      uncertain: LETTER_UNCERTAIN_EM * (words.text.match(/[A-Za-z]/g)?.length ?? 0),
      full: full[index] ?? 0,
      isStretched: isStretched(words.text) || (areStretched && isAddress(words.text)),
    }),
  );
  const indents = lines.some(({ indent }) => indent > 0) && keepsIndents(lines);
  return cheapest(lines, width, indents);
}

/** Nearly all of the line is an address or the like: no spaces show whether it was stretched. */
const isAddress = (text: string): boolean => /[!-~]{20}/.test(text) && !/\p{Script=Han}{4}/u.test(text);

/** Both indented and other lines: the text has kept its first lines' indents. */
function keepsIndents(lines: readonly Measured[]): boolean {
  const indented = lines.filter(({ indent }) => indent > 0).length;
  return indented >= 0.05 * lines.length && indented <= 0.8 * lines.length;
}

type Costs = readonly [first: number, further: number];

/** Viterbi, forwards and backwards, over two states of a line: first of its paragraph, or a further one. */
function cheapest(lines: readonly Measured[], width: Width, indents: boolean): Break[] {
  const last = lines.length - 1;
  const before: Costs[] = [[0, Number.POSITIVE_INFINITY]];
  for (let at = 1; at <= last; at++) {
    const [first, further] = before[at - 1] as Costs;
    const step = stepOf(lines, at, width, indents);
    before.push([
      Math.min(first + step.breakAfterFirst, further + step.breakAfterFurther),
      Math.min(first + step.joinToFirst, further + step.joinToFurther),
    ]);
  }
  const after: Costs[] = Array.from({ length: lines.length }, () => [0, 0]);
  for (let at = last; at > 0; at--) {
    const [first, further] = after[at] as Costs;
    const step = stepOf(lines, at, width, indents);
    after[at - 1] = [
      Math.min(first + step.breakAfterFirst, further + step.joinToFirst),
      Math.min(first + step.breakAfterFurther, further + step.joinToFurther),
    ];
  }
  return lines.map((_, at) => {
    const [first, further] = [0, 1].map((state) => (before[at]?.[state] ?? 0) + (after[at]?.[state] ?? 0)) as [
      number,
      number,
    ];
    return { begins: first <= further, doubtful: Math.abs(first - further) < DOUBT && decides(lines, at) };
  });
}

/** What goes on with an item is its text, in a paragraph of its own or not; what has a number is another item. */
function decides(lines: readonly Measured[], at: number): boolean {
  const { isNumbered, isClause, isBracketed } = lines[at] as Measured;
  return isNumbered || isClause || isBracketed || lines[at - 1]?.isHeading === true;
}

interface Step {
  readonly breakAfterFirst: number;
  readonly breakAfterFurther: number;
  readonly joinToFirst: number;
  readonly joinToFurther: number;
}

/** What it costs to part line `at` from the one before it, or to join it, by what the one before is. */
function stepOf(lines: readonly Measured[], at: number, width: Width, indents: boolean): Step {
  const line = lines[at] as Measured;
  const above = lines[at - 1] as Measured;
  if (line.mustBegin) return { breakAfterFirst: 0, breakAfterFurther: 0, joinToFirst: INF, joinToFurther: INF };
  if (line.mustGoOn) return { breakAfterFirst: INF, breakAfterFurther: INF, joinToFirst: 0, joinToFurther: 0 };
  const unit = firstUnitEm(line.text, width, line.full);
  const room = (lost: number): number => above.full - SAME_WIDTH_EM - above.width - above.uncertain - lost - unit;
  const lost = indents ? above.indent : FIRST_LINE_EM;
  return {
    breakAfterFirst: costOfEnd(above, true, room(lost)) + costOfBeginning(line, indents),
    breakAfterFurther: costOfEnd(above, false, room(0)) + costOfBeginning(line, indents),
    joinToFirst: costOfRoom(above, room(lost)) + costOfJoin(above, line, true, indents),
    joinToFurther: costOfRoom(above, room(0)) + costOfJoin(above, line, false, indents),
  };
}
const INF = 1e6;

const costOfRoom = (above: Measured, room: number): number =>
  room <= 0 || above.isStretched ? 0 : Math.min(COST.roomAtMost, COST.room + COST.roomPerEm * room);

function costOfEnd(above: Measured, isFirst: boolean, room: number): number {
  const isFull = room <= 0 || above.isStretched;
  if (above.end === 'comma') return COST.endsAtComma;
  if (above.isInBrackets) return COST.endsInBrackets;
  if (above.end === 'sentence') return isFull ? COST.fullEnd : 0;
  const isHeading = isFirst && (above.isHeading || above.isClause) && !above.isStretched;
  return (
    (isHeading ? COST.heading : /[。；]/u.test(above.text) ? COST.endsBehindSentence : COST.endsAtWord) +
    (isFull ? COST.fullEnd : 0)
  );
}

function costOfBeginning(line: Measured, indents: boolean): number {
  if (indents) return line.indent > 0 || line.isNumbered ? 0 : COST.indent;
  const clause = line.isBracketed ? COST.clauseAlone : 0;
  const address = /^(?:https?:\/\/|www\.)/u.test(line.text) ? COST.address : 0;
  return clause + address + costOfIndent(line);
}

function costOfIndent(line: Measured): number {
  return line.width > line.full - FIRST_LINE_EM + SAME_WIDTH_EM && !line.isStretched ? COST.noIndent : 0;
}

function costOfJoin(above: Measured, line: Measured, isSecond: boolean, indents: boolean): number {
  const number = !line.isNumbered
    ? 0
    : line.isNext
      ? COST.numberDue
      : above.end === 'sentence'
        ? COST.numberAfterEnd
        : COST.numberAnywhere;
  const heading = isSecond && (above.isHeading || above.isClause) && above.end === 'word' ? COST.afterHeading : 0;
  const opening = line.isOpening && above.end === 'sentence' ? COST.openingAfterEnd : 0;
  return number + heading + opening + (indents && line.indent > 0 ? COST.indent : 0);
}
