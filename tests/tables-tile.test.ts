// What holds of every table, whatever its sheets hold: its cells tile its grid, and its characters are in one cell each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { LAYOUT_VALUES, type Layout } from '../fixtures/typesetter/layout.js';
import { fixedMetrics } from '../fixtures/typesetter/page.js';
import { writeHandwritten } from '../fixtures/typesetter/produce/handwritten/index.js';
import { readPdf } from '../src/extract/pdf/read.js';
import { Budget, DEFAULT_LIMITS } from '../src/limits.js';
import type { Box } from '../src/model/index.js';
import { repair } from '../src/repair/index.js';
import { joinSheets, type Sheet } from '../src/repair/table/index.js';
import { ROOT } from './support/paths.js';
import { type Print, sheet } from './support/sheet.js';
import { glyphFaults, tilingFaults } from './support/tiling.js';

const HEADERS = [
  ['主要指标', '目标任务', '具体措施', '完成时限', '责任单位'],
  ['序号', '重点任务', '具体措施', '责任单位', '配合单位'],
  ['序号', '工作任务', '责任单位', '完成时限', '备注'],
  ['项目', '甲', '乙', '丙', '丁'],
];
const COLUMNS = 5;
const EVERYWHERE: Box = [-1, -1, 9999, 9999];
const texts = fc.constantFrom(
  '',
  '',
  '1',
  '2',
  '12',
  '一、水面',
  '二、湿地',
  '1.疏浚河道',
  '2.修复湿地，',
  '和水面。',
  '（1）清理淤泥，',
  '（2）加固堤防。',
  '县水务局',
  '、县财政局',
  '3月底前',
);

/** Rows cut into cells at random: each square begins a cell as wide and tall as there is room for. */
const rowsOf = fc
  .array(
    fc.array(fc.tuple(texts, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
      minLength: COLUMNS,
      maxLength: COLUMNS,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((wanted): Print[][] => {
    const taken = wanted.map(() => new Array<boolean>(COLUMNS).fill(false));
    const isFree = (row: number, column: number): boolean => taken[row]?.[column] === false;
    return wanted.map((cells, row) =>
      cells.map(([text, tall, wide], column): Print => {
        if (!isFree(row, column)) return null;
        // most cells are one column wide; some are a row over all
        const wish = wide < 7 ? 1 : wide < 9 ? 2 : COLUMNS;
        let columns = 1;
        while (columns < wish && isFree(row, column + columns)) columns += 1;
        const isWhole = (at: number): boolean =>
          Array.from({ length: columns }, (_, index) => isFree(at, column + index)).every(Boolean);
        let rows = 1;
        while (rows < tall && isWhole(row + rows)) rows += 1;
        for (let y = row; y < row + rows; y++) taken[y]?.fill(true, column, column + columns);
        return [text, rows, columns];
      }),
    );
  });

const sheets = fc
  .record({
    header: fc.constantFrom(...HEADERS),
    pages: fc.array(fc.record({ isHeaded: fc.boolean(), isHeadedAgain: fc.boolean(), rows: rowsOf, more: rowsOf }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ header, pages }): Sheet[] =>
    pages.map(({ isHeaded, isHeadedAgain, rows, more }, index) =>
      sheet(
        index + 1,
        ...(isHeaded || index === 0 ? [header] : []),
        ...rows,
        ...(isHeadedAgain ? [header, ...more] : []),
      ),
    ),
  );

describe('a table joined of sheets', () => {
  test('has cells that tile its grid, and each character of its sheets in one of them', () => {
    fc.assert(
      fc.property(sheets, (parts) => {
        const table = joinSheets(parts);
        expect(tilingFaults(table)).toEqual([]);
        const glyphs = parts.flatMap(({ cells }) => cells.flatMap(({ text }) => text.glyphs.filter((one) => !!one)));
        const printed = glyphs.flatMap((glyph) => (glyph.kind === 'printed' ? [glyph] : []));
        const page = { number: 0, glyphs: printed.map((glyph) => ({ ...glyph, page: 0 })) };
        const everywhere = { ...table, bbox: [{ page: 0, bbox: EVERYWHERE }] };
        expect(glyphFaults([everywhere], [page])).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What is wrong with the tables of a file. */
async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const file = 'made-up.pdf';
  const pages = await readPdf(bytes, { file, passwords: [], budget: new Budget(DEFAULT_LIMITS, file) });
  const { blocks, furniture, glyphs } = repair({ kind: 'pdf', pages });
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  // a watermark is printed over the page, and in no cell
  const aside = new Set(
    furniture.flatMap(({ what, text }) =>
      what === 'watermark' ? text.glyphs.flatMap((glyph) => (glyph ? [glyph.index] : [])) : [],
    ),
  );
  const byPage = pages.map(({ number }) => ({
    number,
    glyphs: glyphs.flatMap((glyph) => (glyph.kind === 'printed' && glyph.page === number ? [glyph] : [])),
  }));
  return [...tables.flatMap(tilingFaults), ...glyphFaults(tables, byPage, (index) => aside.has(index))];
}

describe('made-up issues', () => {
  const RULINGS = LAYOUT_VALUES.ruling.flatMap((ruling) =>
    LAYOUT_VALUES.merged.flatMap((merged) =>
      LAYOUT_VALUES.cellAlign.map((cellAlign): Partial<Layout> => ({ ruling, merged, cellAlign })),
    ),
  );
  test.each(RULINGS)('$ruling, $merged, $cellAlign', async (changes) => {
    for (const [index, columnSet] of LAYOUT_VALUES.columnSet.entries()) {
      const { manuscript, layout } = inventIssue(5, index, {
        documents: { min: 1, max: 1 },
        measures: { min: 20, max: 40 },
        items: 1,
        producers: ['handwritten'],
        layout: { ...changes, columnSet, producer: 'handwritten', form: 'pdf', defect: 'none' },
      });
      const file = writeHandwritten(compose(manuscript, layout, fixedMetrics), layout);
      expect(await faultsOf(file), columnSet).toEqual([]);
    }
  });
});

const CORPUS = join(ROOT, '../shared/corpus');
const isHere = existsSync(CORPUS);
if (!isHere) console.warn('skipped: the real gazettes (../shared) are not on this machine');
const pdfsIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.pdf') ? [join(folder, name)] : []));
/** Not read to the end, or not at all. */
const UNREADABLE = /(?:no-tounicode|cut-off|invisible-over-scan)/u;

describe('files', () => {
  const files = [
    ...pdfsIn(join(ROOT, 'fixtures/issues')).filter((file) => !UNREADABLE.test(file)),
    ...(isHere ? pdfsIn(CORPUS) : []),
  ];
  test.each(files.map((file) => [file.split('/').at(-1), file]))('%s', async (_, file) => {
    expect(await faultsOf(new Uint8Array(readFileSync(file as string)))).toEqual([]);
  });
});
