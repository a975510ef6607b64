/** What is known of a unit by its name: its name in full, and what kind of unit it is. */
import type { UnitKind } from '../model/department.js';
import { prefixOf } from '../parse/departments/units.js';
import { BODIES, COMMISSION_OFFICES, OFFICES, PARTY_ORGANS } from './bodies.js';
import { AREA, BRANCHES, mayBeBranch } from './branches/index.js';
import { DUTIES } from './local.js';
import { COMPANIES } from './national.js';
import type { Organ } from './organ.js';
import { ORGANS } from './organs.js';
import { atLevel, NOWHERE, type Place, placeNamed, type Region } from './region.js';

export { NOWHERE, placeNames, type Region, regionOf } from './region.js';

export interface Known {
  readonly canonical: string;
  readonly kind: UnitKind;
  /** ISO date of the last day of the name, and who came after it. */
  readonly until?: string;
  readonly successor?: string;
}

const SURE = new Map<string, Organ>();
/** 统计局, 国资委: an organ of the centre only among others of the centre. */
const BARE = new Map<string, Organ>();
const IS_SURE = /^(?:国|中|最高|央行|新华|全国|共青团|团中央|人民银行|南方电网|水利部)|(?:部|署|总局|监会|水利委员会)$/;
/** In the list of a county these are its branches. */
const BRAND = /^(?:中国(?:电信|移动|联通|铁塔|邮政|石油|石化|海油)|国开行)$/;
/** Enterprises stand among the departments of provinces, too: beside them 国资委 is not the State Council's. */
const ENTERPRISES = new Set(COMPANIES);
for (const organ of ORGANS) {
  for (const name of [organ.name, ...organ.short]) {
    const names = IS_SURE.test(name) && !BRAND.test(name) ? SURE : BARE;
    if (!names.has(name)) names.set(name, organ);
  }
}

const ENDS: Readonly<Record<string, readonly string[]>> = {
  厅: ['厅'],
  局: ['局'],
  委: ['委员会', '委'],
  办: ['办公室', '办'],
  心: ['中心'],
  室: ['室'],
};
/** 发改委 → 发展和改革委员会 */
const DEPARTMENTS = new Map<string, string>();
for (const { full, short, ends } of DUTIES) {
  for (const end of ends) {
    const forms = ENDS[end] ?? [];
    for (const stem of [full, ...short]) {
      for (const form of forms) {
        if (!DEPARTMENTS.has(stem + form)) DEPARTMENTS.set(stem + form, full + forms[0]);
      }
    }
  }
}

/** Duties of branches of the centre, which stand among those of the local departments: 公安、税务等部门. */
const CENTRAL_DUTIES =
  '税务 海关 海事 气象 地震 统计 铁路 民航 邮政 邮政管理 通信 通信管理 烟草 烟草专卖 金融监管 证券监管 外汇管理 消防 消防救援 网信 机构编制 宣传';
const DUTY_WORDS = new Set([
  ...DUTIES.flatMap(({ full, short }) => [full, ...short]).filter((word) => word.length > 1),
  ...CENTRAL_DUTIES.split(' '),
]);

/** Every name that has a fixed form, without the level before it: 市场监管厅, 发改委, 国家能源局; twice where two units share it. */
export const organNames = (): string[] => [
  ...SURE.keys(),
  ...BARE.keys(),
  ...DEPARTMENTS.keys(),
  ...[PARTY_ORGANS, BODIES, COMMISSION_OFFICES].flatMap((names) => [...names].flat()),
  ...OFFICES.map((office) => `人民政府${office}`),
];

/** 市场监管, 公安: the duty of a department without its ending. */
export const isDuty = (word: string): boolean => DUTY_WORDS.has(word);

/** Is this the name of an organ of the centre whatever stands beside it? */
export function isCentral(name: string): boolean {
  const organ = SURE.get(name);
  return organ !== undefined && !ENTERPRISES.has(organ);
}

/**
 * What the gazetteer knows of a unit.
 *
 * @param printed the name on folded text (see ../parse/folded.ts)
 * @param region what 省, 市 and so on stand for; canonical names keep the bare word where it does not say
 * @param amongCentral the list names organs of the centre, so that 国资委 is the State Council's
 */
export function lookUp(printed: string, region: Region = NOWHERE, amongCentral = false): Known | null {
  const seen = SEEN.get(region) ?? new Map<string, Known | null>();
  const key = `${amongCentral}${printed}`;
  const before = seen.get(key);
  if (before !== undefined) return before;
  if (seen.size >= MOST_SEEN) seen.clear();
  const known = lookUpFresh(printed, region, amongCentral);
  SEEN.set(region, seen.set(key, known));
  return known;
}

/** The same units stand in list after list of a document. */
const SEEN = new WeakMap<Region, Map<string, Known | null>>();
const MOST_SEEN = 500;

function lookUpFresh(printed: string, region: Region, amongCentral: boolean): Known | null {
  const name = printed.replace(/\([^()]{0,60}\)$/, '').replace(/[“”]/g, '');
  // 中华人民共和国教育部, 中共中央组织部
  const plain = name.replace(/^(?:中华人民共和国|中共(?=中央))/, '');
  const organ = SURE.get(name) ?? SURE.get(plain) ?? (amongCentral ? BARE.get(name) : undefined);
  if (organ) {
    return { canonical: organ.name, kind: ENTERPRISES.has(organ) ? 'enterprise' : 'central', ...ending(organ) };
  }
  // 中共浙江省委组织部
  const own = name.replace(/^中共/, '');
  return youthLeague(name, region) ?? branch(name, region) ?? territory(name) ?? local(own, region);
}

const ending = ({ until, successor }: { until?: string; successor?: string }): Pick<Known, 'until' | 'successor'> => ({
  ...(until ? { until } : {}),
  ...(successor ? { successor } : {}),
});

function youthLeague(name: string, region: Region): Known | null {
  const match = /^(?:团([省市县区州盟旗]|自治区)委|([省市县区州盟旗]|自治区)团委|共青团(.{1,12}?)委(?:员会)?)$/.exec(
    name,
  );
  const level = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!level) return null;
  return { canonical: `中国共产主义青年团${atLevel(level, region) ?? level}委员会`, kind: 'organisation' };
}

function branch(name: string, region: Region): Known | null {
  if (!mayBeBranch(name)) return null;
  for (const rule of BRANCHES) {
    const match = rule.pattern.exec(name);
    if (!match) continue;
    const printed = match.slice(1).find((group) => group !== undefined) ?? '';
    const place = (rule.areas && areaOf(printed)) || placeOf(printed, region);
    if (!place) continue;
    const canonical = place === 'level' ? name : rule.full(place);
    return { canonical, kind: rule.kind, ...ending(rule) };
  }
  return null;
}

const areaOf = (name: string): Place | null =>
  AREA.test(name) ? { printed: name, short: name, full: name, level: 'province' } : null;

/** The place in the name of a branch; 'level' for a bare 省 that the region does not resolve. */
function placeOf(printed: string, region: Region): Place | 'level' | null {
  const found = placeNamed(printed);
  if (found) return found;
  if (!/^(?:自治区|省|市|州|盟|县|区|旗)$/.test(printed)) return null;
  const full = atLevel(printed, region);
  if (!full) return 'level';
  const isProvince = /(?:省|自治区)$/.test(full);
  const unmapped = {
    printed: full,
    short: full.replace(/.$/u, ''),
    full,
    level: isProvince ? 'province' : 'city',
  } as const;
  return placeNamed(full) ?? unmapped;
}

function territory(name: string): Known | null {
  const place = placeNamed(name.replace(/(?:人民)?政府$/, ''));
  if (!place || /^(?:人民)?政府$/.test(name)) return null;
  return { canonical: `${place.full}${place.full.endsWith('地区') ? '行政公署' : '人民政府'}`, kind: 'territory' };
}

function local(name: string, region: Region): Known | null {
  const prefix = prefixOf(name, new Set());
  const level = prefix.kind === 'shared' ? name.slice(0, prefix.length) : '';
  const rest = name.slice(level.length);
  // 厅 without its province are those of the issue's own
  const implied = level === '' && rest.endsWith('厅') ? region.province : null;
  const place = placeNamed(level)?.full ?? atLevel(level, region) ?? implied ?? level;

  const office = /^(?:人民)?政府(.+)$/.exec(rest)?.[1];
  if (office) {
    const full = office === '办' ? '办公室' : OFFICES.includes(office) ? office : DEPARTMENTS.get(office);
    return full ? { canonical: `${place}人民政府${full}`, kind: 'local' } : null;
  }
  const party = /^(?:党委|委(?:员会)?)(.+)$/.exec(rest)?.[1];
  const organ = party ? partyOrgan(party) : undefined;
  if (organ) return { canonical: committee(place) + organ, kind: 'party' };
  // without a level it may as well be the centre's in that place
  const department = level === '' && rest === '金融监管局' ? undefined : DEPARTMENTS.get(rest);
  if (department) return { canonical: place + department, kind: 'local' };
  const own = partyOrgan(rest);
  if (own && level && rest !== '办' && !OFFICES.includes(rest))
    return { canonical: committee(place) + own, kind: 'party' };
  const commission = COMMISSION_OFFICES.get(rest);
  if (commission && level) return { canonical: place + commission, kind: 'local' };
  const body = BODIES.get(rest) ?? [...BODIES.values()].find((full) => full === rest);
  if (!body || !level) return null;
  if (rest === '贸促会') return { canonical: `中国国际贸易促进委员会${place}委员会`, kind: 'organisation' };
  const kind = /法院|检察院/.test(body) ? 'judicial' : /^消防救援/.test(body) ? 'vertical' : 'organisation';
  return { canonical: place + (body === '人民法院' ? courtOf(place) : body), kind };
}

/** 中共浙江省委组织部 · 中共宁夏回族自治区委员会组织部 */
const committee = (place: string): string => `中共${place}委${place.endsWith('自治区') ? '员会' : ''}`;

const partyOrgan = (name: string): string | undefined =>
  PARTY_ORGANS.get(name) ?? [...PARTY_ORGANS.values()].find((full) => full === name);

/** The people's court of a province is a high one, that of a city an intermediate one. */
const courtOf = (place: string): string => {
  if (/(?:省|自治区)$/.test(place) || placeNamed(place)?.level === 'province') return '高级人民法院';
  return /(?:市|州|盟|地区)$/.test(place) ? '中级人民法院' : '人民法院';
};

/** A known department of which a name differs in one character, so that one of them may be misprinted: 自然资原厅. */
export function nearMiss(name: string): string | null {
  const prefix = prefixOf(name, new Set());
  const rest = prefix.kind === 'shared' ? name.slice(prefix.length) : name;
  if (rest.length < 5 || rest.length > 16) return null;
  for (const known of DEPARTMENTS.keys()) {
    if (known.at(-1) === rest.at(-1) && differByOne(known, rest))
      return name.slice(0, name.length - rest.length) + known;
  }
  return null;
}

function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end === 1;
}
