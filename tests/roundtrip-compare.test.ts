import { describe, expect, test } from 'vitest';
import { compare } from '../fixtures/typesetter/compare.js';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import { type Truth, truthOf } from '../fixtures/typesetter/truth.js';
import type { Flag, Issue, Measure } from '../src/model/index.js';
import { perfectIssue } from './support/perfect.js';

const { manuscript } = inventIssue(3, 0, { measures: { min: 6, max: 9 }, documents: { min: 2, max: 2 } });
const truth: Truth = truthOf(manuscript, PLAIN_LAYOUT);

/** The perfect issue with its first measure of the list changed. */
function changed(change: (measure: Measure) => Partial<Measure>): Issue {
  const issue = perfectIssue(truth);
  const at = issue.measures.findIndex(({ origin }) => origin === 'table');
  const measure = issue.measures[at] as Measure;
  issue.measures[at] = { ...measure, ...change(measure) };
  return issue;
}

const fields = (issue: Issue): string[] => compare(truth, issue).differences.map(({ field }) => field);
const check: Flag = { code: 'row-joined', field: 'text', severity: 'check', message: '请核对' };

describe('the round trip finds every difference between a conversion and what was typeset', () => {
  test('none where all records are as typeset', () => {
    expect(compare(truth, perfectIssue(truth))).toEqual({
      exact: true,
      differences: [],
      measures: truth.measures.length,
      exactMeasures: truth.measures.length,
      flaggedExact: 0,
      unplaced: 0,
    });
  });

  test.each<[string, (measure: Measure) => Partial<Measure>]>([
    ['number', () => ({ number: '99' })],
    ['title', ({ title }) => ({ title: title.slice(1) })],
    ['text', ({ text }) => ({ text: `${text}又` })],
    ['path', ({ path }) => ({ path: path.slice(1) })],
    ['deadlines', () => ({ deadlines: [{ raw: '长期', kind: 'conditional', start: null, end: null, edtf: null }] })],
    ['departments', () => ({ departments: [{ name: '省甲厅', raw: '甲厅', role: 'lead', collective: false }] })],
    ['openEnded', ({ openEnded }) => ({ openEnded: !openEnded })],
    ['extra', () => ({ extra: { 备注: '另行安排' } })],
    ['document', () => ({ documentId: 'd7' })],
  ])('a wrong %s', (field, change) => {
    expect(fields(changed(change))).toContain(field);
  });

  test('a wrong field is silent unless the measure asks a person to look', () => {
    const wrong = changed(() => ({ number: '99' }));
    expect(compare(truth, wrong).differences.map(({ silent }) => silent)).toEqual([true]);
    const flagged = changed(() => ({ number: '99', flags: [check] }));
    expect(compare(truth, flagged).differences.map(({ silent }) => silent)).toEqual([false]);
    const noted = changed(() => ({ number: '99', flags: [{ ...check, severity: 'note' as const }] }));
    expect(compare(truth, noted).differences.map(({ silent }) => silent)).toEqual([true]);
  });

  test('a right measure that asks a person to look is counted', () => {
    expect(
      compare(
        truth,
        changed(() => ({ flags: [check] })),
      ),
    ).toMatchObject({ exact: true, flaggedExact: 1 });
  });

  test('a measure too few, and one too many', () => {
    const short = perfectIssue(truth);
    const [first, ...rest] = short.measures;
    expect(fields({ ...short, measures: rest })).toEqual(['missing']);
    const copy = { ...(first as Measure), id: 'd9.table.1', text: '一项没有人写过的任务，内容与其他各项都不相同。' };
    expect(fields({ ...short, measures: [...short.measures, copy] })).toEqual(['extra']);
  });

  test.each(['title', 'docNumber', 'issuer', 'dateIssued', 'publicity'] as const)(
    'a wrong %s of a document',
    (field) => {
      const issue = perfectIssue(truth);
      const [first, ...rest] = issue.documents;
      const wrong = { ...(first as Issue['documents'][number]), [field]: '2001-01-01' };
      expect(fields({ ...issue, documents: [wrong, ...rest] })).toContain(`document.${field}`);
    },
  );

  test('a paragraph that is missing from the text of a document, and a line that is none of it', () => {
    const issue = perfectIssue(truth);
    const [first, ...rest] = issue.documents as [Issue['documents'][number], ...Issue['documents']];
    const cut = { ...first, text: first.text.split('\n').slice(1).join('\n') };
    expect(fields({ ...issue, documents: [cut, ...rest] })).toEqual(['document.text']);
    const stray = { ...first, text: `${first.text}\n某省人民政府公报第3期第12页` };
    expect(fields({ ...issue, documents: [stray, ...rest] })).toEqual(['document.text']);
  });

  test('an entry of the contents that differs, and a flag on contents that are right', () => {
    const listed = truthOf(manuscript, { ...PLAIN_LAYOUT, contents: 'leaders' });
    const issue = perfectIssue(listed);
    // each document begins on the page that its entry names
    const source = { ...issue.source, pageLabels: [listed.contents[0]?.page ?? null] };
    const right = { ...issue, source };
    expect(listed.contents).toHaveLength(2);
    expect(compare(listed, right).differences).toEqual([]);
    const [first, ...rest] = issue.contents as [Issue['contents'][number], ...Issue['contents']];
    const differing = (contents: Issue['contents']): string[] =>
      compare(listed, { ...right, contents }).differences.map(({ field }) => field);
    expect(differing(rest)).toEqual(['contents']);
    expect(differing([{ ...first, page: '999' }, ...rest])).toEqual(['contents']);
    expect(differing([{ ...first, documentId: null }, ...rest])).toEqual(['contents']);
    const flag: Flag = { code: 'contents-differs', field: 'page 1', severity: 'check', message: '目录与正文不同' };
    expect(compare(listed, { ...right, flags: [flag, flag] }).differences.map(({ field }) => field)).toEqual([
      'contents.flags',
    ]);
  });

  test('a document too few', () => {
    const issue = perfectIssue(truth);
    expect(fields({ ...issue, documents: issue.documents.slice(0, 1) })).toContain('documents');
  });
});
