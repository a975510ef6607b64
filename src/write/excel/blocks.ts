import { needsLook } from '../../flags.js';
import type { GazetteDocument, Issue, Measure } from '../../model/index.js';
import { chineseDate } from './cell-text.js';

/** The measures of one document that stand together in the sheet. */
export interface Block {
  title: string;
  /** Document number, date, and 正文 where the measures come from the running text. */
  details: string[];
  measures: Measure[];
}

export interface SheetContent {
  title: string;
  subtitle: string;
  blocks: Block[];
  /** What the reader must know and no row says: printed under the table. */
  notes: string[];
}

/**
 * Decides what the sheet shows: the task list of each document that has one, then the measures of the running text
 * of documents without a list. Where a document has a list, the list restates its text in more detail, so its body
 * measures stay out, and a note says how many.
 */
export function sheetContent(issue: Issue): SheetContent {
  const tables: Block[] = [];
  const bodies: Block[] = [];
  let leftOut = 0;
  for (const [documentId, measures] of byDocument(issue)) {
    const document = issue.documents.find((one) => one.id === documentId);
    const table = measures.filter((measure) => measure.origin === 'table');
    const body = measures.filter((measure) => measure.origin === 'body');
    if (table.length > 0) {
      tables.push(block(document, table, []));
      leftOut += body.length;
    } else {
      bodies.push(block(document, body, ['正文']));
    }
  }
  const blocks = [...tables, ...bodies];
  return { ...heading(issue, blocks), blocks, notes: notes(issue, leftOut) };
}

/** In the order of the documents; a measure of an unknown document is kept, at the end. */
function byDocument(issue: Issue): Map<string, Measure[]> {
  const groups = new Map<string, Measure[]>(issue.documents.map((document) => [document.id, []]));
  for (const measure of issue.measures) {
    const group = groups.get(measure.documentId);
    if (group) group.push(measure);
    else groups.set(measure.documentId, [measure]);
  }
  for (const [id, measures] of groups) if (measures.length === 0) groups.delete(id);
  return groups;
}

function block(document: GazetteDocument | undefined, measures: Measure[], remarks: string[]): Block {
  const date = document?.dateIssued ? chineseDate(document.dateIssued) : null;
  const details = [document?.docNumber ?? null, date, ...remarks].filter((detail) => detail !== null);
  return { title: document?.title || '（公文标题未识别）', details, measures };
}

/** One block gives its own title to the sheet; several stand under the name of the issue. */
function heading(issue: Issue, blocks: Block[]): { title: string; subtitle: string } {
  const [only] = blocks;
  if (only && blocks.length === 1) return { title: only.title, subtitle: only.details.join('　') };
  const { gazette, year, number } = issue.issue;
  const when = (year === null ? '' : `${year}年`) + (number === null ? '' : `第${number}期`);
  const measures = blocks.reduce((sum, one) => sum + one.measures.length, 0);
  return {
    title: [gazette, when, '任务清单'].filter(Boolean).join(' '),
    subtitle: `${blocks.length}件公文，${measures}条措施`,
  };
}

function notes(issue: Issue, leftOut: number): string[] {
  const list: string[] = [];
  if (leftOut > 0) list.push(`正文中另有${leftOut}条措施与任务清单相对应，未列入本表，见 JSON 文件。`);
  for (const flag of issue.flags) {
    if (needsLook(flag)) list.push(`${flag.severity === 'error' ? '错误' : '请核对'}：${flag.message}`);
  }
  return list;
}
