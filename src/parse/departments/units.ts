/** The shape of a unit's name, on folded text (see ../folded.ts): what it ends with, what it begins with. */

/** Words that end the name of a unit. 社会 ends none: 人力资源和社会保障厅 broken over two lines. */
const UNIT_END =
  /(?:厅|局|委|委员会|办|部|署|(?<!社)会|社|院|校|处|科|股|室|站|所|台|馆|园|厂|港|队|组|联|团|行|庭|关|府|公署|中心|公司|集团|法院|海关|基地|平台|智库|学校|大学|部门|单位|机构|企业|总队|党组|团委|事务所|联盟|基金|[科作记体侨消]协|中央|镇街)$/;
const TERRITORY_END = /(?:自治区|省|市|自治州|州|盟|地区|县|区|旗|(?<!城)乡|镇|街道|新区|兵团|示范区|开发区|高新区)$/;
/** 市, 自治区: a prefix without its unit. */
const BARE_LEVEL = /^(?:自治区|省|市|州|县|区|盟|旗|全省|全市|全区)?$/;
const IN_BRACKETS = /\([^()]{0,60}\)$/;
/** Longer than any ending above, with the brackets that may follow it. */
const REACH = 80;

const tail = (name: string): string => name.slice(-REACH).replace(IN_BRACKETS, '');

/** The name of a unit up to its last character: 市公安局, 市场监管局（知识产权局）. Two characters at least. */
export const isUnit = (name: string): boolean => name.length >= 2 && UNIT_END.test(tail(name));

/** 石嘴山市, 宁东新区: the name of a place that stands for its government. */
export const isTerritory = (name: string): boolean =>
  name.length >= 2 && !BARE_LEVEL.test(name) && TERRITORY_END.test(tail(name));

/** Units that are nobody's branch and take no prefix, by what they end with. */
const OWN_END =
  /(?:公司|集团|银行|支行|分行|(?<=..)税务局|大学|学院|医院|实验室|研究总院|海关|管委会|(?<!监督)管理委员会|总局|总署|(?:银保|证|保|电)监[会局]|金融监管局|调查总队|专员办|监管办|铁路局|民航局|机场|商会|高校|(?<!(?:宣传|组织|统战|工作|联络|武装|老干))部)$/;
/** 省级金融监管局 of a region's own: 地方金融监管局. */
const OWN_END_EXCEPT = /地方金融监(?:督)?管(?:理)?局$/;
const NATIONAL =
  /^(?:国家|国务院|国网|国铁|国开|中国|中华|中央|中共|全国|最高|人民银行|驻|武警|解放军|军区|国有|团[省市县区州]委|民航(?!局|办|厅))/;
/** Short names of the provinces, and of the cities whose central agencies carry their name. */
const PLACES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|' +
  '石家庄|太原|呼和浩特|沈阳|大连|长春|哈尔滨|南京|杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐';
const AT_PLACE = new RegExp(`^(?:${PLACES})`);
/** A province's own department under the province's short name: 宁夏公安厅. Its agencies of the centre end otherwise. */
const PROVINCE_OWN = new RegExp(`^(${PLACES})(?!省|市|.{0,4}自治区).{1,20}厅$`);

/** 市 as a prefix, not the 市 of 市场, 市民, 市容, 市政工程. */
const LEVEL =
  /^(?:自治区|兵团|全?省|全?市(?!场|容|域|民(?![政族宗委航防盟建革进营生])|政(?![府协研法务数]))|州|盟|旗|县(?!域)|区(?!域|块))/;
/** Words before 区, 市 … that make a kind of place, not the name of one: 开发区, 园区, 城市. */
const NAMED =
  /^([\p{Script=Han}]{2,9}?(?:自治区|自治州|自治县|自治旗|省|(?<!城|超|都|门|上|地方)市(?!场|容|域|民(?![政族宗委航防盟建革进营生])|政(?![府协研法务数]))|(?<!自治)州|(?<!山|牧|辖)县|(?<!开发|高新|园|社|城|老|湾|小|灾|景|林|牧|矿|库|校|厂|片|辖|特|新|税|范|作|验|能|务|地|山|自治)区|(?<!同|联)盟))(?=.)/u;
const NAMED_REACH = 16;
/** What is left of a territory's name when the place is taken away. */
const GOVERNMENT = /^(?:人民)?政府$|^党委$|^委$|^管委会$|^(?:人民)?政府\(|^行政公署$/;

export type Prefix =
  /** Names its level or place, and shares it with what follows: 自治区公安厅, 银川市公安局. */
  | { readonly kind: 'shared'; readonly length: number; readonly level: 'province' | 'below' }
  /** Has a name of its own: neither takes nor ends a shared prefix. */
  | { readonly kind: 'own' }
  /** Takes the prefix shared before it: 公安厅. */
  | { readonly kind: 'none' };

/** How a name begins. `places` are names learned elsewhere in the text, such as 东州 from 东州海关. */
export function prefixOf(name: string, places: ReadonlySet<string>): Prefix {
  const level = LEVEL.exec(name);
  if (level && level[0].length < name.length) return shared(level[0]);
  if (NATIONAL.test(name)) return { kind: 'own' };
  const named = NAMED.exec(name.slice(0, NAMED_REACH));
  if (named?.[1] && !isOwnByEnd(name)) {
    return GOVERNMENT.test(name.slice(named[1].length)) ? { kind: 'own' } : shared(named[1]);
  }
  const province = PROVINCE_OWN.exec(name);
  if (province?.[1]) return { kind: 'shared', length: province[1].length, level: 'province' };
  if (AT_PLACE.test(name) || isOwnByEnd(name) || isTerritory(name) || !isUnit(name)) return { kind: 'own' };
  for (let length = 2; length <= 5; length++) if (places.has(name.slice(0, length))) return { kind: 'own' };
  return { kind: 'none' };
}

const shared = (prefix: string): Prefix => ({
  kind: 'shared',
  length: prefix.length,
  level: /(?:省|自治区|兵团)$/.test(prefix) ? 'province' : 'below',
});

const isOwnByEnd = (name: string): boolean => {
  const end = tail(name);
  return OWN_END.test(end) && !OWN_END_EXCEPT.test(end);
};

const PLACE_IN_NAME = /^(?:人民银行)?([\p{Script=Han}]{2,5}?)(?:市|州|县|海关|中心支行|管委会)$/u;

/** 银川 from 银川海关, 银川市, 人民银行银川中心支行. */
export const placeIn = (name: string): string | null =>
  name.length > 20 ? null : (PLACE_IN_NAME.exec(name)?.[1] ?? null);

/** Does a name with a prefix of its own begin here? Used where nothing but a space or 和 stands before it. */
export const beginsUnit = (text: string, at: number): boolean => {
  const ahead = text.slice(at, at + NAMED_REACH);
  const level = LEVEL.exec(ahead);
  return (level !== null && level[0].length < ahead.length) || /^(?:各|有关|相关|国家|国务院)/.test(ahead);
};

/** Parents whose branches carry a place after them: 国家税务总局 | 某某省税务局. */
export const isParent = (name: string): boolean =>
  /(?:总局|总署|集团|公司|银行|(?:^|[省市州县区])委|政府|党委)$/.test(name);
