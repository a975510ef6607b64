/** One organ of the centre. */
export interface Organ {
  readonly name: string;
  /** As lists print it. */
  readonly short: readonly string[];
  /** ISO date from which the name has been in use; where it is missing, from before 2018. */
  readonly from?: string;
  /** ISO date of its last day. */
  readonly until?: string;
  /** Who took its duties over. */
  readonly successor?: string;
}

/** The day the National People's Congress decided the reform of 2018, of 2023 (国务院机构改革方案). */
const REFORM_2018 = '2018-03-17';
const REFORM_2023 = '2023-03-10';

const organ = (name: string, ...short: string[]): Organ => ({ name, short });
const since = (from: string, { name, short, ...rest }: Organ): Organ => ({ name, short, from, ...rest });
const gone = (until: string, successor: string, { name, short, ...rest }: Organ): Organ => ({
  name,
  short,
  ...rest,
  until,
  successor,
});

/**
 * Organs of the State Council: 国务院关于机构设置的通知 (国发〔2018〕6号, 国发〔2023〕5号), 国务院关于部委管理的国家局设置的通知
 * (国发〔2018〕7号, 国发〔2023〕6号).
 */
const STATE_COUNCIL: readonly Organ[] = [
  organ('国务院办公厅', '国办'),
  organ('外交部'),
  organ('国防部'),
  organ('国家发展和改革委员会', '国家发展改革委', '发展改革委', '国家发改委'),
  organ('教育部'),
  organ('科学技术部', '科技部'),
  organ('工业和信息化部', '工信部'),
  organ('国家民族事务委员会', '国家民委'),
  organ('公安部'),
  organ('国家安全部', '安全部'),
  organ('民政部'),
  organ('司法部'),
  organ('财政部'),
  organ('人力资源和社会保障部', '人力资源社会保障部', '人社部'),
  since(REFORM_2018, organ('自然资源部')),
  since(REFORM_2018, organ('生态环境部')),
  organ('住房和城乡建设部', '住房城乡建设部', '住建部'),
  organ('交通运输部'),
  organ('水利部'),
  since(REFORM_2018, organ('农业农村部')),
  organ('商务部'),
  since(REFORM_2018, organ('文化和旅游部', '文旅部')),
  since(REFORM_2018, organ('国家卫生健康委员会', '国家卫生健康委', '卫生健康委', '国家卫健委')),
  since(REFORM_2018, organ('退役军人事务部', '退役军人部')),
  since(REFORM_2018, organ('应急管理部', '应急部')),
  organ('中国人民银行', '人民银行', '央行'),
  organ('审计署'),
  organ('国务院国有资产监督管理委员会', '国务院国资委', '国资委'),
  organ('海关总署', '中华人民共和国海关总署'),
  organ('国家税务总局', '税务总局'),
  since(REFORM_2018, organ('国家市场监督管理总局', '市场监管总局', '国家市场监管总局')),
  since(REFORM_2018, organ('国家广播电视总局', '广电总局', '国家广电总局')),
  organ('国家体育总局', '体育总局'),
  organ('国家统计局', '统计局'),
  since(REFORM_2018, organ('国家国际发展合作署', '国际发展合作署', '国合署')),
  since(REFORM_2018, organ('国家医疗保障局', '国家医保局', '医保局')),
  organ('国务院参事室'),
  organ('国家机关事务管理局', '国管局'),
  organ('国家信访局'),
  organ('国务院港澳事务办公室', '国务院港澳办', '港澳办'),
  organ('国务院研究室'),
  organ('新华通讯社', '新华社'),
  organ('中国科学院', '中科院'),
  organ('中国社会科学院', '社科院', '中国社科院'),
  organ('中国工程院', '工程院'),
  organ('国务院发展研究中心'),
  since(REFORM_2018, organ('中央广播电视总台')),
  organ('中国气象局', '气象局'),
  organ('中国证券监督管理委员会', '中国证监会', '证监会'),
  gone(
    '2023-05-17',
    '国家金融监督管理总局',
    since(REFORM_2018, organ('中国银行保险监督管理委员会', '中国银保监会', '银保监会')),
  ),
  since('2023-05-18', organ('国家金融监督管理总局', '金融监管总局')),
  since(REFORM_2023, organ('国家数据局')),
  since(REFORM_2018, organ('国家粮食和物资储备局', '国家粮食和储备局', '粮食和储备局', '国家粮储局')),
  organ('国家能源局', '能源局'),
  organ('国家国防科技工业局', '国防科工局', '国家国防科工局'),
  organ('国家烟草专卖局', '烟草局'),
  since(REFORM_2018, organ('国家移民管理局', '移民局')),
  since(REFORM_2018, organ('国家林业和草原局', '国家林草局', '林草局')),
  organ('国家铁路局', '铁路局'),
  organ('中国民用航空局', '中国民航局', '民航局'),
  organ('国家邮政局', '邮政局'),
  organ('国家文物局', '文物局'),
  organ('国家中医药管理局', '国家中医药局', '中医药局'),
  since('2021-05-13', organ('国家疾病预防控制局', '国家疾控局', '疾控局')),
  since('2020-10-09', organ('国家矿山安全监察局', '国家矿山安监局', '矿山安监局')),
  gone('2020-10-08', '国家矿山安全监察局', organ('国家煤矿安全监察局', '国家煤矿安监局')),
  since('2023-01-05', organ('国家消防救援局')),
  organ('国家外汇管理局', '国家外汇局', '外汇局'),
  since(REFORM_2018, organ('国家药品监督管理局', '国家药监局', '药监局')),
  organ('国家知识产权局', '知识产权局'),
  // its duties went to the Ministry of Agriculture in 2023, which still bears its name
  since('2021-02-25', organ('国家乡村振兴局', '乡村振兴局')),
  gone('2021-02-24', '国家乡村振兴局', organ('国务院扶贫开发领导小组办公室', '国务院扶贫办', '扶贫办')),
  gone('2018-03-16', '自然资源部', organ('国土资源部')),
  gone('2018-03-16', '生态环境部', organ('环境保护部', '环保部')),
  gone('2018-03-16', '农业农村部', organ('农业部')),
  gone('2018-03-16', '文化和旅游部', organ('文化部')),
  gone('2018-03-16', '文化和旅游部', organ('国家旅游局', '旅游局')),
  gone(
    '2018-03-16',
    '国家卫生健康委员会',
    organ('国家卫生和计划生育委员会', '国家卫生计生委', '国家卫计委', '卫生计生委'),
  ),
  gone('2018-03-16', '国家市场监督管理总局', organ('国家工商行政管理总局', '工商总局')),
  gone('2018-03-16', '国家市场监督管理总局', organ('国家质量监督检验检疫总局', '质检总局')),
  gone('2018-03-16', '国家市场监督管理总局', organ('国家食品药品监督管理总局', '食品药品监管总局')),
  gone('2018-03-16', '国家广播电视总局', organ('国家新闻出版广电总局', '新闻出版广电总局')),
  gone('2018-03-16', '应急管理部', organ('国家安全生产监督管理总局', '安全监管总局')),
  gone('2018-03-16', '国家林业和草原局', organ('国家林业局', '林业局')),
  gone('2018-03-16', '国家粮食和物资储备局', organ('国家粮食局', '粮食局')),
  gone('2018-03-16', '中国银行保险监督管理委员会', organ('中国银行业监督管理委员会', '银监会')),
  gone('2018-03-16', '中国银行保险监督管理委员会', organ('中国保险监督管理委员会', '保监会')),
  gone('2018-03-16', '司法部', organ('国务院法制办公室', '国务院法制办', '法制办')),
  gone('2018-03-16', '自然资源部', organ('国家海洋局', '海洋局')),
];

/** The party's central organs, the courts, and nationwide organisations. */
const NATIONAL: readonly Organ[] = [
  organ('中央组织部', '中组部'),
  organ('中央宣传部', '中宣部'),
  organ('中央统一战线工作部', '中央统战部'),
  organ('中央政法委员会', '中央政法委'),
  organ('中央网络安全和信息化委员会办公室', '中央网信办', '国家网信办', '国家互联网信息办公室', '网信办'),
  organ('中央机构编制委员会办公室', '中央编办'),
  organ('中央农村工作领导小组办公室', '中央农办'),
  since(REFORM_2023, organ('中央金融委员会办公室', '中央金融办')),
  since(REFORM_2023, organ('中央社会工作部')),
  organ('中央文明办', '中央精神文明建设指导委员会办公室'),
  organ('中央军民融合发展委员会办公室', '中央军民融合办'),
  organ('最高人民法院', '高法院'),
  organ('最高人民检察院', '高检院'),
  organ('中华全国总工会', '全国总工会'),
  organ('共青团中央', '团中央'),
  organ('中华全国妇女联合会', '全国妇联'),
  organ('中国科学技术协会', '中国科协'),
  organ('中国残疾人联合会', '中国残联'),
  organ('中华全国工商业联合会', '全国工商联'),
  organ('中国国际贸易促进委员会', '中国贸促会', '贸促会'),
  organ('中国红十字会总会', '中国红十字会'),
  organ('国家开发银行', '开发银行'),
  organ('中国农业发展银行', '农业发展银行', '农发行'),
  organ('中国国家铁路集团有限公司', '国铁集团'),
  organ('国家电网有限公司', '国家电网公司', '国家电网'),
];

export const ORGANS: readonly Organ[] = [...STATE_COUNCIL, ...NATIONAL];
