import { type Branch, named } from './branch.js';

/**
 * Customs, safety, traffic, energy, land, statistics and so on: 国发〔2018〕7号, 国发〔2023〕6号, the notice on the bureaus of the mine safety
 * administration in the provinces (2021), and the names under which the branches recruit (国家公务员招录) and are listed by the
 * provinces they are in. No published text was at hand for the day on which quarantine went to the customs.
 */
export const SUPERVISION: readonly Branch[] = [
  {
    purpose: 'customs',
    example: ['银川海关', '中华人民共和国银川海关'],
    pattern: named('(?:中华人民共和国)?@海关'),
    kind: 'vertical',
    full: ({ printed }) => `中华人民共和国${printed}海关`,
  },
  {
    purpose: 'inspection and quarantine, part of the customs since April 2018',
    example: ['宁夏检验检疫局', '中华人民共和国宁夏出入境检验检疫局'],
    pattern: named('(?:中华人民共和国)?@(?:出入境)?检验检疫局'),
    kind: 'vertical',
    full: ({ short }) => `中华人民共和国${short}出入境检验检疫局`,
    until: '2018-04-19',
    successor: '海关',
  },
  {
    purpose: 'maritime safety',
    example: ['长江海事局', '中华人民共和国长江海事局'],
    pattern: named('(?:中华人民共和国)?@海事局'),
    kind: 'vertical',
    full: ({ short }) => `中华人民共和国${short}海事局`,
    areas: true,
  },
  {
    purpose: 'the border',
    example: ['深圳边检总站', '深圳出入境边防检查总站'],
    pattern: named('@(?:出入境)?边(?:防)?检(?:查)?总站'),
    kind: 'vertical',
    full: ({ short }) => `${short}出入境边防检查总站`,
  },
  ...(['通信管理局', '邮政管理局', '气象局', '地震局', '烟草专卖局'] as const).map(
    (end): Branch => ({
      purpose: 'communications, post, weather, earthquakes, tobacco',
      example: [`宁夏${end}`, `宁夏回族自治区${end}`],
      pattern: named(`@${end}`),
      kind: 'vertical',
      full: ({ full }) => `${full}${end}`,
    }),
  ),
  // the plate of 消防救援局 beside the 总队, 支队 and 大队 since June 2024
  ...(['消防救援局', '消防救援总队', '消防救援支队'] as const).map(
    (end): Branch => ({
      purpose: 'fire and rescue',
      example: [`宁夏${end}`, `宁夏回族自治区${end}`],
      pattern: named(`@${end}`),
      kind: 'vertical',
      full: ({ full }) => `${full}${end}`,
    }),
  ),
  {
    // renamed province by province in October 2021, a year after the national administration
    purpose: 'safety of coal mines until 2021',
    example: ['宁夏煤监局', '宁夏煤矿安全监察局'],
    pattern: named('@煤(?:矿安全监察|矿安监|监)局'),
    kind: 'vertical',
    full: ({ short }) => `${short}煤矿安全监察局`,
    until: '2021-10-31',
    successor: '国家矿山安全监察局的省级局',
  },
  {
    purpose: 'safety of mines',
    example: ['国家矿山安监局宁夏局', '国家矿山安全监察局宁夏局'],
    pattern: named('国家矿山安(?:全监察|监)局@局|@(?<!国家)矿山安(?:全监察|监)局'),
    kind: 'vertical',
    full: ({ short }) => `国家矿山安全监察局${short}局`,
  },
  {
    purpose: 'surveys of the National Bureau of Statistics: 总队 in provinces, 队 in cities',
    example: ['国家统计局银川调查队', '国家统计局银川调查队'],
    pattern: named('(?:国家统计局)?@调查(?:总队|队)'),
    kind: 'vertical',
    full: ({ short, level }) => `国家统计局${short}调查${level === 'province' ? '总' : ''}队`,
  },
  {
    purpose: 'civil aviation in a province',
    example: ['民航宁夏监管局', '中国民用航空宁夏安全监督管理局'],
    pattern: named('(?:中国)?民(?:用航空|航)@(?:安全)?(?:监督管理|监管)局'),
    kind: 'vertical',
    full: ({ short }) => `中国民用航空${short}安全监督管理局`,
  },
  {
    purpose: 'civil aviation in a part of the country',
    example: ['民航西北地区管理局', '中国民用航空西北地区管理局'],
    pattern: named('(?:中国)?民(?:用航空|航)@(?:地区)?管理局'),
    kind: 'vertical',
    full: ({ printed }) => `中国民用航空${printed}地区管理局`,
    areas: true,
  },
  {
    purpose: 'railways in a part of the country',
    example: ['兰州铁路监管局', '兰州铁路监督管理局'],
    pattern: named('@铁路(?:监督管理|监管)局'),
    kind: 'vertical',
    full: ({ short }) => `${short}铁路监督管理局`,
  },
  {
    purpose: 'energy in a province',
    example: ['浙江能源监管办', '国家能源局浙江监管办公室'],
    pattern: named('国家能源局@监管办(?:公室)?|@能源监管办(?:公室)?'),
    kind: 'vertical',
    full: ({ short }) => `国家能源局${short}监管办公室`,
  },
  {
    purpose: 'energy in a part of the country',
    example: ['华中能源监管局', '国家能源局华中监管局'],
    pattern: named('国家能源局@监管局|@能源监管局'),
    kind: 'vertical',
    full: ({ short }) => `国家能源局${short}监管局`,
    areas: true,
  },
  {
    purpose: 'reserves',
    example: ['国家粮食和储备局四川局', '国家粮食和物资储备局四川局'],
    pattern: named('国家粮(?:食和物资储备|食和储备|储)局@局'),
    kind: 'vertical',
    full: ({ short }) => `国家粮食和物资储备局${short}局`,
  },
  {
    purpose: 'inspectors of natural resources',
    example: ['国家自然资源督察西安局', '国家自然资源督察西安局'],
    pattern: named('国家自然资源督察@局'),
    kind: 'vertical',
    full: ({ short }) => `国家自然资源督察${short}局`,
  },
];
