import type ExcelJS from 'exceljs';
import type { Content } from '../content.js';
import type { DueGroup } from '../due.js';
import { type FlatCell, FlatSheet } from '../flat.js';
import { SHEETS } from '../names.js';
import { unitsWording } from '../wording.js';
import { ABOVE, DEADLINE, DUE, PLACE, TITLE } from './task-columns.js';

/** Of the longest bar, in blocks: they fill the column of titles. */
const LONGEST_BAR = 24;

/** 按时限: by the day measures are due, a bar a month; those of a month fold up under it. */
export function addByDeadline(workbook: ExcelJS.Workbook, content: Content, groups: readonly DueGroup[]): void {
  const units = { heading: '责任单位', width: 28 };
  const flat = new FlatSheet(workbook, SHEETS.deadlines, [DUE, DEADLINE, TITLE, ABOVE, units, PLACE]);
  flat.title('按时限', '有几个时限的措施按最早的截止日期排列；没有确定日期的在后，长期任务在最后');
  flat.header();
  flat.foldUpwards();
  const most = Math.max(1, ...groups.map(({ measures }) => measures.length));
  for (const { name, measures } of groups) {
    const bar = '█'.repeat(Math.max(1, Math.round((measures.length / most) * LONGEST_BAR)));
    const empty: FlatCell = { value: null, style: 'blockShort' };
    flat.add([
      { value: name, style: 'blockShort' },
      { value: `${measures.length}条`, style: 'blockShort' },
      { value: bar, style: 'bar' },
      ...[empty, empty, empty],
    ]);
    for (const measure of measures) {
      flat.add(
        [
          ...[DUE, DEADLINE, TITLE, ABOVE].map((column) => column.cell(measure, content)),
          { value: unitsWording(measure), style: 'text' },
          PLACE.cell(measure, content),
        ],
        1,
      );
    }
  }
  if (groups.length === 0) flat.fullRow('本期没有识别出措施。', 'block');
}
