export { type ColumnRole, columnRoles, isHeadingRow } from './headings.js';
export { headingTexts, joinSheets } from './join.js';
export type { Sheet, SheetCell } from './sheet.js';
