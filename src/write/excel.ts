import ExcelJS from 'exceljs';
import type { Issue } from '../model/index.js';
import { cellText } from './excel/cell-text.js';
import { contentOf } from './excel/content.js';
import { dueGroups } from './excel/due.js';
import { NOTHING_KEPT, placeEntries } from './excel/entries/place.js';
import type { Entries } from './excel/entries/read.js';
import { packed } from './excel/pack.js';
import { addByDeadline } from './excel/sheets/by-deadline.js';
import { addByDepartment } from './excel/sheets/by-department.js';
import { addChecks } from './excel/sheets/checks.js';
import { addCrossTable } from './excel/sheets/cross-table.js';
import { addDetail } from './excel/sheets/detail.js';
import { addGuide } from './excel/sheets/guide.js';
import { addTaskList } from './excel/sheets/task-list.js';
import { addUnmatched } from './excel/sheets/unmatched.js';
import { unitsOf } from './excel/units.js';

/** For an issue without any dated document: the earliest date a zip entry can carry. */
const UNDATED = '1980-01-01';

/**
 * The task list of an issue as an Excel workbook (.xlsx): 任务清单, laid out like the printed list; 明细, a table to sort,
 * filter and fill in; 按部门, 按时限, 部门×时限, 核查 and 说明. The same issue gives the same bytes: its dates are those of
 * the first dated document.
 *
 * @param entries what people wrote into an earlier workbook of the issue (`entriesOf` its bytes): it is kept
 */
export async function toWorkbook(issue: Issue, entries?: Entries): Promise<Uint8Array> {
  const kept = entries ? placeEntries(entries, issue) : NOTHING_KEPT;
  const content = contentOf(issue, kept);
  const workbook = new ExcelJS.Workbook();
  const dated = issue.documents.find((document) => document.dateIssued !== null)?.dateIssued ?? UNDATED;
  workbook.created = workbook.modified = new Date(`${dated}T00:00:00Z`);
  workbook.creator = workbook.lastModifiedBy = 'gongbao';
  workbook.title = cellText(content.list.title);

  const units = unitsOf(content.listed);
  const groups = dueGroups(content.listed);
  addTaskList(workbook, content);
  const columns = addDetail(workbook, content);
  const blocks = addByDepartment(workbook, content, units);
  addByDeadline(workbook, content, groups);
  addCrossTable(workbook, content, units, groups, blocks);
  addChecks(workbook, content);
  addUnmatched(workbook, kept);
  addGuide(workbook, content, columns);
  return packed(workbook);
}
