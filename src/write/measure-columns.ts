import type { GazetteDocument, Issue, Measure, Role } from '../model/index.js';
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

export interface MeasureRow {
  readonly issue: Issue;
  readonly document: GazetteDocument | undefined;
  readonly measure: Measure;
}

export type Value = string | number | Date | null;

/** What a list with a row a measure shows under a heading. */
export interface MeasureColumn {
  readonly heading: string;
  value(row: MeasureRow): Value;
}

/** Values of one cell, each once. */
const joined = (values: readonly (string | null | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== null && value !== undefined))].join('；');

/** Midnight UTC, as workbooks take their dates. */
export const dateOf = (iso: string | null | undefined): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

const role = (heading: string, role: Role): MeasureColumn => ({
  heading,
  value: ({ measure }) => roleWording(measure, role),
});

/** The columns that lists with a row a measure are put together from. Dates are midnight UTC. */
export const MEASURE_COLUMNS = {
  file: { heading: '文件', value: ({ issue }) => issue.source.file },
  document: { heading: '公文', value: ({ document }) => document?.title ?? null },
  docNumber: { heading: '发文字号', value: ({ document }) => document?.docNumber ?? null },
  dateIssued: { heading: '成文日期', value: ({ document }) => dateOf(document?.dateIssued) },
  origin: { heading: '来源', value: ({ measure }) => ORIGIN_WORDS[measure.origin] },
  headings: { heading: '上级标题', value: ({ measure }) => headingWordings(measure).join('\n') },
  number: { heading: '编号', value: ({ measure }) => measure.number },
  title: { heading: '标题', value: ({ measure }) => measure.title },
  text: { heading: '措施', value: ({ measure }) => measure.text },
  deadlines: { heading: '完成时限', value: ({ measure }) => deadlinesWording(measure) },
  kinds: {
    heading: '时限类型',
    value: ({ measure }) => joined(measure.deadlines.map(({ kind }) => kindWording(kind))),
  },
  due: { heading: '截止日期（最早）', value: ({ measure }) => dateOf(firstEnd(measure)) },
  edtf: { heading: 'EDTF', value: ({ measure }) => joined(measure.deadlines.map(({ edtf }) => edtf)) },
  rrule: { heading: '重复规则', value: ({ measure }) => joined(measure.deadlines.map(({ rrule }) => rrule)) },
  lead: role('牵头单位', 'lead'),
  responsible: role('责任部门', 'responsible'),
  support: role('配合单位', 'support'),
  collectives: { heading: '各类单位', value: ({ measure }) => collectivesWording(measure) },
  openEnded: { heading: '等相关部门', value: ({ measure }) => (measure.openEnded ? '是' : '否') },
  targets: { heading: '目标值', value: ({ measure }) => joined((measure.targets ?? []).map(({ raw }) => raw)) },
  keywords: { heading: '关键词', value: ({ measure }) => joined(measure.keywords ?? []) },
  extra: {
    heading: '其他栏目',
    value: ({ measure }) => joined(Object.entries(measure.extra ?? {}).map(([heading, text]) => `${heading}：${text}`)),
  },
  place: { heading: '页码（文本为行号）', value: ({ measure, issue }) => placeWording(measure, issue.source) },
  look: { heading: '核查', value: ({ measure }) => flagsWording(measure.flags) },
  flags: {
    heading: '标记',
    value: ({ measure }) => joined(measure.flags.map(({ code, severity }) => `${code} ${severity}`)),
  },
  id: { heading: 'id', value: ({ measure }) => measure.id },
  documentId: { heading: 'documentId', value: ({ measure }) => measure.documentId },
} satisfies Record<string, MeasureColumn>;

export type MeasureColumnName = keyof typeof MEASURE_COLUMNS;
