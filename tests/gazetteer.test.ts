import { describe, expect, test } from 'vitest';
import { BRANCHES } from '../src/gazetteer/branches/index.js';
import { lookUp, nearMiss, regionOf } from '../src/gazetteer/index.js';
import { DUTIES } from '../src/gazetteer/local.js';
import type { Organ } from '../src/gazetteer/organ.js';
import { ORGANS } from '../src/gazetteer/organs.js';
import { PROVINCES } from '../src/gazetteer/provinces.js';
import { atLevel, placeNamed } from '../src/gazetteer/region.js';
import type { Department, Measure } from '../src/model/index.js';
import { findDepartments, parseDepartments } from '../src/parse/departments/index.js';
import { flagNearNames, lacksFew } from '../src/parse/near-names.js';

const NINGXIA = regionOf(['宁夏回族自治区人民政府公报']);

describe('the data', () => {
  test('34 provinces, each with a name of its own, and cities that are nowhere else', () => {
    expect(new Set(PROVINCES.map(({ name }) => name)).size).toBe(34);
    const cities = PROVINCES.flatMap(({ cities }) => cities.split(' ').filter(Boolean));
    expect(new Set(cities).size).toBe(cities.length);
    // as the Ministry of Civil Affairs counts them: 293 cities, 30 autonomous prefectures, 7 prefectures, 3 leagues
    expect(cities.length).toBe(333);
    const ending = (end: RegExp) => cities.filter((name) => end.test(name)).length;
    expect([/市$/, /自治州$/, /地区$/, /盟$/].map(ending)).toEqual([293, 30, 7, 3]);
  });

  test('a name that ended was in use before, and has who came after it', () => {
    for (const { name, from, until, successor } of ORGANS) {
      if (until) expect(successor, name).toBeTruthy();
      if (from && until) expect(from < until, name).toBe(true);
    }
  });

  test('no two organs of the centre of one time have a name in common', () => {
    const names = ORGANS.flatMap((organ) => [organ.name, ...organ.short].map((name) => ({ name, organ })));
    const isBefore = (a: Organ, b: Organ) => a.until !== undefined && a.until < (b.from ?? '');
    const shared = names.filter(({ name, organ }) =>
      names.some(
        (other) =>
          other.name === name &&
          other.organ !== organ &&
          !isBefore(organ, other.organ) &&
          !isBefore(other.organ, organ),
      ),
    );
    expect(shared.map(({ name }) => name)).toEqual([]);
    for (const { name, short } of ORGANS) expect(new Set([name, ...short]).size, name).toBe(short.length + 1);
  });

  test('who came after an organ is an organ itself, and the last of them is there still', () => {
    const byName = new Map(ORGANS.map((organ) => [organ.name, organ]));
    for (const { name, until, successor } of ORGANS) {
      if (!until || !successor) continue;
      let last = byName.get(successor);
      for (let steps = 0; last?.successor && steps < 5; steps++) last = byName.get(last.successor);
      expect(last, name).toBeDefined();
      expect(last?.until, name).toBeUndefined();
    }
  });

  test('no name is left without an organ: it ends when the next begins, or had begun before', () => {
    const byName = new Map(ORGANS.map((organ) => [organ.name, organ]));
    for (const { name, until, successor } of ORGANS) {
      const next = byName.get(successor ?? '')?.from;
      if (!until || !next) continue;
      const dayAfter = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
      expect(next <= dayAfter, `${name} → ${successor}`).toBe(true);
    }
  });

  test('every duty ends as departments do', () => {
    for (const { full, ends } of DUTIES) expect(ends, full).toMatch(/^[厅局委办心室]+$/u);
  });
});

describe('branches of organs of the centre', () => {
  test.each(BRANCHES.map(({ purpose, example }) => [purpose, ...example] as const))('%s: %s', (_, printed, full) => {
    expect(lookUp(printed, NINGXIA)?.canonical).toBe(full);
    expect(lookUp(full, NINGXIA)?.canonical ?? full).toBe(full);
  });
});

describe('the region comes from the document', () => {
  test.each([
    ['宁夏回族自治区人民政府公报', '自治区公安厅', '宁夏回族自治区公安厅'],
    ['湖南省人民政府办公厅', '省发改委', '湖南省发展和改革委员会'],
    ['湖南省人民政府办公厅', '公安厅', '湖南省公安厅'],
    ['长沙市人民政府', '市教育局', '长沙市教育局'],
    ['长沙市人民政府', '省教育厅', '湖南省教育厅'],
    ['北京市人民政府', '市教委', '北京市教育委员会'],
    ['青原省人民政府', '省教育厅', '青原省教育厅'],
    ['延边朝鲜族自治州人民政府', '州财政局', '延边朝鲜族自治州财政局'],
  ])('%s: %s', (issuer, printed, canonical) => {
    expect(lookUp(printed, regionOf([null, issuer]))?.canonical).toBe(canonical);
  });

  test('parseDepartments takes the issuer', () => {
    const canonical = (issuer?: string) =>
      parseDepartments('省公安厅', issuer ? { issuer } : {}).departments[0]?.canonical;
    expect([canonical(), canonical('湖南省人民政府')]).toEqual(['省公安厅', '湖南省公安厅']);
  });

  test('a level that the region has not stays as printed', () => {
    expect(lookUp('省教育厅')?.canonical).toBe('省教育厅');
    expect(atLevel('省', NINGXIA)).toBeNull();
    expect(atLevel('市', NINGXIA)).toBeNull();
  });

  test('a place by its full and its short name', () => {
    for (const name of ['银川', '银川市', '宁夏回族自治区银川市']) expect(placeNamed(name)?.full).toBe('银川市');
    for (const name of ['延边', '延边州']) expect(placeNamed(name)?.full).toBe('延边朝鲜族自治州');
    for (const name of ['', '青原', '长沙县']) expect(placeNamed(name)).toBeNull();
  });
});

describe('names and kinds', () => {
  test.each([
    ['自治区市场监管厅', '宁夏回族自治区市场监督管理厅', 'local'],
    ['自治区党委政法委', '中共宁夏回族自治区委员会政法委员会', 'party'],
    ['自治区高级法院', '宁夏回族自治区高级人民法院', 'judicial'],
    ['自治区政府研究室', '宁夏回族自治区人民政府研究室', 'local'],
    ['石嘴山市', '石嘴山市人民政府', 'territory'],
    ['银川市公安局', '银川市公安局', 'local'],
    ['团委', null, null],
    ['共青团自治区委', '中国共产主义青年团宁夏回族自治区委员会', 'organisation'],
    ['国家发改委', '国家发展和改革委员会', 'central'],
    ['财政部', '财政部', 'central'],
    ['西部机场集团宁夏机场公司', null, null],
    ['自治区公共资源交易局', null, null],
  ])('%s', (printed, canonical, kind) => {
    const known = lookUp(printed, NINGXIA);
    expect([known?.canonical ?? null, known?.kind ?? null]).toEqual([canonical, kind]);
  });

  test('a short name is of the centre only among others of the centre', () => {
    const canonical = (text: string) => findDepartments(text).matches.map(({ department }) => department.canonical);
    expect(canonical('财政部、国资委')).toEqual(['财政部', '国务院国有资产监督管理委员会']);
    expect(canonical('省财政厅、国资委')).toEqual(['省财政厅', '省国有资产监督管理委员会']);
    expect(canonical('国家发展改革委、中国铁塔')[1]).toBe('中国铁塔股份有限公司');
    expect(canonical('县财政局、中国铁塔')[1]).toBeUndefined();
    // enterprises of the centre stand in the lists of counties, too
    expect(canonical('教育局、统计局、国家电网')).toEqual(['教育局', '统计局', '国家电网有限公司']);
  });

  test('names that are no more in use say until when they were', () => {
    expect(lookUp('宁夏银保监局')).toMatchObject({ until: '2023-07-19' });
    expect(lookUp('农业部')).toMatchObject({ until: '2018-03-16', successor: '农业农村部' });
  });

  test('the name of a unit is never changed', () => {
    for (const { department } of findDepartments('省发改委、工信厅', { region: NINGXIA }).matches) {
      expect(['省发改委', '省工信厅']).toContain(department.name);
    }
  });
});

describe('near misses', () => {
  const measure = (...names: string[]): Measure => ({
    id: 'd1.body.1',
    documentId: 'd1',
    origin: 'body',
    path: [],
    number: '1',
    title: '',
    text: '',
    deadlines: [],
    departments: names.map((name): Department => ({ name, raw: name, role: 'responsible', collective: false })),
    openEnded: false,
    sources: [],
    flags: [],
  });

  test('the rarer of two names that differ in a character or two is flagged where it stands', () => {
    const measures = [
      measure('自治区公共资源交易管理局'),
      measure('自治区公共资源交易局'),
      measure('自治区公共资源交易管理局'),
    ];
    flagNearNames(measures, NINGXIA);
    expect(measures.map(({ flags }) => flags.map(({ code, severity }) => `${code} ${severity}`))).toEqual([
      [],
      ['department-unknown check'],
      [],
    ]);
    expect(measures[1]?.flags[0]?.message).toContain('自治区公共资源交易管理局');
  });

  test.each([
    ['省自然资原厅', '省自然资源厅'],
    ['市市场监菅局', '市市场监管局'],
    ['省农业农林厅', '省农业农村厅'],
  ])('%s is one of %s', (name, known) => expect(nearMiss(name)).toBe(known));

  test.each(['省之江实验室', '市教肓局', '省农科院', '云台某某集团公司'])('%s is near to none', (name) => {
    expect(nearMiss(name)).toBeNull();
  });

  test('units with different duties are not near', () => {
    for (const [a, b] of [
      ['自治区公安厅', '自治区教育厅'],
      ['中国电信山东公司', '中国移动山东公司'],
      ['青岛海关', '济南海关'],
    ] as const) {
      expect(lacksFew(a, b)).toBe(false);
    }
  });
});
