/** The sheets of an issue's workbook, in their order; 未对应的填写 only where there is something. */
export const SHEETS = {
  list: '任务清单',
  detail: '明细',
  departments: '按部门',
  deadlines: '按时限',
  cross: '部门×时限',
  checks: '核查',
  unmatched: '未对应的填写',
  guide: '说明',
} as const;

/** Where a link leads: a cell of a sheet, as HYPERLINK takes it. */
export const target = (sheet: string, row: number, column = 'A'): string => `#'${sheet}'!${column}${row}`;
