import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { departmentSchema } from '../src/model/index.js';
import { CLASS, OPEN_ENDINGS } from '../src/parse/departments/classes.js';
import { findDepartments, parseDepartments } from '../src/parse/departments/index.js';
import { LABELS, VERBS } from '../src/parse/departments/roles.js';
import { fold } from '../src/parse/folded.js';
import { msOf } from './support/time.js';

const names = (text: string) => parseDepartments(text).departments.map(({ name }) => name);
/** name/lead, name*: a collective unit. */
const brief = (text: string, role?: 'lead' | 'support') =>
  findDepartments(text, role ? { role } : {}).matches.map(
    ({ department: { name, role: own, collective } }) =>
      `${name}${collective ? '*' : ''}${own === 'responsible' ? '' : `/${own}`}`,
  );

const VECTORS = new URL('../../shared/vectors/departments.json', import.meta.url);

describe('the shared grammar cases', () => {
  const present = existsSync(VECTORS);
  if (!present) console.warn('skipped: ../shared/vectors is not here');
  interface Vector {
    text: string;
    departments: Record<string, unknown>[];
    openEnded: boolean;
  }
  const vectors: Vector[] = present ? JSON.parse(readFileSync(VECTORS, 'utf8')) : [];
  test.skipIf(!present)('there are some', () => expect(vectors.length).toBeGreaterThan(0));
  for (const [index, { text, departments, openEnded }] of vectors.entries()) {
    test(`${index}: ${text}`, () => {
      const found = parseDepartments(text);
      expect(found.openEnded).toBe(openEnded);
      expect(found.departments).toHaveLength(departments.length);
      departments.forEach((wanted, at) => {
        expect(found.departments[at]).toMatchObject({ collective: false, ...wanted });
      });
      expect(findDepartments(text).rest).toEqual([]);
    });
  }
});

describe('every recogniser reads its own examples from end to end', () => {
  for (const rule of [...LABELS, ...VERBS, ...OPEN_ENDINGS]) {
    test.each(rule.examples)(`${rule.purpose}: %s`, (example) => {
      const { text } = fold(example);
      rule.pattern.lastIndex = 0;
      expect(rule.pattern.exec(text)?.[0]).toBe(text);
    });
  }
  test.each(CLASS.examples)(`${CLASS.purpose}: %s`, (example) => {
    expect(brief(example)).toHaveLength(1);
    expect(brief(example)[0]).toMatch(/\*$/);
  });
});

describe('a shared prefix comes back', () => {
  test.each([
    ['省教育厅、公安厅、民政厅', ['省教育厅', '省公安厅', '省民政厅']],
    ['青原市公安局、财政局', ['青原市公安局', '青原市财政局']],
    ['青原省财政厅、公安厅', ['青原省财政厅', '青原省公安厅']],
    ['青原回族自治区公安厅、教育厅', ['青原回族自治区公安厅', '青原回族自治区教育厅']],
    ['县教育局、财政局、发展改革局', ['县教育局', '县财政局', '县发展改革局']],
    ['市市场监管局、民政局、城市管理局', ['市市场监管局', '市民政局', '市城市管理局']],
    ['自治区水利厅、市场监管厅', ['自治区水利厅', '自治区市场监管厅']],
    ['自治区民政厅、党委政法委、公安厅', ['自治区民政厅', '自治区党委政法委', '自治区公安厅']],
    ['自治区水利厅、政府研究室、政府督查室', ['自治区水利厅', '自治区政府研究室', '自治区政府督查室']],
    ['省委宣传部、组织部，省财政厅、教育厅', ['省委宣传部', '省委组织部', '省财政厅', '省教育厅']],
    ['自治區教育廳、公安廳', ['自治區教育廳', '自治區公安廳']],
    [
      '自治区总工会、审改办、国资委、林草局、港澳台办',
      ['自治区总工会', '自治区审改办', '自治区国资委', '自治区林草局', '自治区港澳台办'],
    ],
  ])('%s', (text, wanted) => {
    expect(names(text)).toEqual(wanted);
  });

  test('units with a name of their own neither take nor end it', () => {
    const own =
      '云南税务局、人民银行昆明中心支行、国网云南电力公司、昆明海关、青原市、青原管委会、国家税务总局青原省税务局、财政部、青原机场集团公司';
    expect(names(`省教育厅、${own}、公安厅`)).toEqual(['省教育厅', ...own.split('、'), '省公安厅']);
  });

  test('厅 belong to the province, though a city stands between', () => {
    expect(names('自治区公安厅、青原市公安局、财政厅')).toEqual(['自治区公安厅', '青原市公安局', '自治区财政厅']);
  });

  test('without a prefix before it a name stays as printed', () => {
    expect(names('公安厅、教育厅')).toEqual(['公安厅', '教育厅']);
    expect(names('国家发展改革委、科技部、税务总局')).toEqual(['国家发展改革委', '科技部', '税务总局']);
  });

  test('the match says which prefix was inferred, and raw what was printed', () => {
    const { matches } = findDepartments('省教育厅、公安厅');
    expect(matches.map(({ inferredPrefix }) => inferredPrefix)).toEqual([null, '省']);
    expect(matches[1]?.department.raw).toBe('公安厅');
  });
});

describe('collective units', () => {
  test.each([
    '各市、县（区）',
    '各市（州）人民政府',
    '各州、市人民政府',
    '各县（市、区）人民政府',
    '各设区的市',
    '各区县政府',
    '各镇（街道）',
    '各地区',
    '各成员单位',
    '市直有关部门',
    '省级有关单位',
    '有关市、县（区）',
    '县（市、区）人民政府',
  ])('%s is one', (text) => {
    expect(brief(`省教育厅、${text}`)).toEqual(['省教育厅', `${text}*`]);
  });

  test('names are clean, raw is as printed', () => {
    const [unit] = parseDepartments('各\n市、县 (区)').departments;
    expect(unit).toEqual({ name: '各市、县（区）', raw: '各市、县(区)', role: 'responsible', collective: true });
  });

  test('a unit after a class is another', () => {
    expect(brief('各市、县（区）、青原管委会')).toEqual(['各市、县（区）*', '青原管委会']);
  });
});

describe('open lists', () => {
  test.each([
    '省教育厅、省财政厅等相关部门',
    '省教育厅、省财政厅等部门',
    '省教育厅、省财政厅等有关单位按职责分工负责',
    '省教育厅、省财政厅等省人民政\n府相关部门',
    '省教育厅、省财政厅等政府相关部门',
    '省教育厅、省财政厅等6部门',
    '省教育厅、省财政厅及其他相关部门',
    '省教育厅、省财政厅等',
  ])('%s', (text) => {
    expect(parseDepartments(text).openEnded).toBe(true);
    expect(brief(text)).toEqual(['省教育厅', '省财政厅']);
  });

  test('等 inside a name opens nothing', () => {
    expect(parseDepartments('省高等教育局、省财政厅')).toMatchObject({ openEnded: false });
    expect(names('省高等教育局、省财政厅')).toEqual(['省高等教育局', '省财政厅']);
  });

  test('the list goes on after it', () => {
    expect(brief('省教育厅等相关部门及各市、县（区）按职责分工负责')).toEqual(['省教育厅', '各市、县（区）*']);
  });
});

describe('roles', () => {
  test.each([
    ['省水利厅牵头，省财政厅、省应急厅配合', ['省水利厅/lead', '省财政厅/support', '省应急厅/support']],
    ['由省水利厅牵头，会同省财政厅负责', ['省水利厅/lead', '省财政厅/support']],
    ['省水利厅会同省财政厅', ['省水利厅/lead', '省财政厅/support']],
    ['省水利厅、省财政厅分别牵头', ['省水利厅/lead', '省财政厅/lead']],
    ['县水利局主办，县财政局协办', ['县水利局/lead', '县财政局/support']],
    ['省水利厅负责，省财政厅配合', ['省水利厅', '省财政厅/support']],
    ['牵头部门：市水利局；配合部门：市财政局', ['市水利局/lead', '市财政局/support']],
    ['【牵头单位】省水利厅【配合单位】省财政厅', ['省水利厅/lead', '省财政厅/support']],
    ['主办单位:省水利厅 协办单位:省财政厅', ['省水利厅/lead', '省财政厅/support']],
    ['省水利厅（牵头）、省财政厅', ['省水利厅/lead', '省财政厅']],
    ['责任单位：省水利厅牵头，省财政厅配合', ['省水利厅/lead', '省财政厅/support']],
    ['省水利厅牵头，省财政厅等部门按职责分工负责', ['省水利厅/lead', '省财政厅']],
    ['省水利厅牵头，各市政府参与', ['省水利厅/lead', '各市政府*/support']],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toEqual(wanted);
  });

  test('a column gives the role the text does not name', () => {
    expect(brief('省水利厅、财政厅按职责分工负责', 'lead')).toEqual(['省水利厅/lead', '省财政厅/lead']);
    expect(brief('省水利厅牵头，省财政厅按职责分工负责', 'lead')).toEqual(['省水利厅/lead', '省财政厅']);
  });
});

describe('separators, brackets, line breaks', () => {
  test.each([
    ['省教育厅\n省财政厅\n省民政厅', ['省教育厅', '省财政厅', '省民政厅']],
    ['市教育局 市财政局 各镇人民政府', ['市教育局', '市财政局', '各镇人民政府']],
    ['教育局\n财政局\n民政局', ['教育局', '财政局', '民政局']],
    [
      '省卫生健康委、省\n发展改革委、省市\n场监管局（省知识\n产权局）',
      ['省卫生健康委', '省发展改革委', '省市场监管局（省知识产权局）'],
    ],
    ['自治区人力资源和社会\n保障厅', ['自治区人力资源和社会保障厅']],
    ['省政府\n办公厅', ['省政府办公厅']],
    ['省住房城乡\n建设厅', ['省住房城乡建设厅']],
    ['省 教 育 厅 、 省 财 政 厅', ['省教育厅', '省财政厅']],
    ['1.省教育厅；2.省财政厅', ['省教育厅', '省财政厅']],
    ['①省教育厅②省财政厅', ['省教育厅', '省财政厅']],
    ['（省教育厅；省财政厅）', ['省教育厅', '省财政厅']],
    ['[省教育厅、省财政厅按职责分工负责]', ['省教育厅', '省财政厅']],
    ['省教育厅和省财政厅', ['省教育厅', '省财政厅']],
    ['省教育厅及各市、县（区）', ['省教育厅', '各市、县（区）']],
    ['省文化和旅游厅、省住房和城乡建设厅', ['省文化和旅游厅', '省住房和城乡建设厅']],
    [
      '省推进政府职能转变和“一件事”改革领导小组办公室、教育厅',
      ['省推进政府职能转变和“一件事”改革领导小组办公室', '省教育厅'],
    ],
    ['青原市政府、云台实验室', ['青原市政府', '云台实验室']],
  ])('%j', (text, wanted) => {
    expect(names(text)).toEqual(wanted);
  });

  test.each(['无', '—', '/', '－', '', ' '])('%j means none', (text) => {
    expect(findDepartments(text)).toEqual({ matches: [], openEnded: false, rest: [] });
  });

  test('what is neither name, separator nor role word is named', () => {
    const rest = (text: string) => findDepartments(text).rest.map(([start, end]) => text.slice(start, end));
    expect(rest('责任单位：省教育厅；完成时限：2023年底前')).toEqual(['完成时限：2023年底前']);
    expect(rest('详见附件')).toEqual(['详见附件']);
    expect(rest('省教育厅2023年底前')).toEqual(['2023年底前']);
    expect(names('省教育厅2023年底前')).toEqual(['省教育厅']);
    expect(rest('省教育厅、省财政厅等部门按职责分工负责')).toEqual([]);
  });

  test('a match says where it stands in the text given', () => {
    const text = '[省教育厅、公 安\n厅牵头]';
    const { matches } = findDepartments(text);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(['省教育厅', '公 安\n厅']);
    for (const { department } of matches) expect(() => departmentSchema.parse(department)).not.toThrow();
  });

  test('a name without the shape of a unit is taken as printed, and says so', () => {
    const { matches } = findDepartments('省教育厅、云台某某');
    expect(matches.map(({ department, recognised }) => [department.name, recognised])).toEqual([
      ['省教育厅', true],
      ['云台某某', false],
    ]);
  });
});

describe('linear time: 100 KB of hostile input takes no more than about a second', () => {
  test.each([
    '1',
    '厅',
    '、',
    '(',
    ')',
    '各',
    '市',
    '和',
    '乡镇',
    '公安厅、',
    '各市、',
    '公安厅和',
    '省公安厅\n',
    '按职责',
    '等部门',
    '各级党委',
    '各市公安',
    '负责资金',
    '责任领导:',
    '(含',
    '(2)',
    '省教育厅',
    '人行',
    '财政部、国资委、',
    '公安、',
    '公安等部门、',
  ])('%j …', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(msOf(() => findDepartments(text), 2000)).toBeLessThan(2000);
  });
});
