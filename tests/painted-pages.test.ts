import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LAYOUT_VALUES, type Layout, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import { type Composition, fixedMetrics, type Metrics, type Rule, type Run } from '../fixtures/typesetter/page.js';
import { printed } from '../fixtures/typesetter/print.js';
import { writeHandwritten } from '../fixtures/typesetter/produce/handwritten/index.js';
import { drawWithPdfkit, pdfkitFonts, pdfkitMetrics } from '../fixtures/typesetter/produce/pdfkit.js';
import { inspectSource } from '../src/index.js';

const [WIDTH, HEIGHT] = [400, 560];
const LINES = [
  '关于印发《政务服务“一网通办”实施方案》的通知',
  '第一条　各市、县（区）人民政府：优化流程，2024年6月底前办结率达到95%以上。',
  '责任单位:省数据局,各市政府;完成时限:长期(每年12月底前)。',
  '〔2024〕6号——附件1.任务清单……详见 https://www.example.com/gb?id=6#a',
  '黔川路、綦河、〇五期、㎡、①、“十四五”时期·省级 × 10 °C',
  '推进审批事项清单化管理，压缩办理环节。',
  '建立台账，逐项销号。',
  '加强督导检查。',
];

/** Pages of a bold title, stretched lines of body text, a small table, a watermark. */
function composition(layout: Pick<Layout, 'script' | 'punctuation'>, lines = LINES, pageCount = 6): Composition {
  const run = (text: string, y: number, change: Partial<Run> = {}): Run => ({
    text: printed(text, layout),
    x: 40,
    y,
    size: 9,
    spacing: 0,
    weight: 'regular',
    grey: 0,
    angle: 0,
    ...change,
  });
  const rule = (x0: number, y0: number, x1: number, y1: number): Rule => ({ x0, y0, x1, y1, width: 0.5, grey: 0 });
  const sheets = Array.from({ length: pageCount }, (_, page) => ({
    width: WIDTH,
    height: HEIGHT,
    rules: [rule(40, 400, 360, 400), rule(40, 460, 360, 460), rule(40, 400, 40, 460), rule(360, 400, 360, 460)],
    runs: [
      run('公报', 300, { x: 150, size: 40, grey: 0.8, angle: 45 }),
      run(lines[0] ?? '', 60, { size: 12, weight: 'bold' }),
      ...lines.map((text, index) => run(text, 90 + 20 * index, { spacing: index % 2 === 0 ? 0 : 0.37 })),
      run(`表格第${page + 1}页`, 430, { weight: 'bold' }),
    ],
    textLines: [],
  }));
  return { sheets, documentPages: [[1, pageCount]], pageNumbers: sheets.map((_, index) => index + 12) };
}

const layoutWith = (change: Partial<Layout>): Layout => ({ ...PLAIN_LAYOUT, ...change });

/** Without a map to Unicode, Adobe-GB1 has one … for what Unicode has as two, and pdf.js takes the mathematical one. */
const OTHERWISE_READ: Readonly<Record<string, string>> = { '⋯': '…' };

const glyphSchema = z.object({
  text: z.string(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  size: z.number(),
});
const pagesSchema = z.array(
  z.object({
    width: z.number(),
    height: z.number(),
    glyphs: z.array(glyphSchema),
    hidden: z.array(glyphSchema.extend({ because: z.string() })),
    unreadable: z.array(glyphSchema),
    rules: z.array(z.object({ direction: z.enum(['horizontal', 'vertical']), at: z.number() })),
  }),
);

const read = async (file: Uint8Array) => pagesSchema.parse(await inspectSource(file, 'pages'));

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Level characters of runs, spaces excepted, with the left end of their baseline. */
function composed(runs: readonly Run[], metrics: Metrics): Placed[] {
  return runs
    .filter(({ angle }) => angle === 0)
    .flatMap(({ text, x, y, size, spacing, weight }) => {
      let left = x;
      return [...text].map((character) => {
        const placed = { text: character, x: left, y };
        left += metrics(character, weight) * size + spacing;
        return placed;
      });
    })
    .filter(({ text }) => text.trim() !== '');
}

type ReadPage = Awaited<ReturnType<typeof read>>[number];

/** A glyph's box reaches 0.12 em below its baseline. */
const painted = ({ glyphs }: ReadPage): Placed[] =>
  glyphs
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, bbox, size }) => ({ text: OTHERWISE_READ[text] ?? text, x: bbox[0], y: bbox[3] - 0.12 * size }));

const WITHIN_PT = 1;

/** What of `wanted` is not in `found` at its place. */
const missing = (wanted: readonly Placed[], found: readonly Placed[]): Placed[] =>
  wanted.filter(
    ({ text, x, y }) =>
      !found.some(
        (other) => other.text === text && Math.abs(other.x - x) < WITHIN_PT && Math.abs(other.y - y) < WITHIN_PT,
      ),
  );

/** Every composed character of each page is read at its place, and nothing else on the page. */
async function expectSamePlaces(file: Uint8Array, { sheets }: Composition, metrics: Metrics = fixedMetrics) {
  const pages = await read(file);
  expect(pages.length).toBe(sheets.length);
  for (const [index, { runs, width, height }] of sheets.entries()) {
    const page = pages[index] as ReadPage;
    expect([page.width, page.height]).toEqual([width, height]);
    const found = painted(page).filter(({ x, y }) => x >= 0 && x < width && y >= 0 && y < height);
    const wanted = composed(runs, metrics);
    expect(missing(wanted, found), `page ${index + 1}`).toEqual([]);
    const turned = new Set(runs.filter(({ angle }) => angle !== 0).flatMap(({ text }) => [...text]));
    const extra = missing(found, wanted).filter(({ text }) => !turned.has(text));
    expect(extra, `page ${index + 1}`).toEqual([]);
  }
}

const UNREADABLE: readonly Layout['defect'][] = ['no-tounicode', 'cut-off'];
/** The reader sees these pages on their sides: see turned-pages.test.ts. */
const LYING: readonly Layout['defect'][] = ['turned-pages'];
const READABLE = LAYOUT_VALUES.defect.filter((defect) => ![...UNREADABLE, ...LYING].includes(defect));

describe('a handwritten file shows what was composed, whatever its defect', () => {
  test.each(READABLE)('%s: every character stands at its place', async (defect) => {
    const layout = layoutWith({ defect });
    const pages = composition(layout);
    await expectSamePlaces(writeHandwritten(pages, layout), pages);
  });

  test('traditional characters, and half-width punctuation', async () => {
    const layout = layoutWith({ script: 'traditional', punctuation: 'half' });
    const pages = composition(layout);
    await expectSamePlaces(writeHandwritten(pages, layout), pages);
  });

  test('rules are read where they are drawn, stroked or filled; white ones are not', async () => {
    for (const defect of ['none', 'white-rules', 'rotated-pages'] as const) {
      const layout = layoutWith({ defect });
      for (const { rules } of await read(writeHandwritten(composition(layout), layout))) {
        const at = rules.map((rule) => `${rule.direction} ${Math.round(rule.at)}`);
        expect(at.sort()).toEqual(['horizontal 400', 'horizontal 460', 'vertical 360', 'vertical 40']);
      }
    }
  });

  test.each(LAYOUT_VALUES.defect)('%s: the same bytes on every run', (defect) => {
    const layout = layoutWith({ defect });
    const [first, second] = [1, 2].map(() => Buffer.from(writeHandwritten(composition(layout), layout)));
    expect(first?.equals(second as Buffer)).toBe(true);
  });

  test('a character that the encoding does not have is named', () => {
    const layout = layoutWith({ defect: 'gbk-euc-h' });
    expect(() => writeHandwritten(composition(layout, ['网址：𬱖']), layout)).toThrow('“𬱖”');
  });
});

describe('each defect is in the file', () => {
  const fileWith = (defect: Layout['defect']): Buffer => {
    const layout = layoutWith({ defect });
    return Buffer.from(writeHandwritten(composition(layout), layout));
  };
  const textOf = (defect: Layout['defect']): string => fileWith(defect).toString('latin1');

  test('gbk-euc-h and unigb-ucs2-h: no font is embedded, and none says what its codes mean', () => {
    for (const defect of ['gbk-euc-h', 'unigb-ucs2-h'] as const) {
      expect(textOf(defect)).toContain(`/Encoding /${defect === 'gbk-euc-h' ? 'GBK-EUC-H' : 'UniGB-UCS2-H'}`);
      expect(textOf(defect)).not.toMatch(/ToUnicode|FontFile/u);
    }
    expect(textOf('none')).toContain('/ToUnicode');
  });

  test('no-tounicode: an embedded font whose codes are read as other characters', async () => {
    expect(textOf('no-tounicode')).toContain('/FontFile2');
    expect(textOf('no-tounicode')).not.toContain('ToUnicode');
    const wanted = new Set(composed(composition(PLAIN_LAYOUT).sheets[0]?.runs ?? [], fixedMetrics).map((c) => c.text));
    const found = (await read(fileWith('no-tounicode')))[0]?.unreadable.map(({ text }) => text) ?? [];
    expect(found.length).toBeGreaterThan(wanted.size);
    expect(found.filter((text) => /\p{sc=Han}/u.test(text) && wanted.has(text))).toEqual([]);
  });

  test('doubled-glyphs: bold lines, and some that are not, are drawn twice', async () => {
    const layout = layoutWith({ defect: 'doubled-glyphs' });
    const [plain] = await read(writeHandwritten(composition(layout), PLAIN_LAYOUT));
    const [doubled] = await read(writeHandwritten(composition(layout), layout));
    const count = (page: ReadPage | undefined, character: string): number =>
      page?.glyphs.filter(({ text }) => text === character).length ?? 0;
    expect(count(doubled, '表')).toBe(2 * count(plain, '表'));
    const total = (page: ReadPage | undefined): number => page?.glyphs.length ?? 0;
    const bold = [...(LINES[0] ?? ''), ...'表格第1页'].length;
    expect(total(doubled)).toBeGreaterThan(total(plain) + bold);
  });

  test('invisible-over-scan: a picture on each page, and no line that is not part of it', async () => {
    expect(textOf('invisible-over-scan').match(/\/Subtype \/Image/gu)).toHaveLength(6);
    for (const { rules } of await read(fileWith('invisible-over-scan'))) expect(rules).toEqual([]);
  });

  test('rotated-pages: turned by every quarter', () => {
    expect(new Set(textOf('rotated-pages').match(/\/Rotate \d+/gu))).toEqual(
      new Set(['/Rotate 90', '/Rotate 180', '/Rotate 270']),
    );
  });

  test('off-page-text: text outside the box that is shown', async () => {
    expect(textOf('off-page-text')).toContain('/CropBox');
    for (const page of await read(fileWith('off-page-text'))) {
      const outside = page.hidden.filter(({ because }) => because === 'off-page');
      expect(outside.map(({ text }) => text).join('')).toContain('公报内文.indd');
      const seen = painted(page).filter(({ x, y }) => x < 0 || x > WIDTH || y < 0 || y > HEIGHT);
      expect(seen).toEqual([]);
    }
  });

  test('broken-xref: the table and startxref point to other places than the objects', () => {
    const file = textOf('broken-xref');
    expect(file.slice(Number(/startxref\s+(\d+)/u.exec(file)?.[1]))).not.toMatch(/^xref/u);
    const entries = [...file.slice(file.lastIndexOf('\nxref')).matchAll(/^(\d{10}) \d{5} n/gmu)];
    expect(entries.length).toBeGreaterThan(0);
    for (const [, offset] of entries) expect(file.slice(Number(offset))).not.toMatch(/^\d+ 0 obj/u);
  });

  test('cut-off: the end of the file is missing', () => {
    const [whole, cut] = [fileWith('none'), fileWith('cut-off')];
    expect(cut.length).toBeLessThan(0.75 * whole.length);
    expect(whole.subarray(0, cut.length).equals(cut)).toBe(true);
  });
});

const FONTS = pdfkitFonts();

describe.skipIf(FONTS === null)(
  'pdfkit shows what was composed (needs fonts-arphic-uming and fonts-arphic-ukai)',
  () => {
    test.each(LAYOUT_VALUES.script)('%s: every character stands at its place', async (script) => {
      const layout = layoutWith({ script });
      const pages = composition(layout, LINES, 2);
      await expectSamePlaces(await drawWithPdfkit(pages, { title: '公报' }), pages, pdfkitMetrics());
    });

    test('the same bytes on every run', async () => {
      const pages = composition(PLAIN_LAYOUT, LINES, 1);
      const [first, second] = [
        await drawWithPdfkit(pages, { title: '公报' }),
        await drawWithPdfkit(pages, { title: '公报' }),
      ];
      expect(Buffer.from(first).equals(second)).toBe(true);
    });

    test('a character that the font does not have is named', async () => {
      const pages = composition(PLAIN_LAYOUT, ['表情😀'], 1);
      await expect(drawWithPdfkit(pages, { title: '公报' })).rejects.toThrow('“😀” (U+1F600)');
    });
  },
);
