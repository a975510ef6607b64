// Which measures the list shows, in which order, under which headings.
import { needsLook } from '../../../flags.js';
import type { Department, Measure } from '../../../model/index.js';
import { mostOften, unitKey } from '../../../write/excel/units.js';
import { firstEnd } from '../../../write/excel/wording.js';

export const ORDERS = ['printed', 'department', 'due', 'flags'] as const;
export type Order = (typeof ORDERS)[number];

/** What the list knows of a measure; of one that stays the same it is made once. */
export interface Entry {
  readonly measure: Measure;
  /** Flags that ask for a look. */
  readonly open: number;
  readonly hasError: boolean;
  /** The first day by which something is due. */
  readonly due: string | null;
  /** Who leads, or else is named first. */
  readonly department: Department | null;
  /** Everything it can be searched by, in small letters. */
  readonly words: string;
}

const entries = new WeakMap<Measure, Entry>();

export function entryOf(measure: Measure): Entry {
  const before = entries.get(measure);
  if (before) return before;
  const { departments, deadlines, flags, path, keywords = [] } = measure;
  const open = flags.filter(needsLook);
  const lead = departments.find(({ role }) => role === 'lead') ?? departments[0];
  const words = [
    measure.id,
    measure.number,
    measure.text,
    ...path.map(({ title }) => title),
    ...departments.flatMap(({ name, canonical }) => [name, canonical]),
    ...deadlines.flatMap(({ raw, end }) => [raw, end]),
    ...keywords,
  ];
  const entry: Entry = {
    measure,
    open: open.length,
    hasError: open.some(({ severity }) => severity === 'error'),
    due: firstEnd(measure),
    department: lead ?? null,
    words: words.filter(Boolean).join('\n').toLowerCase(),
  };
  entries.set(measure, entry);
  return entry;
}

export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly label: string }
  | { readonly kind: 'measure'; readonly key: string; readonly entry: Entry };

export interface Shown {
  readonly order: Order;
  readonly search: string;
  readonly onlyFlagged: boolean;
}

/** Headings that no measure gives are words of the page. */
export interface GroupWords {
  readonly noDepartment: string;
  readonly noDue: string;
  readonly errors: string;
  readonly checks: string;
  readonly others: string;
}

export function rowsOf(measures: readonly Measure[], { order, search, onlyFlagged }: Shown, words: GroupWords): Row[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = measures
    .map(entryOf)
    .filter(({ open, words: own }) => (!onlyFlagged || open > 0) && wanted.every((word) => own.includes(word)));
  const groupOf = order === 'department' ? byUnit(shown) : GROUPS[order];
  const groups = new Map<string, Entry[]>();
  for (const entry of shown) {
    const label = groupOf(entry, words);
    const group = groups.get(label);
    if (group) group.push(entry);
    else groups.set(label, [entry]);
  }
  const labels = sorted([...groups.keys()], order, words, groups);
  return labels.flatMap((label): Row[] => [
    ...(label === '' ? [] : [{ kind: 'group' as const, key: `group ${label}`, label }]),
    ...inGroup(groups.get(label) ?? [], order).map((entry): Row => ({ kind: 'measure', key: entry.measure.id, entry })),
  ]);
}

type GroupOf = (entry: Entry, words: GroupWords) => string;

/** One unit has one group, whichever of its names a measure uses; it is called as it is most often. */
function byUnit(shown: readonly Entry[]): GroupOf {
  const units = new Map<string, Map<string, number>>();
  for (const { department } of shown) {
    if (!department) continue;
    const names = units.get(unitKey(department)) ?? new Map<string, number>();
    units.set(unitKey(department), names.set(department.name, (names.get(department.name) ?? 0) + 1));
  }
  const called = new Map([...units].map(([key, names]) => [key, mostOften(names)]));
  return ({ department }, { noDepartment }) => (department && called.get(unitKey(department))) ?? noDepartment;
}

const GROUPS: Readonly<Record<Exclude<Order, 'department'>, GroupOf>> = {
  printed: ({ measure }) =>
    measure.path.map(({ number, title }) => [number, title].filter(Boolean).join(' ')).join(' › '),
  due: ({ due }, { noDue }) => due?.slice(0, 7) ?? noDue,
  flags: ({ hasError, open }, { errors, checks, others }) => (hasError ? errors : open > 0 ? checks : others),
};

function sorted(
  labels: string[],
  order: Order,
  { noDepartment, noDue, errors, checks }: GroupWords,
  groups: ReadonlyMap<string, readonly Entry[]>,
): string[] {
  const last = (label: string): number => (label === noDepartment || label === noDue ? 1 : 0);
  if (order === 'printed') return labels;
  if (order === 'due') return labels.sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1));
  if (order === 'flags') {
    const rank = (label: string): number => (label === errors ? 0 : label === checks ? 1 : 2);
    return labels.sort((a, b) => rank(a) - rank(b));
  }
  const count = (label: string): number => groups.get(label)?.length ?? 0;
  return labels.sort((a, b) => last(a) - last(b) || count(b) - count(a) || (a < b ? -1 : 1));
}

const inGroup = (some: Entry[], order: Order): Entry[] =>
  order === 'due' ? some.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due === b.due ? 0 : 1)) : some;
