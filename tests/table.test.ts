import { describe, expect, test } from 'vitest';
import type { IndexEntry } from '../src/batch/report.js';
import { closingTable } from '../src/cli/table.js';
import { beginning, columnsOf, ending } from '../src/cli/width.js';

test('a Han character takes two columns of a terminal, a mark on another none', () => {
  expect(['a b', '公报', '（11）', '…—', 'ｅ́', ''].map(columnsOf)).toEqual([3, 4, 6, 2, 2, 0]);
  expect(beginning('公报11.pdf', 5)).toBe('公报1');
  expect(ending('2024/公报.pdf', 11)).toBe('...公报.pdf');
  expect(ending('公报.pdf', 8)).toBe('公报.pdf');
});

describe('the closing table', () => {
  const flags = { note: 9, check: 2, error: 1 };
  const entries: IndexEntry[] = [
    {
      input: 'in/青岚省人民政府公报.pdf',
      status: 'converted',
      outputs: [],
      pages: 40,
      documents: 3,
      measures: 187,
      flags,
      seconds: 2.34,
    },
    { input: 'in/b.pdf', status: 'unchanged', outputs: [], pages: 1, documents: 1, measures: 2, flags },
    {
      input: 'in/c\n.pdf',
      status: 'failed',
      outputs: [],
      seconds: 0.01,
      error: { code: 'pdf-damaged', message: '' },
    },
  ];

  test('has a line for each file and one for all, in columns of equal width', () => {
    expect(closingTable(entries, 2.5, 'en', null)).toEqual([
      'file                       result     documents  measures  to check  seconds',
      'in/青岚省人民政府公报.pdf  converted          3       187         3      2.3',
      'in/b.pdf                   unchanged          1         2         3        -',
      'in/c .pdf                  failed             -         -         -      0.0',
      'total                      3                  4       189         6      2.5',
    ]);
  });

  test('is as wide in Chinese, and cuts names where the terminal is narrow', () => {
    const chinese = closingTable(entries, 2.5, 'zh', 60);
    expect(new Set(chinese.map(columnsOf)).size).toBe(1);
    expect(columnsOf(chinese[0] ?? '')).toBeLessThan(60);
    expect(chinese[1]).toMatch(/^in\/青岚省人民政府公报\.pdf {2}已转换 {2}/);
    const narrow = closingTable(entries, 2.5, 'zh', 40);
    expect(narrow[1]).toMatch(/^\.\.\..*公报\.pdf/);
    expect(narrow.at(-1)).toMatch(/^合计/);
  });
});
