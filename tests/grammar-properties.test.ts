import edtf, { parse as parseEdtf } from 'edtf';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import rrule from 'rrule';
import { parse as parseDuration } from 'tinyduration';
import { describe, expect, test } from 'vitest';
import { deadlineForms } from '../fixtures/typesetter/invent/deadlines/index.js';
import { parseDeadlines, parseDepartments } from '../src/index.js';
import type { Deadline } from '../src/model/index.js';
import { RECOGNISERS } from '../src/parse/deadlines/index.js';
import { SLICES } from '../src/parse/deadlines/part-of-year.js';
import { festivalDay, isWorkingDay } from '../src/parse/holidays.js';
import { inWords } from './support/in-words.js';

const REFERENCE = '2024-05-20';
const parse = (text: string, mode: 'cell' | 'text' = 'cell'): Deadline[] =>
  parseDeadlines(text, { reference: REFERENCE, mode });

/** Expressions of every form that the grammar and the typesetter know. */
const FORMS: readonly string[] = [
  ...RECOGNISERS.flatMap(({ examples }) => examples),
  ...SLICES.flatMap(({ examples }) => examples.map((example) => example.replace(/[()]/g, ''))),
  ...deadlineForms.flatMap(({ arbitrary }) =>
    fc
      .sample(fc.noBias(arbitrary(REFERENCE) as fc.Arbitrary<{ printed: string }>), { numRuns: 8, seed: 7 })
      .map(({ printed }) => printed),
  ),
];
const WORDS = [
  ...'0123456789０２年月日底前内起至到、，；。（）(—-每季度周半上下中旬末初自从由于春节国庆“十四五”期间长期立即根据',
  '2024年',
  '工作日',
  '省教育厅',
  '各市、县（区）',
  '牵头',
  '配合',
  '会同',
  '责任单位：',
  '等相关部门',
  '按职责分工负责',
  '公安局',
  ' ',
  '\n',
  '\v',
];
const mixed = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(''));

describe('whatever the text', () => {
  test('parsing throws nothing, and no end is before its start', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'grapheme', maxLength: 40 })), (text) => {
        for (const mode of ['cell', 'text'] as const) {
          for (const { start, end } of parse(text, mode)) if (start && end) expect(start <= end, text).toBe(true);
        }
        for (const { name, raw } of parseDepartments(text).departments) {
          expect(raw.length, text).toBeGreaterThan(0);
          expect(name.endsWith(name.slice(-1)), text).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});

describe('what is printed is valid', () => {
  const found = [...FORMS, '2024年底前', '每年春节前'].flatMap((text) => parse(text));

  test('there is some of each', () => {
    expect(found.filter((one) => one.edtf).length).toBeGreaterThan(50);
    expect(found.filter((one) => one.rrule).length).toBeGreaterThan(20);
    expect(found.filter((one) => one.duration).length).toBeGreaterThan(20);
  });

  test('edtf is EDTF (ISO 8601-2), and says the dates', () => {
    for (const { edtf: text, start, end, raw } of found) {
      if (!text) continue;
      expect(() => edtf(text), `${raw}: ${text}`).not.toThrow();
      const { type } = parseEdtf(text);
      expect(type, raw).toBe('Interval');
      expect(text, raw).toBe(`${start ?? '..'}/${end ?? '..'}`);
    }
  });

  test('rrule is RFC 5545, and recurs', () => {
    const { rrulestr } = rrule;
    for (const { rrule: text, raw } of found) {
      if (!text) continue;
      const rule = rrulestr(`DTSTART:20240101T000000Z\nRRULE:${text}`);
      expect(rule.all((_, count) => count < 3).length, `${raw}: ${text}`).toBeGreaterThan(1);
    }
  });

  test('duration is ISO 8601, and some time', () => {
    for (const { duration, raw } of found) {
      if (!duration) continue;
      const parts = Object.values(parseDuration(duration)).filter((value) => typeof value === 'number');
      expect(
        parts.some((value) => value > 0),
        `${raw}: ${duration}`,
      ).toBe(true);
    }
  });
});

describe('a deadline in words is that deadline', () => {
  const meaning = ({ kind, start, end, rrule: rule, duration, workingDays }: Deadline) => ({
    kind,
    start,
    end,
    rule,
    duration,
    workingDays,
  });

  test.each(FORMS)('%s', (text) => {
    for (const deadline of parse(text)) {
      const words = inWords(deadline);
      if (words === null) continue;
      expect(parse(words).map(meaning), words).toEqual([meaning(deadline)]);
    }
  });

  test('most can be said', () => {
    const all = FORMS.flatMap((text) => parse(text));
    expect(all.filter((one) => inWords(one) !== null).length / all.length).toBeGreaterThan(0.85);
  });
});

describe('full width, traditional and broken by spaces it is the same', () => {
  const traditional = Converter({ from: 'cn', to: 't' });
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const spaced = (text: string): string => [...text].join(' ');
  const brief = (deadlines: readonly Deadline[]) => deadlines.map(({ raw, anchor, ...rest }) => rest);

  test.each(FORMS)('%s', (text) => {
    const plain = brief(parse(text));
    expect(brief(parse(wide(text)))).toEqual(plain);
    expect(brief(parse(spaced(text)))).toEqual(plain);
    // 民国 and 钟 have forms of their own there, which fold back one by one
    expect(brief(parse(traditional(text)))).toEqual(plain);
  });

  test.each([
    '省教育厅、财政厅、各市、县(区)',
    '省发改委牵头，省财政厅、水利厅配合',
    '[自治区政府办公厅等相关部门及各市、县(区)按职责分工负责]',
    '责任单位:市教育局;配合单位:市财政局',
  ])('%s', (text) => {
    const read = (printed: string) =>
      parseDepartments(printed).departments.map(({ role, collective, canonical }) => [role, collective, canonical]);
    expect(read(wide(text))).toEqual(read(text));
    expect(read(spaced(text))).toEqual(read(text));
    expect(read(traditional(text))).toEqual(read(text));
  });
});

describe('holidays', () => {
  // the notices of the Purple Mountain Observatory and of the State Council
  test.each([
    [[1, 1], { 2020: '2020-01-25', 2021: '2021-02-12', 2023: '2023-01-22', 2026: '2026-02-17', 2033: '2033-01-31' }],
    [[5, 5], { 2023: '2023-06-22', 2025: '2025-05-31' }],
    [[8, 15], { 2020: '2020-10-01', 2024: '2024-09-17', 2025: '2025-10-06' }],
  ] as const)('the lunar day %j', ([month, day], years) => {
    for (const [year, date] of Object.entries(years)) {
      expect(festivalDay({ lunar: [month, day] }, Number(year))).toBe(date);
    }
  });

  test('solar terms', () => {
    expect([2022, 2023, 2024].map((year) => festivalDay({ longitude: 15, month: 4 }, year))).toEqual([
      '2022-04-05',
      '2023-04-05',
      '2024-04-04',
    ]);
    expect([2021, 2023].map((year) => festivalDay({ longitude: 270, month: 12 }, year))).toEqual([
      '2021-12-21',
      '2023-12-22',
    ]);
  });

  test('days off and weekends on which one works', () => {
    expect(['2020-05-04', '2020-05-09', '2020-05-10', '2024-02-18'].map(isWorkingDay)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
