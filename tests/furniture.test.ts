import { describe, expect, test } from 'vitest';
import type { PrintedPage, Rule } from '../src/extract/page.js';
import { takeFurniture } from '../src/repair/printed/furniture.js';
import { segmentsOf } from '../src/repair/printed/segments.js';
import { takeWatermarks } from '../src/repair/printed/watermarks.js';
import { printedPage } from './support/page.js';
import { printed } from './support/traced.js';

describe('what stands in the margin of several pages is furniture', () => {
  type Print = readonly [text: string, y: number];
  const HEAD = 40;
  const FOOT = 800;
  const pages = (prints: readonly (readonly Print[])[], rules: readonly Rule[] = []) =>
    takeFurniture(
      prints.map((rows, index) => {
        const glyphs = rows.flatMap(([text, y]) => printed(text, 80, y, index + 1));
        const page = printedPage({ number: index + 1, glyphs, rules });
        return { page, segments: segmentsOf(glyphs) };
      }),
    );
  const taken = (found: ReturnType<typeof pages>): string[] => found.furniture.map(({ text }) => text.text);
  const BODY: Print = ['各县区要把防汛备汛摆在重要位置', 400];

  test('the same row at the same height, on odd and even pages in turn', () => {
    const heads: Print[] = ['县政府文件', '柳渡公报', '县政府文件', '柳渡公报'].map((text) => [text, HEAD]);
    const found = pages(heads.map((head) => [head, BODY]));
    expect(taken(found)).toEqual(heads.map(([text]) => text));
    expect(found.pages.map(({ segments }) => segments.length)).toEqual([1, 1, 1, 1]);
  });

  test('a height that differs by a little is the same', () => {
    expect(
      taken(
        pages([
          [['任免事项', 39], BODY],
          [['任免事项', 41], BODY],
        ]),
      ),
    ).toHaveLength(2);
    expect(
      taken(
        pages([
          [['任免事项', 39], BODY],
          [['任免事项', 52], BODY],
        ]),
      ),
    ).toEqual([]);
  });

  test('the number of each page labels it, null where none is printed', () => {
    const found = pages([[BODY], [BODY, ['—13—', FOOT]], [BODY, ['14', FOOT]]]);
    expect(found.pageLabels).toEqual([null, '13', '14']);
    expect(found.furniture.map(({ what, page }) => [what, page])).toEqual([
      ['page-number', 2],
      ['page-number', 3],
    ]);
  });

  test('a row above the long line under the head, though each page has another', () => {
    const rule: Rule = { direction: 'horizontal', at: 50, from: 60, to: 540 };
    expect(
      taken(
        pages(
          [
            [['要闻', HEAD], BODY],
            [['任免', HEAD], BODY],
          ],
          [rule],
        ),
      ),
    ).toEqual(['要闻', '任免']);
  });

  test('the first line of one page only, and what comes again in the middle of pages, stay text', () => {
    expect(taken(pages([[['各县区要落实责任', HEAD], BODY], [BODY]]))).toEqual([]);
  });

  /** GB/T 9704—2012, 7.3.7. */
  test('附件1 and 附件2 at the top of their pages are headings of attachments', () => {
    expect(
      taken(
        pages([
          [['附件1', HEAD], BODY],
          [['附件2', HEAD], BODY],
        ]),
      ),
    ).toEqual([]);
  });

  /** A column of lines at x, one every 15 pt down to y. */
  const column = (x: number, y: number, page: number, last: string, size = 10) =>
    Array.from({ length: 20 }, (_, line) =>
      printed(line === 0 ? last : `第${page}页的${line}行各不相同`, x, y - 15 * line, page, size),
    ).flat();
  const ofGlyphs = (prints: ReturnType<typeof printed>[]): string[] =>
    takeFurniture(
      prints.map((glyphs, index) => ({
        page: printedPage({ number: index + 1, glyphs }),
        segments: segmentsOf(glyphs),
      })),
    ).furniture.map(({ text }) => text.text);

  test('a line of text that comes again at the foot of a page stays text, also beside a column on other heights', () => {
    const page = (number: number) => [
      ...column(80, 760, number, '各县区要落实责任'),
      ...column(320, 723, number, `另一栏的末行${number}`),
    ];
    expect(ofGlyphs([page(1), page(2)])).toEqual([]);
  });

  test('and where most text of the issue is smaller', () => {
    const small = (number: number) => [
      ...column(80, 760, number, `末行${number}`, 9),
      ...column(320, 760, number, '', 9),
    ];
    const pages = [1, 2].map((number) => column(80, 760, number, '各县区要落实责任'));
    expect(ofGlyphs([...pages, small(3), small(4), small(5)])).toEqual([]);
  });

  test('a year in a line that is torn to the width of its column is no page number', () => {
    const torn = (['统', '2031', '年', '录'] as const).flatMap((part, index) => printed(part, 80 + 60 * index, 760, 1));
    const glyphs = [...torn, ...column(80, 745, 1, '各县区要落实责任')];
    expect(ofGlyphs([glyphs])).toEqual([]);
  });
});

describe('watermarks', () => {
  const page = (number: number, mark: string, size: number, lightness: number): PrintedPage => {
    const text = printed('各县区要把防汛备汛摆在重要位置', 80, 400, number);
    const own = printed(mark, 80, 500, number, size).map((glyph) => ({ ...glyph, lightness }));
    return printedPage({ number, glyphs: [...text, ...own] });
  };
  const marks = (...pages: PrintedPage[]): string[] => takeWatermarks(pages).furniture.map(({ text }) => text.text);

  test('light text that comes again', () => {
    expect(marks(page(1, '样稿', 10, 0.9), page(2, '样稿', 10, 0.9))).toEqual(['样稿', '样稿']);
    expect(marks(page(1, '样稿', 10, 0.9), page(2, '别的', 10, 0.9))).toEqual([]);
  });

  test('very large text that comes again, of any lightness: under a scan none is known', () => {
    expect(marks(page(1, '柳渡公报', 40, 0), page(2, '柳渡公报', 40, 0))).toEqual(['柳渡公报', '柳渡公报']);
    expect(marks(page(1, '柳渡公报', 40, 0), page(2, '任免', 10, 0))).toEqual([]);
    expect(marks(page(1, '柳渡公报', 16, 0), page(2, '柳渡公报', 16, 0))).toEqual([]);
  });
});
