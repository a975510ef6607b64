import type { CorrectedField } from '../model/index.js';

/** The names of the fields, as the review page, the workbook and flags call them. */
export const FIELD_NAMES: Readonly<Record<CorrectedField, string>> = {
  documentId: '公文',
  path: '上级标题',
  number: '编号',
  title: '标题',
  text: '措施',
  deadlines: '完成时限',
  departments: '责任部门',
  openEnded: '等相关部门',
  targets: '目标值',
  extra: '其他栏目',
  keywords: '关键词',
};
