import type { Issue, Measure, Severity } from '../model/index.js';
import { cellText } from './excel/cell-text.js';
import { lookStyle, ROLES } from './excel/columns.js';
import { type StreamedCell, type StreamedColumn, streamWorkbook } from './excel/stream.js';
import type { StyleName } from './excel/styles.js';
import {
  deadlinesWording,
  firstEnd,
  flagsWording,
  headingWordings,
  ORIGIN_WORDS,
  placeWording,
  roleWording,
} from './excel/wording.js';

export interface ListedIssue {
  /** How the list calls its file. */
  readonly file: string;
  readonly issue: Issue;
}

/** A file in the second sheet; what is not known of it is left out. */
export interface ListedFile {
  readonly file: string;
  /** In Chinese. */
  readonly status: string;
  readonly pages?: number;
  readonly documents?: number;
  readonly measures?: number;
  readonly flags?: Readonly<Record<Severity, number>>;
  readonly seconds?: number;
  /** What went wrong, in Chinese. */
  readonly error?: string;
}

/**
 * 汇总.xlsx: the measures of many issues in one list, a row each, and a second sheet with a row a file. Issues are taken
 * one after the other as the bytes are read, `files` when all of them are written.
 */
export function summaryWorkbook(
  issues: AsyncIterable<ListedIssue>,
  files: () => readonly ListedFile[],
): AsyncGenerator<Uint8Array> {
  return streamWorkbook('汇总', [
    { name: '任务清单', columns: MEASURE_COLUMNS, rows: measureRows(issues) },
    { name: '文件', columns: FILE_COLUMNS, rows: fileRows(files) },
  ]);
}

type Value = StreamedCell['value'] | undefined;

interface Column<Row> extends StreamedColumn {
  value(row: Row): Value;
  /** `text` unless told otherwise. */
  style?(row: Row): StyleName;
}

interface MeasureRow extends ListedIssue {
  readonly measure: Measure;
  readonly title: string;
}

const short = (): StyleName => 'short';

const MEASURE_COLUMNS: readonly Column<MeasureRow>[] = [
  { heading: '文件', width: 14, value: ({ file }) => file },
  { heading: '公文', width: 18, value: ({ title }) => title },
  { heading: '来源', width: 7, value: ({ measure }) => ORIGIN_WORDS[measure.origin], style: short },
  {
    heading: '上级标题',
    width: 20,
    value: ({ measure }) => headingWordings(measure).join('\n'),
  },
  { heading: '编号', width: 7, value: ({ measure }) => measure.number, style: short },
  { heading: '标题', width: 16, value: ({ measure }) => measure.title },
  { heading: '措施', width: 46, value: ({ measure }) => measure.text },
  { heading: '完成时限', width: 13, value: ({ measure }) => deadlinesWording(measure), style: short },
  { heading: '截止日期（最早）', width: 12, value: ({ measure }) => dateOf(firstEnd(measure)), style: () => 'date' },
  ...ROLES.map(
    ({ role, heading }): Column<MeasureRow> => ({
      heading,
      width: role === 'responsible' ? 18 : 13,
      value: ({ measure }) => roleWording(measure, role),
    }),
  ),
  {
    heading: '页码（文本为行号）',
    width: 9,
    value: ({ measure, issue }) => placeWording(measure, issue.source),
    style: short,
  },
  {
    heading: '核查',
    width: 20,
    value: ({ measure }) => flagsWording(measure.flags),
    style: ({ measure }) => lookStyle(measure),
  },
];

const FILE_COLUMNS: readonly Column<ListedFile>[] = [
  { heading: '文件', width: 40, value: ({ file }) => file },
  { heading: '结果', width: 10, value: ({ status }) => status, style: short },
  { heading: '页数', width: 8, value: ({ pages }) => pages, style: short },
  { heading: '公文（件）', width: 8, value: ({ documents }) => documents, style: short },
  { heading: '措施（条）', width: 8, value: ({ measures }) => measures, style: short },
  { heading: '错误（处）', width: 8, value: ({ flags }) => flags?.error, style: ({ flags }) => marked(flags, 'error') },
  {
    heading: '请核对（处）',
    width: 8,
    value: ({ flags }) => flags?.check,
    style: ({ flags }) => marked(flags, 'check'),
  },
  { heading: '提示（处）', width: 8, value: ({ flags }) => flags?.note, style: short },
  { heading: '用时（秒）', width: 8, value: ({ seconds }) => seconds, style: short },
  { heading: '问题', width: 40, value: ({ error }) => error, style: ({ error }) => (error ? 'error' : 'text') },
];

const marked = (flags: ListedFile['flags'], severity: 'error' | 'check'): StyleName =>
  flags?.[severity] ? severity : 'short';

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(`${iso}T00:00:00Z`));

async function* measureRows(issues: AsyncIterable<ListedIssue>): AsyncGenerator<StreamedCell[]> {
  for await (const { file, issue } of issues) {
    const titles = new Map(issue.documents.map(({ id, title }) => [id, title]));
    for (const measure of issue.measures) {
      yield cellsOf(MEASURE_COLUMNS, { file, issue, measure, title: titles.get(measure.documentId) ?? '' });
    }
  }
}

/** Only asked when the first sheet is complete. */
function* fileRows(files: () => readonly ListedFile[]): Generator<StreamedCell[]> {
  for (const file of files()) yield cellsOf(FILE_COLUMNS, file);
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): StreamedCell[] {
  return columns.map(({ value, style }) => {
    const raw = value(row) ?? null;
    return { value: typeof raw === 'string' ? cellText(raw) : raw, style: style?.(row) ?? 'text' };
  });
}
