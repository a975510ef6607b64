import { stringify } from 'csv-stringify/sync';
import type { GazetteDocument, Issue, Measure } from '../model/index.js';
import { plainText } from './excel/cell-text.js';
import { ROLES } from './excel/columns.js';
import {
  collectivesWording,
  deadlinesWording,
  firstEnd,
  flagsWording,
  headingWordings,
  kindWording,
  ORIGIN_WORDS,
  placeWording,
  roleWording,
} from './excel/wording.js';

/**
 * STEM.csv: a row a measure, in printed order, with Chinese headings; UTF-8 with a byte order mark, line ends CR LF, so that
 * Excel reads it as it is. A cell that a spreadsheet would take for a formula gets a ' before it.
 */
export function toCsv(issue: Issue): string {
  const documents = new Map(issue.documents.map((document) => [document.id, document]));
  const rows = issue.measures.map((measure) => {
    const row: Row = { issue, measure, document: documents.get(measure.documentId) };
    return COLUMNS.map(({ value }) => plainText(String(value(row) ?? '')));
  });
  return stringify([COLUMNS.map(({ heading }) => heading), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // without it, a cell with a lone LF is not quoted
    quote_record_delimiter: true,
  });
}

interface Row {
  readonly issue: Issue;
  readonly measure: Measure;
  readonly document: GazetteDocument | undefined;
}

interface Column {
  readonly heading: string;
  value(row: Row): string | number | null | undefined;
}

/** Values of one cell. */
const joined = (values: readonly (string | null | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== null && value !== undefined))].join('；');

const COLUMNS: readonly Column[] = [
  { heading: '文件', value: ({ issue }) => issue.source.file },
  { heading: '公文', value: ({ document }) => document?.title },
  { heading: '发文字号', value: ({ document }) => document?.docNumber },
  { heading: '成文日期', value: ({ document }) => document?.dateIssued },
  { heading: '来源', value: ({ measure }) => ORIGIN_WORDS[measure.origin] },
  {
    heading: '上级标题',
    value: ({ measure }) => headingWordings(measure).join('\n'),
  },
  { heading: '编号', value: ({ measure }) => measure.number },
  { heading: '标题', value: ({ measure }) => measure.title },
  { heading: '措施', value: ({ measure }) => measure.text },
  { heading: '完成时限', value: ({ measure }) => deadlinesWording(measure) },
  { heading: '时限类型', value: ({ measure }) => joined(measure.deadlines.map(({ kind }) => kindWording(kind))) },
  { heading: '截止日期（最早）', value: ({ measure }) => firstEnd(measure) },
  { heading: 'EDTF', value: ({ measure }) => joined(measure.deadlines.map(({ edtf }) => edtf)) },
  { heading: '重复规则', value: ({ measure }) => joined(measure.deadlines.map(({ rrule }) => rrule)) },
  ...ROLES.map(({ role, heading }): Column => ({ heading, value: ({ measure }) => roleWording(measure, role) })),
  { heading: '各类单位', value: ({ measure }) => collectivesWording(measure) },
  { heading: '等相关部门', value: ({ measure }) => (measure.openEnded ? '是' : '否') },
  { heading: '目标值', value: ({ measure }) => joined((measure.targets ?? []).map(({ raw }) => raw)) },
  { heading: '关键词', value: ({ measure }) => joined(measure.keywords ?? []) },
  {
    heading: '其他栏目',
    value: ({ measure }) => joined(Object.entries(measure.extra ?? {}).map(([heading, text]) => `${heading}：${text}`)),
  },
  { heading: '页码（文本为行号）', value: ({ measure, issue }) => placeWording(measure, issue.source) },
  { heading: '核查', value: ({ measure }) => flagsWording(measure.flags) },
  { heading: '标记', value: ({ measure }) => joined(measure.flags.map(({ code, severity }) => `${code} ${severity}`)) },
  { heading: 'id', value: ({ measure }) => measure.id },
  { heading: 'documentId', value: ({ measure }) => measure.documentId },
];
