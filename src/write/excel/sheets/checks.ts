import type ExcelJS from 'exceljs';
import { FIELD_NAMES } from '../../../messages/field-names.js';
import type { Flag, Measure, Severity } from '../../../model/index.js';
import { shortened } from '../../../text/shortened.js';
import { MEASURE_COLUMNS, type MeasureColumnName } from '../../measure-columns.js';
import { type Content, linked } from '../content.js';
import { type FlatCell, FlatSheet, type FlatValue } from '../flat.js';
import { SHEETS } from '../names.js';
import { remedyOf } from '../remedies.js';
import type { StyleName } from '../styles.js';
import { placeName, placeWording, titleWording, unitsWording } from '../wording.js';

const COLUMNS = [
  { heading: '级别', width: 8 },
  { heading: '公文', width: 22 },
  { heading: '措施', width: 30 },
  { heading: '栏目', width: 11 },
  { heading: '原文', width: 30 },
  { heading: '说明', width: 40 },
  { heading: '处理办法', width: 30 },
  { heading: '页码', width: 9 },
];

const SEVERITIES: readonly Severity[] = ['error', 'check', 'note'];
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', check: '请核对', note: '提示' };
const STYLE: Readonly<Record<Severity, StyleName>> = { error: 'error', check: 'check', note: 'text' };

/** Fields that no correction sets, and what flags of the issue speak of. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{ origin: '来源', dateIssued: '成文日期', pages: '页面', contents: '目录', documents: '公文', measures: '措施' },
};
const NAMES: Readonly<Record<string, string>> = { ...FIELD_NAMES, ...OTHER_NAMES };
const COLUMN_OF: Readonly<Record<string, MeasureColumnName>> = {
  ...{ path: 'headings', number: 'number', deadlines: 'deadlines', targets: 'targets', extra: 'extra' },
};
/** The whole text stands in 明细. */
const WORDING_CHARACTERS = 120;

/** 核查: every flag, the gravest first, those of the issue as a whole before those of measures. */
export function addChecks(workbook: ExcelJS.Workbook, content: Content): void {
  const { issue } = content;
  const flags = [
    ...issue.flags.map((flag) => ({ flag, measure: null })),
    ...issue.measures.flatMap((measure) => measure.flags.map((flag) => ({ flag, measure }))),
  ];
  const count = (severity: Severity): number => flags.filter(({ flag }) => flag.severity === severity).length;
  const flat = new FlatSheet(workbook, SHEETS.checks, COLUMNS);
  flat.title(
    '核查',
    `错误${count('error')}处，请核对${count('check')}处，提示${count('note')}处；提示是按规则处理的说明，一般不必看`,
  );
  flat.header();
  const header = flat.row;
  for (const severity of SEVERITIES) {
    for (const { flag, measure } of flags) {
      if (flag.severity !== severity) continue;
      flat.add(cells(flag, measure ? ofMeasure(flag, measure, content) : ofIssue(flag, content), content));
    }
  }
  if (flags.length === 0) flat.fullRow('没有需要核查的事项。', 'block');
  else flat.sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: flat.row, column: COLUMNS.length } };
}

/** What a flag is about: a measure where it names one, a document, a page or line, or the whole issue. */
interface About {
  readonly measure: Measure | null;
  readonly document: string | null;
  /** In what the flag says of the issue as a whole, a heading or measure by its numbers: 五.1. */
  readonly what: string | null;
  readonly field: string;
  readonly place: FlatValue;
}

function ofMeasure({ field }: Flag, measure: Measure, content: Content): About {
  const document = content.documents.get(measure.documentId)?.title ?? null;
  const place = linked(content, measure, placeWording(measure, content.issue.source));
  return { measure, document, what: titleWording(measure), field, place };
}

function ofIssue(flag: Flag, content: Content): About {
  const page = /^(?:page|lines?) (\d+)/.exec(flag.field)?.[1];
  if (page !== undefined) {
    const place = placeName(Number(page), content.issue.source);
    return { measure: null, document: null, what: null, field: 'pages', place };
  }
  const [id = '', ...parts] = flag.field.split('.');
  const document = content.documents.get(id)?.title ?? null;
  if (document === null) return { measure: null, document: '（全期）', what: null, field: flag.field, place: null };
  const field = parts.pop() ?? '';
  const measure = content.issue.measures.find((one) => one.id === [id, ...parts].join('.'));
  if (measure) return ofMeasure({ ...flag, field }, measure, content);
  // 正文 or 清单 is in the message
  return { measure: null, document, what: parts.slice(1).join('.') || null, field, place: null };
}

function cells(flag: Flag, { measure, document, what, field, place }: About, content: Content): FlatCell[] {
  return [
    { value: SEVERITY_WORDS[flag.severity], style: STYLE[flag.severity] },
    { value: document, style: 'text' },
    { value: what, style: 'text' },
    { value: fieldWording(field), style: 'short' },
    { value: measure ? wordingOf(field, measure, content) : null, style: 'text' },
    { value: flag.message, style: 'text' },
    { value: remedyOf(flag), style: 'text' },
    { value: place, style: typeof place === 'object' && place !== null ? 'linkShort' : 'short' },
  ];
}

const nameOf = (field: string): string => field.split('[')[0] ?? '';

const fieldWording = (field: string): string => NAMES[nameOf(field)] ?? field;

/** What the field says. */
function wordingOf(field: string, measure: Measure, content: Content): string {
  const name = nameOf(field);
  if (name === 'departments') return unitsWording(measure);
  const column = COLUMN_OF[name];
  if (column === undefined) return shortened(measure.text, WORDING_CHARACTERS);
  const document = content.documents.get(measure.documentId);
  return String(MEASURE_COLUMNS[column].value({ issue: content.issue, document, measure }) ?? '');
}
