import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compose } from '../fixtures/typesetter/compose/index.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { type Layout, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import { type Composition, fixedMetrics, type Sheet } from '../fixtures/typesetter/page.js';
import { writeHandwritten } from '../fixtures/typesetter/produce/handwritten/index.js';
import { convertIssue, inspectSource } from '../src/index.js';
import type { Box, Issue } from '../src/model/index.js';
import { shownBox, type Turn } from '../src/repair/turn.js';
import { onItsSide, rule, run } from './support/turned.js';

const layoutWith = (change: Partial<Layout>): Layout => ({ ...PLAIN_LAYOUT, orientation: 'landscape', ...change });
const SIZES = { documents: { min: 1, max: 1 }, measures: { min: 40, max: 40 }, items: 2 };

function composed(change: Partial<Layout> = {}): Composition {
  const layout = layoutWith(change);
  return compose(inventIssue(7, 0, { ...SIZES, layout }).manuscript, layout, fixedMetrics);
}

/** Everything but where it was read. */
const records = ({ measures, documents, flags, source, issue }: Issue) => ({
  measures: measures.map(({ sources, ...measure }) => measure),
  documents,
  flags,
  pageLabels: source.pageLabels,
  issue,
});

const tablesSchema = z.array(
  z.object({
    bbox: z.array(z.object({ page: z.number(), bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]) })),
    cells: z.array(
      z.object({
        text: z.string(),
        fragments: z.array(
          z.object({ page: z.number(), bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
        ),
      }),
    ),
  }),
);
const textSchema = z.object({
  blocks: z.array(z.object({ kind: z.string(), text: z.string().optional() })),
  furniture: z.array(z.object({ what: z.string(), page: z.number(), text: z.string() })),
});
const textOf = async (file: Uint8Array) => textSchema.parse(await inspectSource(file, 'text'));
const paragraphs = async (file: Uint8Array) => (await textOf(file)).blocks.map(({ text }) => text);

/** Within a tenth of a point, as boxes are rounded. */
function expectSameBoxes(found: readonly Box[], expected: readonly Box[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((box, index) => {
    const off = box.map((side, at) => Math.abs(side - ((expected[index] as Box)[at] as number)));
    expect(Math.max(...off)).toBeLessThan(0.11);
  });
}

describe('an issue whose pages lie on their sides, or upside down', () => {
  const pages = composed();
  const upright = writeHandwritten(pages, layoutWith({}));
  const turned = writeHandwritten(pages, layoutWith({ defect: 'turned-pages' }));
  /** As geometry.ts turns them: page 1 reads up, page 2 down. */
  const TURNS: readonly Turn[] = [3, 1, 3, 1, 2, 1];
  const asShown = (page: number, box: Box): Box => {
    const { width, height } = pages.sheets[page - 1] as Sheet;
    const turn = TURNS[(page - 1) % TURNS.length] as Turn;
    return shownBox(box, turn, turn === 2 ? { width, height } : { width: height, height: width });
  };

  test('gives the records of the upright one, without a flag more', async () => {
    expect(pages.sheets.length).toBeGreaterThan(5);
    expect(records(await convertIssue(turned))).toEqual(records(await convertIssue(upright)));
  });

  test('its boxes are those of the pages as shown', async () => {
    const boxes = ({ measures }: Issue) =>
      measures.flatMap(({ sources }) => sources.flatMap((source) => ('bbox' in source ? [source] : [])));
    const [found, expected] = [boxes(await convertIssue(turned)), boxes(await convertIssue(upright))];
    expectSameBoxes(
      found.map(({ bbox }) => bbox),
      expected.map(({ page, bbox }) => asShown(page, bbox)),
    );
  });

  test('so are the frames of tables and cells', async () => {
    const [found, expected] = [turned, upright].map(async (file) =>
      tablesSchema
        .parse(await inspectSource(file, 'tables'))
        .flatMap(({ bbox, cells }) => [...bbox, ...cells.flatMap(({ fragments }) => fragments)]),
    );
    const places = await expected;
    expect(places?.length).toBeGreaterThan(12);
    expectSameBoxes(
      ((await found) ?? []).map(({ bbox }) => bbox),
      (places ?? []).map(({ page, bbox }) => asShown(page, bbox)),
    );
  });

  test('inspect shows the glyphs as the page is shown', async () => {
    const view = z.array(z.object({ glyphs: z.array(z.object({ bbox: z.array(z.number()) })), width: z.number() }));
    const [first] = view.parse(await inspectSource(turned, 'pages'));
    expect(first?.width).toBe(pages.sheets[0]?.height);
    expect(Math.max(...(first?.glyphs ?? []).map(({ bbox }) => bbox[2] ?? 0))).toBeLessThan(first?.width ?? 0);
  });
});

describe('a list on its side in an upright issue', () => {
  const bare = composed({ runningHead: 'none', pageNumber: 'none', watermark: 'rotated' });
  const numbered = ({ runs, ...sheet }: Sheet, index: number): Sheet => ({
    ...sheet,
    runs: [
      run('某某省人民政府公报 2024年第6期', 60, 40, { size: 9 }),
      ...runs,
      run(`— ${index + 3} —`, sheet.width / 2 - 15, sheet.height - 30),
    ],
  });
  const isList = ({ width, height }: Sheet): boolean => width > height;
  const lying = bare.sheets.map((sheet, index) => numbered(isList(sheet) ? onItsSide(sheet) : sheet, index));
  const standing = bare.sheets.map(numbered);
  const file = (sheets: readonly Sheet[]) => writeHandwritten({ ...bare, sheets }, PLAIN_LAYOUT);

  test('page numbers and running heads that stay level are no part of it; watermarks stay what they are', async () => {
    expect(bare.sheets.filter(isList).length).toBeGreaterThan(1);
    const [found, expected] = [await convertIssue(file(lying)), await convertIssue(file(standing))];
    expect(records(found)).toEqual(records(expected));
    expect(found.source.pageLabels).toEqual(lying.map((_, index) => String(index + 3)));
    expect(found.coverage).toEqual(expected.coverage);
    const { furniture } = await textOf(file(lying));
    expect(furniture.filter(({ what }) => what === 'watermark')).toHaveLength(lying.length);
  });

  test('what else stays level is kept, and flagged: nothing says where it belongs', async () => {
    const page = lying.findIndex(
      ({ height }, index) => height === bare.sheets[index]?.width && isList(bare.sheets[index] as Sheet),
    );
    const noted = lying.map((sheet, index) =>
      index === page ? { ...sheet, runs: [...sheet.runs, run('注：本表由省办公厅负责解释。', 200, 300)] } : sheet,
    );
    const { flags, coverage, documents } = await convertIssue(file(noted));
    expect(flags).toMatchObject([{ code: 'order-uncertain', field: `page ${page + 1}`, severity: 'check' }]);
    expect(coverage.unplaced).toBe(0);
    expect(documents.map(({ text }) => text).join()).toContain('本表由省办公厅负责解释');
  });
});

const page = (runs: Sheet['runs'], rules: Sheet['rules'] = []): Composition => ({
  sheets: [{ width: 400, height: 560, runs, rules, textLines: [] }],
  documentPages: [[1, 1]],
  pageNumbers: [1],
});

describe('vertical writing', () => {
  const COLUMNS = [
    '关于印发《某某县防汛方案》的通知，请各镇认真贯彻执行，并于每月',
    '底前报送进展情况。县应急管理局要加强督促检查，确保各项措施落到',
    '实处。',
  ];
  const text = COLUMNS.join('');
  const expectRead = async (file: Uint8Array) => {
    expect((await paragraphs(file)).join('')).toBe(text);
    const { flags } = await convertIssue(file);
    expect(flags).toEqual([]);
  };

  test('in a vertical font: columns from the right', async () => {
    const columns = COLUMNS.map((column, index) => run(column, 330 - 18 * index, 60));
    const file = Buffer.from(writeHandwritten(page(columns), PLAIN_LAYOUT)).toString('latin1');
    // the same codes in the encoding for vertical writing, whose name is as long
    const vertical = file.replaceAll('/UniGB-UTF16-H', '/UniGB-UTF16-V');
    await expectRead(new Uint8Array(Buffer.from(vertical, 'latin1')));
  });

  test('character below character, as browsers draw it; a level page number stays one', async () => {
    const characters = COLUMNS.flatMap((column, index) =>
      Array.from(column, (character, row) => run(character, 330 - 18 * index, 60 + 10 * row)),
    );
    const file = writeHandwritten(page([...characters, run('— 12 —', 185, 535)]), PLAIN_LAYOUT);
    await expectRead(file);
    expect((await convertIssue(file)).source.pageLabels).toEqual(['12']);
  });

  test('forms of marks for vertical writing are the marks', async () => {
    const file = writeHandwritten(page([run('关于︽某某︾的通知︵试行︶︐', 60, 100)]), PLAIN_LAYOUT);
    expect(await paragraphs(file)).toEqual(['关于《某某》的通知（试行），']);
  });
});

describe('sideways text on an upright page', () => {
  const LEVEL = [
    '本县各镇人民政府应当按照本方案的要求，结合实际制定具体措施。',
    '县应急管理局负责督促检查，按月通报。',
  ];
  const lines = LEVEL.map((line, index) => run(line, 40, 60 + 18 * index));
  const frame = [...[200, 300].map((y) => rule(40, y, 360, y)), ...[40, 90, 360].map((x) => rule(x, 200, x, 300))];
  const cellsOf = async (sideways: Sheet['runs']) => {
    const file = writeHandwritten(page([...lines, ...sideways, run('清单', 100, 250)], frame), PLAIN_LAYOUT);
    const tables = tablesSchema.parse(await inspectSource(file, 'tables'));
    return { texts: tables.flatMap(({ cells }) => cells.map(({ text }) => text)), issue: await convertIssue(file) };
  };

  test.each([
    ['reads up', [run('防汛抗旱工', 62, 290, { angle: 90 }), run('作任务', 76, 280, { angle: 90 })]],
    ['reads down', [run('防汛抗旱工', 68, 210, { angle: -90 }), run('作任务', 54, 220, { angle: -90 })]],
  ])('a cell that %s', async (_, sideways) => {
    const { texts, issue } = await cellsOf(sideways);
    expect(texts).toEqual(['防汛抗旱工作任务', '清单']);
    expect(issue.flags).toEqual([]);
  });

  test('between the lines it is flagged', async () => {
    const file = writeHandwritten(page([...lines, run('装订线', 20, 400, { angle: 90 })]), PLAIN_LAYOUT);
    expect((await convertIssue(file)).flags).toMatchObject([{ code: 'order-uncertain', field: 'page 1' }]);
  });
});
