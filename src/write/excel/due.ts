// When the measures of an issue are due, in groups a reader looks for: months, then what has no date.
import type { Measure } from '../../model/index.js';
import { firstEnd } from './wording.js';

export interface DueGroup {
  /** 2031年6月, 周期, 长期 … */
  readonly name: string;
  /** By the day they are due, where there is one. */
  readonly measures: readonly Measure[];
}

/** In their order behind the months. */
const WITHOUT_DATE = ['立即', '周期', '其他', '未列时限', '长期'] as const;

/** Months with measures, ascending, then those of no date; a measure stands in one group, that of its earliest end. */
export function dueGroups(measures: readonly Measure[]): DueGroup[] {
  const months = new Map<string, { measure: Measure; end: string }[]>();
  const rest = new Map<string, Measure[]>(WITHOUT_DATE.map((name) => [name, []]));
  for (const measure of measures) {
    const end = firstEnd(measure);
    if (end === null) rest.get(withoutDate(measure))?.push(measure);
    else {
      const month = end.slice(0, 7);
      const group = months.get(month);
      if (group) group.push({ measure, end });
      else months.set(month, [{ measure, end }]);
    }
  }
  const dated = [...months]
    .sort(([a], [b]) => compare(a, b))
    .map(([month, group]) => ({
      name: monthName(month),
      // sorting is stable: printed order within a day
      measures: group.sort((a, b) => compare(a.end, b.end)).map(({ measure }) => measure),
    }));
  return [...dated, ...[...rest].map(([name, group]) => ({ name, measures: group }))].filter(
    (group) => group.measures.length > 0,
  );
}

function withoutDate({ deadlines }: Measure): (typeof WITHOUT_DATE)[number] {
  const kinds = new Set(deadlines.map(({ kind }) => kind));
  if (kinds.size === 0) return '未列时限';
  if (kinds.has('immediate')) return '立即';
  if (kinds.has('recurring')) return '周期';
  if (kinds.has('long-term')) return '长期';
  return '其他';
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 2031-06 → 2031年6月 */
const monthName = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
