import type { TypedPage } from '../../extract/page.js';
import type { NumberingStyle } from '../../text/numbering.js';
import type { Words } from '../../text/words.js';
import type { Block, Furniture, Line, Repaired, UnreadTable } from '../blocks.js';
import { contentsOf } from '../contents/index.js';
import { paragraphsOf } from '../paragraphs.js';
import { joinSheets } from '../table/join.js';
import type { Sheet } from '../table/sheet.js';
import { settleByWidth } from './column-widths.js';
import { SheetLayout } from './layout.js';
import { linesOf, type TextLine } from './lines.js';
import { headingsOf, type SheetLines, splitSheet } from './sheet-lines.js';

type Part = { kind: 'lines'; lines: TextLine[] } | { kind: 'sheet'; sheet: SheetLines };

/** Lines of a text file → blocks: tables where a header of columns is printed, paragraphs elsewhere. */
export function repairTyped(pages: readonly TypedPage[], words: Words): Omit<Repaired, 'glyphs' | 'unreadable'> {
  const { lines, furniture } = linesOf(pages);
  const { lines: listed, contents } = contentsOf(lines.map((line) => line.text));
  const entries = lines.filter((_, index) => listed.has(index));
  const { parts, unreadTables } = partsOf(
    lines.filter((_, index) => !listed.has(index)),
    words,
  );
  settleByWidth(parts.flatMap((part) => (part.kind === 'sheet' ? [part.sheet] : [])));
  return {
    blocks: blocksOf(parts),
    furniture: [
      ...furniture,
      ...entries.map((line): Furniture => ({ what: 'contents', page: line.page, text: line.text })),
    ],
    contents,
    unreadTables,
    pageNotes: [],
    pageLabels: pages.map(() => null),
  };
}

/** Each printed header begins a sheet that ends at the next one; what is no table of a known kind stays lines. */
function partsOf(lines: readonly TextLine[], words: Words): { parts: Part[]; unreadTables: UnreadTable[] } {
  const parts: Part[] = [];
  const unreadTables: UnreadTable[] = [];
  // a table's columns are numbered alike on all its sheets
  const stylesOf = new Map<string, NumberingStyle[]>();
  let open: { headings: NonNullable<ReturnType<typeof headingsOf>>; header: TextLine; lines: TextLine[] } | null = null;
  const addLines = (added: readonly TextLine[]): void => {
    const last = parts.at(-1);
    if (last?.kind === 'lines') last.lines.push(...added);
    else parts.push({ kind: 'lines', lines: [...added] });
  };
  const close = (): void => {
    if (!open) return;
    const table = open.headings.map((heading) => heading.text).join('\t');
    const styles = stylesOf.get(table) ?? [];
    stylesOf.set(table, styles);
    const before = parts.findLast((part) => part.kind === 'sheet')?.sheet.rows.at(-1);
    const sheet = splitSheet(open.headings, open.lines, styles, before);
    if (sheet) parts.push({ kind: 'sheet', sheet });
    else {
      addLines([open.header, ...open.lines]);
      unreadTables.push({ page: open.header.page, header: open.header.text });
    }
    open = null;
  };
  for (const line of lines) {
    const headings = headingsOf(line, words);
    if (headings) {
      close();
      open = { headings, header: line, lines: [] };
    } else if (open) open.lines.push(line);
    else addLines([line]);
  }
  close();
  return { parts, unreadTables };
}

function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  const layout = new SheetLayout();
  let sheets: Sheet[] = [];
  const closeTable = (): void => {
    if (sheets.length > 0) blocks.push(joinSheets(sheets));
    sheets = [];
  };
  for (const part of parts) {
    if (part.kind === 'lines') {
      closeTable();
      blocks.push(...paragraphsOf(part.lines.map(toLine)));
      continue;
    }
    const { sheet, unplaced } = layout.lay(part.sheet);
    if (sheets[0] && sheets[0].columns !== sheet.columns) closeTable();
    sheets.push(sheet);
    const after = [...unplaced.map((line) => ({ text: line, page: sheet.page })), ...part.sheet.rest];
    if (after.length > 0) {
      closeTable();
      blocks.push(...paragraphsOf(after.map(toLine)));
    }
  }
  closeTable();
  return blocks;
}

const toLine = ({ text, page }: Pick<TextLine, 'text' | 'page'>): Line => ({
  text,
  page,
  indentEm: null,
  beginsIndented: false,
  whiteEm: null,
  shortEm: null,
  boxed: false,
  centred: false,
  sizePt: null,
});
