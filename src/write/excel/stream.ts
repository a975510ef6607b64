// Rows that go to the file as they come: however many there are, a workbook in the making holds few of them.
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { headerHeight, MAX_ROW_POINTS, textHeight } from './layout.js';
import { PAGE_FOOTER, pageSetup } from './pages.js';
import { STYLES, type StyleName } from './styles.js';

/** The earliest time an entry of a zip can carry. */
const EARLIEST = new Date('1980-01-01T00:00:00Z');
/** exceljs takes rows without end, whether or not they are read: after so many, they are waited for. */
const ROWS_AT_ONCE = 100;

export interface StreamedCell {
  readonly value: string | number | Date | null;
  readonly style: StyleName;
}

export interface StreamedColumn {
  readonly heading: string;
  /** In digits of the default font. */
  readonly width: number;
}

/** A table under a header that stays in sight, is printed on each page, and filters. */
export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly StreamedColumn[];
  /** Each with a cell a column. */
  readonly rows: AsyncIterable<readonly StreamedCell[]> | Iterable<readonly StreamedCell[]>;
}

/** The bytes of a workbook (.xlsx), sheet after sheet; the same rows give the same bytes. */
export async function* streamWorkbook(title: string, sheets: readonly StreamedSheet[]): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const state = { isGivenUp: false };
  const filled = fill(out, title, sheets, state);
  filled.catch((error) => out.destroy(error));
  try {
    yield* out;
    await filled;
  } finally {
    // whoever reads has had enough, the disk being full: what is still written goes nowhere
    state.isGivenUp = true;
    out.on('error', () => {}).destroy();
  }
}

async function fill(
  stream: PassThrough,
  title: string,
  sheets: readonly StreamedSheet[],
  state: { isGivenUp: boolean },
): Promise<void> {
  const workbook = new UndatedWriter({ stream, useStyles: true });
  workbook.created = workbook.modified = EARLIEST;
  workbook.creator = workbook.lastModifiedBy = 'gongbao';
  workbook.title = title;
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1, showGridLines: false }],
      pageSetup: pageSetup(1, columns),
      headerFooter: PAGE_FOOTER,
    });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const header = columns.map(({ heading }): StreamedCell => ({ value: heading, style: 'header' }));
    addRow(sheet, header, headerHeight(columns));
    let last = 1;
    for await (const cells of rows) {
      if (state.isGivenUp) return;
      const heights = cells.map(({ value }, index) => textHeight(shown(value), columns[index]?.width ?? 0));
      addRow(sheet, cells, Math.min(MAX_ROW_POINTS, Math.max(...heights)));
      last += 1;
      if (last % ROWS_AT_ONCE === 0) await written(stream);
    }
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns.length } };
    sheet.commit();
  }
  await workbook.commit();
}

/** Lets what was added be compressed and read. */
async function written(stream: PassThrough): Promise<void> {
  do await setTimeout(0);
  while (stream.writableNeedDrain && !stream.destroyed);
}

function addRow(sheet: ExcelJS.Worksheet, cells: readonly StreamedCell[], height: number): void {
  const row = sheet.addRow([]);
  cells.forEach(({ value, style }, index) => {
    const cell = row.getCell(index + 1);
    // an empty string would still be stored as a text of no characters
    cell.value = value === '' ? null : value;
    cell.style = STYLES[style];
  });
  row.height = height;
  row.commit();
}

const shown = (value: StreamedCell['value']): string =>
  value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

type Append = (source: unknown, data: object) => unknown;

/** exceljs stamps the entries of the zip with the time of writing and offers no way to choose another. */
class UndatedWriter extends ExcelJS.stream.xlsx.WorkbookWriter {
  /** Called by the constructor of exceljs before the first entry. */
  override addThemes(): Promise<void> {
    const { zip } = this as unknown as { zip: { append: Append } };
    const append = zip.append.bind(zip);
    zip.append = (source, data) => append(source, { ...data, date: EARLIEST });
    return super.addThemes();
  }
}
