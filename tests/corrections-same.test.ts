// Corrections of measures that say the same as others, and flags that say the same of other values.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Correction, correctionsSchema, type Flag, type Issue, type Measure } from '../src/model/index.js';
import { applyCorrections } from '../src/review/apply.js';
import { pinned } from '../src/review/pin.js';
import { readOriginal, writtenRecords } from '../src/review/records.js';
import { isCorrected } from '../src/review/settle.js';
import { CorrectionsStore } from '../src/review/store.js';
import { toJson } from '../src/write/json.js';
import { correctionsOf, setting } from './support/corrections.js';
import { folderWith } from './support/folder.js';
import { madeUpIssue, unit } from './support/issue.js';

const base = madeUpIssue();
const TEXT = '报送进展情况。每季度末报送。';
const template = base.measures[0] as Measure;

/** An issue whose measures have these texts; = is the one text, and ids are given by place. */
const issueOf = (texts: string): Issue => ({
  ...base,
  flags: [],
  measures: [...texts].map((letter, index) => ({
    ...template,
    id: `d1.body.${index + 1}`,
    number: null,
    text: letter === '=' ? TEXT : `${letter}事项。按计划完成${letter}。`,
    flags: [],
  })),
});

const nth = (issue: Issue, index: number): Measure => issue.measures[index] as Measure;
const toNew = { departments: [unit('市新设局')] };
const applied = (issue: Issue, ...some: Correction[]) =>
  applyCorrections(issue, correctionsSchema.parse(JSON.parse(JSON.stringify(correctionsOf(...some)))));
const changedIn = ({ measures }: Issue): number[] =>
  measures.flatMap(({ departments }, index) => (departments[0]?.name === '市新设局' ? [index] : []));

describe('of measures with the same text and values, a correction is for the one that was corrected', () => {
  test.each<[string, before: string, index: number, now: string, expected: number[]]>([
    ['nothing changed, the first', 'A=B=C', 1, 'A=B=C', [1]],
    ['nothing changed, the second', 'A=B=C', 3, 'A=B=C', [3]],
    ['the ids moved, and the first has its id now', 'A==B', 2, 'XA==B', [3]],
    ['a row was found behind it', 'A==B', 2, 'A==XB', [2]],
    ['a row was found between them', 'A==B', 2, 'A=X=B', [3]],
    ['a copy far away was found', 'A=BC', 1, 'A=BCD=E', [1]],
    ['a copy far away was found before it, and has its id', 'AB=C', 2, 'X=ABD=E', []],
    ['the same, and its neighbours are as they were', 'AB=C', 2, 'X=AB=C', [4]],
    ['a copy beside it was found: it may be either', 'A=B', 1, 'A==B', []],
    ['one of two neighbours was lost: it may be either', 'A==B', 2, 'A=B', []],
    ['the other was lost, far away', 'A=BC=D', 4, 'ABC=D', [3]],
    ['it was lost, and the other is left', 'A=BC=D', 4, 'A=BCD', []],
    ['it was lost, and another was found elsewhere', 'A=BC=D', 4, 'X=YA=BCD', []],
    ['nothing around it is as it was', 'A=B=C', 3, 'U=V=W', []],
    ['it is the only one, and nothing around it is as it was', 'A=B', 1, 'XU=V', [2]],
  ])('%s', (_, before, index, now, expected) => {
    const seen = issueOf(before);
    const correction = pinned(seen, setting(nth(seen, index), toNew));
    const { issue, unmatched } = applied(issueOf(now), correction);
    expect(changedIn(issue)).toEqual(expected);
    expect(unmatched).toHaveLength(expected.length === 0 ? 1 : 0);
    if (expected.length === 0) expect(issue.flags.at(-1)?.code).toBe('correction-unmatched');
  });

  test('without the place, as versions before stored it, none is taken where there are several', () => {
    const seen = issueOf('A==B');
    const { issue, unmatched } = applied(issueOf('XA==B'), setting(nth(seen, 2), toNew));
    expect([changedIn(issue), unmatched.length]).toEqual([[], 1]);
    // where the values tell them apart, the one that it was
    const other = { ...seen, measures: seen.measures.with(1, { ...nth(seen, 1), departments: [] }) };
    expect(changedIn(applied(other, setting(nth(other, 2), toNew)).issue)).toEqual([2]);
  });

  test('so for those that are removed, split, joined, or stand before a new one', () => {
    const seen = issueOf('A=B=C');
    const now = issueOf('XA=B=C');
    const texts = (correction: Correction, issue: Issue) =>
      applied(issue, pinned(seen, correction))
        .issue.measures.map(({ text }) => (text === TEXT ? '=' : text[0]))
        .join('');
    const own = nth(seen, 3);
    const moved = nth(now, 4);
    expect(moved.text).toBe(own.text);
    expect(texts({ what: 'remove', from: own }, now)).toBe('XA=BC');
    const part = { ...own, text: 'N。' };
    expect(texts({ what: 'replace', how: 'split', from: [own], to: [part, part] }, now)).toBe('XA=BNNC');
    expect(texts({ what: 'replace', how: 'join', from: [own, nth(seen, 4)], to: [part] }, now)).toBe('XA=BN');
    expect(texts({ what: 'add', after: { id: own.id, text: own.text }, to: part }, now)).toBe('XA=B=NC');
    const gone = issueOf('XA=BC');
    expect(texts({ what: 'remove', from: own }, gone)).toBe('XA=BC');
  });

  test('and one after the other, each in what the one before left', () => {
    const seen = issueOf('A==B');
    const first = pinned(seen, setting(nth(seen, 1), toNew));
    const after = applied(seen, first).issue;
    const second = pinned(after, setting(nth(after, 2), toNew));
    const { issue, unmatched } = applied(issueOf('XA==B'), first, second);
    expect([changedIn(issue), unmatched]).toEqual([[2, 3], []]);
  });
});

describe('an accepted flag', () => {
  const flag: Flag = { code: 'deadline-ambiguous', field: 'deadlines', severity: 'check', message: '请核对' };
  const flagged = (issue: Issue, own: Partial<Measure> = {}, ...flags: Flag[]): Issue => ({
    ...issue,
    measures: issue.measures.with(1, { ...nth(issue, 1), flags: flags.length > 0 ? flags : [flag], ...own }),
  });
  const seen = flagged(issueOf('ABC'));
  const { id, text } = nth(seen, 1);
  const accepting: Correction = { what: 'accept', measure: { id, text }, flag };
  const states = ({ issue, unmatched }: ReturnType<typeof applied>) => [
    nth(issue, 1).flags.map(({ severity }) => severity),
    unmatched.length,
  ];

  test('stays accepted while the value is the one that was seen', () => {
    const correction = pinned(seen, accepting);
    expect(correction).toMatchObject({ seen: template.deadlines });
    expect(states(applied(seen, correction))).toEqual([['note'], 0]);
    expect(states(applied(flagged(issueOf('ABC'), { departments: [] }), correction))).toEqual([['note'], 0]);
  });

  test('is open again, and listed, where the same is said of another value', () => {
    const now = flagged(issueOf('ABC'), { deadlines: [] });
    const result = applied(now, pinned(seen, accepting));
    expect(states(result)).toEqual([['check'], 1]);
    expect(result.issue.flags.at(-1)).toMatchObject({ code: 'correction-unmatched', field: id });
  });

  test('needs nothing where it is no more there, whatever the value', () => {
    const now = { ...issueOf('ABC') };
    now.measures = now.measures.with(1, { ...nth(now, 1), deadlines: [] });
    expect(states(applied(now, pinned(seen, accepting)))).toEqual([[], 0]);
  });

  test('that was accepted before the value was kept is accepted as it was', () => {
    expect(states(applied(flagged(issueOf('ABC'), { deadlines: [] }), accepting))).toEqual([['note'], 0]);
  });

  test('was accepted before the field was corrected, and stays so', () => {
    const correction = pinned(seen, accepting);
    const result = applied(seen, correction, setting(nth(seen, 1), { deadlines: [] }));
    expect(result.unmatched).toEqual([]);
  });

  test('at a level of the headings is about all of them', () => {
    const atPath: Flag = { ...flag, code: 'order-uncertain', field: 'path[1]' };
    const before = flagged(issueOf('ABC'), {}, atPath);
    const correction = pinned(before, { ...accepting, flag: atPath });
    expect(states(applied(before, correction))).toEqual([['note'], 0]);
    expect(states(applied(flagged(issueOf('ABC'), { path: [] }, atPath), correction))).toEqual([['check'], 1]);
  });

  test.each<[string, string, (issue: Issue) => Issue]>([
    [
      'a document',
      'd1.dateIssued',
      (issue) => ({ ...issue, documents: issue.documents.map((one) => ({ ...one, dateIssued: null })) }),
    ],
    [
      'a measure',
      'd1.body.2.departments',
      (issue) => ({ ...issue, measures: issue.measures.with(1, { ...nth(issue, 1), departments: [] }) }),
    ],
  ])('of the issue, on a field of %s, holds for the value that was seen', (_, field, change) => {
    const ofIssue: Flag = { code: 'date-doubtful', field, severity: 'check', message: '请核对' };
    const before = { ...issueOf('ABC'), flags: [ofIssue] };
    const correction = pinned(before, { what: 'accept', measure: null, flag: ofIssue });
    expect(applied(before, correction).issue.flags.map(({ severity }) => severity)).toEqual(['note']);
    const result = applied(change(before), correction);
    expect(result.issue.flags.map(({ code, severity }) => [code, severity])).toEqual([
      ['date-doubtful', 'check'],
      ['correction-unmatched', 'check'],
    ]);
  });

  test('on a page is about no field', () => {
    const ofPage: Flag = { code: 'page-damaged', field: 'page 2', severity: 'check', message: '请核对' };
    const before = { ...issueOf('ABC'), flags: [ofPage] };
    expect(pinned(before, { what: 'accept', measure: null, flag: ofPage })).not.toHaveProperty('seen');
  });
});

describe('whether records are corrected ones', () => {
  const flag: Flag = { code: 'deadline-ambiguous', field: 'deadlines', severity: 'check', message: '请核对' };
  const issue: Issue = { ...issueOf('AB'), flags: [flag] };
  const accepted = applied(issue, { what: 'accept', measure: null, flag }).issue;

  test('is said in the records, with how many changes', () => {
    expect(accepted.corrections).toEqual({ applied: 1, unmatched: 0 });
    const { corrections } = applied(issue, setting(nth(issue, 0), toNew), setting(nth(issueOf('XY'), 1), toNew)).issue;
    expect(corrections).toEqual({ applied: 1, unmatched: 1 });
    expect([isCorrected(accepted), isCorrected(issue)]).toEqual([true, false]);
    expect(JSON.parse(toJson(accepted)).corrections).toEqual({ applied: 1, unmatched: 0 });
  });

  test('is known of outputs of versions that did not say it', () => {
    const { corrections: _, ...before } = accepted;
    expect(isCorrected(before)).toBe(true);
    const { corrections: __, ...set } = applied(issue, setting(nth(issue, 0), toNew)).issue;
    expect(isCorrected(set)).toBe(true);
  });

  test('does not hang on the words of the flags', async () => {
    const folder = folderWith({ 'a.original.json': toJson(issue) });
    const reworded = { ...accepted, flags: accepted.flags.map((one) => ({ ...one, message: '其他说法' })) };
    writeFileSync(join(folder, 'a.json'), toJson(reworded));
    expect(await readOriginal(folder, 'a')).toEqual(issue);
  });
});

test('what is saved is kept with its place, and the value that was seen', async () => {
  const flag: Flag = { code: 'deadline-ambiguous', field: 'deadlines', severity: 'check', message: '请核对' };
  const issue = issueOf('A==B');
  issue.measures = issue.measures.with(2, { ...nth(issue, 2), flags: [flag] });
  const folder = folderWith({ 'a.json': toJson(issue) });
  const store = new CorrectionsStore(folder);
  const { id, text } = nth(issue, 2);
  const { stamp: records } = writtenRecords(await readOriginal(folder, 'a'));
  await store.add('a', { revision: 0, records }, setting(nth(issue, 2), toNew));
  expect((await store.add('a', { revision: 1, records }, { what: 'accept', measure: { id, text }, flag })).kind).toBe(
    'saved',
  );
  const { changes } = correctionsSchema.parse(JSON.parse(readFileSync(join(folder, 'a.corrections.json'), 'utf8')));
  const place = { index: 1, of: 2, before: TEXT, after: nth(issue, 3).text };
  expect(changes.map(({ correction }) => correction)).toMatchObject([
    { what: 'set', measure: { id, text, place } },
    { what: 'accept', measure: { id, text, place }, seen: template.deadlines },
  ]);
});
