// A unit stands in place of another.
import type { DepartmentCell, Item, ListedMeasure } from '../../../fixtures/typesetter/manuscript.js';
import { inScript } from '../../../fixtures/typesetter/print.js';
import type { Department } from '../../../src/model/index.js';
import { all, differs, listedDocument, type Plant, type Sample, type Tells, titleIn, withListed } from './fault.js';
import { listedAt, type Place, placesOf, somePlace, withItem, withRow } from './places.js';

/** A list of the same units with their names in full, one of them replaced. */
function replaced(cell: DepartmentCell, from: Department, to: Department): DepartmentCell {
  if (!cell.departments.some(({ name }) => name === from.name)) return cell;
  const departments = cell.departments.map((unit) => {
    const name = unit.name === from.name ? to.name : unit.name;
    return { ...unit, name, raw: name };
  });
  return { ...cell, departments, printed: departments.map(({ name }) => name).join('、') };
}

const inRow = (row: ListedMeasure, from: Department, to: Department): ListedMeasure => ({
  ...row,
  who: replaced(row.who, from, to),
  lead: replaced(row.lead, from, to),
  support: replaced(row.support, from, to),
});

export const inItem = (item: Item, row: ListedMeasure): Item => ({
  ...item,
  clause: item.clause && {
    ...item.clause,
    printed: `（责任单位：${row.who.printed}；完成时限：${row.deadline.printed}）`,
    departments: row.who.departments,
  },
});

const namedAt = (sample: Sample, at: Place): readonly Department[] =>
  listedAt(listedDocument(sample), at).who.departments.filter(({ collective }) => !collective);

/** A unit of one place that is not named at the other. */
function onlyAt(sample: Sample, at: Place, other: Place): Department | null {
  const there = new Set(namedAt(sample, other).map(({ name }) => name));
  return namedAt(sample, at).find(({ name }) => !there.has(name)) ?? null;
}

interface Swap {
  readonly at: Place;
  readonly from: Department;
  readonly to: Department;
  readonly other: Place;
}

/** A unit of a row, and one of another row that it does not name; nor is that one's own there. */
function someSwap(sample: Sample): Swap | null {
  const at = somePlace(sample);
  if (!at) return null;
  const places = placesOf(sample);
  const start = sample.pick(places.length);
  for (const other of [...places.slice(start), ...places.slice(0, start)]) {
    const [from, to] = [onlyAt(sample, at, other), onlyAt(sample, other, at)];
    if (other !== at && from && to) return { at, from, to, other };
  }
  return null;
}

/** The unit that one of the two lacks is named; a list with a class of units (各市) may name others besides. */
function unitsDiffer(sample: Sample, at: Place, ...units: readonly Department[]): Tells {
  const title = titleIn(listedAt(listedDocument(sample), at).text, sample);
  const names = units.map(({ name }) => inScript(name, sample.layout));
  return all(differs(title, '责任单位'), ({ flag }) => names.some((name) => flag.message.includes(name)));
}

export const unitOfRowReplaced: Plant = (sample) => {
  const swap = someSwap(sample);
  if (!swap) return null;
  const { at, from, to } = swap;
  const document = withRow(listedDocument(sample), at, (row) => [inRow(row, from, to)]);
  return { manuscript: withListed(sample, document), tells: [unitsDiffer(sample, at, from, to)] };
};

export const unitOfItemReplaced: Plant = (sample) => {
  const swap = someSwap(sample);
  if (!swap) return null;
  const { at, from, to } = swap;
  const document = listedDocument(sample);
  const row = inRow(listedAt(document, at), from, to);
  const changed = withItem(document, at, (item) => [inItem(item, row)]);
  return { manuscript: withListed(sample, changed), tells: [unitsDiffer(sample, at, from, to)] };
};

/** Both rows go on naming units of the list. */
export const unitsExchanged: Plant = (sample) => {
  const swap = someSwap(sample);
  if (!swap) return null;
  const { at, from, to, other } = swap;
  const once = withRow(listedDocument(sample), at, (row) => [inRow(row, from, to)]);
  const document = withRow(once, other, (row) => [inRow(row, to, from)]);
  return {
    manuscript: withListed(sample, document),
    tells: [unitsDiffer(sample, at, from, to), unitsDiffer(sample, other, from, to)],
  };
};
