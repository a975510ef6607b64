import type { Flag, Measure } from '../model/index.js';
import type { Paragraph } from '../repair/index.js';
import type { NumberingStyle } from '../text/numbering.js';
import { Traced } from '../text/traced.js';
import { takeClosingClauses } from './clauses.js';
import type { Context } from './context.js';
import { cellDeadlines, departmentsOf, textDeadlines } from './fields.js';
import type { Item } from './items.js';
import { checkNumbers, type Numbered } from './numbers.js';
import { type PathEntry, pathEntry } from './path.js';
import { sourcesOf } from './sources.js';
import { titleOf } from './wording.js';

/** A measure of the text, and the paragraph that it begins with. */
export interface BodyMeasure {
  readonly measure: Measure;
  readonly paragraph: Paragraph;
}

/** The innermost numbered items of a document's text → measures; the headings above them make the path. */
export function bodyMeasures(items: readonly Item[], context: Context, path: readonly PathEntry[] = []): BodyMeasure[] {
  const measures = items.flatMap((item): BodyMeasure[] => {
    const { paragraph } = item;
    if (item.children.length === 0) return [{ measure: bodyMeasure(item, path, context), paragraph }];
    const entry = pathEntry(
      Traced.join([item.paragraph.text, ...item.more.map((paragraph) => paragraph.text)]),
      context.places,
    );
    context.claimBut('measures', [entry.text], entry.rest);
    return bodyMeasures(item.children, context, [...path, entry]);
  });
  return measures;
}

function bodyMeasure(item: Item, path: readonly PathEntry[], context: Context): Measure {
  const whole = itemText(item);
  const { text, units, deadlines } = takeClosingClauses(whole);
  const departments = units.map((unit) => departmentsOf(unit, context.places));
  const stated = deadlines.map((deadline) => cellDeadlines(deadline, context.reference));
  const running = textDeadlines(text, context.reference);
  const flags: Flag[] = [...departments, ...stated, running].flatMap((found) => found.flags);
  context.claimBut(
    'measures',
    [item.paragraph.text, ...item.more.map((paragraph) => paragraph.text)],
    [...departments, ...stated].flatMap((found) => found.rest),
  );
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
    sources: [
      ...sourcesOf('text', text),
      ...path.flatMap((entry, level) => sourcesOf(`path[${level}]`, entry.text)),
      ...[...deadlines, ...running.places].flatMap((deadline) => sourcesOf('deadlines', deadline)),
      ...units.flatMap((unit) => sourcesOf('departments', unit)),
    ],
    flags,
  };
}

/** A heading on a line of its own, 。, then what follows (contract §4). */
function itemText({ numbering, paragraph, more }: Item): Traced {
  const own = paragraph.text.slice(numbering.length).trim();
  if (more.length === 0) return own;
  const stop = /[。！？：；，]$/u.test(own.text) ? [] : [Traced.inserted('。')];
  return Traced.join([own, ...stop, ...more.map((next) => next.text)]);
}

/** Numbers of each kind follow one another; a heading's flag stands at its first measure. */
export function checkItems(items: readonly Item[], measures: readonly BodyMeasure[]): void {
  const groups = new Map<NumberingStyle, Numbered[][]>();
  let at = 0;
  const visit = (siblings: readonly Item[]): void => {
    const open = new Map<NumberingStyle, Numbered[]>();
    for (const item of siblings) {
      const { style, number } = item.numbering;
      const measure = measures[at]?.measure;
      let group = open.get(style);
      if (!group) {
        group = [];
        open.set(style, group);
        groups.set(style, [...(groups.get(style) ?? []), group]);
      }
      if (measure) group.push({ id: measure.id, number, flags: measure.flags });
      if (item.children.length > 0) visit(item.children);
      else at += 1;
    }
  };
  visit(items);
  for (const found of groups.values()) checkNumbers(found);
}
