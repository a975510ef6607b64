import { gone, type Organ, organ, REFORM_2013, REFORM_2018, since } from './organ.js';

/** The last days before the decisions of 2013 and of 2018. */
const BY_2013 = '2013-03-13';
const BY_2018 = '2018-03-16';

/**
 * Names of organs of the State Council that are no more in use: 国务院机构改革和职能转变方案 (2013), 国务院机构改革方案 (2018, 2023), and the
 * days on which single organs changed their plates. Short names as the lists of their time print them (国函〔2016〕146号).
 */
export const FORMER: readonly Organ[] = [
  gone(BY_2013, '国家铁路局', organ('铁道部')),
  gone(BY_2013, '国家卫生和计划生育委员会', organ('卫生部')),
  gone(BY_2013, '国家卫生和计划生育委员会', organ('国家人口和计划生育委员会', '国家人口计生委', '人口计生委')),
  gone(BY_2013, '国家食品药品监督管理总局', organ('国家食品药品监督管理局')),
  gone(BY_2013, '国家新闻出版广电总局', organ('国家广播电影电视总局')),
  gone(BY_2013, '国家新闻出版广电总局', organ('新闻出版总署', '国家新闻出版总署')),
  gone(BY_2013, '国家能源局', organ('国家电力监管委员会', '国家电监会', '电监会')),

  gone('2018-03-22', '国家监察委员会', organ('监察部')),
  gone('2018-03-22', '国家监察委员会', organ('国家预防腐败局', '预防腐败局')),
  gone(BY_2018, '自然资源部', organ('国土资源部')),
  gone(BY_2018, '自然资源部', organ('国家测绘地理信息局', '测绘地信局')),
  gone(BY_2018, '生态环境部', organ('环境保护部', '环保部')),
  gone(BY_2018, '农业农村部', organ('农业部')),
  gone(BY_2018, '文化和旅游部', organ('文化部')),
  gone(BY_2018, '文化和旅游部', organ('国家旅游局', '旅游局')),
  gone(
    BY_2018,
    '国家卫生健康委员会',
    since(REFORM_2013, organ('国家卫生和计划生育委员会', '国家卫生计生委', '国家卫计委', '卫生计生委')),
  ),
  gone(BY_2018, '国家市场监督管理总局', organ('国家工商行政管理总局', '工商总局')),
  gone(BY_2018, '国家市场监督管理总局', organ('国家质量监督检验检疫总局', '质检总局')),
  gone(BY_2018, '国家市场监督管理总局', since(REFORM_2013, organ('国家食品药品监督管理总局', '食品药品监管总局'))),
  // publishing and film went to the party's 中央宣传部
  gone(BY_2018, '国家广播电视总局', since(REFORM_2013, organ('国家新闻出版广电总局', '新闻出版广电总局'))),
  gone(BY_2018, '应急管理部', organ('国家安全生产监督管理总局', '安全监管总局', '国家安全监管总局')),
  gone(BY_2018, '国家林业和草原局', organ('国家林业局', '林业局')),
  gone(BY_2018, '国家粮食和物资储备局', organ('国家粮食局', '粮食局')),
  gone(BY_2018, '中国银行保险监督管理委员会', organ('中国银行业监督管理委员会', '中国银监会', '银监会')),
  gone(BY_2018, '中国银行保险监督管理委员会', organ('中国保险监督管理委员会', '中国保监会', '保监会')),
  gone(BY_2018, '司法部', organ('国务院法制办公室', '国务院法制办', '法制办')),
  gone(BY_2018, '水利部', organ('国务院三峡工程建设委员会办公室', '国务院三峡办', '三峡办')),
  gone(BY_2018, '水利部', organ('国务院南水北调工程建设委员会办公室', '国务院南水北调办', '南水北调办')),

  gone('2020-10-08', '国家矿山安全监察局', organ('国家煤矿安全监察局', '国家煤矿安监局', '国家煤监局')),
  gone('2021-02-24', '国家乡村振兴局', organ('国务院扶贫开发领导小组办公室', '国务院扶贫办', '扶贫办')),
  gone(
    '2023-05-17',
    '国家金融监督管理总局',
    since(REFORM_2018, organ('中国银行保险监督管理委员会', '中国银保监会', '银保监会')),
  ),
];
