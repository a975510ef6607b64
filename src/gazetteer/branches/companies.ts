import { type Branch, named } from './branch.js';

/** Branches of enterprises of the centre, by the names they bear. */
export const BRANCH_COMPANIES: readonly Branch[] = [
  {
    purpose: 'the grid',
    example: ['国网宁夏电力公司', '国网宁夏电力有限公司'],
    pattern: named('(?:国网|国家电网)@电力(?:有限)?(?:责任)?公司'),
    kind: 'enterprise',
    full: ({ printed }) => `国网${printed}电力有限公司`,
  },
  {
    purpose: 'the southern grid',
    example: ['广东电网公司', '广东电网有限责任公司'],
    pattern: named('(?:南方电网)?(广东|广西|云南|贵州|海南)电网(?:有限)?(?:责任)?公司'),
    kind: 'enterprise',
    full: ({ printed }) => `${printed}电网有限责任公司`,
  },
  {
    purpose: 'railways',
    example: ['中国铁路济南局集团公司', '中国铁路济南局集团有限公司'],
    pattern: named('(?:中国铁路)?@局集团(?:有限)?公司'),
    kind: 'enterprise',
    full: ({ printed }) => `中国铁路${printed}局集团有限公司`,
  },
  {
    purpose: 'post',
    example: ['中国邮政宁夏分公司', '中国邮政集团有限公司宁夏回族自治区分公司'],
    pattern: named('中国邮政(?:集团(?:有限)?公司|集团)?@分公司'),
    kind: 'enterprise',
    full: ({ full }) => `中国邮政集团有限公司${full}分公司`,
  },
  ...(
    [
      ['中国电信', '中国电信股份有限公司'],
      ['中国移动', '中国移动通信集团'],
      ['中国联通', '中国联合网络通信有限公司'],
      ['中国铁塔', '中国铁塔股份有限公司'],
    ] as const
  ).map(
    ([brand, company]): Branch => ({
      purpose: 'telecommunications',
      example: [`${brand}宁夏公司`, brand === '中国移动' ? `${company}宁夏有限公司` : `${company}宁夏分公司`],
      pattern: named(`${brand}@分?公司`),
      kind: 'enterprise',
      full: ({ printed }) => `${company}${printed}${brand === '中国移动' ? '有限' : '分'}公司`,
    }),
  ),
];
