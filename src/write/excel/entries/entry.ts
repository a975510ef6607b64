import type { CellValue, Comment } from 'exceljs';

/** What a person wrote into one cell. */
export interface Filled {
  readonly value: CellValue;
  /** How a date or number is shown. */
  readonly numFmt?: string;
  readonly note?: string | Comment;
}

/** A row of an earlier workbook: which measure it was, and what people wrote beside it. */
export interface Entry {
  readonly id: string;
  /** Title of the document. */
  readonly document: string;
  readonly title: string;
  readonly text: string;
  /** A row that people added: no measure is its own. */
  readonly isAdded: boolean;
  /** By the heading of the column; empty where nothing was written. */
  readonly filled: ReadonlyMap<string, Filled>;
}

/** The columns that are for people, in their order. */
export const ENTRY_HEADINGS = ['状态', '进展', '备注'] as const;

export const STATES = ['未开始', '进行中', '已完成', '逾期'] as const;
