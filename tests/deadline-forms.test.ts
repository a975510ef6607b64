import { describe, expect, test } from 'vitest';
import { findDeadlines } from '../src/parse/deadlines/index.js';

const REFERENCE = '2024-05-20';
/** kind, dates or rule, ? where a person should look; words that no rule understood after |. */
function brief(text: string, mode: 'cell' | 'text', reference: string | null = REFERENCE): string {
  const { matches, rest } = findDeadlines(text, { reference, mode });
  const found = matches.map(({ deadline: { kind, edtf, rrule, duration, workingDays }, flags }) =>
    [kind, edtf, rrule, duration, workingDays && 'wd', flags.some(({ severity }) => severity === 'check') && '?']
      .filter(Boolean)
      .join(' '),
  );
  return [found.join(' + '), ...rest.map(([start, end]) => text.slice(start, end))].join('|');
}

describe('cells, as real lists print them', () => {
  test.each([
    // years and their digits
    ['二O二四年六月底前', 'by ../2024-06-30'],
    ['二0二四年六月底前', 'by ../2024-06-30'],
    ['24年底', 'by ../2024-12-31 ?'],
    ['114年底', 'by ../2025-12-31'],
    ['民國一一三年六月底前', 'by ../2024-06-30'],
    ['1.2024年6月底前；2.2024年底前', 'by ../2024-06-30 + by ../2024-12-31'],
    ['（1）2024年6月底前；（2）2024年底前', 'by ../2024-06-30 + by ../2024-12-31'],
    [
      '2024、2025、2026年',
      'within 2024-01-01/2024-12-31 + within 2025-01-01/2025-12-31 + within 2026-01-01/2026-12-31',
    ],
    ['2024—2026', 'within 2024-01-01/2026-12-31'],
    // days with an hour or a weekday
    ['2024年12月31日18:00前', 'by ../2024-12-31'],
    ['2024年12月31日（星期二）前', 'by ../2024-12-31'],
    ['2024年12月31日下班前', 'by ../2024-12-31'],
    ['2024年12月31日（含）前', 'by ../2024-12-31'],
    ['自2024年7月1日零时起', 'from 2024-07-01/..'],
    ['最迟不超过2024年12月31日', 'by ../2024-12-31'],
    ['2024年6月30日前提交', 'by ../2024-06-30'],
    // parts of months, years, plans
    ['8月中下旬', 'within 2024-08-11/2024-08-31'],
    ['8月上中旬', 'within 2024-08-01/2024-08-20'],
    ['月内', 'within 2024-05-01/2024-05-31'],
    ['年度内', 'within 2024-01-01/2024-12-31'],
    ['本年度内完成', 'within 2024-01-01/2024-12-31'],
    ['2025年度内', 'within 2025-01-01/2025-12-31'],
    // an event whose day is not known: the year is read, the rest is left to a person
    ['2026年某地冬奥会前', 'within 2026-01-01/2026-12-31|某地冬奥会'],
    ['“十四五”', 'within 2021-01-01/2025-12-31'],
    ['“十四五”末年', 'by ../2025-12-31'],
    ['“十五五”时期末', 'by ../2030-12-31'],
    ['“十四五”前两年', 'within 2021-01-01/2022-12-31'],
    ['“十四五”中期', 'within 2023-01-01/2023-12-31 ?'],
    ['第十四个五年规划期间', 'within 2021-01-01/2025-12-31'],
    // what goes with a date
    ['2024年底前完成50%，2025年底前全部完成', 'by ../2024-12-31 + by ../2025-12-31'],
    ['第一阶段：2024年6月底前；第二阶段：2024年12月底前', 'by ../2024-06-30 + by ../2024-12-31'],
    ['方案2024年6月底前出台，项目2025年底前建成', 'by ../2024-06-30 + by ../2025-12-31'],
    ['正在推进，2024年底前完成', 'by ../2024-12-31'],
    ['2024年底，之后长期坚持', 'by ../2024-12-31 + long-term'],
    ['2024年及以后', 'from 2024-01-01/..'],
    // durations
    ['10个法定工作日内', 'duration P10D wd'],
    ['7个自然日内', 'duration P7D'],
    ['3年左右', 'duration P3Y ?'],
    ['当日办结', 'duration P1D'],
    ['用3年时间', 'duration P3Y'],
    ['自2024年7月1日起10个工作日内', 'duration ../2024-07-15 P10D wd'],
    ['2024年7月1日后15个工作日内', 'duration ../2024-07-22 P15D wd'],
    ['自公布之日起30日后施行', 'from 2024-06-19/..'],
    ['即日起30日内', 'duration ../2024-06-19 P30D'],
    ['2024年10月1日起试行2年', 'within 2024-10-01/2026-09-30'],
    ['省级2024年底前完成，市县2025年底前完成', 'by ../2024-12-31 + by ../2025-12-31'],
    // recurring
    ['每年3—5月', 'recurring FREQ=YEARLY;BYMONTH=3,4,5'],
    ['每年5月1日至10月31日', 'recurring FREQ=YEARLY;BYMONTH=5,6,7,8,9,10'],
    ['每年5月15日至6月15日', 'recurring FREQ=YEARLY;BYMONTH=5,6 ?'],
    ['每季度前10日内', 'recurring FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
    ['每月前5个工作日内', 'recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5'],
    ['每两周一次', 'recurring FREQ=WEEKLY;INTERVAL=2'],
    ['每两周周五前', 'recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['每周的周五前', 'recurring FREQ=WEEKLY;BYDAY=FR'],
    ['每两个月10日前', 'recurring FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10'],
    ['每两年6月底前', 'recurring FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=-1'],
    ['半年一次', 'recurring FREQ=MONTHLY;INTERVAL=6'],
    ['每年年初', 'recurring FREQ=YEARLY;BYMONTH=1 ?'],
    ['每年国庆节前', 'recurring FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30'],
    ['每年春节前', 'recurring FREQ=YEARLY ?'],
    ['每月最后一个工作日', 'recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['每双月', 'recurring FREQ=YEARLY;BYMONTH=2,4,6,8,10,12'],
    ['每周五17时前', 'recurring FREQ=WEEKLY;BYDAY=FR'],
    ['按周调度', 'recurring FREQ=WEEKLY'],
    ['定期开展', 'recurring ?'],
    // without a date
    ['立行立改并长期坚持', 'immediate + long-term'],
    ['及时推进', 'immediate'],
    ['近期', 'immediate ?'],
    ['不断深化', 'long-term'],
    ['无固定期限', 'long-term'],
    ['另行通知', 'conditional'],
    ['同步推进', 'conditional'],
    ['2024年汛期前', 'conditional'],
    ['采暖季前', 'conditional'],
    ['工程竣工验收前', 'conditional'],
    ['秋季开学前完成', 'conditional'],
  ])('%s', (text, wanted) => {
    expect(brief(text, 'cell')).toBe(wanted);
  });
});

describe('festivals are computed', () => {
  test.each([
    ['春节前', 'by ../2025-01-28'],
    ['2025年元旦前', 'by ../2024-12-31'],
    ['元旦前', 'by ../2024-12-31'],
    ['国庆节前', 'by ../2024-09-30'],
    ['“十一”前', 'by ../2024-09-30'],
    ['“五一”前', 'by ../2025-04-30'],
    ['“七一”前', 'by ../2024-06-30'],
    ['清明节前', 'by ../2025-04-03'],
    ['端午节前', 'by ../2024-06-09'],
    ['2030年中秋节前', 'by ../2030-09-11'],
    ['中秋、国庆前', 'by ../2024-09-16 + by ../2024-09-30'],
    ['国庆节期间', 'within 2024-10-01/2024-10-07 ?'],
    ['国庆节', 'by ../2024-10-01'],
    ['2024年十月底前', 'by ../2024-10-31'],
  ])('%s', (text, wanted) => {
    expect(brief(text, 'cell')).toBe(wanted);
  });

  test('a festival without a reference date has no date, and a person should look', () => {
    expect(brief('春节前', 'cell', null)).toBe('by ?');
  });
});

describe('the other reading stands in the flag', () => {
  const messages = (text: string): string =>
    findDeadlines(text, { reference: REFERENCE, mode: 'cell' })
      .matches.flatMap(({ flags }) => flags)
      .map(({ message }) => message)
      .join();

  test.each([
    ['2026年前', '2025-12-31'],
    ['2024年9月前', '2024-08-31'],
    ['2024年6月底前、3月底前', '2024-03-31'],
  ])('%s: %s', (text, other) => {
    expect(messages(text)).toContain(other);
  });

  test('a part of what was said before is in the same year', () => {
    expect(brief('2024年12月底前（其中，首批9月底前）', 'cell')).toBe('by ../2024-12-31 + by ../2024-09-30 ?');
  });
});

describe('running text: deadlines', () => {
  test.each([
    ['力争用3年时间，打造特色品牌。', 'duration P3Y'],
    ['“十四五”时期末，覆盖率达到90%。', 'by ../2025-12-31'],
    ['2024年9月开工，2025年12月竣工。', 'within 2024-09-01/2024-09-30 + within 2025-12-01/2025-12-31'],
    ['确保2024年年内开工', 'within 2024-01-01/2024-12-31'],
    ['请于2024年12月31日前提交材料。', 'by ../2024-12-31'],
    ['政策延长至2025年12月31日。', 'by ../2025-12-31'],
    ['减半征收至2027年12月31日。', 'by ../2027-12-31'],
    ['国庆节前全面开放。', 'by ../2024-09-30'],
    ['年度内新增20家。', 'within 2024-01-01/2024-12-31'],
    ['每季度末向领导小组报告。', 'recurring FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['本办法自公布之日起30日后施行，有效期至2029年6月30日。', 'within 2024-06-19/2029-06-30'],
    ['到2030年，基本建成。12月底前印发实施方案。', 'by ../2030-12-31 + by ../2024-12-31'],
    ['“十四五”期间新增100处。9月底前完成摸底。', 'within 2021-01-01/2025-12-31 + by ../2024-09-30'],
  ])('%s', (text, wanted) => {
    expect(brief(text, 'text')).toBe(wanted);
  });
});

describe('running text: what is a date and no deadline', () => {
  test.each([
    '2000年底前建成的城镇老旧小区',
    '2024年1月1日前成立的企业',
    '2024年12月31日前提交的申请',
    '2022年9月印发的实施方案',
    '自2019年1月1日起施行的《条例》同时废止。',
    '《办法》（2016年5月1日起施行）同时废止。',
    '6个月内不得再次申请。',
    '同一年度内不得重复申报。',
    '最近3年内无违法记录。',
    '3年内未发生重大事故。',
    '有效期3年。',
    '保存期限不少于3年。',
    '去年12月底，全省共有10家。',
    '在2022年的基础上翻一番。',
    '（国办发〔2020〕24号）',
    '联系电话：0951-2024630，12345',
    '投资2024.5万元，占比20.6%。',
    '“6·18”成果交易会',
    '会议于2024年3月1日召开。',
    '15周岁以上，30年以上党龄',
    '“十四五”规划纲要',
  ])('%s', (text) => {
    expect(brief(text, 'text')).toBe('');
  });
});
