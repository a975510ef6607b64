import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deadlineSchema } from '../src/model/index.js';
import { FILLER_RULES } from '../src/parse/deadlines/clauses.js';
import { findDeadlines, parseDeadlines, RECOGNISERS } from '../src/parse/deadlines/index.js';
import { readSlice, SLICES } from '../src/parse/deadlines/part-of-year.js';
import type { Reading } from '../src/parse/deadlines/reading.js';
import { CONDITIONS } from '../src/parse/deadlines/undated.js';
import { fold } from '../src/parse/folded.js';
import { msOf } from './support/time.js';

const REFERENCE = '2022-05-18';
const parse = (text: string, mode: 'cell' | 'text' = 'cell', reference: string | null = REFERENCE) =>
  parseDeadlines(text, { reference, mode });
/** kind, dates or rule: what a reader needs to see of a deadline. */
const brief = (text: string, mode: 'cell' | 'text' = 'cell', reference: string | null = REFERENCE) =>
  parse(text, mode, reference).map(({ kind, edtf, rrule, duration, workingDays }) =>
    [kind, edtf, rrule, duration, workingDays ? 'working days' : null].filter(Boolean).join(' '),
  );
const flagsOf = (text: string, reference: string | null = REFERENCE) =>
  findDeadlines(text, { reference, mode: 'cell' }).matches.flatMap(({ flags }) =>
    flags.map(({ code, severity }) => `${code} ${severity}`),
  );

const VECTORS = new URL('../../shared/vectors/deadlines.json', import.meta.url);

describe('the shared grammar cases', () => {
  const present = existsSync(VECTORS);
  if (!present) console.warn('skipped: ../shared/vectors is not here');
  interface Vector {
    text: string;
    reference: string;
    mode: 'cell' | 'text';
    expect: Record<string, unknown>[];
  }
  const vectors: Vector[] = present ? JSON.parse(readFileSync(VECTORS, 'utf8')) : [];
  test.skipIf(!present)('there are some', () => expect(vectors.length).toBeGreaterThan(0));
  for (const [index, { text, reference, mode, expect: wanted }] of vectors.entries()) {
    test(`${index}: ${text}`, () => {
      const found = parseDeadlines(text, { reference, mode });
      expect(found).toHaveLength(wanted.length);
      wanted.forEach((deadline, at) => {
        expect(found[at]).toMatchObject(deadline);
      });
    });
  }
});

describe('every recogniser reads its own examples from end to end', () => {
  for (const recogniser of RECOGNISERS) {
    test.each(recogniser.examples)(`${recogniser.purpose}: %s`, (example) => {
      const folded = fold(example);
      const { text } = folded;
      const reading = (): Reading => ({
        folded,
        text,
        reference: REFERENCE,
        mode: 'cell',
        last: null,
        taken: 0,
        refused: 0,
        seen: null,
      });
      const places = [...text].map((_, at) => recogniser.read(reading(), at));
      expect(places.some((found) => found?.[0]?.start === 0 && found.at(-1)?.end === text.length)).toBe(true);
    });
  }
  for (const rule of CONDITIONS) {
    test.each(rule.examples)(`${rule.purpose}: %s`, (example) => expect(rule.pattern.test(example)).toBe(true));
  }
  for (const rule of FILLER_RULES) {
    test.each(rule.examples)(`${rule.purpose}: %s`, (example) => {
      rule.pattern.lastIndex = 0;
      expect(rule.pattern.exec(fold(example).text)?.[0]).toBe(fold(example).text);
    });
  }
  for (const rule of SLICES) {
    test.each(rule.examples)(`${rule.purpose}: %s`, (example) => {
      // What stands in brackets only has to follow.
      const open = example.indexOf('(');
      expect(readSlice(example.replace(/[()]/g, ''), 0)?.end).toBe(open < 0 ? example.length : open);
    });
  }
});

describe('by: the last day something may be done', () => {
  test.each([
    ['2023年年底前', '2023-12-31'],
    ['2024年2月底前', '2024-02-29'],
    ['2023年4月末前', '2023-04-30'],
    ['二〇二三年九月底前', '2023-09-30'],
    ['２０２３年１０月３１日前', '2023-10-31'],
    ['2023.9.15前', '2023-09-15'],
    ['2023/9/15之前', '2023-09-15'],
    ['到2035年', '2035-12-31'],
    ['截至2023年3月15日', '2023-03-15'],
    ['不晚于2023年9月30日', '2023-09-30'],
    ['2023年第一季度末前', '2023-03-31'],
    ['2023年上半年末', '2023-06-30'],
    ['“十五五”末', '2030-12-31'],
    ['民國112年6月30日前', '2023-06-30'],
    ['中華民國一百一十二年十二月三十一日前', '2023-12-31'],
    ['112年6月底前', '2023-06-30'],
    ['明年3月底前', '2023-03-31'],
    ['下月底前', '2022-06-30'],
    ['本季度末前', '2022-06-30'],
    ['原则上2023年 年 底 前完成', '2023-12-31'],
    ['2023年6月30日24时前', '2023-06-30'],
    ['2023年6月30日', '2023-06-30'],
  ])('%s', (text, end) => {
    expect(brief(text)).toEqual([`by ../${end}`]);
  });
});

describe('within, from: a stretch of the calendar', () => {
  test.each([
    ['2023年4月', 'within 2023-04-01/2023-04-30'],
    ['2023年第四季度', 'within 2023-10-01/2023-12-31'],
    ['2023年2季度', 'within 2023-04-01/2023-06-30'],
    ['2023年前三季度', 'within 2023-01-01/2023-09-30'],
    ['2023年下半年', 'within 2023-07-01/2023-12-31'],
    ['2024年2月下旬', 'within 2024-02-21/2024-02-29'],
    ['2023年3月—9月', 'within 2023-03-01/2023-09-30'],
    ['2023年3-9月', 'within 2023-03-01/2023-09-30'],
    ['2022年10月至次年3月', 'within 2022-10-01/2023-03-31'],
    ['2022年6月1日至15日', 'within 2022-06-01/2022-06-15'],
    ['2023年1月1日起至2023年6月30日止', 'within 2023-01-01/2023-06-30'],
    ['2023—2025年', 'within 2023-01-01/2025-12-31'],
    ['十四五期间', 'within 2021-01-01/2025-12-31'],
    ['年内', 'within 2022-01-01/2022-12-31'],
    ['自2023年1月1日起施行，有效期5年', 'within 2023-01-01/2027-12-31'],
    ['即日起至2022年12月31日', 'within 2022-05-18/2022-12-31'],
    ['自2023年1月1日起执行', 'from 2023-01-01/..'],
    ['2023年3月起', 'from 2023-03-01/..'],
    ['自印发之日起施行', 'from 2022-05-18/..'],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toEqual([wanted]);
  });
});

describe('several dates in one cell', () => {
  test.each([
    ['2022年8月底、11月底前', ['by ../2022-08-31', 'by ../2022-11-30']],
    ['2022年7月、9月、11月底前', ['by ../2022-07-31', 'by ../2022-09-30', 'by ../2022-11-30']],
    ['2022年7、9、11月底前', ['by ../2022-07-31', 'by ../2022-09-30', 'by ../2022-11-30']],
    ['2022年7月10日、20日前', ['by ../2022-07-10', 'by ../2022-07-20']],
    ['2022年底前启动，2023年9月底前完成', ['by ../2022-12-31', 'by ../2023-09-30']],
    ['2023年6月底前启动，11月底前完成', ['by ../2023-06-30', 'by ../2023-11-30']],
    ['2022年11月底前，2月底前', ['by ../2022-11-30', 'by ../2023-02-28']],
    ['2023年6月底前取得初步成效，持续推进', ['by ../2023-06-30', 'long-term']],
    ['立即启动，2022年底前完成', ['immediate', 'by ../2022-12-31']],
    ['长期坚持、常态化推进', ['long-term']],
    ['按照国家部署，2023年底前完成', ['by ../2023-12-31']],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toEqual(wanted);
  });

  test('each date of a list keeps the words it was printed in, and no year is called inferred', () => {
    expect(parse('2022年8月底、11月底前').map(({ raw }) => raw)).toEqual(['2022年8月底', '11月底前']);
    expect(flagsOf('2022年8月底、11月底前')).toEqual([]);
  });
});

describe('recurring: RFC 5545 rules', () => {
  test.each([
    ['每年11月底前', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1'],
    ['每年3月、9月底前', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1'],
    ['每年1月10日、7月10日前', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10'],
    ['每年年底前', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['每月25日前', 'FREQ=MONTHLY;BYMONTHDAY=25'],
    ['每月末', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['每季度', 'FREQ=MONTHLY;INTERVAL=3'],
    ['每季度末前', 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['每季度首月15日前', 'FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
    ['每季度结束后10日内', 'FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
    ['每半年', 'FREQ=MONTHLY;INTERVAL=6'],
    ['每周三前', 'FREQ=WEEKLY;BYDAY=WE'],
    ['每两年', 'FREQ=YEARLY;INTERVAL=2'],
  ])('%s', (text, rrule) => {
    expect(brief(text)).toEqual([`recurring ${rrule}`]);
  });
});

describe('duration: ISO 8601, with what it is counted from', () => {
  test.each([
    ['6个月内', 'duration P6M'],
    ['兩個月內', 'duration P2M'],
    ['两个半月', 'duration P2M15D'],
    ['10个工作日内', 'duration P10D working days'],
    ['十五个工作日以内', 'duration P15D working days'],
    ['45天内', 'duration P45D'],
    ['三年内', 'duration P3Y'],
    ['一年半内', 'duration P1Y6M'],
    ['半个月内', 'duration P15D'],
    ['三周内', 'duration P3W'],
    ['72小时内', 'duration PT72H'],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toEqual([wanted]);
  });

  test('counted from the document itself, its end is known', () => {
    expect(parse('自本通知印发之日起60日内')[0]).toMatchObject({ anchor: '本通知印发之日', end: '2022-07-17' });
    expect(parse('方案印发后6个月内')[0]).toMatchObject({ anchor: '方案印发', end: '2022-11-18' });
  });

  test('counted from something else, it is not', () => {
    expect(parse('自受理之日起20日内')[0]).toMatchObject({ anchor: '受理之日', end: null });
  });

  test('working days follow the holiday calendar; beyond its last year there is no date, and a flag', () => {
    // 3–5 June 2022 were off for 端午
    expect(parse('自印发之日起20个工作日内')[0]).toMatchObject({ end: '2022-06-16', workingDays: true });
    expect(parse('自2020年4月30日起5个工作日内')[0]).toMatchObject({ end: '2020-05-11' });
    expect(parse('自2094年4月30日起5个工作日内')[0]).toMatchObject({ end: null, workingDays: true });
    expect(flagsOf('自2094年4月30日起5个工作日内')).toEqual(['deadline-ambiguous check']);
  });

  test('counted from a printed date, it ends that long after', () => {
    expect(parse('自2022年6月1日起3个月内')[0]).toMatchObject({
      duration: 'P3M',
      anchor: '2022年6月1日',
      end: '2022-09-01',
    });
  });
});

describe('times without a date', () => {
  test.each([
    ['长期有效', 'long-term'],
    ['持续深化', 'long-term'],
    ['经常性工作', 'long-term'],
    ['马上', 'immediate'],
    ['尽快完成', 'immediate'],
    ['按照省统一安排推进', 'conditional'],
    ['按上级要求时限', 'conditional'],
    ['试点工作结束后', 'conditional'],
    ['条件成熟时', 'conditional'],
  ])('%s', (text, kind) => {
    expect(brief(text)).toEqual([kind]);
  });
});

describe('a year that is not printed comes from the reference date', () => {
  test.each([
    ['6月底前', '2022-06-30'],
    ['5月底前', '2022-05-31'],
    ['4月底前', '2023-04-30'],
    ['5月18日前', '2022-05-18'],
    ['5月17日前', '2023-05-17'],
    ['2月29日前', '2024-02-29'],
    ['年底前', '2022-12-31'],
  ])('%s: the first such day not before it', (text, end) => {
    expect(parse(text)[0]?.end).toBe(end);
    expect(flagsOf(text)).toEqual(['year-inferred note']);
  });

  test('without a reference date the day stays unknown, and a person should look', () => {
    expect(brief('6月底前', 'cell', null)).toEqual(['by']);
    expect(flagsOf('6月底前', null)).toEqual(['year-inferred check']);
    expect(brief('2023年6月底前', 'cell', null)).toEqual(['by ../2023-06-30']);
  });
});

describe('what is doubtful is flagged', () => {
  test.each([
    ['2025年前', '2025-12-31'],
    ['2023年6月前', '2023-06-30'],
    ['2023年底前后', '2023-12-31'],
  ])('two readings: %s', (text, end) => {
    expect(parse(text)[0]?.end).toBe(end);
    expect(flagsOf(text)).toContain('deadline-ambiguous check');
  });

  test('a day the calendar does not have gives no date', () => {
    expect(brief('2023年2月30日前')).toEqual(['by']);
    expect(flagsOf('2023年2月30日前')).toEqual(['deadline-unparsed check']);
  });

  test('a plain date has no flag at all', () => {
    expect(flagsOf('2023年6月底前')).toEqual([]);
  });
});

describe('what no rule understood is named', () => {
  const rest = (text: string) =>
    findDeadlines(text, { reference: REFERENCE, mode: 'cell' }).rest.map(([start, end]) => text.slice(start, end));

  test.each(['详见附件', '已完成', '双十一前'])('nothing understood: %s', (text) => {
    expect(brief(text)).toEqual([]);
    expect(rest(text)).toEqual([text]);
  });

  test('words beside a date that are no time are left over, verbs of completion are not', () => {
    expect(rest('2023年6月底前（须由上级批复）')).toEqual(['上级批复']);
    expect(rest('力争2023年6月底前取得阶段性成效，2023年底前完成')).toEqual([]);
  });

  test.each(['—', '无', '/', '', ' ', '－'])('an empty cell leaves nothing: %j', (text) => {
    expect(findDeadlines(text, { reference: REFERENCE, mode: 'cell' })).toEqual({ matches: [], rest: [] });
  });
});

describe('running text', () => {
  test.each([
    ['力争2023年年底前在全县基本覆盖。', ['by ../2023-12-31']],
    ['2022年7月底前印发清单。2022年9月底前全面推行。', ['by ../2022-07-31', 'by ../2022-09-30']],
    ['自收到材料之日起2个月内答复。', ['duration P2M']],
    ['本办法自2023年1月1日起施行。', ['from 2023-01-01/..']],
    ['到2025年，建成100个站点。', ['by ../2025-12-31']],
    ['每年12月底前报告。', ['recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1']],
  ])('a deadline: %s', (text, wanted) => {
    expect(brief(text, 'text')).toEqual(wanted);
  });

  test.each([
    '2023年版目录和说明',
    '在2021年基础上再压缩20%。',
    '比2020年下降一成。',
    '截至2021年底，全县共有企业300家。',
    '2019年以来，成效明显。',
    '去年底全部建成。',
    '《三年行动计划（2023—2025年）》印发各地。',
    '办理时间压缩至3个工作日以内。',
    '转移登记4个工作日内办结。',
    '每年召开一次会议，持续推进改革，长期坚持。',
    '具有3年以上经验，电话12345。',
    '2023年内蒙古工作会议',
  ])('no deadline: %s', (text) => {
    expect(brief(text, 'text')).toEqual([]);
  });
});

describe('places', () => {
  test('a match says where it stands in the text given, layout spaces and line breaks included', () => {
    const text = '力争 2023 年\n年 底 前 完成';
    const [match] = findDeadlines(text, { reference: REFERENCE, mode: 'cell' }).matches;
    expect(match && text.slice(match.start, match.end)).toBe('2023 年\n年 底 前');
    expect(match?.deadline.raw).toBe('2023年年底前');
  });

  test('every deadline is one of the model', () => {
    for (const example of RECOGNISERS.flatMap(({ examples }) => examples)) {
      for (const deadline of parse(example)) expect(() => deadlineSchema.parse(deadline)).not.toThrow();
    }
  });
});

describe('linear time: 100 KB of hostile input takes no more than about a second', () => {
  const hostile = [
    '1',
    '一',
    '年',
    '每',
    '自',
    '(',
    '《',
    '6月、',
    '2020年6月至',
    '起3个月内',
    '根据',
    '自收到之日起',
    '6月底、',
    '春节、',
    '中秋',
    '每年',
    '2024、',
    '用3年',
    '第一阶段',
    '建成',
    '10个工作日',
    '“',
    '、省教育厅',
  ];
  for (const mode of ['cell', 'text'] as const) {
    test.each(hostile)(`${mode}: %s …`, (unit) => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const find = () => findDeadlines(text, { reference: REFERENCE, mode });
      expect(msOf(find, 2000)).toBeLessThan(2000);
    });
  }
});
