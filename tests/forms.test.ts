import fc from 'fast-check';
import ICAL from 'ical.js';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { Deadline, Issue } from '../src/model/index.js';
import { measureSchema } from '../src/model/index.js';
import { toCsv } from '../src/write/csv.js';
import { toCalendar } from '../src/write/ics.js';
import { WRITERS } from '../src/write/index.js';
import { toMarkdown } from '../src/write/markdown.js';
import { toNdjson } from '../src/write/ndjson.js';
import { madeUpIssue } from './support/issue.js';

const issueWith = (change: (issue: Issue) => void): Issue => {
  const issue = madeUpIssue();
  change(issue);
  return issue;
};
/** The issue with one measure, which has this text. */
const withText = (text: string): Issue =>
  issueWith((issue) => {
    issue.measures = issue.measures.slice(0, 1);
    for (const measure of issue.measures) Object.assign(measure, { number: null, text, title: text, path: [] });
  });

test.each(Object.entries(WRITERS))('%s: the same issue gives the same bytes', async (_, write) => {
  expect(await write(madeUpIssue())).toEqual(await write(madeUpIssue()));
});

describe('CSV', () => {
  const rowsOf = (csv: string): string[][] =>
    // no cell of these holds a line end within quotes and a comma beside it
    csv
      .replace(/^\ufeff/, '')
      .split('\r\n')
      .filter((row) => row !== '')
      .map((row) => row.split(','));

  test('has a byte order mark, CR LF, Chinese headings and a row a measure', () => {
    const csv = toCsv(madeUpIssue());
    expect(csv.startsWith('\ufeff文件,公文,发文字号,成文日期,来源,')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toContain('\r');
    const [headings = [], ...rows] = rowsOf(csv);
    expect(rows).toHaveLength(7);
    const first = Object.fromEntries(headings.map((heading, index) => [heading, rows[0]?.[index]]));
    expect(first).toMatchObject({
      文件: 'yunjiang-2031-02.pdf',
      发文字号: '云政办发〔2031〕3号',
      成文日期: '2031-02-15',
      来源: '清单',
      编号: '1',
      完成时限: '2031年6月底前',
      时限类型: '截止',
      '截止日期（最早）': '2031-06-30',
      EDTF: '../2031-06-30',
      责任部门: '省政务服务局、省司法厅，各市、县（区）',
      各类单位: '各市、县（区）',
      等相关部门: '否',
      id: 'd1.table.一.1.1',
      documentId: 'd1',
    });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])('%j is no formula', (text) => {
    expect(rowsOf(toCsv(withText(text))).at(1)).toContain(`'${text}`);
  });

  test('quotes, commas and line ends stay within their cell', () => {
    expect(toCsv(withText('甲,"乙"\r\n丙\u0000'))).toContain(',"甲,""乙""\n丙",');
    for (const text of ['甲\n乙', '甲\r乙', '甲\r\n乙']) expect(toCsv(withText(text))).toContain(',"甲\n乙",');
    expect(toCsv(madeUpIssue())).toContain(',"一、持续优化惠企便民服务（省政务服务局牵头）\n1.压减窗口办事环节",');
  });
});

test('NDJSON: a measure a line as in the JSON file, with its document and source', () => {
  const issue = madeUpIssue();
  const lines = toNdjson(issue)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(issue.measures.length);
  for (const [index, { document, source, ...measure }] of lines.entries()) {
    expect(measureSchema.parse(measure)).toEqual(issue.measures[index]);
    const { title, docNumber, dateIssued } = issue.documents[0] ?? {};
    expect({ document, source }).toEqual({
      document: { title, docNumber, dateIssued },
      source: { file: 'yunjiang-2031-02.pdf', sha256: 'a'.repeat(64) },
    });
  }
});

describe('calendar', () => {
  const eventsOf = (issue: Issue) =>
    new ICAL.Component(ICAL.parse(toCalendar(issue)))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
  const recurring = (rrule: string): Deadline => ({
    raw: '每',
    kind: 'recurring',
    start: null,
    end: null,
    edtf: null,
    rrule,
  });
  const withDeadlines = (...deadlines: Deadline[]): Issue =>
    issueWith((issue) => {
      issue.measures = issue.measures.slice(0, 1);
      for (const measure of issue.measures) measure.deadlines = deadlines;
    });

  test('an event of a whole day for each due date, and none for measures without', () => {
    const events = eventsOf(madeUpIssue());
    expect(events.map((event) => event.startDate.toString())).toEqual([
      '2031-06-30',
      '2031-12-31',
      '2031-04-30',
      '2031-10-31',
      '2032-06-30',
    ]);
    for (const { startDate, endDate } of events) {
      expect(startDate.isDate).toBe(true);
      // the end is the day after, not included
      expect(endDate.subtractDate(startDate).toSeconds()).toBe(24 * 60 * 60);
    }
    expect(events[0]?.summary).toBe('省政务服务局等：推行窗口“一次告知”');
    expect(events[0]?.description).toContain('完成时限：2031年6月底前\n责任部门：省政务服务局、省司法厅，');
    expect(events[0]?.description).toContain('yunjiang-2031-02.pdf，页码：12');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test.each([
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', ['2031-12-31', '2032-12-31', '2033-12-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=10', ['2031-03-10', '2031-04-10', '2031-05-10']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', ['2031-02-28', '2031-03-31', '2031-04-30']],
    ['FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', ['2031-03-31', '2031-06-30', '2031-09-30']],
    ['FREQ=WEEKLY;BYDAY=FR', ['2031-02-21', '2031-02-28', '2031-03-07']],
  ])('%s recurs from the date of the document on', (rule, days) => {
    const [event] = eventsOf(withDeadlines(recurring(rule)));
    const iterator = event?.iterator();
    expect(days.map(() => iterator?.next().toString())).toEqual(days);
  });

  test('recurs from the day on that another deadline names', () => {
    const from: Deadline = { raw: '2033年起', kind: 'from', start: '2033-01-01', end: null, edtf: '2033-01-01/..' };
    const events = eventsOf(withDeadlines(from, recurring('FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1')));
    expect(events.map((event) => event.startDate.toString())).toEqual(['2033-06-30']);
  });

  test.each([
    'FREQ=YEARLY',
    'FREQ=MONTHLY;INTERVAL=3',
    'FREQ=YEARLY;BYMONTH=3',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1',
  ])('%s tells no day: no event', (rule) => {
    expect(eventsOf(withDeadlines(recurring(rule)))).toEqual([]);
  });

  test('any text is read back as it was', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('措', '𠮷', ';', ',', '\\', '\n', 'n', ':', '"', ' x'),
      minLength: 1,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const [event] = eventsOf(withText(text));
        expect(event?.summary).toBe(`省政务服务局等：${text}`);
        expect(event?.description.startsWith(`${text}\n完成时限`)).toBe(true);
      }),
    );
  });
});

describe('Markdown', () => {
  const htmlOf = (markdown: string): string =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

  test('title, headings once, each measure with its deadline, units, page and what to check', () => {
    const html = htmlOf(toMarkdown(madeUpIssue()));
    expect(html).toContain('<h1>云江省人民政府办公厅关于印发2031年惠企便民和绿色物流工作要点的通知</h1>');
    expect(html).toContain('<p>云政办发〔2031〕3号　2031年2月15日</p>');
    expect([...html.matchAll(/<h([23])>(.*)<\/h/g)].map(([, level, text]) => `${level} ${text}`)).toEqual([
      '2 一、持续优化惠企便民服务（省政务服务局牵头）',
      '3 1.压减窗口办事环节',
      '3 2.提升热线办理质量',
      '2 二、加快建设绿色低碳物流体系（省交通运输厅、省商务厅牵头）',
      '3 3.推广多式联运“一单制”',
    ]);
    expect(html).toMatch(
      /<li><strong>责任部门<\/strong>：省政务服务局、省司法厅，各市、县（区）<\/li>\n<li><strong>页码<\/strong>：12</,
    );
    expect(html).toContain('<strong>核查</strong>：错误：完成时限“适时”没有识别；“临川海关”不在单位名录中');
  });

  test('no text becomes markup', () => {
    const piece = fc.constantFrom(
      ...[
        '#',
        '*',
        '_',
        '-',
        '+',
        '=',
        '>',
        '<b>',
        '[a](b)',
        '![',
        '`',
        '~~',
        '|',
        '\\',
        '&amp;',
        '1.',
        '1)',
        '甲',
        ' ',
        '　',
      ],
      ...['http://a.cn', 'www.a.cn', '---', '| a |', ':', '[^1]', '[ ]', '<!--', '\n'],
    );
    const anyText = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        anyText.filter((text) => text.trim() !== ''),
        (text) => {
          const [, measure = ''] = /<\/ul>\n([\s\S]*?)\n<ul>/.exec(htmlOf(toMarkdown(withText(text)))) ?? [];
          expect(measure.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/);
          const read = measure
            .replace(/<\/?p>/g, '')
            .replace(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name as 'lt']);
          expect(read.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;
