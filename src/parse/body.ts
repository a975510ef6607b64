import type { Flag, Measure } from '../model/index.js';
import type { Paragraph } from '../repair/index.js';
import { type NumberingStyle, numberingOf } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { type Clauses, clauseParagraph, takeClosingClauses } from './clauses.js';
import type { Context } from './context.js';
import { DEADLINE_HEADING, extraOf, notUnderstood, UNITS_HEADING } from './extra.js';
import { cellDeadlines, departmentsOf, targetsOf, textDeadlines } from './fields.js';
import type { Item } from './items.js';
import { checkNumbers, type Numbered } from './numbers.js';
import { leadFlags, type PathEntry, pathEntry } from './path.js';
import { sourcesOf } from './sources.js';
import { unfinishedFlags } from './unfinished.js';
import { joinedText, titleOf } from './wording.js';

/** A measure of the text, and the paragraph that it begins with. */
export interface BodyMeasure {
  readonly measure: Measure;
  readonly paragraph: Paragraph;
}

/** The innermost numbered items of a document's text → measures; the headings above them make the path. */
export function bodyMeasures(
  items: readonly Item[],
  context: Context,
  path: readonly PathEntry[] = [],
  above: readonly Paragraph[] = [],
): BodyMeasure[] {
  return items.flatMap((item): BodyMeasure[] => {
    const { paragraph } = item;
    if (isChapter(item) && item.children.length === 0) return [];
    if (item.children.length === 0) return [{ measure: bodyMeasure(item, path, above, context), paragraph }];
    const [more, closing] = [item.more, item.closing].map((paragraphs) => paragraphs.map(({ text }) => text)) as [
      Traced[],
      Traced[],
    ];
    const entry = pathEntry(paragraph.text, context, item.numbering, { more, closing });
    context.ledger.claim('measures', entry.text);
    return bodyMeasures(item.children, context, [...path, entry], [...above, paragraph, ...item.more]);
  });
}

/** 第一章 in a list of the chapters is a heading without anything to be done. */
const isChapter = ({ numbering }: Item): boolean => numbering.style === 'chapter' || numbering.style === 'section';

function bodyMeasure(item: Item, path: readonly PathEntry[], above: readonly Paragraph[], context: Context): Measure {
  const { text, units, deadlines } = takeClauses(item);
  const unitTexts = units.map((text) => ({ heading: UNITS_HEADING, text, found: departmentsOf(text, context) }));
  const deadlineTexts = deadlines.map((text) => {
    return { heading: DEADLINE_HEADING, text, found: cellDeadlines(text, context.reference) };
  });
  const departments = unitTexts.map(({ found }) => found);
  const stated = deadlineTexts.map(({ found }) => found);
  const extra = notUnderstood([...unitTexts, ...deadlineTexts], item.paragraph.text);
  const running = textDeadlines(text, context.reference);
  const flags: Flag[] = [...departments, ...stated, running].flatMap((found) => found.flags);
  flags.push(
    ...path.flatMap(leadFlags),
    ...refusedNumbers(item),
    ...unfinishedFlags(text.text),
    ...closingFlags(item),
    ...doubtFlags([item.paragraph, ...item.more, ...above]),
  );
  context.ledger.claim('measures', item.paragraph.text, ...item.more.map((paragraph) => paragraph.text));
  const { number } = item.numbering;
  return {
    id: context.idOf('body', [...path.map((entry) => entry.item.number), number]),
    documentId: context.documentId,
    origin: 'body',
    path: path.map((entry) => entry.item),
    number,
    title: titleOf(text).text,
    text: text.text,
    deadlines: [...stated, running].flatMap((found) => found.values),
    departments: departments.flatMap((found) => found.values),
    openEnded: departments.some((found) => found.openEnded),
    ...targetsOf(text, () => running),
    ...extraOf(extra),
    sources: [
      ...sourcesOf('text', text),
      ...path.flatMap((entry, level) => sourcesOf(`path[${level}]`, entry.text)),
      ...[...deadlines, ...running.ranges.map((range) => text.slice(...range))].flatMap((deadline) =>
        sourcesOf('deadlines', deadline),
      ),
      ...units.flatMap((unit) => sourcesOf('departments', unit)),
      ...extra.flatMap((headed) => sourcesOf('extra', headed.text)),
    ],
    flags,
  };
}

/** The clauses at the ends of an item's paragraphs, and those that are paragraphs of their own. */
function takeClauses({ numbering, paragraph, more }: Item): Clauses {
  const own = takeClosingClauses(paragraph.text.slice(numbering.length).trim());
  const below = more.map(({ text }): Clauses => {
    const clause = clauseParagraph(text);
    return clause ? { text: Traced.empty, ...clause } : takeClosingClauses(text);
  });
  const all = [own, ...below];
  return {
    text: joinedText(all.map(({ text }) => text)),
    units: all.flatMap(({ units }) => units),
    deadlines: all.flatMap(({ deadlines }) => deadlines),
  };
}

/** Where the text shows no indents, its paragraphs were told by the lengths of its lines. */
function doubtFlags(paragraphs: readonly Paragraph[]): Flag[] {
  const found = paragraphs.find(({ doubtful }) => doubtful);
  if (!found) return [];
  const message = `文本没有缩进，此段起止由行长推断，请核对：「${found.text.text.slice(0, 20)}」`;
  return [{ code: 'row-joined', field: 'text', severity: 'check', message }];
}

/** Only the last of a list has paragraphs below its own: they may speak of the whole list. */
function closingFlags({ mayClose, more }: Item): Flag[] {
  if (!mayClose || !more[0]) return [];
  const message = `此段可能是对上列各条的总述，已计入本条，请核对：「${more[0].text.text.slice(0, 20)}」`;
  return [{ code: 'row-joined', field: 'text', severity: 'check', message }];
}

/** A number that does not go on with any list was read as text; a person should look. */
const refusedNumbers = (item: Item): Flag[] =>
  item.more.flatMap(({ text }) => {
    const numbering = numberingOf(text.text);
    if (!numbering) return [];
    const message = `正文中有编号与前后不连续，已并入本条：「${text.text.slice(0, 20)}」`;
    return [{ code: 'number-gap', field: 'text', severity: 'check', message }];
  });

/**
 * Numbers of each kind follow one another; a heading's flag stands at its first measure.
 *
 * @param isHeadless the text begins in the middle of the document
 */
export function checkItems(items: readonly Item[], measures: readonly BodyMeasure[], isHeadless = false): void {
  const groups = new Map<NumberingStyle, Numbered[][]>();
  let at = 0;
  const visit = (siblings: readonly Item[]): void => {
    const open = new Map<NumberingStyle, Numbered[]>();
    for (const item of siblings) {
      const { style, number, value } = item.numbering;
      const measure = measures[at]?.measure;
      let group = open.get(style);
      // 1 after 2 and more begins another list, of an attachment for example; not under one heading
      const beginsAgain = siblings === items && value === 1 && (group?.length ?? 0) > 1;
      if (!group || beginsAgain) {
        group = [];
        open.set(style, group);
        groups.set(style, [...(groups.get(style) ?? []), group]);
      }
      if (measure && !(isChapter(item) && item.children.length === 0))
        group.push({ id: measure.id, number, flags: measure.flags });
      if (item.children.length > 0) visit(item.children);
      else if (!isChapter(item)) at += 1;
    }
  };
  visit(items);
  for (const found of groups.values()) checkNumbers(found, 'number', isHeadless);
}
