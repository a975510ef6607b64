import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertIssue, type Issue } from '../src/index.js';
import type { Difference, Measure } from '../src/model/index.js';
import { differencesOf } from '../src/parse/differences/index.js';
import { Likeness } from '../src/text/likeness.js';
import { runCli } from './support/cli.js';
import { msOf } from './support/time.js';

/** A goal as the text prints it, and the rows of the list under it. */
interface Goal {
  readonly words: string;
  readonly units: string;
  readonly rows: readonly (readonly [text: string, deadline: string, units: string])[];
}

const GOALS: readonly (readonly [category: string, goals: readonly Goal[]])[] = [
  [
    '一、改善水面',
    [
      {
        words: '1.疏浚河道。清理柳渡河、青石河淤泥，恢复自然岸线，2031年10月底前完成主要河段疏浚。',
        units: '市水务局、市财政局负责',
        rows: [
          ['（1）清理柳渡河淤泥。', '2031年6月底前', '市水务局'],
          ['（2）恢复自然岸线。', '2031年10月底前', '市水务局、市财政局'],
        ],
      },
      {
        words: '2.加固堤防。对东岸堤防逐段检测，隐患当年整改。',
        units: '市应急局、市水务局等相关部门按职责分工负责',
        rows: [
          ['（1）逐段检测东岸堤防。', '2031年5月底前', '市应急局'],
          ['（2）整改堤防隐患。', '2031年年底前', '市水务局、市住房城乡建设局'],
        ],
      },
    ],
  ],
  [
    '二、修复湿地',
    [
      {
        words: '1.补种芦苇。在浅滩补种芦苇300亩，成活率不低于90%。',
        units: '市林草局牵头，市水务局配合',
        rows: [['（1）补种芦苇300亩。', '2031年4月底前', '市林草局、市水务局']],
      },
      {
        words: '2.保护候鸟。设立观测点8处，公布候鸟名录。',
        units: '市林草局负责',
        rows: [['（1）设立观测点8处。', '2031年9月底前', '市林草局']],
      },
    ],
  ],
];

/** An issue whose list is printed as the text is, but for `fault`. */
function issueWith(fault: (list: string) => string = (list) => list, ofText = (text: string) => text): string {
  const body = GOALS.flatMap(([category, goals]) => [
    category,
    ...goals.map(({ words, units }) => `${words}（${units}）`),
  ]);
  const list = GOALS.flatMap(([category, goals]) =>
    goals.map(({ words, rows }, index) => {
      const printed = rows.map(([text, deadline, units]) => `${text}（完成时限：${deadline}）\n${units}`);
      return `${index === 0 ? `${category}\n` : ''}${words}\n${printed.join('\n')}`;
    }),
  );
  return [
    '柳渡市人民政府关于印发水环境治理方案的通知',
    '柳政发〔2031〕4号',
    '各县（区）人民政府：',
    '现将有关事项通知如下。',
    ofText(body.join('\n')),
    '柳渡市人民政府',
    '2031年2月6日',
    '',
    '附件',
    '水环境治理任务清单',
    '主要指标 目标任务 具体措施及完成时限 责任部门',
    fault(list.join('\n')),
  ].join('\n');
}

const converted = (text: string): Promise<Issue> => convertIssue({ text });
const flagsOf = ({ flags }: Issue | Measure) => flags.filter(({ code }) => code === 'body-table-differs');

describe('the text of a document against its task list', () => {
  test('nothing is said of what agrees, though rows name units that an open clause does not', async () => {
    const issue = await converted(issueWith());
    expect(issue.measures.map(({ id }) => id).filter((id) => id.includes('body'))).toHaveLength(4);
    expect(issue.measures.map(({ id }) => id).filter((id) => id.includes('table'))).toHaveLength(6);
    expect([issue, ...issue.measures].flatMap(flagsOf)).toEqual([]);
  });

  const FAULTS: readonly [what: string, from: string, to: string, field: string, says: RegExp][] = [
    [
      'a word of a goal',
      '恢复自然岸线，2031',
      '恢复岸线，2031',
      'd1.body.一.1.text',
      /「…河淤泥，恢复自然岸线.*「…河淤泥，恢复岸线/u,
    ],
    ['a date within a goal', '2031年10月底前完成主要', '2031年11月底前完成主要', 'd1.body.一.1.text', /10月.*11月/u],
    ['a quantity', '芦苇300亩，成活', '芦苇200亩，成活', 'd1.body.二.1.text', /300亩.*200亩/u],
    [
      'the title of a category',
      '二、修复湿地',
      '二、修复湿地水系',
      'd1.body.二.1.path[0]',
      /标题.*修复湿地.*修复湿地水系/u,
    ],
    [
      'a unit that no row names',
      '市水务局、市财政局\n',
      '市水务局\n',
      'd1.body.一.1.departments',
      /责任单位.*「市财政局」/u,
    ],
    [
      'a unit in place of another',
      '市林草局、市水务局',
      '市林草局、市气象局',
      'd1.body.二.1.departments',
      /「市水务局」.*「市气象局」/u,
    ],
    [
      'a unit beyond a closed clause',
      '2031年9月底前）\n市林草局',
      '2031年9月底前）\n市林草局、市公安局',
      'd1.body.二.2.departments',
      /「市公安局」/u,
    ],
  ];
  test.each(FAULTS)('%s', async (_, from, to, field, says) => {
    const text = issueWith((list) => {
      expect(list.split(from)).toHaveLength(2);
      return list.replace(from, to);
    });
    const issue = await converted(text);
    const told = flagsOf(issue);
    expect(told.map((flag) => [flag.field, flag.severity])).toEqual([[field, 'check']]);
    expect(told[0]?.message).toMatch(says);
    // both places: the lines of text and list
    expect(told[0]?.message).toMatch(/正文（第\d+行）.*清单（第\d+行）/u);
    // at both records for information: they are as printed
    const noted = issue.measures.filter((measure) => flagsOf(measure).length > 0);
    expect(noted.map(({ origin }) => origin).sort()).toEqual(['body', 'table']);
    expect(noted.flatMap(flagsOf).every(({ severity }) => severity === 'note')).toBe(true);
  });

  test('a goal that the list leaves out, and one that only the list has', async () => {
    const [, [, [, birds]]] = GOALS as unknown as [unknown, [string, [Goal, Goal]]];
    const rows = birds.rows.map(([text, deadline, units]) => `${text}（完成时限：${deadline}）\n${units}`).join('\n');
    const left = await converted(issueWith((list) => list.replace(`\n${birds.words}\n${rows}`, '')));
    expect(flagsOf(left).map(({ field, message }) => [field, message])).toEqual([
      ['d1.body.二.2.text', expect.stringMatching(/正文（第\d+行）的「保护候鸟」，任务清单中没有/u)],
    ]);
    const body = (text: string) => text.replace(`\n${birds.words}（${birds.units}）`, '');
    const added = await converted(issueWith((list) => list, body));
    expect(flagsOf(added).map(({ field, message }) => [field, message])).toEqual([
      ['d1.table.二.2.1.path[1]', expect.stringMatching(/任务清单（第\d+行）的「保护候鸟」，正文中没有/u)],
    ]);
  });

  test('a list of other things than the text speaks of is not compared', async () => {
    const other = issueWith(
      (list) => list,
      () =>
        '一、总体要求\n1.提高认识。加强组织领导，压实工作责任。\n2.强化宣传。通过报刊、电视解读政策。\n二、保障措施\n1.落实经费。列入年度预算。',
    );
    expect(flagsOf(await converted(other))).toEqual([]);
  });
});

describe('rows that are the items of the text again', () => {
  type Task = readonly [number: string, title: string, end: string, unit: string];
  const record = (origin: 'body' | 'table', ...[number, title, end, unit]: Task): Measure => ({
    id: `d1.${origin}.${number}`,
    documentId: 'd1',
    origin,
    path: [],
    number,
    title,
    text: title,
    deadlines: [{ raw: `${end}前`, kind: 'by', start: null, end, edtf: `../${end}` }],
    departments: [{ name: unit, raw: unit, role: 'lead', collective: false }],
    openEnded: false,
    sources: [{ field: 'text', page: origin === 'body' ? 1 : 2, bbox: [0, 0, 1, 1] }],
    flags: [],
  });
  const TASKS: readonly [Task, Task, Task] = [
    ['1', '清理柳渡河淤泥', '2031-06-30', '市水务局'],
    ['2', '加固东岸堤防', '2031-10-31', '市应急局'],
    ['3', '补种芦苇', '2031-04-30', '市林草局'],
  ];
  const both = (table: readonly Task[]): Difference[] =>
    differencesOf(
      [...TASKS.map((task) => record('body', ...task)), ...table.map((task) => record('table', ...task))],
      (page) => `第${page}页`,
    );

  test('agree', () => expect(both(TASKS)).toEqual([]));

  test('are not known by stock sentences under other titles', () => {
    const stock = '。逐项明确责任分工，按季度通报进展情况，所需资金由同级财政统筹安排';
    const measures = (origin: 'body' | 'table', titles: readonly string[]): Measure[] =>
      titles.map((title, index) => ({
        ...record(origin, `${index + 1}`, title, '2031-06-30', '市水务局'),
        text: `${title}${stock}。`,
      }));
    const table = measures('table', ['整治矿山', '推广电子证照', '兴建粮库']);
    const body = measures('body', ['清理柳渡河淤泥', '加固东岸堤防', '补种芦苇']);
    expect(differencesOf([...body, ...table], (page) => `第${page}页`)).toEqual([]);
  });

  test.each([
    ['a date', ['2', '加固东岸堤防', '2031-11-30', '市应急局'], 'deadlines', ['2031-10-31前', '2031-11-30前']],
    ['a unit', ['2', '加固东岸堤防', '2031-10-31', '市公安局'], 'departments', ['市应急局', '市公安局']],
    ['a title', ['2', '加固东岸堤防和闸门', '2031-10-31', '市应急局'], 'title', ['加固东岸堤防', '加固东岸堤防和闸门']],
  ] as const satisfies (readonly [string, Task, string, readonly string[]])[])(
    '%s differs',
    (_, row, what, wordings) => {
      const found = both([TASKS[0], row, TASKS[2]]);
      expect(found.map((difference) => [difference.what, difference.body?.wording, difference.table?.wording])).toEqual(
        [[what, ...wordings]],
      );
      expect(found[0]?.message).toMatch(/正文（第1页）.*清单（第2页）/u);
    },
  );

  test('a lost row, with its number', () => {
    expect(both([TASKS[0], TASKS[2]]).map(({ what, body, table }) => [what, body?.id, table])).toEqual([
      ['counterpart', 'd1.body.2', null],
    ]);
  });

  test('the same title 10,000 times is no matter of time', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `${index + 1}`);
    const measures = (['body', 'table'] as const).flatMap((origin) =>
      many.map((number) => record(origin, number, '加强组织领导', '2031-06-30', '市水务局')),
    );
    const compare = () => expect(differencesOf(measures, String)).toEqual([]);
    expect(msOf(compare, 5000)).toBeLessThan(5000);
  });
});

test('likeness is 1 for the same, 0 for nothing in common, and the same both ways', () => {
  const likeness = new Likeness();
  expect(likeness.of('疏浚河道', '疏浚河道')).toBe(1);
  expect(likeness.of('疏浚河道', '补种芦苇')).toBe(0);
  expect(likeness.of('加强加强', '加强')).toBe(0.5);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likeness.of(a, b)).toBe(likeness.of(b, a));
      expect(likeness.of(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness.of(a, b)).toBeLessThanOrEqual(1);
    }),
  );
});

test('gongbao inspect --stage differences lists them as JSON', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'gongbao-'));
  writeFileSync(
    join(cwd, '方案.txt'),
    issueWith((list) => list.replace('芦苇300亩，成活', '芦苇200亩，成活')),
  );
  const { status, stdout } = runCli(['inspect', '方案.txt', '--stage', 'differences'], { cwd });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      what: 'text',
      documentId: 'd1',
      body: { id: 'd1.body.二.1', field: 'text', wording: expect.stringContaining('300亩') },
      table: { id: 'd1.table.二.1.1', field: 'path[1]', wording: expect.stringContaining('200亩') },
    },
  ]);
});
