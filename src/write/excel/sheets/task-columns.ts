// The columns that 按部门 and 按时限 show of a measure.
import type { Measure } from '../../../model/index.js';
import { dateOf } from '../../measure-columns.js';
import { type Content, linked } from '../content.js';
import type { FlatCell, FlatColumn } from '../flat.js';
import { deadlinesWording, firstEnd, placeWording, titleWording } from '../wording.js';

interface TaskColumn extends FlatColumn {
  cell(measure: Measure, content: Content): FlatCell;
}

export const TITLE: TaskColumn = {
  heading: '措施（标题）',
  width: 52,
  cell: (measure) => ({ value: titleWording(measure), style: 'text' }),
};
export const ABOVE: TaskColumn = {
  heading: '上级标题',
  width: 26,
  cell: ({ path }) => ({ value: path.at(-1)?.title ?? '', style: 'text' }),
};
export const DEADLINE: TaskColumn = {
  heading: '完成时限',
  width: 16,
  cell: (measure) => ({ value: deadlinesWording(measure), style: 'short' }),
};
export const DUE: TaskColumn = {
  heading: '截止日期',
  width: 12,
  cell: (measure) => ({ value: dateOf(firstEnd(measure)), style: 'date' }),
};
export const PLACE: TaskColumn = {
  heading: '页码',
  width: 9,
  cell: (measure, content) => ({
    value: linked(content, measure, placeWording(measure, content.issue.source)),
    style: 'linkShort',
  }),
};
