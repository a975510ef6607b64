import type { Flag } from '../model/index.js';
import type { Cell, ColumnRole, LogicalTable } from '../repair/index.js';
import type { Numbering } from '../text/numbering.js';
import { continuedJoins, fragmentOn, joinsOn } from './by-sheet.js';
import type { Context } from './context.js';
import { printedAgainSays } from './two-wordings.js';
import { differingParts } from './wording.js';

/** How the cells of a row came together over the sheets. */
export function joinFlags(path: readonly Cell[], main: Cell, context: Context): Flag[] {
  const flags: Flag[] = [];
  const sheet = main.fragments[0]?.sheet;
  path.forEach((cell, level) => {
    const field = `path[${level}]`;
    const printed = fragmentOn(cell, sheet);
    const isBlank = joinsOn(cell, sheet).some((join) => join.how === 'blank' && join.row <= main.row);
    if (!printed || isBlank) {
      const from = cell.fragments.at(-1);
      const place = from?.bbox ? context.pageName(from.page) : '前文';
      const message = `此处未重印，承接${place}「${cell.text.text.slice(0, 20)}」`;
      flags.push({ code: 'path-inherited', field, severity: 'note', message });
    } else if (isFirstRow(main, cell, sheet) && printed.text.text !== cell.text.text) {
      const [here, before] = differingParts(printed.text.text, cell.text.text);
      const message = `重印的文字不同：${printedAgainSays(here, before)}`;
      flags.push({ code: 'repeat-differs', field, severity: 'check', message });
    }
  });
  const continued = [main, ...path].flatMap(continuedJoins);
  const ofMain = continuedJoins(main);
  if (ofMain.length > 0 || continued.some((join) => join.byWording && join.row === main.row)) {
    const severity = continued.some((join) => join.byWording) ? 'check' : 'note';
    const joined = ofMain.length > 0 ? [main] : path;
    const pages = new Set(joined.flatMap((cell) => cell.fragments.map((fragment) => fragment.page)));
    const places = [...pages].sort((a, b) => a - b).map((page) => context.pageName(page));
    const message = main.fragments[0]?.bbox ? `由${places.join('、')}的内容接成` : '由前后两处的内容接成';
    flags.push({ code: 'row-joined', field: ofMain.length > 0 ? 'text' : 'path', severity, message });
  }
  return flags;
}

/** Cells of units and dates that the row's sheet leaves blank, since those above stand for them too. */
export function sharedFlags(cells: readonly Cell[], main: Cell, { roles }: LogicalTable, context: Context): Flag[] {
  return cells.flatMap((cell): Flag[] => {
    const role = roles[cell.column];
    if (!role || role === 'path') return [];
    const isOver = cell.row < main.row || cell.row + cell.rowSpan > main.row + main.rowSpan;
    const cut = cell.joins.find(({ how, byWording }) => isOver && how === 'continued' && byWording);
    if (cut) {
      const message = `单元格似跨页合并，由前后两页的内容接成「${cell.text.text.slice(0, 20)}」，请核对`;
      return [{ code: 'row-joined', field: fieldOf(role), severity: 'check', message }];
    }
    const join = cell.joins.find(({ how, row }) => how === 'blank' && row === main.row && cell.row < main.row);
    if (!join) return [];
    const from = cell.fragments.at(-1);
    const place = from?.bbox ? context.pageName(from.page) : '前文';
    const message = `此处未重印，承接${place}「${cell.text.text.slice(0, 20)}」`;
    const field = fieldOf(role);
    return [{ code: 'row-joined', field, severity: join.byWording ? 'check' : 'note', message }];
  });
}

/** A text shows no frames: the borders of these cells were told by the widths and words of their lines. */
export function doubtFlags(cells: readonly Cell[], { headings }: LogicalTable): Flag[] {
  const doubtful = cells.filter((cell) => cell.doubtful);
  if (doubtful.length === 0) return [];
  const columns = [...new Set(doubtful.map((cell) => headings[cell.column] ?? ''))].join('、');
  const message = `文本没有表格线，「${columns}」的起止由行宽和文字推断，请核对`;
  return [{ code: 'row-joined', field: 'text', severity: 'check', message }];
}

/** Merged cells without numbers, where no rules part rows: which rows they stand beside was told by their number and place. */
export function besideFlags(cells: readonly Cell[], path: readonly Cell[], main: Cell, table: LogicalTable): Flag[] {
  return cells
    .filter(({ doubtfulRows }) => doubtfulRows.includes(main.row))
    .map((cell): Flag => {
      const field = path.includes(cell) ? `path[${path.indexOf(cell)}]` : fieldOf(table.roles[cell.column]);
      const where = cell.fragments[0]?.bbox ? '此处行间没有表格线' : '文本没有表格线';
      const message = `${where}，「${table.headings[cell.column]}」合并单元格的起止和对应的行由推断得出，请核对`;
      return { code: 'order-uncertain', field, severity: 'check', message };
    });
}

const fieldOf = (role: ColumnRole | null | undefined): string =>
  role === 'deadline' ? 'deadlines' : role === 'path' ? 'path' : 'departments';

/** Whether the row is the first beside a path cell that its sheet prints again. */
const isFirstRow = (main: Cell, cell: Cell, sheet: number | undefined): boolean =>
  joinsOn(cell, sheet).some((join) => join.how === 'repeated' && join.row === main.row);

/** A second number inside a cell: the cell may hold several measures, which are not parted. */
export function severalFlags(number: Numbering | null, text: string): Flag[] {
  const second = /[。；;](?:2[.．、]|[（(]2[）)]|②|（二）)/u.exec(text);
  if (!second || (number && number.value !== 1)) return [];
  const message = `一格内似有多条：「${text.slice(second.index + 1, second.index + 16)}」，请拆分`;
  return [{ code: 'number-gap', field: 'text', severity: 'check', message }];
}

/** Columns whose heading says nothing to us, and rows that name nobody though the list has a column for it. */
export function columnFlags(cells: readonly Cell[], { roles, headings }: LogicalTable): Flag[] {
  const unknown = cells
    .filter((cell) => roles[cell.column] === null && cell.text.length > 0)
    .map((cell): Flag => {
      const message = `未识别的列「${headings[cell.column]}」：${cell.text.text}`;
      return { code: 'column-unrecognised', field: 'extra', severity: 'check', message };
    });
  const units = cells.filter((cell) => ['lead', 'support', 'responsible'].includes(roles[cell.column] ?? ''));
  const nobody = units.length > 0 && units.every((cell) => cell.text.length === 0);
  const message = '未印责任单位';
  return nobody
    ? [...unknown, { code: 'department-unknown', field: 'departments', severity: 'check', message }]
    : unknown;
}
