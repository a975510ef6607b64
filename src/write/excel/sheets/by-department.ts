import type ExcelJS from 'exceljs';
import type { Content } from '../content.js';
import { FlatSheet } from '../flat.js';
import { SHEETS } from '../names.js';
import { countOf, SHARE_WORDS, SHARES, type Task, type Unit } from '../units.js';
import { ABOVE, DEADLINE, DUE, PLACE, TITLE } from './task-columns.js';

const COLUMNS = [TITLE, ABOVE, DEADLINE, DUE, PLACE];

/**
 * 按部门: a block a unit, what it leads first, that folds up under its name and counts.
 *
 * @returns the row of each unit's block
 */
export function addByDepartment(
  workbook: ExcelJS.Workbook,
  content: Content,
  units: readonly Unit[],
): Map<Unit, number> {
  const flat = new FlatSheet(workbook, SHEETS.departments, [{ heading: '职责', width: 14 }, ...COLUMNS]);
  flat.title('按部门', `${units.length}个单位，同一条措施列在其每个单位之下`);
  flat.header();
  flat.foldUpwards();
  const rows = new Map<Unit, number>();
  for (const unit of units) {
    flat.fullRow(`${unit.name}　${countsWording(unit)}`, 'block');
    rows.set(unit, flat.row);
    for (const task of unit.tasks) {
      flat.add(
        [{ value: shareWording(task), style: 'short' }, ...COLUMNS.map((column) => column.cell(task.measure, content))],
        1,
      );
    }
  }
  if (units.length === 0) flat.fullRow('本期没有识别出责任单位。', 'block');
  return rows;
}

/** 共12条：牵头3条，负责9条 */
const countsWording = (unit: Unit): string =>
  `共${unit.tasks.length}条：${SHARES.map((share) => ({ share, count: countOf(unit, share) }))
    .filter(({ count }) => count > 0)
    .map(({ share, count }) => `${SHARE_WORDS[share]}${count}条`)
    .join('，')}`;

const shareWording = ({ shares }: Task): string => shares.map((share) => SHARE_WORDS[share]).join('、');
