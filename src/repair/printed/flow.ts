// Lines and sheets in reading order → paragraphs and tables.
import { squeezed } from '../../text/characters.js';
import type { Block, Line } from '../blocks.js';
import { saysContinued } from '../continued.js';
import { paragraphsOf } from '../paragraphs.js';
import { headerOf, tablesIn } from '../table/header.js';
import { goingOn, joinSheets, type Sheet } from '../table/index.js';

export type Item = { readonly kind: 'line'; readonly line: Line } | { readonly kind: 'sheet'; readonly sheet: Sheet };

export interface Flow {
  readonly blocks: readonly Block[];
  /** Lines between the parts of a table that say nothing but that it goes on, or its caption again. */
  readonly captions: readonly Line[];
}

/** A caption has so many lines at most: number, title, unit. */
const CAPTION_LINES = 3;

/** A table goes on with the next sheet where nothing stands between them but what says so. */
export function flowOf(items: readonly Item[]): Flow {
  const blocks: Block[] = [];
  const captions: Line[] = [];
  let lines: Line[] = [];
  let sheets: Sheet[] = [];
  let between: Line[] = [];
  /** What stands right above the table. */
  let caption = new Set<string>();
  const closeTable = (): void => {
    if (sheets.length > 0) blocks.push(joinSheets(sheets));
    sheets = [];
    lines = between;
    between = [];
  };
  const closeLines = (): void => {
    if (lines.length > 0) blocks.push(...paragraphsOf(lines));
    caption = new Set(lines.slice(-CAPTION_LINES).map(wordingOf));
    lines = [];
  };
  const begin = (sheet: Sheet): void => {
    if (sheets.length > 0) closeTable();
    closeLines();
    const [first, ...others] = tablesIn(sheet, headerOf(sheet)) as [Sheet, ...Sheet[]];
    sheets = [first];
    for (const other of others) begin(other);
  };
  for (const item of items) {
    if (item.kind === 'sheet') {
      const next = sheets.length > 0 ? goingOn(sheets, item.sheet) : null;
      if (next) {
        captions.push(...between);
        between = [];
        const [own, ...others] = tablesIn(next, headerOf(sheets[0] as Sheet)) as [Sheet, ...Sheet[]];
        sheets.push(own);
        for (const other of others) begin(other);
      } else begin(item.sheet);
    } else if (sheets.length > 0) {
      between.push(item.line);
      const isCaption = saysContinued(item.line.text.text) || caption.has(wordingOf(item.line));
      if (!isCaption) closeTable();
    } else lines.push(item.line);
  }
  if (sheets.length > 0) closeTable();
  closeLines();
  return { blocks, captions };
}

const wordingOf = ({ text }: Line): string => squeezed(text.text);
