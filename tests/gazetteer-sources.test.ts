import { describe, expect, test } from 'vitest';
import { lookUp, NOWHERE, regionOf } from '../src/gazetteer/index.js';
import { ORGANS } from '../src/gazetteer/organs.js';

const BY_NAME = new Map(ORGANS.map((organ) => [organ.name, organ]));
const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
const without = (names: readonly string[], gone: readonly string[]): string[] =>
  names.filter((name) => !gone.includes(name));

/** The lists as they were published, name by name, each with the names kept as plates. */
const MINISTRIES = words(`
  外交部 国防部 国家发展和改革委员会 教育部 科学技术部 工业和信息化部 国家民族事务委员会 公安部 国家安全部 民政部 司法部 财政部 人力资源和社会保障部
  自然资源部 生态环境部 住房和城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委员会 退役军人事务部 应急管理部 中国人民银行 审计署`);

const NOTICES = {
  '国发〔2018〕6号、7号': {
    // the day of the first
    at: '2018-03-22',
    names: [
      ...MINISTRIES,
      ...words(`
      国家语言文字工作委员会 国家外国专家局 国家航天局 国家原子能机构 国家海洋局 国家核安全局
      国务院国有资产监督管理委员会
      海关总署 国家税务总局 国家市场监督管理总局 国家广播电视总局 国家体育总局 国家统计局 国家国际发展合作署 国家医疗保障局 国务院参事室
      国家机关事务管理局 国家认证认可监督管理委员会 国家标准化管理委员会 国家新闻出版署 国家版权局 国家宗教事务局
      国务院港澳事务办公室 国务院研究室 国务院侨务办公室 国务院台湾事务办公室 国家互联网信息办公室 国务院新闻办公室
      新华通讯社 中国科学院 中国社会科学院 中国工程院 国务院发展研究中心 中央广播电视总台 中国气象局 中国银行保险监督管理委员会 中国证券监督管理委员会
      国家行政学院
      国家信访局 国家粮食和物资储备局 国家能源局 国家国防科技工业局 国家烟草专卖局 国家移民管理局 国家林业和草原局 国家铁路局 中国民用航空局 国家邮政局
      国家文物局 国家中医药管理局 国家煤矿安全监察局 国家外汇管理局 国家药品监督管理局 国家知识产权局
      中华人民共和国出入境管理局 国家公园管理局 国家公务员局 国家档案局 国家保密局 国家密码管理局`),
    ],
  },
  '国发〔2023〕5号、6号': {
    // the day 国家金融监督管理总局 put up its plate
    at: '2023-05-18',
    names: [
      ...MINISTRIES,
      ...words(`
      国家语言文字工作委员会 国家航天局 国家原子能机构 国家外国专家局 国家海洋局 国家核安全局 国家乡村振兴局
      国务院国有资产监督管理委员会
      海关总署 国家税务总局 国家市场监督管理总局 国家金融监督管理总局 中国证券监督管理委员会 国家广播电视总局 国家体育总局 国家信访局 国家统计局
      国家知识产权局 国家国际发展合作署 国家医疗保障局 国务院参事室 国家机关事务管理局 国家反垄断局 国家认证认可监督管理委员会
      国家标准化管理委员会 国家新闻出版署 国家版权局 国家宗教事务局
      国务院研究室 国务院侨务办公室 国务院港澳事务办公室 国务院台湾事务办公室 国家互联网信息办公室 国务院新闻办公室
      新华通讯社 中国科学院 中国社会科学院 中国工程院 国务院发展研究中心 中央广播电视总台 中国气象局 国家行政学院
      国家粮食和物资储备局 国家能源局 国家数据局 国家国防科技工业局 国家烟草专卖局 国家移民管理局 国家林业和草原局 国家铁路局 中国民用航空局 国家邮政局
      国家文物局 国家中医药管理局 国家疾病预防控制局 国家矿山安全监察局 国家消防救援局 国家外汇管理局 国家药品监督管理局`),
    ],
  },
};

describe('organs of the State Council are those of its notices', () => {
  for (const [notice, { at, names }] of Object.entries(NOTICES)) {
    test.each(names)(`${notice}: %s`, (name) => {
      const organ = BY_NAME.get(name);
      expect(organ).toBeDefined();
      expect((organ?.from ?? '') <= at && at <= (organ?.until ?? '9'), `${organ?.from}—${organ?.until}`).toBe(true);
      expect(lookUp(name, NOWHERE, true)).toMatchObject({ canonical: name, kind: 'central' });
    });
  }

  test('what the notice of 2018 has and that of 2023 has not ended in between, or only lost its place in the list', () => {
    const [before, after] = Object.values(NOTICES).map(({ names }) => names);
    expect(without(before ?? [], after ?? []).filter((name) => BY_NAME.get(name)?.until)).toEqual([
      '中国银行保险监督管理委员会',
      '国家煤矿安全监察局',
    ]);
  });

  test('with 中华人民共和国 before it a name is the same', () => {
    for (const name of without(MINISTRIES, ['中国人民银行'])) {
      expect(lookUp(`中华人民共和国${name}`)?.canonical).toBe(name);
    }
    expect(lookUp('中共中央组织部')?.canonical).toBe('中央组织部');
  });
});

describe('what the reforms ended (国务院机构改革和职能转变方案 2013, 国务院机构改革方案 2018 and 2023)', () => {
  test.each([
    [
      '2013-03-14',
      '铁道部 卫生部 国家人口和计划生育委员会 国家食品药品监督管理局 国家广播电影电视总局 国家电力监管委员会',
    ],
    [
      '2018-03-23',
      '国土资源部 国家测绘地理信息局 环境保护部 农业部 文化部 国家旅游局 国家卫生和计划生育委员会 国家安全生产监督管理总局 国务院法制办公室 国务院三峡工程建设委员会办公室 国务院南水北调工程建设委员会办公室 监察部 国家预防腐败局',
    ],
    ['2023-05-18', '中国银行保险监督管理委员会'],
  ])('%s: %s', (date, names) => {
    for (const name of words(names)) {
      expect(BY_NAME.get(name)?.until, name).toBeDefined();
      expect((BY_NAME.get(name)?.until ?? '') < date, name).toBe(true);
    }
  });
});

describe('short names as lists of the State Council print them', () => {
  test.each([
    [
      '国函〔2016〕146号',
      '2016-08-19',
      '中央宣传部 中央统战部 外交部 发展改革委 教育部 科技部 工业和信息化部 国家民委 民政部 财政部 人力资源社会保障部 国土资源部 环境保护部 住房城乡建设部 农业部 商务部 文化部 卫生计生委 海关总署 工商总局 质检总局 新闻出版广电总局 体育总局 食品药品监管总局 统计局 林业局 知识产权局 旅游局 新闻办 侨办 港澳办 法制办 台办 保监会 中医药局',
    ],
    [
      'the joint conference on the digital economy, 2022',
      '2022-07-25',
      '国家发展改革委 中央网信办 工业和信息化部 科技部 人民银行 国务院国资委 银保监会 证监会',
    ],
    [
      'documents of 2023 and later',
      '2024-06-01',
      '国家发展改革委 国家数据局 金融监管总局 中国证监会 国家卫生健康委 国家中医药局 国家疾控局 国家药监局 市场监管总局 国家林草局 国家消防救援局 中国气象局 中央社会工作部 国家知识产权局 国家文物局 全国总工会 共青团中央 供销合作总社',
    ],
  ])('%s', (_, at, names) => {
    for (const name of words(names)) {
      const known = lookUp(name, NOWHERE, true);
      const organ = BY_NAME.get(known?.canonical ?? '');
      expect(organ, name).toBeDefined();
      expect((organ?.from ?? '') <= at && at <= (organ?.until ?? '9'), name).toBe(true);
    }
  });
});

describe('departments of provinces, by the names these list them with', () => {
  test.each([
    [
      '福建省',
      '民政厅 民族与宗教事务厅 农业农村厅 人力资源和社会保障厅 市场监督管理局 司法厅 审计厅 水利厅 生态环境厅 商务厅 统计局 体育局 退役军人事务厅 人民政府外事办公室 卫生健康委员会 文化和旅游厅 信访局 医疗保障局 应急管理厅 住房和城乡建设厅 自然资源厅 财政厅 发展和改革委员会 国防动员办公室 广播电视局 工业和信息化厅 人民政府国有资产监督管理委员会 海洋与渔业局 机关事务管理局 交通运输厅 教育厅 科学技术厅 粮食和物资储备局 林业局',
    ],
    [
      '重庆市',
      '城市管理局 财政局 大数据应用发展管理局 发展和改革委员会 公安局 广播电视局 供销合作总社 国有资产监督管理委员会 机关事务管理局 经济和信息化委员会 地方金融管理局 交通运输委员会 教育委员会 林业局 民政局 民族宗教事务委员会 农业农村委员会 人力资源和社会保障局 国防动员办公室 市场监督管理局 司法局 审计局 水利局 生态环境局 商务委员会 统计局 体育局 退役军人事务局 文化和旅游发展委员会 卫生健康委员会 应急管理局 医疗保障局 住房和城乡建设委员会 人民政府口岸和物流办公室 人民政府外事办公室 知识产权局',
    ],
    [
      '浙江省',
      '经济和信息化厅 海洋经济发展厅 文化广电和旅游厅 国防动员办公室 数据局 能源局 监狱管理局 文物局 药品监督管理局 疾病预防控制局 供销合作社联合社',
    ],
    [
      '广东省',
      '民族宗教事务委员会 地方金融监督管理局 国家保密局 档案局 社会组织管理局 戒毒管理局 中医药局 妇女联合会 残疾人联合会 人民政府地方志办公室 工商业联合会 消防救援总队 通信管理局 地震局 气象局 邮政管理局 国家安全厅',
    ],
    [
      '湖南省',
      '人民政府外事侨务办公室 信访局 粮食和物资储备局 国资委 林业局 国防动员办公室 戒毒管理局 总工会 新闻出版局 乡村振兴局 烟草专卖局',
    ],
    ['深圳市', '科技创新局 住房和建设局 中小企业服务局 规划和自然资源局 城市管理和综合执法局 文化广电旅游体育局'],
    ['吉林省', '政务服务和数字化建设管理局 国防动员办公室'],
  ])('%s', (place, names) => {
    for (const name of words(names)) {
      const canonical = lookUp(place + name)?.canonical;
      const full = name === '国资委' ? '国有资产监督管理委员会' : name === '中医药局' ? '中医药管理局' : name;
      expect(canonical, place + name).toBe(place + full);
    }
  });

  test.each([
    '中共浙江省委组织部',
    '中共浙江省委统一战线工作部',
    '中共浙江省委政法委员会',
    '中共浙江省委网络安全和信息化委员会办公室',
    '中共浙江省委军民融合发展委员会办公室',
    '中共浙江省委巡视工作领导小组办公室',
    '中共浙江省委直属机关工作委员会',
    '中共福建省委机构编制委员会办公室',
  ])('%s', (name) => {
    expect(lookUp(name)).toMatchObject({ canonical: name, kind: 'party' });
  });
});

describe('branches, by the names they bear', () => {
  const ZHEJIANG = regionOf(['浙江省人民政府公报']);
  test.each([
    ['国家税务总局嘉兴市税务局', '国家税务总局嘉兴市税务局'],
    ['国家税务总局山东省税务局', '国家税务总局山东省税务局'],
    ['中国人民银行北京市分行', '中国人民银行北京市分行'],
    ['人民银行天津分行', '中国人民银行天津分行'],
    ['人民银行济南分行', '中国人民银行济南分行'],
    ['人民银行温州市分行', '中国人民银行温州市分行'],
    ['人民银行省分行', '中国人民银行浙江省分行'],
    ['温州金融监管分局', '国家金融监督管理总局温州监管分局'],
    ['宁波金融监管局', '国家金融监督管理总局宁波监管局'],
    ['杭州金融监管分局', '国家金融监督管理总局杭州监管分局'],
    ['上海银保监局', '中国银行保险监督管理委员会上海监管局'],
    ['温州银保监分局', '中国银行保险监督管理委员会温州监管分局'],
    ['省金融监管局', '浙江省地方金融监督管理局'],
    ['中国证券监督管理委员会浙江监管局', '中国证券监督管理委员会浙江监管局'],
    ['国家能源局浙江监管办公室', '国家能源局浙江监管办公室'],
    ['甘肃能源监管办', '国家能源局甘肃监管办公室'],
    ['财政部内蒙古监管局', '财政部内蒙古监管局'],
    ['审计署驻深圳特派员办事处', '审计署驻深圳特派员办事处'],
    ['商务部驻福州特派员办事处', '商务部驻福州特派员办事处'],
    ['国家矿山安全监察局吉林局', '国家矿山安全监察局吉林局'],
    ['吉林煤矿安全监察局', '吉林煤矿安全监察局'],
    ['中国民用航空福建安全监督管理局', '中国民用航空福建安全监督管理局'],
    ['中国民用航空华东地区管理局', '中国民用航空华东地区管理局'],
    ['杭州市邮政管理局', '杭州市邮政管理局'],
    ['上海市消防救援局', '上海市消防救援局'],
    ['水利部黄河水利委员会', '水利部黄河水利委员会'],
    ['广东电网有限责任公司', '广东电网有限责任公司'],
  ])('%s', (printed, full) => {
    expect(lookUp(printed, ZHEJIANG)?.canonical).toBe(full);
  });

  test.each([
    ['人民银行温州中心支行', '2023-08-17'],
    ['人民银行西安分行', '2023-08-17'],
    ['浙江银保监局', '2023-07-19'],
    ['中国铁路总公司', '2019-06-17'],
  ])('%s until %s', (name, until) => expect(lookUp(name)?.until).toBe(until));

  test('an enterprise of the centre makes no list one of the centre', () => {
    expect(lookUp('国铁集团')?.kind).toBe('enterprise');
  });
});
