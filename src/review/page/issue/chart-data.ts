// What the charts count.

import { needsLook } from '../../../flags.js';
import type { FlagCode, Issue } from '../../../model/index.js';
import { isOwnShare, unitsOf } from '../../../write/excel/units.js';
import { entryOf } from './order.js';

export interface Bar {
  readonly label: string;
  /** Stacked: lead and others, left and done. */
  readonly parts: readonly [number, number];
}

const MOST_BARS = 15;
const MOST_MONTHS = 24;

export interface DepartmentBar extends Bar {
  /** What finds its measures, whichever of its names they use. */
  readonly search: string;
}

/** Units as the workbook counts them, without the shares that headings give them. */
export function measuresPerDepartment({ measures }: Issue): DepartmentBar[] {
  return unitsOf(measures)
    .map(({ name, tasks }): DepartmentBar => {
      const own = tasks.filter(({ shares }) => shares.some(isOwnShare));
      const led = own.filter(({ shares }) => shares.includes('lead')).length;
      const named = own.flatMap(({ measure }) => measure.departments).find((one) => one.name === name);
      return { label: name, parts: [led, own.length - led], search: named?.canonical ?? name };
    })
    .filter((bar) => sum(bar) > 0)
    .sort((a, b) => sum(b) - sum(a) || b.parts[0] - a.parts[0])
    .slice(0, MOST_BARS);
}

export const sum = ({ parts }: Bar): number => parts[0] + parts[1];

/** By month, or by year where months would be too many. */
export function dueOverTime({ measures }: Issue): Bar[] {
  const days = measures.flatMap((measure) => entryOf(measure).due ?? []);
  const months = counted(days, 7);
  return months.length > MOST_MONTHS ? counted(days, 4) : months;
}

function counted(days: readonly string[], characters: number): Bar[] {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day.slice(0, characters), (counts.get(day.slice(0, characters)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, n]) => ({ label, parts: [n, 0] }));
}

export interface FlagBar extends Bar {
  readonly label: FlagCode;
}

/** Left to check, and done, by code. */
export function flagsLeft(original: Issue, corrected: Issue): FlagBar[] {
  const [before, now] = [openByCode(original), openByCode(corrected)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((label): FlagBar => {
      const left = now.get(label) ?? 0;
      return { label, parts: [left, Math.max(0, (before.get(label) ?? 0) - left)] };
    })
    .sort((a, b) => b.parts[0] - a.parts[0]);
}

function openByCode(issue: Issue): Map<FlagCode, number> {
  const counts = new Map<FlagCode, number>();
  for (const { flags } of [issue, ...issue.measures])
    for (const flag of flags) if (needsLook(flag)) counts.set(flag.code, (counts.get(flag.code) ?? 0) + 1);
  return counts;
}
