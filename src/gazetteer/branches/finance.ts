import { type Branch, isFirst, named } from './branch.js';

const CENTRAL_BANK = '(?:中国人民银行|人民银行|人行)';
const BANK_BRANCHES = { until: '2023-08-17', successor: '中国人民银行省级分行、地市分行' };

/**
 * The central bank, supervision of finance, taxes and public money: 党和国家机构改革方案 (2023; the bank's branches changed their plates on 18
 * August 2023), 深化党和国家机构改革方案 (2018; taxes, from 15 June 2018 on), 国发〔2018〕6号, 国发〔2023〕5号, and the names the branches bear.
 * No published text was at hand for the days on which the bureaus of 银监会, 保监会 and 银保监会 changed their names.
 */
export const FINANCE: readonly Branch[] = [
  {
    purpose: 'the central bank, branches by city until August 2023',
    example: ['人民银行银川中心支行', '中国人民银行银川中心支行'],
    pattern: named(`${CENTRAL_BANK}@中心支行`),
    kind: 'vertical',
    full: ({ printed }) => `中国人民银行${printed}中心支行`,
    ...BANK_BRANCHES,
  },
  {
    purpose: 'the central bank, branches for several provinces until August 2023',
    example: ['人民银行西安分行', '中国人民银行西安分行'],
    pattern: named(`${CENTRAL_BANK}(沈阳|南京|济南|武汉|广州|成都|西安)分行`),
    kind: 'vertical',
    full: ({ printed }) => `中国人民银行${printed}分行`,
    ...BANK_BRANCHES,
  },
  {
    // 天津分行 and 上海分行 were there before 2023 as well, without 市
    purpose: 'the central bank, branches by province and city',
    example: ['人行浙江分行', '中国人民银行浙江省分行'],
    pattern: named(`${CENTRAL_BANK}@分行`),
    kind: 'vertical',
    full: ({ printed, full }) => `中国人民银行${/^(?:天津|上海)$/.test(printed) ? printed : full}分行`,
  },
  {
    purpose: 'foreign exchange',
    example: ['国家外汇局北京市分局', '国家外汇管理局北京市分局'],
    pattern: named('国家外汇(?:管理)?局@分局'),
    kind: 'vertical',
    full: ({ full }) => `国家外汇管理局${full}分局`,
  },
  ...(
    [
      ['银监', '中国银行业监督管理委员会'],
      ['保监', '中国保险监督管理委员会'],
    ] as const
  ).map(
    ([short, organ]): Branch => ({
      purpose: 'supervision of banks and of insurers until December 2018',
      example: [`宁夏${short}局`, `${organ}宁夏监管局`],
      pattern: named(`@${short}局|${organ}@监管局`),
      kind: 'vertical',
      full: (place) => `${organ}${place.short}监管${isFirst(place) ? '' : '分'}局`,
      until: '2018-12-16',
      successor: '中国银行保险监督管理委员会的监管局',
    }),
  ),
  {
    purpose: 'supervision of banks and insurers, 2018—2023',
    example: ['宁夏银保监局', '中国银行保险监督管理委员会宁夏监管局'],
    pattern: named('中国银行保险监督管理委员会@监管分?局|(?:中国)?@银保监分?局'),
    kind: 'vertical',
    full: (place) => `中国银行保险监督管理委员会${place.short}监管${isFirst(place) ? '' : '分'}局`,
    until: '2023-07-19',
    successor: '国家金融监督管理总局的监管局',
  },
  {
    // 省金融监管局 is the province's own: 地方金融监督管理局
    purpose: 'financial supervision since 2023',
    example: ['浙江金融监管局', '国家金融监督管理总局浙江监管局'],
    pattern: named('国家金融监督管理总局@监管分?局|@(?<![省市盟县旗]|自治[区州]|^[区州]|地方)(?<=.)金融监管分?局'),
    kind: 'vertical',
    full: (place) => `国家金融监督管理总局${place.short}监管${isFirst(place) ? '' : '分'}局`,
  },
  {
    purpose: 'supervision of securities',
    example: ['宁夏证监局', '中国证券监督管理委员会宁夏监管局'],
    pattern: named('@证监局|中国证(?:券监督管理委员|监)会@监管局'),
    kind: 'vertical',
    full: ({ short }) => `中国证券监督管理委员会${short}监管局`,
  },
  ...(
    [
      ['国税局', '国家税务局'],
      ['地税局', '地方税务局'],
    ] as const
  ).map(
    // in the cities and counties some weeks later than in the provinces
    ([short, office]): Branch => ({
      purpose: 'taxes of the centre and of the province until they were merged in 2018',
      example: [`宁夏${short}`, `宁夏回族自治区${office}`],
      pattern: named(`@${short}|@(?<=.)${office}`),
      kind: 'vertical',
      full: ({ full }) => `${full}${office}`,
      until: '2018-07-19',
      successor: '国家税务总局的省、市、县税务局',
    }),
  ),
  {
    purpose: 'taxes',
    example: ['宁夏税务局', '国家税务总局宁夏回族自治区税务局'],
    pattern: named('(?:国家税务总局)?@税务局'),
    kind: 'vertical',
    full: ({ full }) => `国家税务总局${full}税务局`,
  },
  {
    purpose: 'the Ministry of Finance, until 2019',
    example: ['财政部驻宁夏专员办', '财政部驻宁夏财政监察专员办事处'],
    pattern: named('财政部驻@(?:财政监察)?专员办(?:事处)?'),
    kind: 'vertical',
    full: ({ short }) => `财政部驻${short}财政监察专员办事处`,
    successor: '财政部的监管局',
  },
  {
    purpose: 'the Ministry of Finance, since 2019',
    example: ['财政部宁夏监管局', '财政部宁夏监管局'],
    pattern: named('财政部@监管局'),
    kind: 'vertical',
    full: ({ short }) => `财政部${short}监管局`,
  },
  ...(['审计署', '商务部'] as const).map(
    (organ): Branch => ({
      purpose: 'commissioners of the auditors and of commerce',
      example: [`${organ}驻武汉特派办`, `${organ}驻武汉特派员办事处`],
      pattern: named(`${organ}驻@特派员?办(?:事处)?`),
      kind: 'vertical',
      full: ({ short }) => `${organ}驻${short}特派员办事处`,
    }),
  ),
  ...(
    [
      ['中国农业发展银行', '农业发展银行|农发行', '农发行宁夏分行'],
      ['国家开发银行', '国开行|开发银行', '国开行宁夏分行'],
      ['中国进出口银行', '进出口银行', '进出口银行宁夏分行'],
    ] as const
  ).map(
    ([bank, short, printed]): Branch => ({
      purpose: 'policy banks',
      example: [printed, `${bank}宁夏分行`],
      pattern: named(`(?:${bank}|${short})@分行`),
      kind: 'enterprise',
      full: ({ printed }) => `${bank}${printed}分行`,
    }),
  ),
];
