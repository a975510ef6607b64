import type { Measure } from '../../model/index.js';
import { MEASURE_COLUMNS, type MeasureColumnName, type MeasureRow } from '../measure-columns.js';
import { fitting, lookStyle, pathColumns } from './columns.js';
import { type Content, linked } from './content.js';
import type { FlatColumn, FlatValue } from './flat.js';
import { MAX_ROW_POINTS, textHeight } from './layout.js';
import type { StyleName } from './styles.js';
import { headingWordings } from './wording.js';

/** A column of the sheet 明细. */
export interface DetailColumn extends FlatColumn {
  /** For the sheet 说明: what stands in it. */
  readonly meaning: string;
  value(row: MeasureRow, index: number): FlatValue;
  style(measure: Measure): StyleName;
}

const text = (): StyleName => 'text';
const short = (): StyleName => 'short';
const date = (): StyleName => 'date';

const ORDINAL = '序号';
/** Headings that columns of paths have: those of lists, and 一级类别 … 十级类别 or 7级类别. */
const PATH_HEADING = /^(?:类别|主要指标|目标任务|[一二三四五六七八九十\d]+级类别)$/u;
/** As wide as a sheet can have it without becoming useless, in digits. */
const WIDEST_TEXT = 160;
const TEXT_WIDTH = 50;
const TEXT_STEP = 16;

type Fixed = readonly [name: MeasureColumnName, width: number, style: (measure: Measure) => StyleName, meaning: string];

const BEFORE_PATH: readonly Fixed[] = [
  ['document', 16, text, '措施所在公文的标题'],
  ['docNumber', 10, text, '公文的发文字号'],
  ['dateIssued', 11, date, '公文的成文日期'],
  [
    'origin',
    7,
    short,
    '“清单”为任务清单中的一行，“正文”为公文正文中的编号条目；正文与清单相对应的，只列入本表和“核查”',
  ],
];
const AFTER_PATH: readonly Fixed[] = [
  ['number', 7, short, '措施的编号，未印编号的为空'],
  ['title', 18, text, '措施的第一句，不含句号'],
  ['text', TEXT_WIDTH, text, '措施全文，不含时限和责任单位的括注'],
  ['deadlines', 13, short, '时限原文'],
  ['due', 11, date, '时限的截止日期，可按日期排序、筛选；有几个时限的取最早一个，没有确定日期的为空'],
  ['kinds', 9, short, '截止、期间、起始、周期、时长、长期、立即、视条件而定'],
  ['lead', 14, text, '原文写明牵头的单位'],
  ['responsible', 18, text, '原文写明负责或只列出名称的单位'],
  ['support', 14, text, '原文写明配合、参加的单位'],
  ['collectives', 12, text, '上列单位中的一类单位，如“各市、县（区）”'],
  ['openEnded', 7, short, '单位之后是否还有“等相关部门”'],
  ['targets', 14, text, '文中承诺的数量'],
  ['keywords', 14, text, '便于检索的词语'],
  ['extra', 14, text, '清单中没有对应字段的栏目，以及没有识别的文字'],
];
const LOOK: Fixed = ['look', 20, lookStyle, '需要人工核对的事项，处理办法见“核查”'];
const ID: Fixed = ['id', 14, text, '措施的标识，与 JSON 文件相同；再次转换时据此找回填写的内容，请勿删除（此列隐藏）'];

/** Those of the printed list always stand; others where something is in them. */
const ALWAYS = new Set<MeasureColumnName>([
  ...(['document', 'origin', 'number', 'title', 'text', 'deadlines', 'due', 'kinds', 'look', 'id'] as const),
]);

/** The columns of the sheet 明细, those for people left out. */
export function detailColumns(content: Content): DetailColumn[] {
  const { issue, documents } = content;
  const rows = issue.measures.map((measure) => ({ issue, measure, document: documents.get(measure.documentId) }));
  const fixed = ([name, width, style, meaning]: Fixed): DetailColumn[] => {
    const column = MEASURE_COLUMNS[name];
    const isNeeded = ALWAYS.has(name) || rows.some((row) => !isEmpty(column.value(row)));
    return isNeeded ? [{ ...column, width, meaning, style }] : [];
  };
  const ordinal: DetailColumn = {
    heading: ORDINAL,
    width: 6,
    meaning: '在本期中的先后，排序后可据此恢复原来的次序',
    value: (_, index) => index + 1,
    style: short,
  };
  const path = pathColumns(issue.measures).map(
    ({ heading, width }, level): DetailColumn => ({
      heading,
      width,
      meaning: '措施的上级标题，由外到内',
      value: ({ measure }) => headingWordings(measure)[level] ?? '',
      style: text,
    }),
  );
  const place: DetailColumn = {
    heading: MEASURE_COLUMNS.place.heading,
    width: 9,
    meaning: '公报上印出的页码（文本文件为行号）；点击可转到“任务清单”中的该条',
    value: (row) => linked(content, row.measure, MEASURE_COLUMNS.place.value(row)),
    style: (measure) => (content.rows.has(measure.id) ? 'linkShort' : 'short'),
  };
  const columns = [
    ordinal,
    ...BEFORE_PATH.flatMap(fixed),
    ...path,
    ...AFTER_PATH.flatMap(fixed),
    place,
    ...fixed(LOOK),
  ];
  return [...columns.map((column) => ({ ...column, width: roomy(column, rows) })), ...fixed(ID)];
}

/** Whether a heading is one of this program's, in any issue. */
export const isDetailHeading = (heading: string): boolean =>
  heading === ORDINAL ||
  heading === MEASURE_COLUMNS.place.heading ||
  PATH_HEADING.test(heading) ||
  [...BEFORE_PATH, ...AFTER_PATH, LOOK, ID].some(([name]) => MEASURE_COLUMNS[name].heading === heading);

const isEmpty = (value: FlatValue): boolean => value === null || value === '' || value === '否';

/** Wider than usual where the longest text would not fit the height a row may have. */
function roomy({ heading, width, value }: DetailColumn, rows: readonly MeasureRow[]): number {
  if (heading === ORDINAL) return fitting([String(rows.length)], { min: width, max: 12, lines: 1 });
  let longest = '';
  for (const row of rows) {
    const one = value(row, 0);
    if (typeof one === 'string' && one.length > longest.length) longest = one;
  }
  let wide = width;
  while (wide < WIDEST_TEXT && textHeight(longest, wide) > MAX_ROW_POINTS) wide += TEXT_STEP;
  return wide;
}
