// A number is missing, misprinted or there twice.
import { type ListRow, rowsOf } from '../../../fixtures/typesetter/column-sets.js';
import type { Item, ListedMeasure, TaskList } from '../../../fixtures/typesetter/manuscript.js';
import { all, differs, hasCode, isAt, listedDocument, type Plant, says, titleIn, withListed } from './fault.js';
import { itemAt, listedAt, type Place, somePlace, withItem, withRow } from './places.js';

const none = (): [] => [];

const next = ([category, goal, measure]: Place): Place => [category, goal, measure + 1];

const renumbered = (item: Item, by: number): Item => {
  const number = `${Number(item.number) + by}`;
  return { ...item, number, printed: item.printed.replace(/\d+/u, number) };
};

/** An item of the text is left out, those behind it keep their numbers. */
export const itemDropped: Plant = (sample) => {
  const at = somePlace(sample, 1, 1);
  if (!at) return null;
  const document = listedDocument(sample);
  const after = itemAt(document, next(at));
  const words = `编号为${after.number}，前一个是${Number(after.number) - 2}，`;
  return {
    manuscript: withListed(sample, withItem(document, at, none)),
    tells: [all(hasCode('number-gap'), isAt('body', titleIn(after.text, sample)), says(words))],
  };
};

export const firstItemDropped: Plant = (sample) => {
  const places = somePlace(sample, 1, 0);
  if (!places) return null;
  const at: Place = [places[0], places[1], 0];
  const document = listedDocument(sample);
  const after = itemAt(document, next(at));
  return {
    manuscript: withListed(sample, withItem(document, at, none)),
    tells: [all(hasCode('number-gap'), isAt('body', titleIn(after.text, sample)), says('编号为2'))],
  };
};

/** No number tells of it, but the list does. */
export const lastItemDropped: Plant = (sample) => {
  const some = somePlace(sample, 1, 0);
  if (!some) return null;
  const document = listedDocument(sample);
  const [category, goal] = some;
  const last = (document.items[category]?.items[goal]?.items.length ?? 0) - 1;
  const at: Place = [category, goal, last];
  return {
    manuscript: withListed(sample, withItem(document, at, none)),
    tells: [differs(titleIn(itemAt(document, at).text, sample))],
  };
};

/** A heading of the text is left out with all that stands under it. */
export const headingDropped: Plant = (sample) => {
  const document = listedDocument(sample);
  const at = document.items.findIndex(({ items }) => items.length > 2);
  const category = document.items[at];
  const [lost, after] = category?.items.slice(1) ?? [];
  if (!category || !lost || !after?.items[0]) return null;
  const items = category.items.filter((item) => item !== lost);
  const changed = { ...document, items: document.items.with(at, { ...category, items }) };
  return {
    manuscript: withListed(sample, changed),
    tells: [all(hasCode('number-gap'), isAt('body', titleIn(after.items[0].text, sample)), says('三', '一'))],
  };
};

export const itemMisnumbered: Plant = (sample) => {
  const at = somePlace(sample, 1, 0);
  if (!at) return null;
  const document = listedDocument(sample);
  const item = renumbered(itemAt(document, at), 2);
  const words = `编号为${item.number}，前一个是${Number(item.number) - 3}，`;
  return {
    manuscript: withListed(
      sample,
      withItem(document, at, () => [item]),
    ),
    tells: [all(hasCode('number-gap'), isAt('body', titleIn(item.text, sample)), says(words))],
  };
};

export const itemNumberRepeated: Plant = (sample) => {
  const at = somePlace(sample, 1, 0);
  if (!at) return null;
  const document = listedDocument(sample);
  const item = renumbered(itemAt(document, at), -1);
  const words = `编号为${item.number}，前一个是${item.number}，`;
  return {
    manuscript: withListed(
      sample,
      withItem(document, at, () => [item]),
    ),
    tells: [all(hasCode('number-repeated'), isAt('body', titleIn(item.text, sample)), says(words))],
  };
};

/** The numbers of a row and of the one before it, as any of the columns may print them. */
function numbersAt(list: TaskList, row: ListedMeasure): readonly (readonly [string, string])[] {
  const rows = rowsOf(list);
  const at = rows.findIndex(({ measure }) => measure === row);
  const [before, own] = [rows[at - 1], rows[at]] as [ListRow, ListRow];
  return [
    [`${own.count}`, `${before.count}`],
    [`${own.countInGoal}`, `${before.countInGoal}`],
  ];
}

const saysNumbers = (numbers: readonly (readonly [string, string])[]): ReturnType<typeof all> => {
  const wordings = numbers.map(([own, before]) => `编号为${own}，前一个是${before}，`);
  return ({ flag }) => wordings.some((words) => flag.message.includes(words));
};

const rowFault =
  (change: Partial<ListedMeasure>, code: 'number-gap' | 'number-repeated', told: (at: Place) => Place): Plant =>
  (sample) => {
    const at = somePlace(sample, 1, 1);
    if (!at) return null;
    const document = withRow(listedDocument(sample), at, (row) => [{ ...row, ...change }]);
    const row = listedAt(document, told(at));
    const numbers = numbersAt(document.taskList as TaskList, row);
    const atRow = all(hasCode(code), isAt('table', titleIn(row.text, sample)), saysNumbers(numbers));
    // the numbers are what a list of a text is read by: with one gap more it may have to be entered by hand
    const ofList = all(hasCode('column-unrecognised'), ({ flag }) => flag.severity === 'error');
    const isText = sample.layout.form === 'text';
    return {
      manuscript: withListed(sample, document),
      tells: [(told) => atRow(told) || (isText && ofList(told))],
    };
  };

/** A row is left out, those behind it keep their numbers. */
export const rowDropped = rowFault({ isLeftOut: true }, 'number-gap', next);
export const rowMisnumbered = rowFault({ misnumberedBy: 2 }, 'number-gap', (at) => at);
export const rowNumberRepeated = rowFault({ misnumberedBy: -1 }, 'number-repeated', (at) => at);

/** The numbers close up: only the text tells of it. */
export const rowDroppedUnseen: Plant = (sample) => {
  const at = somePlace(sample, 1, 0);
  if (!at) return null;
  const document = listedDocument(sample);
  return {
    manuscript: withListed(sample, withRow(document, at, none)),
    tells: [differs(titleIn(listedAt(document, at).text, sample))],
  };
};
