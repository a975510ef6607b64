import type { Extract } from './extract/page.js';
import type { Box } from './model/index.js';
import type { Block, LogicalTable, Repaired } from './repair/index.js';
import { rounded, union } from './text/box.js';
import { type PrintedGlyph, placeOf } from './text/glyph.js';
import type { Traced } from './text/traced.js';

export const INSPECT_STAGES = ['pages', 'tables', 'text', 'differences'] as const;
export type InspectStage = (typeof INSPECT_STAGES)[number];

/**
 * The glyphs and rules of each page, and what else is in the file there: pictures, glyphs that nobody sees (and why),
 * glyphs in fonts that cannot be read; or the lines of a text.
 */
export function pagesView(extract: Extract): unknown {
  if (extract.kind === 'text') {
    return extract.pages.map(({ number, lines }) => ({
      page: number,
      lines: lines.map((line) => ({ line: line.number, text: line.glyphs.map((glyph) => glyph.text).join('') })),
    }));
  }
  return extract.pages.map(({ number, width, height, glyphs, rules, images, hidden, unreadable, ...page }) => ({
    page: number,
    width,
    height,
    glyphs: glyphs.map(glyphView),
    rules,
    images: images.map(rounded),
    hidden: hidden.map(({ glyph, because }) => ({ because, ...glyphView(glyph) })),
    unreadable: unreadable.map(glyphView),
    recognised: page.recognised,
    damaged: page.damaged,
  }));
}

const glyphView = ({ text, box, size }: PrintedGlyph): { text: string; bbox: Box; size: number } => ({
  text,
  bbox: box,
  size,
});

/** Logical tables, joined over pages, spans kept (design.md §3). Rows and columns count from 0; `bbox` has one box a page. */
export function tablesView(repaired: Repaired): unknown {
  return repaired.blocks.flatMap((block) => (block.kind === 'table' ? [tableView(block)] : []));
}

function tableView({ pages, bbox, rows, columns, headerRows, cells }: LogicalTable): unknown {
  return {
    pages,
    bbox: bbox.map((part) => ({ page: part.page, bbox: rounded(part.bbox) })),
    rows,
    columns,
    headerRows,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text, fragments }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: text.text,
      fragments: fragments.map((fragment) => ({ page: fragment.page, bbox: fragment.bbox && rounded(fragment.bbox) })),
    })),
  };
}

/** Paragraphs in reading order with their place, and the furniture that was taken off. */
export function textView(repaired: Repaired): unknown {
  return {
    pageLabels: repaired.pageLabels,
    blocks: repaired.blocks.map(blockView),
    furniture: repaired.furniture.map(({ what, page, text }) => ({ what, page, text: text.text })),
  };
}

function blockView(block: Block): unknown {
  if (block.kind === 'table') return { kind: 'table', pages: block.pages, rows: block.rows, columns: block.columns };
  const places = placesOf(block.text);
  return { kind: 'paragraph', ...places, centred: block.centred, text: block.text.text };
}

/** One box a page, or the first and last line of a text. */
function placesOf(text: Traced): { places: { page: number; bbox: Box }[] } | { lines: [number, number] } {
  const pages = new Map<number, PrintedGlyph[]>();
  const lines: number[] = [];
  for (const glyph of text.glyphs) {
    if (glyph?.kind === 'typed') lines.push(glyph.line);
    else if (glyph) {
      const onPage = pages.get(glyph.page);
      if (onPage) onPage.push(glyph);
      else pages.set(glyph.page, [glyph]);
    }
  }
  if (lines.length > 0) return { lines: [lines[0] as number, lines.at(-1) as number] };
  return {
    places: [...pages].map(([page, glyphs]) => ({ page, bbox: rounded(union(glyphs.map(placeOf))) })),
  };
}
