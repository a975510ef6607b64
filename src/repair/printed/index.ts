import { Traced } from '../../text/traced.js';
import type { Words } from '../../text/words.js';
import type { Block, Furniture, Repaired, UnreadTable } from '../blocks.js';
import { contentsOf } from '../contents/index.js';
import type { UprightPage } from '../upright.js';
import { type AlignedTables, alignedTables, textGutter } from './aligned-tables.js';
import { findGutter, type Gutter } from './columns.js';
import { flowOf } from './flow.js';
import { type PageSegments, takeFurniture } from './furniture.js';
import { itemsOf } from './items.js';
import { openLists, type PageList } from './open/index.js';
import { pageLines, withoutPageFrames } from './page-lines.js';
import { pageNotes } from './page-notes.js';
import { type PlainTables, plainTables } from './plain-tables.js';
import { segmentsOf } from './segments.js';
import { byTop, type PageTables, tablesOf } from './tables.js';
import { directionNotes, readingPage, withShownFrames } from './turned-pages.js';
import { takeWatermarks } from './watermarks.js';
import { takeWebTitle } from './web-title.js';

/** Pages of a PDF → blocks in reading order. */
export function repairPrinted(printed: readonly UprightPage[], words: Words): Omit<Repaired, 'glyphs' | 'unreadable'> {
  const { pages, furniture: watermarks } = takeWatermarks(printed);
  const reading = pages.map(readingPage);
  const tables: PageTables[] = [];
  for (const { page } of reading) tables.push(tablesOf(page, tables.at(-1)?.sheets));
  const outside = reading.map(({ page }, index) => {
    const { glyphs, rules } = tables[index] as PageTables;
    return { page: { ...page, rules }, segments: segmentsOf(glyphs) };
  });
  const lists = listsOf(outside, tables, words);
  const plain = outside.map(({ page }, index): PlainTables => {
    const { segments, rules, unread } = lists[index] as PageList;
    return unread ? { sheets: [], segments, rules } : plainTables(page.number, segments, rules);
  });
  const read = outside.map(({ page }, index) => {
    const { segments, rules } = plain[index] as PlainTables;
    return { page: { ...page, rules }, segments };
  });
  const besides = reading.flatMap(({ beside }) =>
    beside ? [{ page: beside, segments: segmentsOf(beside.glyphs) }] : [],
  );
  const { pages: texts, beside, furniture, pageLabels } = takeFurniture(read, besides);
  const gutters = texts.map(({ segments }) => findGutter(segments));
  const usual = usualGutter(gutters);
  const between = usualGutter(texts.map(({ segments }, index) => textGutter(segments, gutters[index] ?? null)));
  const aligned = texts.map(({ page, segments }, index) =>
    lists[index]?.unread ? { sheets: [], segments } : alignedTables(page.number, segments, between),
  );
  const bodies = texts.map(({ page }, index) => ({ page, segments: (aligned[index] as AlignedTables).segments }));
  const boxes = withoutPageFrames(
    bodies.map(({ segments }, index) => ({ segments, boxes: tables[index]?.boxes ?? [] })),
  );
  const sheets = tables.map((page, index) => {
    const sheet = lists[index]?.sheet;
    return [
      ...(sheet ? [sheet] : page.sheets),
      ...(plain[index] as PlainTables).sheets,
      ...(aligned[index] as AlignedTables).sheets,
    ].sort(byTop);
  });
  const items = bodies.flatMap(({ page, segments }, index) => [
    ...itemsOf(segments, sheets[index] ?? [], (part) => pageLines(page, part, boxes[index] ?? [], usual)),
    ...beside
      .filter((other) => other.page.number === page.number)
      .flatMap((other) => itemsOf(other.segments, [], (part) => pageLines(other.page, part, [], null))),
  ]);
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const { lines: listed, contents } = contentsOf(lines.map((line) => line.text));
  const entries = new Set(lines.filter((_, index) => listed.has(index)));
  const { blocks: flow, captions } = flowOf(items.filter((item) => item.kind === 'sheet' || !entries.has(item.line)));
  const { blocks, furniture: webTitle } = takeWebTitle(flow);
  return {
    blocks: withShownFrames(blocks, pages),
    furniture: [
      ...watermarks,
      ...furniture,
      ...webTitle,
      ...[...entries].map(({ text, page }): Furniture => ({ what: 'contents', page, text })),
      ...captions.map(({ text, page }): Furniture => ({ what: 'table-continued', page, text })),
    ],
    contents,
    unreadTables: [...lists.flatMap(({ unread }) => (unread ? [unread] : [])), ...tornTables(blocks)],
    pageNotes: [...pageNotes(pages), ...directionNotes(bodies, beside)],
    pageLabels,
  };
}

/** Lists that are not fully ruled; where they are is not known yet when furniture is looked for. */
function listsOf(pages: readonly PageSegments[], tables: readonly PageTables[], words: Words): PageList[] {
  const text = new Set(takeFurniture(pages).pages.flatMap(({ segments }) => segments));
  const listPages = pages.map((page, index) => ({ ...page, isRuled: (tables[index]?.sheets.length ?? 0) > 0 }));
  return openLists(listPages, (segment) => !text.has(segment), words);
}

/** The gutter in the middle of those of all pages that show one. */
function usualGutter(gutters: readonly (Gutter | null)[]): Gutter | null {
  const found = gutters.filter((gutter) => gutter !== null);
  return found.sort((a, b) => a[0] + a[1] - b[0] - b[1])[found.length >> 1] ?? null;
}

/**
 * A table without headings on the page after a task list, right below it or as wide: rows of the list that were not
 * understood.
 */
function tornTables(blocks: readonly Block[]): UnreadTable[] {
  return blocks.flatMap((block, index) => {
    const before = blocks.slice(0, index).findLastIndex(({ kind }) => kind === 'table');
    const above = blocks[before];
    if (block.kind !== 'table' || above?.kind !== 'table' || block.headerRows > 0) return [];
    if (before !== index - 1 && above.columns !== block.columns) return [];
    const page = block.pages[0] as number;
    if (!above.roles.includes('measure') || above.headerRows === 0 || page !== (above.pages.at(-1) as number) + 1)
      return [];
    return [
      {
        page,
        header: Traced.join(
          block.cells.filter(({ row }) => row === 0).map(({ text }) => text),
          ' ',
        ),
      },
    ];
  });
}
