import type ExcelJS from 'exceljs';
import type { Content } from '../content.js';
import { type DetailColumn, detailColumns } from '../detail-columns.js';
import { ENTRY_HEADINGS, STATES } from '../entries/entry.js';
import { fill, plainEntry } from '../entries/write.js';
import { FlatSheet } from '../flat.js';
import { SHEETS } from '../names.js';

const ENTRY_WIDTHS: Readonly<Record<string, number>> = { 状态: 9, 进展: 26, 备注: 16 };
const DUE_SOON_DAYS = 30;
/** 序号 alone: what is more would leave no room on a small screen. */
const FROZEN_COLUMNS = 1;

/** 明细: a row a measure as a table that sorts and filters, and columns for people at its end. */
export function addDetail(workbook: ExcelJS.Workbook, content: Content): DetailColumn[] {
  const columns = detailColumns(content);
  const { headings, byMeasure } = content.kept;
  const all = [...columns, ...headings.map((heading) => ({ heading, width: ENTRY_WIDTHS[heading] ?? 16 }))];
  const flat = new FlatSheet(workbook, SHEETS.detail, all, FROZEN_COLUMNS);
  flat.header((index) => (index < columns.length ? 'header' : 'entryHeader'));
  const { issue, documents } = content;
  const { sheet } = flat;
  issue.measures.forEach((measure, index) => {
    const row = { issue, measure, document: documents.get(measure.documentId) };
    const filled = byMeasure.get(measure.id);
    const own = columns.map((column) => ({ value: column.value(row, index), style: column.style(measure) }));
    const entries = headings.map((heading) => ({
      value: plainEntry(filled?.get(heading)),
      style: heading === ENTRY_HEADINGS[0] ? ('short' as const) : ('text' as const),
    }));
    const number = flat.add([...own, ...entries]);
    if (filled) {
      for (const [at, heading] of headings.entries())
        fill(sheet.getCell(number, columns.length + at + 1), filled.get(heading));
    }
  });
  sheet.getColumn(columns.findIndex(({ heading }) => heading === 'id') + 1).hidden = true;
  if (issue.measures.length > 0) {
    makeTable(
      sheet,
      all.map(({ heading }) => heading),
      flat.row,
    );
    help(sheet, columns, headings, flat.row);
  }
  return columns;
}

/** exceljs writes the cells of a table again: with the values that stand there. */
function makeTable(sheet: ExcelJS.Worksheet, headings: readonly string[], lastRow: number): void {
  const rows = Array.from({ length: lastRow - 1 }, (_, index) =>
    headings.map((_, column) => sheet.getCell(index + 2, column + 1).value),
  );
  sheet.addTable({
    name: '措施明细',
    ref: 'A1',
    headerRow: true,
    // the lines and colours are those of the cells, in programs that know no tables too
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headings.map((name) => ({ name, filterButton: true })),
    rows,
  });
}

/** The states to choose from, and colours for what is late, due soon or done. */
function help(
  sheet: ExcelJS.Worksheet,
  columns: readonly DetailColumn[],
  entryHeadings: readonly string[],
  lastRow: number,
): void {
  const letter = (index: number): string => sheet.getColumn(index + 1).letter;
  const due = letter(columns.findIndex(({ heading }) => heading.startsWith('截止日期')));
  const state = letter(columns.length + entryHeadings.indexOf(ENTRY_HEADINGS[0]));
  const validations = sheet as unknown as { dataValidations: { add(range: string, validation: object): void } };
  validations.dataValidations.add(`${state}2:${state}${lastRow}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${STATES.join(',')}"`],
    showErrorMessage: true,
    // other words are allowed, after a question
    errorStyle: 'warning',
    errorTitle: '状态',
    error: `请从列表中选择：${STATES.join('、')}`,
  });
  const open = `$${state}2<>"已完成"`;
  const isDue = `ISNUMBER($${due}2)`;
  const rules: [formula: string, argb: string][] = [
    [`$${state}2="已完成"`, 'FFE2EFDA'],
    [`OR($${state}2="逾期",AND(${isDue},$${due}2<TODAY(),${open}))`, 'FFF8CBAD'],
    [`AND(${isDue},$${due}2>=TODAY(),$${due}2<=TODAY()+${DUE_SOON_DAYS},${open})`, 'FFFFE699'],
  ];
  for (const column of [due, state]) {
    sheet.addConditionalFormatting({
      ref: `${column}2:${column}${lastRow}`,
      rules: rules.map(([formula, argb], index) => ({
        type: 'expression',
        priority: index + 1,
        formulae: [formula],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb } } },
      })),
    });
  }
}
