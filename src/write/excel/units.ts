// Who has something to do in an issue, and what.
import type { Department, Measure, Role } from '../../model/index.js';

/** How a unit stands to a measure: by its own row, or by a heading above it. */
export type Share = Role | `heading-${Role}`;

/** In the order of their weight. */
export const SHARES: readonly Share[] = [
  ...(['lead', 'heading-lead', 'responsible', 'support', 'heading-responsible', 'heading-support'] as const),
];

export const SHARE_WORDS: Readonly<Record<Share, string>> = {
  lead: '牵头',
  'heading-lead': '类别牵头',
  responsible: '负责',
  support: '配合',
  'heading-responsible': '类别负责',
  'heading-support': '类别配合',
};

/** Of the measure itself. */
export const isOwnShare = (share: Share): boolean => !share.startsWith('heading-');

export interface Task {
  readonly measure: Measure;
  /** The weightiest first. */
  readonly shares: readonly Share[];
}

export interface Unit {
  /** As the issue calls it most often. */
  readonly name: string;
  /** A class of units. */
  readonly collective: boolean;
  /** The weightiest share first, then in the order given. */
  readonly tasks: readonly Task[];
}

/** The same for two names of one unit that the gazetteer knows. */
export const unitKey = ({ canonical, name }: Department): string => canonical ?? name;

/**
 * The units of the measures, those with most to lead first, classes of units at the end. Two names of one unit that the
 * gazetteer knows are one unit.
 */
export function unitsOf(measures: readonly Measure[]): Unit[] {
  const units = new Map<string, { names: Map<string, number>; collective: boolean; tasks: Map<Measure, Set<Share>> }>();
  const note = (department: Department, measure: Measure, share: Share): void => {
    const key = unitKey(department);
    const unit = units.get(key) ?? { names: new Map(), collective: department.collective, tasks: new Map() };
    units.set(key, unit);
    unit.names.set(department.name, (unit.names.get(department.name) ?? 0) + 1);
    const shares = unit.tasks.get(measure);
    if (shares) shares.add(share);
    else unit.tasks.set(measure, new Set([share]));
  };
  for (const measure of measures) {
    for (const department of measure.departments) note(department, measure, department.role);
    for (const { leads } of measure.path) for (const lead of leads) note(lead, measure, `heading-${lead.role}`);
  }
  return [...units.values()]
    .map(({ names, collective, tasks }) => ({
      name: mostOften(names),
      collective,
      tasks: [...tasks]
        .map(([measure, shares]) => ({ measure, shares: SHARES.filter((share) => shares.has(share)) }))
        .sort((a, b) => weight(a) - weight(b)),
    }))
    .sort(
      (a, b) =>
        Number(a.collective) - Number(b.collective) ||
        countOf(b, 'lead') - countOf(a, 'lead') ||
        b.tasks.length - a.tasks.length,
    );
}

/** Measures in which a unit has a share. */
export const countOf = ({ tasks }: Unit, share: Share): number =>
  tasks.filter(({ shares }) => shares.includes(share)).length;

const weight = ({ shares }: Task): number => SHARES.indexOf(shares[0] ?? 'support');

/** Of names and how often each is used: the first of those used most. */
export function mostOften(names: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [name, count] of names) if (count > (names.get(best) ?? 0)) best = name;
  return best;
}
