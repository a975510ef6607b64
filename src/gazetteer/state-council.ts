import { type Organ, organ, PARTY_2018, REFORM_2013, REFORM_2018, REFORM_2023, since } from './organ.js';

/**
 * Organs of the State Council as they are now, in the order of the lists: 国务院关于机构设置的通知 (国发〔2018〕6号, 国发〔2023〕5号)
 * and 国务院关于部委管理的国家局设置的通知 (国发〔2018〕7号, 国发〔2023〕6号), as the lists of organs published after each have them (国务院组织机构),
 * with the 国务院机构改革方案 of 2018 and of 2023. Short names as the State Council's own lists print them, such as those of joint
 * conferences (部际联席会议); colloquial ones after them. Single days are those on which the plate went up, as reported then: of
 * 国家疾病预防控制局, 国家消防救援局, 国家乡村振兴局, 国家反垄断局; of 国家矿山安全监察局 only the month was found.
 */
export const STATE_COUNCIL: readonly Organ[] = [
  organ('国务院办公厅', '国办'),
  // 组成部门
  organ('外交部'),
  organ('国防部'),
  organ('国家发展和改革委员会', '国家发展改革委', '发展改革委', '国家发改委'),
  organ('教育部'),
  // rebuilt in 2018 and in 2023 under the same name
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
  // 直属特设机构, 直属机构
  organ('国务院国有资产监督管理委员会', '国务院国资委', '国资委'),
  organ('海关总署'),
  organ('国家税务总局', '税务总局'),
  since(REFORM_2018, organ('国家市场监督管理总局', '市场监管总局', '国家市场监管总局')),
  since('2023-05-18', organ('国家金融监督管理总局', '金融监管总局', '国家金融监管总局')),
  // a 事业单位 until 2023
  organ('中国证券监督管理委员会', '中国证监会', '证监会'),
  since(REFORM_2018, organ('国家广播电视总局', '广电总局', '国家广电总局')),
  organ('国家体育总局', '体育总局'),
  // under the General Office until 2023, led by 中央社会工作部 since
  organ('国家信访局', '信访局'),
  organ('国家统计局', '统计局'),
  // under 市场监管总局 from 2018 to 2023
  organ('国家知识产权局', '知识产权局'),
  since(REFORM_2018, organ('国家国际发展合作署', '国际发展合作署', '国合署')),
  since(REFORM_2018, organ('国家医疗保障局', '国家医保局', '医保局')),
  organ('国务院参事室', '参事室'),
  organ('国家机关事务管理局', '国管局', '机关事务管理局'),
  organ('国务院研究室', '研究室', '国研室'),
  // 直属事业单位
  organ('新华通讯社', '新华社'),
  organ('中国科学院', '中科院'),
  organ('中国社会科学院', '社科院', '中国社科院'),
  organ('中国工程院', '工程院'),
  organ('国务院发展研究中心', '发展研究中心'),
  since(REFORM_2018, organ('中央广播电视总台', '中央广电总台')),
  organ('中国气象局', '气象局'),
  // 部委管理的国家局
  since(REFORM_2018, organ('国家粮食和物资储备局', '国家粮食和储备局', '粮食和储备局', '国家粮储局')),
  organ('国家能源局', '能源局'),
  since(REFORM_2023, organ('国家数据局', '数据局')),
  organ('国家国防科技工业局', '国防科工局', '国家国防科工局'),
  organ('国家烟草专卖局', '烟草局', '国家烟草局'),
  since(REFORM_2018, organ('国家移民管理局', '国家移民局', '移民局')),
  since(REFORM_2018, organ('国家林业和草原局', '国家林草局', '林草局')),
  since(REFORM_2013, organ('国家铁路局', '铁路局')),
  organ('中国民用航空局', '中国民航局', '民航局'),
  organ('国家邮政局', '邮政局'),
  organ('国家文物局', '文物局'),
  organ('国家中医药管理局', '国家中医药局', '中医药局'),
  since('2021-05-13', organ('国家疾病预防控制局', '国家疾控局', '疾控局')),
  since('2020-10-09', organ('国家矿山安全监察局', '国家矿山安监局', '矿山安监局')),
  since('2023-01-06', organ('国家消防救援局')),
  organ('国家外汇管理局', '国家外汇局', '外汇局'),
  since(REFORM_2018, organ('国家药品监督管理局', '国家药监局', '药监局')),
];

/**
 * Names that another organ bears beside its own, and issues documents under (挂牌, 对外保留牌子, 一个机构两块牌子): the brackets of the same
 * notices. Whose they are is said where it changed.
 */
export const PLATES: readonly Organ[] = [
  organ('国家语言文字工作委员会', '国家语委'),
  organ('国家航天局'),
  organ('国家原子能机构'),
  // 科学技术部 from 2018, 人力资源和社会保障部 since 2023
  organ('国家外国专家局', '国家外专局', '外专局'),
  // an organ of its own until 2018, a name of 自然资源部 since
  organ('国家海洋局', '海洋局'),
  organ('国家核安全局'),
  // an organ of its own until 2023; its duties went to 农业农村部, which bears its name
  since('2021-02-25', organ('国家乡村振兴局', '乡村振兴局')),
  since('2021-11-18', organ('国家反垄断局')),
  organ('国家认证认可监督管理委员会', '国家认监委', '认监委'),
  organ('国家标准化管理委员会', '国家标准委', '标准委'),
  since(PARTY_2018, organ('国家新闻出版署')),
  organ('国家版权局', '版权局'),
  since(PARTY_2018, organ('国家电影局', '电影局')),
  // these four by themselves until 2018 or 2023, since then in the party's departments
  organ('国家宗教事务局', '国家宗教局', '宗教局'),
  organ('国务院侨务办公室', '国务院侨办', '侨办'),
  organ('国务院港澳事务办公室', '国务院港澳办', '港澳办'),
  organ('国家公务员局', '公务员局'),
  organ('国务院台湾事务办公室', '国务院台办', '国台办', '台办'),
  organ('国家互联网信息办公室', '国家网信办'),
  organ('国务院新闻办公室', '国务院新闻办', '国新办', '新闻办'),
  organ('国家行政学院'),
  organ('国家档案局', '档案局'),
  organ('国家保密局', '保密局'),
  organ('国家密码管理局', '国家密码局', '密码局'),
  since(REFORM_2018, organ('国家公园管理局')),
  since(REFORM_2018, organ('中华人民共和国出入境管理局', '出入境管理局')),
];

/** Bodies that an organ of the State Council manages, and its basin commissions, which lists name by themselves. */
export const MANAGED: readonly Organ[] = [
  // under 应急管理部, 财政部, 科学技术部 since 2018
  organ('中国地震局', '地震局'),
  organ('全国社会保障基金理事会', '全国社保基金会', '社保基金会'),
  organ('国家自然科学基金委员会', '国家自然科学基金委', '自然科学基金委', '自然科学基金会'),
  // of 国家海洋局 from 2013, of the Armed Police since 2018
  since(REFORM_2013, organ('中国海警局', '海警局')),
  organ('全国老龄工作委员会办公室', '全国老龄办'),
  organ('水利部长江水利委员会', '长江水利委员会', '水利部长江委', '长江委'),
  organ('水利部黄河水利委员会', '黄河水利委员会', '水利部黄委', '黄委'),
  organ('水利部淮河水利委员会', '淮河水利委员会', '水利部淮委', '淮委'),
  organ('水利部海河水利委员会', '海河水利委员会', '水利部海委', '海委'),
  organ('水利部珠江水利委员会', '珠江水利委员会', '水利部珠江委', '珠江委'),
  organ('水利部松辽水利委员会', '松辽水利委员会', '水利部松辽委', '松辽委'),
  organ('水利部太湖流域管理局', '太湖流域管理局', '太湖局'),
];
