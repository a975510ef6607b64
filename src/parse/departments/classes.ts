/** Classes of units: 各市、县（区）, 省直有关部门. On folded text. */

const LEVEL =
  '(?:设区的?市|地级(?:以上)?市|县级市|直辖市|省直管县|自治区|自治州|自治县|自治旗|开发区|高新区|经开区|功能区|新区|园区|地区|林区|街道办?|[省市州盟县区旗乡镇村])';
const BRACKET =
  '(?:\\(含[^()]{1,40}\\)|\\([市县区旗州盟乡镇街道办事处场特管理委员会功能园开发高新经自治的直辖团师行署公政府、,/和及]{1,16}\\))';
const BODY = '(?:党委[、和]?(?:人民)?政府|人民政府|政府|行政公署|管委会|管理委员会|党委|办事处|委)';
const MEMBER = `${LEVEL}{1,4}${BRACKET}?(?:${LEVEL}{1,2})?${BODY}?${BRACKET}?(?:、街道办事处)?`;
/** A list of levels ends with the first government: 各市、县（区）人民政府. An 行政公署 goes before 市人民政府. */
const OPEN_MEMBER = `${LEVEL}{1,4}${BRACKET}?(?:行政公署)?`;
const WHICH = '(?:(?:全[省市区州县]|沿[\\p{Script=Han}]{1,2}|有关|相关|其他|其它|各|试点){1,3})';
const AFTER =
  '(?=$|[,、;:。()\\[\\]/]|以?及|和|与|等|按|依|根据|负责|牵头|配合|分别|共同|协|参与|落实|组织(?!部)|具体|会同|各)';

/** 各区委组织部, 各市、县（区）公安局: the departments of all of them. */
const DEPARTMENT =
  '(?:委?(?!人民政府|政府|党委)[^、,;:()各市县区州和及等负牵按]{2,8}(?:局|部|办|委|法院|检察院|部门|机关))';

/** One collective unit with the separators inside it. */
export const CLASS: {
  readonly purpose: string;
  readonly examples: readonly string[];
  readonly patterns: readonly RegExp[];
} = {
  purpose: 'all units of some levels, one collective unit whatever separates the levels',
  examples: [
    '各市、县（区）',
    '各市（州）人民政府',
    '各县（市、区）政府',
    '各设区的市',
    '市、县（区）',
    '有关市、州',
    '各区政府（管委会）',
  ],
  patterns: [
    new RegExp(
      `(?:各|有关|相关){1,2}(?:${OPEN_MEMBER}[、和及]){0,4}${LEVEL}{1,3}${BRACKET}?${DEPARTMENT}${AFTER}`,
      'uy',
    ),
    new RegExp(`(?:[省市县区乡镇][、和]){1,4}[省市县区乡镇]${DEPARTMENT}(?<=部门|机关)${AFTER}`, 'uy'),
    new RegExp(`${WHICH}(?:${OPEN_MEMBER}[、和及]){0,4}${MEMBER}${AFTER}`, 'uy'),
    new RegExp(`(?:${OPEN_MEMBER}[、和及]){1,4}${MEMBER}${AFTER}`, 'uy'),
    new RegExp(`(?:地方)?各级(?:党委)?(?:[、和](?:人民)?政府)${AFTER}`, 'uy'),
    new RegExp(
      `(?:自治区|[省市县区州盟])?(?:直)?各(?:[委办厅局室]|部门)(?:[、和](?:[委办厅局室]|部门|单位|直属机构)){1,5}${AFTER}`,
      'uy',
    ),
    new RegExp(
      `(?:\\p{Script=Han}{0,4}(?:直|级|属))?各?(?:有关|相关)(?:部门|单位)[、和](?:部门|单位|企业|机构)${AFTER}`,
      'uy',
    ),
    new RegExp(`各(?:牵头|责任|配合|主办|协办|参与|承办|落实)(?:单位|部门)${AFTER}`, 'uy'),
    new RegExp(`${LEVEL}{1,3}${BRACKET}${BODY}?${AFTER}`, 'uy'),
  ],
};

const OF_CLASS = new RegExp(
  `^(?:各|有关|相关){1,2}(?:${OPEN_MEMBER}[、和及]){0,4}${LEVEL}{1,3}${BRACKET}?(?=${DEPARTMENT}$)(?=.*(?:局|办|委)$)`,
  'u',
);

/** How long the class is in 各市、县（区）公安局, which the departments after it share; 0 in another name. */
export const classLength = (name: string): number => OF_CLASS.exec(name)?.[0].length ?? 0;

const KIND =
  '(?:部门|单位|机构|企业|高校|地区|地方|厅局|委办局|市县?|县|区|院校|学校|医院|银行|主体|平台|开发区|园区|街道|乡镇|协会)';
const COLLECTIVE_NAME = new RegExp(
  `^(?:各|全[省市区]各|有关|相关|所有|(?:自治区|[省市县区州])(?:政府|直属?|级)?各)|(?:有关|相关|各|成员|直属|所属|驻\\p{Script=Han}{1,4}|[省市区县]直|[省市区县]属|[省市区县]级|责任|主管|职能)(?:${KIND}和?)+$|各部委$|[两二三四五]级\\p{Script=Han}{0,8}部门$|[省市]直机关$|各级|${KIND}(?:和|及)${KIND}$`,
  'u',
);
const REACH = 60;

/** 省直有关部门, 各成员单位, 各地区: names a class by its words. 市直机关工委 is a unit. */
export const isCollectiveName = (name: string): boolean => name.length <= REACH && COLLECTIVE_NAME.test(name);

const OTHERS = '(?:(?:自治区|省|市|州|县|区|国家|国务院|中央|党委和?)?(?:级|直|属)?(?:人民政府|政府)?)';
const OF_KIND =
  '(?:各|其他|其它|有关|相关|责任|成员|职能|主管|具体|多个?|数个?|(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[个家]?){0,3}';
const KINDS = '(?:部门|单位|机构|企业|厅局|委办局|方面|地区|地方|部委|高校|院校)';
const END = `${AFTER.slice(0, -1)}|承|抓|做|统|支|联|积|密|由|参|为|指)`;

/** Endings that leave a list open and name no unit. */
export const OPEN_ENDINGS: readonly {
  readonly purpose: string;
  readonly examples: readonly string[];
  readonly pattern: RegExp;
}[] = [
  {
    purpose: 'and others of a kind',
    examples: ['等相关部门', '等部门', '等有关单位', '等自治区人民政府相关部门', '等5部门', '等'],
    pattern: new RegExp(
      `(?<![高平同均对优中初])等(?:(?:(?:有关|相关|各)?${OTHERS}${OF_KIND}${KINDS}|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})?个?(?:地市?|[市县区])(?:人民)?(?:政府)?)(?:(?:和|及|、)${KINDS}|\\(${KINDS}\\))?)?${END}`,
      'y',
    ),
  },
  {
    purpose: 'and the others concerned',
    examples: ['及其他相关部门', '其他有关单位'],
    pattern: new RegExp(`(?:以?及|和|与)?其[他它]${OTHERS}${OF_KIND}${KINDS}${END}`, 'y'),
  },
];
