import { needsLook } from '../../flags.js';
import type { Issue, Measure, Role } from '../../model/index.js';
import type { Block } from './blocks.js';
import { cellText, cleanText } from './cell-text.js';
import { A4_WIDTH, totalWidth } from './pages.js';
import type { StyleName } from './styles.js';
import { deadlinesWording, flagsWording, headingWordings, placeWording, roleWording, textWording } from './wording.js';
import { displayWidth } from './wrap.js';

/** A column right of the path: its cell is the measure's own. */
export interface Column {
  heading: string;
  /** In digits of the default font; a Han character takes two. */
  width: number;
  /** The column of the measure's text, whose cell may be cut into several rows. */
  isText: boolean;
  value(measure: Measure): string | number;
  style(measure: Measure): StyleName;
}

/** All columns of the sheet: one a path level, then those of the measure. */
export interface Columns {
  path: { heading: string; width: number }[];
  own: Column[];
}

const TEXT_MIN_WIDTH = 46;
/** For sheets with a text that no row can hold: wider, though the sheet is printed smaller for it. */
const LONG_TEXT_MIN_WIDTH = 72;
const LONG_TEXT_CHARACTERS = 800;
/** What Excel keeps free left and right of the text of a cell, in digits. */
export const CELL_PADDING_WIDTH = 1.5;

/** The columns of departments, in their order. */
export const ROLES: { role: Role; heading: string }[] = [
  { role: 'lead', heading: '牵头单位' },
  { role: 'responsible', heading: '责任部门' },
  { role: 'support', heading: '配合单位' },
];
const LEVELS = ['一级类别', '二级类别', '三级类别', '四级类别', '五级类别', '六级类别'];

/** Chooses columns and widths for what the sheet is to show; a column nothing stands in is left out. */
export function chooseColumns(issue: Issue, blocks: Block[]): Columns {
  const measures = blocks.flatMap((block) => block.measures);
  const path = pathColumns(measures);
  const flagged = (measure: Measure) => measure.flags.some(needsLook);

  const deadline = column('完成时限', deadlinesWording, measures, { min: 10, max: 16, lines: 1 }, () => 'short');
  const departments = ROLES.filter(({ role }) =>
    measures.some((measure) => measure.departments.some((department) => department.role === role)),
  ).map(({ role, heading }) =>
    column(heading, (measure) => roleWording(measure, role), measures, { min: 12, max: 26, lines: 3 }),
  );
  // cells that were not wholly understood stand beside what was understood of them
  const headings = new Set([deadline, ...departments].map(({ heading }) => heading));
  const extras = [...new Set(measures.flatMap((measure) => Object.keys(measure.extra ?? {})))].map((heading) =>
    column(
      headings.has(heading) ? `${heading}（原文）` : heading,
      (measure) => measure.extra?.[heading] ?? '',
      measures,
      { min: 8, max: 20, lines: 3 },
    ),
  );
  const place = column(
    issue.source.kind === 'text' ? '行号' : '页码',
    (measure) => placeWording(measure, issue.source),
    measures,
    { min: 7, max: 11, lines: 1 },
    () => 'short',
  );
  const look = measures.some(flagged)
    ? [column('核查', (measure) => flagsWording(measure.flags), measures, { min: 16, max: 24, lines: 3 }, lookStyle)]
    : [];

  const others = [deadline, ...departments, ...extras, place, ...look];
  const taken = totalWidth([...path, ...others]);
  const long = measures.some((measure) => measure.text.length > LONG_TEXT_CHARACTERS);
  const text: Column = {
    heading: '措施',
    // what is left of the page; wider tables are printed smaller
    width: Math.max(long ? LONG_TEXT_MIN_WIDTH : TEXT_MIN_WIDTH, A4_WIDTH - taken),
    isText: true,
    // never shortened: a long text is cut into several cells, none of which comes near the limit of a cell
    value: (measure) => cleanText(textWording(measure)),
    style: () => 'text',
  };
  return { path, own: [text, ...others] };
}

/** The cell of what a person should check stands out by the gravest flag. */
export function lookStyle({ flags }: Measure): StyleName {
  return flags.some(({ severity }) => severity === 'error') ? 'error' : flags.some(needsLook) ? 'check' : 'text';
}

/** One a level of the headings above the measures, with its usual name. */
export function pathColumns(measures: readonly Measure[]): Columns['path'] {
  const depth = measures.reduce((most, measure) => Math.max(most, measure.path.length), 0);
  const headings = depth === 1 ? ['类别'] : depth === 2 ? ['主要指标', '目标任务'] : LEVELS;
  return Array.from({ length: depth }, (_, level) => {
    const texts = measures.flatMap((measure) => headingWordings(measure)[level] ?? []);
    return { heading: headings[level] ?? `${level + 1}级类别`, width: fitting(texts, { min: 12, max: 20, lines: 3 }) };
  });
}

function column(
  heading: string,
  value: (measure: Measure) => string | number,
  measures: Measure[],
  limits: WidthLimits,
  style: Column['style'] = () => 'text',
): Column {
  const clean = (measure: Measure) => {
    const raw = value(measure);
    return typeof raw === 'number' ? raw : cellText(raw);
  };
  const width = fitting(
    measures.map((measure) => String(clean(measure))),
    limits,
  );
  return { heading, width, isText: false, value: clean, style };
}

export interface WidthLimits {
  min: number;
  max: number;
  /** How many lines the longest text may take before the column grows, as far as `max`. */
  lines: number;
}

export function fitting(texts: readonly string[], { min, max, lines }: WidthLimits): number {
  const longest = texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
  return Math.min(max, Math.max(min, Math.ceil(longest / lines) + CELL_PADDING_WIDTH));
}
