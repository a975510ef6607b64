import { describe, expect, test } from 'vitest';
import { addDays, addMonths, isoDate, monthEnd, monthStart, weekday } from '../src/parse/calendar.js';
import { parseHanNumber } from '../src/text/numerals.js';

describe('numbers as gazettes print them', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['二十三', 23],
    ['三十一', 31],
    ['廿三', 23],
    ['一百', 100],
    ['一百零九', 109],
    ['一百一十二', 112],
    ['一百十二', 112],
    ['一千零二十', 1020],
    ['二千零二十', 2020],
    ['二〇二〇', 2020],
    ['二○二一', 2021],
    ['二零二五', 2025],
    ['〇', 0],
    ['〇○零', 0],
    ['两', 2],
    ['兩', 2],
    ['貳拾', 20],
    ['7', 7],
    ['2020', 2020],
    ['２０２０', 2020],
  ])('%s is %d', (text, value) => {
    expect(parseHanNumber(text)).toBe(value);
  });

  test.each(['', '百', '十百', '一一十', '一个', '第一', '2a', '十 一', '-1', '1.5', '零十', '一百一百'])(
    'what is no number is not half read: %j',
    (text) => {
      expect(parseHanNumber(text)).toBeNull();
    },
  );
});

describe('dates without clock or time zone', () => {
  test('months end where the calendar says, leap years too', () => {
    expect(monthEnd(2020, 2)).toBe('2020-02-29');
    expect(monthEnd(2021, 2)).toBe('2021-02-28');
    expect(monthEnd(2100, 2)).toBe('2100-02-28');
    expect(monthEnd(2021, 11)).toBe('2021-11-30');
  });

  test('months run over into the next and the last year', () => {
    expect(monthStart(2020, 13)).toBe('2021-01-01');
    expect(monthStart(2020, 0)).toBe('2019-12-01');
  });

  test('a day the month does not have is no date', () => {
    expect(isoDate(2021, 2, 29)).toBeNull();
    expect(isoDate(2021, 13, 1)).toBeNull();
    expect(isoDate(2020, 2, 29)).toBe('2020-02-29');
  });

  test('a month later is the same day, or the last of a shorter month', () => {
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
    expect(addMonths('2020-11-15', 3)).toBe('2021-02-15');
    expect(addMonths('2021-03-31', -1)).toBe('2021-02-28');
  });

  test('days are counted over month and year ends', () => {
    expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
  });

  test('the week begins on Monday', () => {
    expect(weekday('2024-01-01')).toBe(1);
    expect(weekday('2024-01-07')).toBe(7);
  });
});
