import { describe, expect, test } from 'vitest';
import { type Correction, correctionsSchema, type Issue, issueSchema, type Measure } from '../src/model/index.js';
import { applyCorrections } from '../src/review/apply.js';
import { correctionsOf, setting } from './support/corrections.js';
import { madeUpIssue, unit } from './support/issue.js';

const measureOf = (issue: Issue, number: string): Measure => {
  const found = issue.measures.find((measure) => measure.number === number);
  if (!found) throw new Error(`no measure ${number}`);
  return found;
};

/** Through the file: what it cannot hold, no correction can be. */
const applied = (issue: Issue, ...corrections: Correction[]) => {
  const read = correctionsSchema.parse(JSON.parse(JSON.stringify(correctionsOf(...corrections))));
  const result = applyCorrections(issue, read);
  issueSchema.parse(result.issue);
  return result;
};

describe('a field that is set', () => {
  const issue = madeUpIssue();
  const sixth = measureOf(issue, '6');
  const correction = setting(sixth, { departments: [unit('省交通运输厅'), unit('临川海关', 'lead')] });

  test('has its new value, a note of what it was, and asks for no look any more; the rest is as it was', () => {
    const { issue: corrected, unmatched } = applied(issue, correction);
    expect(unmatched).toEqual([]);
    const { flags, departments, ...rest } = measureOf(corrected, '6');
    expect(departments.map(({ name, role }) => [name, role])).toEqual([
      ['省交通运输厅', 'responsible'],
      ['临川海关', 'lead'],
    ]);
    expect(rest).toEqual({ ...sixth, flags: undefined, departments: undefined });
    expect(flags).toEqual([
      sixth.flags[0],
      { ...sixth.flags[1], severity: 'note', message: '“临川海关”不在单位名录中；已由人更正' },
      {
        code: 'corrected',
        field: 'departments',
        severity: 'note',
        message: '人工更正：原为「省交通运输厅、省商务厅、临川海关」',
      },
    ]);
    expect(corrected.measures.filter(({ number }) => number !== '6')).toEqual(
      issue.measures.filter(({ number }) => number !== '6'),
    );
    expect(issue).toEqual(madeUpIssue());
  });

  test('settles what the flags of the issue say of it, and of nothing else', () => {
    const about = (field: string) =>
      ({ code: 'body-table-differs', field, severity: 'check', message: field }) as const;
    const flags = [`${sixth.id}.departments`, `${sixth.id}.text`, `${sixth.id}1.departments`].map(about);
    const { issue: corrected } = applied({ ...issue, flags }, correction);
    expect(corrected.flags.map(({ severity }) => severity)).toEqual(['note', 'check', 'check']);
  });

  test('and set again, still says what was read', () => {
    const first = measureOf(applied(issue, correction).issue, '6');
    const { issue: twice } = applied(issue, correction, setting(first, { departments: [] }));
    expect(measureOf(twice, '6').departments).toEqual([]);
    const notes = measureOf(twice, '6').flags.filter(({ code }) => code === 'corrected');
    expect(notes.map(({ message }) => message)).toEqual(['人工更正：原为「省交通运输厅、省商务厅、临川海关」']);
  });

  test('is as it was where the change was taken back', () => {
    const corrections = correctionsOf(correction);
    corrections.changes = corrections.changes.map((change) => ({ ...change, undone: change.at }));
    expect(applyCorrections(issue, corrections)).toEqual({ issue, unmatched: [] });
  });

  test('may be one that a measure can lack', () => {
    const { issue: corrected } = applied(issue, setting(sixth, { extra: { 备注: '试点' } }));
    expect(measureOf(corrected, '6').extra).toEqual({ 备注: '试点' });
    const { issue: without } = applied(corrected, setting(measureOf(corrected, '6'), { extra: null, number: null }));
    const last = without.measures.find(({ id }) => id === sixth.id);
    expect(last && 'extra' in last).toBe(false);
    expect(last?.number).toBeNull();
  });
});

describe('after a new conversion, a correction', () => {
  const issue = madeUpIssue();
  const sixth = measureOf(issue, '6');
  const correction = setting(sixth, { departments: [unit('省商务厅')] });
  const changed = (edit: (measure: Measure, index: number) => Measure): Issue => ({
    ...issue,
    measures: issue.measures.map(edit),
  });

  test('follows its measure where the ids moved, even where the one that has its id now has the same departments', () => {
    const moved = changed((measure, index) => ({
      ...measure,
      id: issue.measures[index + 1]?.id ?? 'd1.table.last',
      departments: measure.number === '5' ? sixth.departments : measure.departments,
    }));
    const { issue: corrected, unmatched } = applied(moved, correction);
    expect(unmatched).toEqual([]);
    expect(measureOf(corrected, '6').departments).toEqual([unit('省商务厅')]);
    expect(measureOf(corrected, '5').departments).toEqual(sixth.departments);
  });

  test('is applied where a character of the text is read otherwise now', () => {
    const read = changed((measure) => ({ ...measure, text: measure.text.replace('研究制定', '研究製定') }));
    const { issue: corrected, unmatched } = applied(read, correction);
    expect(unmatched).toEqual([]);
    expect(measureOf(corrected, '6').departments).toEqual([unit('省商务厅')]);
  });

  test('is left out where the measure of that id is nearly the same, and another is nearer', () => {
    const towns = changed((measure) =>
      measure.number === '6'
        ? { ...measure, text: '完成乙市老旧小区改造任务，安排在年底前验收，验收结果向社会公开，群众意见逐条答复。' }
        : measure,
    );
    const own = measureOf(towns, '6');
    const ofOwn = setting(own, { departments: [unit('省商务厅')] });
    const twin = { ...own, id: 'd1.table.二.3.8', number: '8', text: own.text.replace('安排在', '') };
    const moved = { ...twin, id: own.id, number: '6', text: twin.text.replace('乙市', '甲市') };
    const read = { ...towns, measures: [...towns.measures.filter((measure) => measure !== own), moved, twin] };
    const { issue: corrected, unmatched } = applied(read, ofOwn);
    expect(unmatched).toHaveLength(1);
    expect(corrected.measures).toEqual(read.measures);
  });

  test('needs nothing where the field is read right by now', () => {
    const right = changed((measure) =>
      measure.number === '6' ? { ...measure, departments: [unit('省商务厅')] } : measure,
    );
    const { issue: corrected, unmatched } = applied(right, correction);
    expect(unmatched).toEqual([]);
    expect(measureOf(corrected, '6').flags.map(({ code, severity }) => [code, severity])).toEqual([
      ['deadline-unparsed', 'error'],
      ['department-unknown', 'note'],
    ]);
  });

  test.each<[string, Issue]>([
    [
      'has another value',
      changed((measure) => (measure.number === '6' ? { ...measure, departments: [unit('省数据局')] } : measure)),
    ],
    ['is gone', { ...issue, measures: issue.measures.filter(({ number }) => number !== '6') }],
    [
      'is there twice, under other ids',
      {
        ...issue,
        measures: [
          ...issue.measures.filter(({ number }) => number !== '6'),
          { ...sixth, id: 'x' },
          { ...sixth, id: 'y' },
        ],
      },
    ],
    [
      'has another text under the same id',
      changed((measure) => (measure.number === '6' ? { ...measure, text: '另一件事。由别人来办。' } : measure)),
    ],
  ])('is left out, listed and flagged where its measure %s', (_, read) => {
    const { issue: corrected, unmatched } = applied(read, correction);
    expect(unmatched.map(({ id }) => id)).toEqual(['c1']);
    expect(corrected.measures).toEqual(read.measures);
    const flag = corrected.flags.at(-1);
    expect(flag).toMatchObject({ code: 'correction-unmatched', severity: 'check', field: sixth.id });
    expect(flag?.message).toContain('责任部门由「省交通运输厅、省商务厅、临川海关」改为「省商务厅」');
  });
});

describe('other changes', () => {
  const issue = madeUpIssue();
  const [third, fourth, sixth] = ['3', '4', '6'].map((number) => measureOf(issue, number)) as [
    Measure,
    Measure,
    Measure,
  ];
  const texts = ({ measures }: Issue) => measures.map(({ id, text }) => [id, text]);

  test('an accepted flag becomes a note, at a measure and at the issue', () => {
    const flag = sixth.flags[0];
    if (!flag) throw new Error('no flag');
    const ofIssue = { code: 'page-missing', field: 'pages', severity: 'check', message: '缺页' } as const;
    const { issue: both } = applied(
      { ...issue, flags: [ofIssue] },
      { what: 'accept', measure: { id: sixth.id, text: sixth.text }, flag },
      { what: 'accept', measure: null, flag: ofIssue },
    );
    expect(measureOf(both, '6').flags[0]).toEqual({
      ...flag,
      severity: 'note',
      message: `${flag.message}；已由人核对认可`,
    });
    expect(both.flags).toEqual([{ ...ofIssue, severity: 'note', message: '缺页；已由人核对认可' }]);
  });

  test('that a correction fits no more can be accepted', () => {
    const gone = { ...issue, measures: issue.measures.filter(({ number }) => number !== '6') };
    const correction = setting(sixth, { departments: [] });
    const [flag] = applied(gone, correction).issue.flags;
    if (!flag) throw new Error('no flag');
    const { issue: accepted } = applied(gone, correction, { what: 'accept', measure: null, flag });
    expect(accepted.flags).toEqual([{ ...flag, severity: 'note', message: `${flag.message}；已由人核对认可` }]);
  });

  test('a measure is split, and what became of it joined again, under ids that are unique', () => {
    const parts = fourth.text
      .split('。')
      .slice(0, 2)
      .map((sentence) => ({ ...fourth, text: `${sentence}。` }));
    const { issue: split } = applied(issue, { what: 'replace', how: 'split', from: [fourth], to: parts });
    const index = issue.measures.indexOf(fourth);
    expect(texts(split).slice(index, index + 2)).toEqual([
      [fourth.id, '公开热线办理情况。'],
      [`${fourth.id}~2`, '每季度公布办理量、办结率和群众反映集中的问题。'],
    ]);
    // a flag on another field still asks for a look
    for (const part of split.measures.slice(index, index + 2))
      expect(part.flags.map(({ code, severity }) => [code, severity])).toEqual([
        ['deadline-ambiguous', 'check'],
        ['corrected', 'note'],
      ]);
    const halves = split.measures.slice(index, index + 2);
    const { issue: joined } = applied(split, { what: 'replace', how: 'join', from: halves, to: [fourth] });
    expect(texts(joined)).toEqual(texts(issue));
  });

  test('a border between two measures moves', () => {
    const moved: Correction = {
      what: 'replace',
      how: 'boundary',
      from: [third, fourth],
      to: [
        { ...third, text: `${third.text}公开热线办理情况。` },
        { ...fourth, text: fourth.text.slice('公开热线办理情况。'.length) },
      ],
    };
    const { issue: corrected, unmatched } = applied(issue, moved);
    expect(unmatched).toEqual([]);
    expect(measureOf(corrected, '3').text).toMatch(/公开热线办理情况。$/);
    expect(measureOf(corrected, '4').text).toMatch(/^每季度/);
    // not where they no longer follow each other
    const parted = { ...issue, measures: [fourth, ...issue.measures.filter((measure) => measure !== fourth)] };
    expect(applied(parted, moved).unmatched).toHaveLength(1);
  });

  test('a measure is added behind another, or before all, and one is removed: the issue says so', () => {
    const own = { ...third, id: 'd1.table.新', text: '新增一条。', title: '新增一条', flags: [], sources: [] };
    const { issue: corrected } = applied(
      issue,
      { what: 'add', after: { id: third.id, text: third.text }, to: own },
      { what: 'add', after: null, to: own },
      { what: 'remove', from: sixth },
    );
    const at = issue.measures.indexOf(third) + 1;
    const rest = issue.measures.filter((measure) => measure !== sixth);
    expect(texts(corrected)).toEqual([
      ['d1.table.新~2', '新增一条。'],
      ...texts({ ...issue, measures: rest.slice(0, at) }),
      ['d1.table.新', '新增一条。'],
      ...texts({ ...issue, measures: rest.slice(at) }),
    ]);
    expect(corrected.flags.at(-1)).toMatchObject({ code: 'corrected', severity: 'note', field: sixth.id });
    expect(corrected.flags.at(-1)?.message).toContain('人工删除');
  });
});
