import type { GazetteDocument, Issue, Measure } from '../../model/index.js';
import { type SheetContent, sheetContent } from './blocks.js';
import type { Kept } from './entries/place.js';
import { SHEETS, target } from './names.js';

/** What all sheets of a workbook are made from. */
export interface Content {
  readonly issue: Issue;
  readonly documents: ReadonlyMap<string, GazetteDocument>;
  readonly list: SheetContent;
  /** The measures of the sheet 任务清单, in its order: restatements of a list in the running text are not among them. */
  readonly listed: readonly Measure[];
  /** Row of a measure in the sheet 任务清单, by its id; filled with that sheet. */
  readonly rows: Map<string, number>;
  /** What people wrote into an earlier workbook of the issue. */
  readonly kept: Kept;
}

export function contentOf(issue: Issue, kept: Kept): Content {
  const list = sheetContent(issue);
  return {
    issue,
    documents: new Map(issue.documents.map((document) => [document.id, document])),
    list,
    listed: list.blocks.flatMap(({ measures }) => measures),
    rows: new Map(),
    kept,
  };
}

/** The place of a measure, as a link to its row in 任务清单 where it has one. */
export function linked(content: Content, measure: Measure, shown: string | number): string | number | Link {
  const row = content.rows.get(measure.id);
  return row === undefined || shown === '' ? shown : { to: target(SHEETS.list, row), shown };
}

/** A cell that leads to another. */
export interface Link {
  readonly to: string;
  readonly shown: string | number;
}
