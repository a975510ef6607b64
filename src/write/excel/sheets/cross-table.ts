import type ExcelJS from 'exceljs';
import type { Measure } from '../../../model/index.js';
import type { Content } from '../content.js';
import type { DueGroup } from '../due.js';
import { FlatSheet } from '../flat.js';
import { SHEETS, target } from '../names.js';
import { isOwnShare, type Unit } from '../units.js';

/** More columns than a page can show side by side: months are put together to years. */
const MOST_COLUMNS = 18;

/** 部门×时限: how many measures each unit has in each month, the more the darker. */
export function addCrossTable(
  workbook: ExcelJS.Workbook,
  content: Content,
  units: readonly Unit[],
  groups: readonly DueGroup[],
  blocks: ReadonlyMap<Unit, number>,
): void {
  const columns = groups.length > MOST_COLUMNS ? byYear(groups) : groups;
  const groupOf = new Map<Measure, number>();
  columns.forEach(({ measures }, index) => {
    for (const measure of measures) groupOf.set(measure, index);
  });
  const flat = new FlatSheet(
    workbook,
    SHEETS.cross,
    [
      { heading: '单位', width: 30 },
      ...columns.map(({ name }) => ({ heading: name, width: 11 })),
      { heading: '合计', width: 8 },
    ],
    1,
  );
  flat.title('部门×时限', '各单位在各月到期的措施条数，含牵头、负责、配合，不含仅见于上级类别的');
  flat.header();
  const first = flat.row + 1;
  for (const unit of units) {
    const counts = new Array<number>(columns.length).fill(0);
    for (const { measure, shares } of unit.tasks) {
      const at = groupOf.get(measure);
      if (at !== undefined && shares.some(isOwnShare)) counts[at] = (counts[at] ?? 0) + 1;
    }
    const sum = counts.reduce((all, count) => all + count, 0);
    // it leads what stands under a heading, and no measure of its own
    if (sum === 0) continue;
    const block = blocks.get(unit);
    flat.add([
      block === undefined
        ? { value: unit.name, style: 'text' }
        : { value: { to: target(SHEETS.departments, block), shown: unit.name }, style: 'link' },
      ...counts.map((count) => ({ value: count === 0 ? null : count, style: 'short' as const })),
      { value: sum === 0 ? null : sum, style: 'blockShort' },
    ]);
  }
  if (flat.row >= first) colour(flat, first, columns.length);
  else flat.fullRow('本期没有识别出责任单位。', 'block');
  // of each measure once, however many units it has
  if (content.listed.length > 0 && columns.length > 0) {
    flat.add([
      { value: '措施（每条计一次）', style: 'block' },
      ...columns.map(({ measures }) => ({ value: measures.length, style: 'blockShort' as const })),
      { value: content.listed.length, style: 'blockShort' },
    ]);
  }
}

function byYear(groups: readonly DueGroup[]): DueGroup[] {
  const years = new Map<string, Measure[]>();
  for (const { name, measures } of groups) {
    const year = /^\d+年/u.exec(name)?.[0] ?? name;
    years.set(year, [...(years.get(year) ?? []), ...measures]);
  }
  return [...years].map(([name, measures]) => ({ name, measures }));
}

function colour({ sheet, row }: FlatSheet, first: number, columns: number): void {
  sheet.addConditionalFormatting({
    ref: `B${first}:${sheet.getColumn(columns + 1).letter}${row}`,
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'min' }, { type: 'max' }],
        color: [{ argb: 'FFFFFFFF' }, { argb: 'FF63BE7B' }],
      },
    ],
  });
}
