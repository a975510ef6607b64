export { columnRoles, isHeadingRow } from './headings.js';
export { joinSheets } from './join.js';
export { goingOn } from './same-table.js';
export type { Sheet, SheetCell } from './sheet.js';
