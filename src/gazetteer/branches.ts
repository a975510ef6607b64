/** What a branch of an organ of the centre is called in full, given the place it is printed with. */
export interface Branch {
  readonly purpose: string;
  /** Printed → in full. */
  readonly example: readonly [printed: string, full: string];
  /** On folded text, the place in group 1; empty or a bare level (省) where the region's own is meant. */
  readonly pattern: RegExp;
  readonly kind: 'vertical' | 'enterprise';
  /** The place as printed, the short name of its province where it is one, its full name. */
  full(place: { readonly printed: string; readonly short: string; readonly full: string }): string;
  readonly until?: string;
  readonly successor?: string;
}

const PLACE = '(\\p{Script=Han}{0,10}?)';
/** Which organ each belongs to: 国发〔2018〕6号, 国发〔2023〕5号, and the organs' own lists of branches (派出机构、直属机构). */
export const BRANCHES: readonly Branch[] = [
  {
    purpose: 'tax (merged in 2018)',
    example: ['宁夏税务局', '国家税务总局宁夏回族自治区税务局'],
    pattern: new RegExp(`^(?:国家税务总局)?${PLACE}税务局$`, 'u'),
    kind: 'vertical',
    full: ({ full }) => `国家税务总局${full}税务局`,
  },
  {
    purpose: 'the central bank, branches by city until August 2023',
    example: ['人民银行银川中心支行', '中国人民银行银川中心支行'],
    pattern: new RegExp(`^(?:中国人民银行|人民银行|人行)${PLACE}中心支行$`, 'u'),
    kind: 'vertical',
    full: ({ printed }) => `中国人民银行${printed}中心支行`,
    until: '2023-08-17',
    successor: '中国人民银行省级分行、地市分行',
  },
  {
    purpose: 'the central bank, branches by province and city',
    example: ['人行浙江省分行', '中国人民银行浙江省分行'],
    pattern: new RegExp(`^(?:中国人民银行|人民银行|人行)${PLACE}分行$`, 'u'),
    kind: 'vertical',
    full: ({ printed }) => `中国人民银行${printed}分行`,
  },
  {
    purpose: 'supervision of banks and insurers, 2018—2023',
    example: ['宁夏银保监局', '中国银行保险监督管理委员会宁夏监管局'],
    pattern: new RegExp(`^(?:中国)?${PLACE}银保监(?:分)?局$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `中国银行保险监督管理委员会${short}监管局`,
    until: '2023-07-19',
    successor: '国家金融监督管理总局的监管局',
  },
  {
    purpose: 'financial supervision since 2023',
    example: ['浙江金融监管局', '国家金融监督管理总局浙江监管局'],
    pattern: new RegExp(`^(?!.*地方)(?:国家金融监督管理总局)?${PLACE}(?:金融监管局|(?<=总局.{2,8})监管局)$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `国家金融监督管理总局${short}监管局`,
  },
  {
    purpose: 'supervision of securities',
    example: ['宁夏证监局', '中国证券监督管理委员会宁夏监管局'],
    pattern: new RegExp(`^${PLACE}证监局$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `中国证券监督管理委员会${short}监管局`,
  },
  {
    purpose: 'customs',
    example: ['银川海关', '中华人民共和国银川海关'],
    pattern: new RegExp(`^(?:中华人民共和国)?${PLACE}海关$`, 'u'),
    kind: 'vertical',
    full: ({ printed }) => `中华人民共和国${printed}海关`,
  },
  ...(['通信管理局', '邮政管理局', '气象局', '地震局', '烟草专卖局'] as const).map(
    (end): Branch => ({
      purpose: 'communications, post, weather, earthquakes, tobacco',
      example: [`宁夏${end}`, `宁夏回族自治区${end}`],
      pattern: new RegExp(`^${PLACE}${end}$`, 'u'),
      kind: 'vertical',
      full: ({ full }) => `${full}${end}`,
    }),
  ),
  {
    purpose: 'maritime safety',
    example: ['山东海事局', '中华人民共和国山东海事局'],
    pattern: new RegExp(`^(?:中华人民共和国)?${PLACE}海事局$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `中华人民共和国${short}海事局`,
  },
  {
    purpose: 'safety of mines',
    example: ['国家矿山安全监察局宁夏局', '国家矿山安全监察局宁夏局'],
    pattern: new RegExp(`^国家矿山(?:安全监察|安监)局${PLACE}局$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `国家矿山安全监察局${short}局`,
  },
  {
    purpose: 'surveys of the National Bureau of Statistics',
    example: ['国家统计局山东调查总队', '国家统计局山东调查总队'],
    pattern: new RegExp(`^(?:国家统计局)?${PLACE}调查(总队|队)$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `国家统计局${short}调查总队`,
  },
  {
    purpose: 'civil aviation',
    example: ['民航宁夏监管局', '中国民用航空宁夏安全监督管理局'],
    pattern: new RegExp(`^(?:中国)?民航${PLACE}(?:安全)?监管局$`, 'u'),
    kind: 'vertical',
    full: ({ short }) => `中国民用航空${short}安全监督管理局`,
  },
  {
    purpose: 'the grid',
    example: ['国网宁夏电力公司', '国网宁夏电力有限公司'],
    pattern: new RegExp(`^(?:国网|国家电网)${PLACE}电力(?:有限)?(?:责任)?公司$`, 'u'),
    kind: 'enterprise',
    full: ({ printed }) => `国网${printed}电力有限公司`,
  },
  {
    purpose: 'railways',
    example: ['中国铁路济南局集团公司', '中国铁路济南局集团有限公司'],
    pattern: new RegExp(`^(?:中国铁路)${PLACE}局集团(?:有限)?公司$`, 'u'),
    kind: 'enterprise',
    full: ({ printed }) => `中国铁路${printed}局集团有限公司`,
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
      pattern: new RegExp(`^${brand}${PLACE}(?:分)?公司$`, 'u'),
      kind: 'enterprise',
      full: ({ printed }) => `${company}${printed}${brand === '中国移动' ? '有限' : '分'}公司`,
    }),
  ),
  {
    purpose: 'policy banks',
    example: ['农发行宁夏分行', '中国农业发展银行宁夏分行'],
    pattern: new RegExp(`^(?:中国农业发展银行|农业发展银行|农发行)${PLACE}分行$`, 'u'),
    kind: 'enterprise',
    full: ({ printed }) => `中国农业发展银行${printed}分行`,
  },
  {
    purpose: 'policy banks',
    example: ['国开行宁夏分行', '国家开发银行宁夏分行'],
    pattern: new RegExp(`^(?:国家开发银行|国开行)${PLACE}分行$`, 'u'),
    kind: 'enterprise',
    full: ({ printed }) => `国家开发银行${printed}分行`,
  },
];
