// Names that are almost the same as another of the issue, or as a known one: one of the two may be a misprint.
import { lookUp, nearMiss, type Region } from '../gazetteer/index.js';
import type { Department, Measure } from '../model/index.js';
import { fold } from './folded.js';

/** Shorter names are too often alike by chance. */
const SHORTEST = 5;
/** More characters than this make another name. */
const MOST_MISSING = 2;

const departmentsIn = (measure: Measure): Department[] => [
  ...measure.departments,
  ...measure.path.flatMap((item) => item.leads),
];

/** Flags measures with a unit that is not in the gazetteer and whose name is that of another unit but for a character or two. */
export function flagNearNames(measures: readonly Measure[], region: Region): void {
  const counts = new Map<string, { count: number; known: boolean }>();
  for (const department of measures.flatMap(departmentsIn)) {
    if (department.collective) continue;
    const seen = counts.get(department.name);
    counts.set(department.name, { count: (seen?.count ?? 0) + 1, known: department.known ?? false });
  }
  const near = new Map<string, string>();
  const names = [...counts.keys()];
  for (const name of names) {
    if (counts.get(name)?.known || name.length < SHORTEST) continue;
    const other = names.find((one) => one !== name && isRarer(name, one, counts) && lacksFew(name, one));
    const known = other ?? nearMiss(fold(name).text);
    if (known) near.set(name, other ? `本期另有「${other}」` : `名录中有「${canonicalOr(known, region)}」`);
  }
  if (near.size === 0) return;
  for (const measure of measures) {
    for (const name of new Set(departmentsIn(measure).map((department) => department.name))) {
      const why = near.get(name);
      if (!why) continue;
      const message = `「${name}」与别处的名称只差一两个字：${why}，请核对`;
      measure.flags.push({ code: 'department-unknown', field: 'departments', severity: 'check', message });
    }
  }
}

const canonicalOr = (name: string, region: Region): string => lookUp(name, region)?.canonical ?? name;

function isRarer(name: string, other: string, counts: ReadonlyMap<string, { count: number; known: boolean }>): boolean {
  const [a, b] = [counts.get(name), counts.get(other)];
  return b?.known || (a?.count ?? 0) < (b?.count ?? 0);
}

/** Is one of the names the other without a character or two in its middle: 公共资源交易局, 公共资源交易管理局? */
export function lacksFew(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const missing = long.length - short.length;
  if (missing < 1 || missing > MOST_MISSING || short.length < SHORTEST || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length && short.slice(0, 2) === long.slice(0, 2);
}
