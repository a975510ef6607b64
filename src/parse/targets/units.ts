/** Units that records call as measures print them; longer ones first where one begins with another. */
const AS_PRINTED = [
  ...[
    '工作日',
    '百分点',
    '季度',
    '平方公里',
    '平方米',
    '立方米',
    '公里',
    '公顷',
    '分钟',
    '小时',
    '千瓦时',
    '千瓦',
    '兆瓦',
  ],
  ...['美元', '人次', '件次', '户次', '月', '日', '周', '年', '秒', '吨', '亩', '米', '元', '%', '‰', '倍', '成'],
  // classifiers of things
  ...'个家项户件名人条处座所套台批次场种类辆艘支门期篇部张份宗起块片株头',
];
const OTHERWISE: readonly (readonly [printed: string, unit: string])[] = [
  ...['工作日', '百分点', '小时', '月', '季度'].map((unit) => [`个${unit}`, unit] as const),
  ['个自然日', '日'],
  ['天', '日'],
  ['平方千米', '平方公里'],
  ['千米', '公里'],
];

/** Units as measures print them → as records name them; in the order to try them in. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ...OTHERWISE,
  ...AS_PRINTED.map((unit) => [unit, unit] as const),
]);
