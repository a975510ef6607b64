import type { Issue, Severity } from '../model/index.js';
import { cellText } from './excel/cell-text.js';
import { lookStyle } from './excel/columns.js';
import { type StreamedCell, type StreamedColumn, streamWorkbook } from './excel/stream.js';
import type { StyleName } from './excel/styles.js';
import { MEASURE_COLUMNS, type MeasureColumnName, type MeasureRow, type Value } from './measure-columns.js';

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
    { name: '任务清单', columns: LIST_COLUMNS, rows: measureRows(issues) },
    { name: '文件', columns: FILE_COLUMNS, rows: fileRows(files) },
  ]);
}

interface Column<Row> extends StreamedColumn {
  value(row: Row): Value | undefined;
  /** `text` unless told otherwise. */
  style?(row: Row): StyleName;
}

interface ListedRow extends MeasureRow {
  /** How the list calls its file. */
  readonly file: string;
}

const short = (): StyleName => 'short';

const column = (name: MeasureColumnName, width: number, style?: Column<ListedRow>['style']): Column<ListedRow> => ({
  ...MEASURE_COLUMNS[name],
  width,
  ...(style && { style }),
});

const LIST_COLUMNS: readonly Column<ListedRow>[] = [
  { ...MEASURE_COLUMNS.file, width: 14, value: ({ file }) => file },
  column('document', 18),
  column('origin', 7, short),
  column('headings', 20),
  column('number', 7, short),
  column('title', 16),
  column('text', 46),
  column('deadlines', 13, short),
  column('due', 12, () => 'date'),
  column('lead', 13),
  column('responsible', 18),
  column('support', 13),
  column('place', 9, short),
  column('look', 20, ({ measure }) => lookStyle(measure)),
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

async function* measureRows(issues: AsyncIterable<ListedIssue>): AsyncGenerator<StreamedCell[]> {
  for await (const { file, issue } of issues) {
    const documents = new Map(issue.documents.map((document) => [document.id, document]));
    for (const measure of issue.measures) {
      yield cellsOf(LIST_COLUMNS, { file, issue, measure, document: documents.get(measure.documentId) });
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
