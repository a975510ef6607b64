/**
 * gongbao as a library.
 *
 *     import { convertIssue } from 'gongbao';
 *     const issue = await convertIssue('input/issue.pdf');
 *     for (const measure of issue.measures) console.log(measure.title, measure.deadlines, measure.departments);
 */
export { Isolated } from './batch/isolated.js';
export {
  type ConvertOptions,
  convertIssue,
  type InspectOptions,
  type InspectStage,
  inspectSource,
  type Source,
} from './convert.js';
export { type ErrorCode, GongbaoError } from './errors.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export * from './model/index.js';
export { OUTPUT_SCRIPTS, type OutputScript } from './model/script.js';
export { parseDeadlines } from './parse/deadlines/index.js';
export { parseDepartments } from './parse/departments/index.js';
export { type Applied, applyCorrections } from './review/apply.js';
export { toCsv } from './write/csv.js';
export { type Entries, entriesOf } from './write/excel/entries/read.js';
export { toWorkbook } from './write/excel.js';
export { toCalendar } from './write/ics.js';
export { inScript } from './write/in-script.js';
export { toJson } from './write/json.js';
export { toMarkdown } from './write/markdown.js';
export { toNdjson } from './write/ndjson.js';
