import type { Box } from '../model/source.js';
import type { Glyph } from '../text/glyph.js';
import type { Traced } from '../text/traced.js';

/** One line in reading order. */
export interface Line {
  /** As printed, layout spaces included. */
  readonly text: Traced;
  readonly page: number;
  /** Distance from the left edge of its column; null where the input has no geometry. */
  readonly indentEm: number | null;
  /** Indented by as much as a first line, in a column whose other lines stand at the edge. */
  readonly beginsIndented: boolean;
  /** White between its end and the right edge of its column; null where the input has no geometry. */
  readonly whiteEm: number | null;
  /** The same for the line as it would be without justification. */
  readonly shortEm: number | null;
  /** In the middle of its column, with white on both sides. */
  readonly centred: boolean;
  /** Font size in points; null where the input has no geometry. */
  readonly sizePt: number | null;
  /** In a frame of its own: 专栏. */
  readonly boxed: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Clean: lines joined, no layout spaces, unified ideographs, punctuation by context. */
  readonly text: Traced;
  readonly lines: readonly Line[];
  readonly centred: boolean;
  readonly sizePt: number | null;
  readonly boxed: boolean;
  /** Without geometry: other beginnings or ends of it were nearly as likely. */
  readonly doubtful?: boolean;
}

/** A part of a cell as it stands on one sheet. */
export interface CellFragment {
  readonly sheet: number;
  readonly page: number;
  /** The cell's frame; null where the input has no geometry. */
  readonly bbox: Box | null;
  /** Clean. */
  readonly text: Traced;
}

/** How a part of a logical cell came to it from a further sheet. */
export type Join = 'repeated' | 'continued' | 'blank';

export interface CellJoin {
  readonly sheet: number;
  /** The first of the rows that came with the part. */
  readonly row: number;
  readonly how: Join;
  /** No number says so, only that the sentence is not finished, or that the cell is blank. */
  readonly byWording: boolean;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  /** Clean; of a repeated cell the first wording. */
  text: Traced;
  /** As printed, with spaces and line ends: '\n' where a line was ended on purpose, '\v' where it was full. */
  lines: Traced;
  /** Without geometry: another border between it and its neighbours was nearly as likely. */
  doubtful?: boolean;
  /** Rows of its span that it may not stand beside, or not with these words. */
  readonly doubtfulRows: number[];
  readonly fragments: CellFragment[];
  readonly joins: CellJoin[];
}

/** What a column of a task list holds. `path` stands above the measure: 主要指标, 目标任务. */
export type ColumnRole = 'number' | 'path' | 'measure' | 'deadline' | 'lead' | 'support' | 'responsible' | 'remarks';

/** What a person sees as one table, joined over its sheets (pages, or printed headers in a text). */
export interface LogicalTable {
  readonly kind: 'table';
  readonly pages: readonly number[];
  readonly bbox: readonly { readonly page: number; readonly bbox: Box }[];
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  /** The heading over each column, '' where there is none. */
  readonly headings: readonly string[];
  /** What each column of a task list holds, null where its heading is not known. */
  readonly roles: readonly (ColumnRole | null)[];
  readonly cells: readonly Cell[];
}

export type FurnitureKind = 'running-head' | 'page-number' | 'contents' | 'watermark' | 'table-continued';

/** Printed on the page, but not part of the text. */
export interface Furniture {
  readonly what: FurnitureKind;
  readonly page: number;
  readonly text: Traced;
}

/** A line or more of the contents page (目录): one document and where it begins. */
export interface ContentsEntry {
  /** Clean; without docNumber, leaders and page number. */
  readonly title: Traced;
  readonly docNumber: Traced | null;
  /** As printed, without brackets; null where the contents print no page numbers. */
  readonly page: string | null;
  /** The heading that the entry stands under: 【省政府文件】, 人事任免. */
  readonly section: Traced | null;
}

/** What the contents of the issue list. */
export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** 目录 stands above them: no entry before the first is missing. */
  readonly isTitled: boolean;
}

export type Block = Paragraph | LogicalTable;

/** The header of a task list that no table could be read under. */
export interface UnreadTable {
  readonly page: number;
  readonly header: Traced;
}

/** What a page holds that is no text, or is text that a person should doubt. */
export type PageNote =
  /** Fonts without usable Unicode: so many glyphs of the page say nothing. */
  | { readonly what: 'unreadable'; readonly page: number; readonly glyphs: number }
  /** So many glyphs stand in the text as � or in private use: no one can tell what they are. */
  | { readonly what: 'unknown'; readonly page: number; readonly glyphs: number }
  /** A picture and no text. */
  | { readonly what: 'picture-only'; readonly page: number }
  /** A picture without text in it, where the text of the page stands. */
  | { readonly what: 'picture'; readonly page: number; readonly bbox: Box }
  /** Columns mixed line by line: the order of the text is not known. */
  | { readonly what: 'mixed'; readonly page: number }
  /** So many glyphs run another way than the text of the page: where they belong in it is a guess. */
  | { readonly what: 'other-direction'; readonly page: number; readonly glyphs: number }
  /** The text of a scan, from text recognition. */
  | { readonly what: 'recognised'; readonly page: number }
  /** Its data is damaged: some of it may be missing or wrong. */
  | { readonly what: 'damaged'; readonly page: number };

/** The repaired issue: blocks in reading order, and beside them what is furniture. */
export interface Repaired {
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  /** The lines of the contents are furniture too. */
  readonly contents: Contents;
  readonly unreadTables: readonly UnreadTable[];
  readonly pageNotes: readonly PageNote[];
  /** The number printed on each page, in page order. */
  readonly pageLabels: readonly (string | null)[];
  /** Every glyph of the input that prints something, as blocks and furniture hold them: what coverage is counted on. */
  readonly glyphs: readonly Glyph[];
  /** Those that no font gives a text for: in no block. */
  readonly unreadable: readonly Glyph[];
}
