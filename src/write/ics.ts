import { createHash } from 'node:crypto';
import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Deadline, Issue, Measure } from '../model/index.js';
import { type Block, sheetContent } from './excel/blocks.js';
import { plainText } from './excel/cell-text.js';
import { ROLES } from './excel/columns.js';
import { deadlinesWording, flagsWording, headingWordings, placeWording, roleWording } from './excel/wording.js';
import { firstDay } from './recurrence.js';

/** For an issue without any dated document. */
const UNDATED = '1980-01-01';

/**
 * STEM.ics: an all-day event for each day on which a measure is due, of the measures that the workbook shows. A recurring
 * deadline recurs from the date of its document on, where its rule names the day. Measures without such a day are left
 * out. Identifiers come from the bytes of the source and the id of the measure: imported again, events are not doubled.
 */
export function toCalendar(issue: Issue): string {
  const { title, blocks } = sheetContent(issue);
  const calendar = new ICalCalendar({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'gongbao', product: 'gongbao', language: 'ZH' },
    // the library writes it as it is
    name: plainText(title)
      .replace(/\s+/g, ' ')
      .replace(/[\\;,]/g, '\\$&'),
  });
  const dates = new Map(issue.documents.map(({ id, dateIssued }) => [id, dateIssued]));
  const anyDate = issue.documents.find(({ dateIssued }) => dateIssued !== null)?.dateIssued ?? null;
  for (const block of blocks) {
    for (const measure of block.measures) {
      const issued = dates.get(measure.documentId) ?? anyDate;
      for (const [index, due] of dueDays(measure, issued).entries()) {
        calendar.createEvent({
          id: identifierOf(issue, measure, index),
          stamp: dateOf(issued ?? UNDATED),
          start: dateOf(due.day),
          allDay: true,
          repeating: due.rrule,
          summary: plainText(summaryOf(measure)),
          description: plainText(descriptionOf(measure, block, issue)),
          transparency: ICalEventTransparency.TRANSPARENT,
        });
      }
    }
  }
  return `${calendar.toString()}\r\n`;
}

interface Due {
  /** ISO date. */
  readonly day: string;
  readonly rrule: string | null;
}

/** Each day once, however many deadlines name it. */
function dueDays(measure: Measure, issued: string | null): Due[] {
  // 2026年起每年6月底前: not from the date of the document on
  const starts = measure.deadlines.filter(({ rrule }) => rrule === undefined).map(({ start }) => start);
  const from =
    [issued, ...starts]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null;
  const days = measure.deadlines.flatMap((deadline) => dueOf(deadline, from) ?? []);
  return [...new Map(days.map((due) => [`${due.day} ${due.rrule}`, due])).values()];
}

function dueOf({ end, rrule }: Deadline, from: string | null): Due | null {
  if (rrule === undefined) return end === null ? null : { day: end, rrule: null };
  const day = from === null ? null : firstDay(rrule, from);
  return day === null ? null : { day, rrule };
}

/** At midnight UTC, as the library reads it for events of whole days. */
const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

const identifierOf = ({ source }: Issue, { id }: Measure, index: number): string =>
  `${createHash('sha256').update(`${source.sha256}\n${id}\n${index}`).digest('hex').slice(0, 32)}@gongbao`;

/** 省政务服务局等：编制集成服务清单. The unit that leads, else the first. */
function summaryOf({ departments, title, text }: Measure): string {
  const [first] = ROLES.flatMap(({ role }) => departments.filter((department) => department.role === role));
  const what = title || text;
  return first ? `${first.name}${departments.length > 1 ? '等' : ''}：${what}` : what;
}

function descriptionOf(measure: Measure, block: Block, issue: Issue): string {
  const lines = [
    measure.text,
    `完成时限：${deadlinesWording(measure)}`,
    ...ROLES.map(({ role, heading }) => [heading, roleWording(measure, role)] as const).map(([heading, units]) =>
      units === '' ? '' : `${heading}：${units}`,
    ),
    // the title of a heading alone: it may hold sentences that stand at each measure under it
    ...headingWordings(measure, 'body'),
    [block.title, ...block.details].join('　'),
    `${issue.source.file}，${issue.source.kind === 'text' ? '行号' : '页码'}：${placeWording(measure, issue.source)}`,
    flagsWording(measure.flags) && `请核对：${flagsWording(measure.flags)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
