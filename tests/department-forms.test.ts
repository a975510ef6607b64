import { describe, expect, test } from 'vitest';
import { findDepartments } from '../src/parse/departments/index.js';

/** name/L or /S for its role, * for a class, + where the list is open; words that are no unit after |. */
function brief(text: string): string {
  const { matches, openEnded, rest } = findDepartments(text);
  const names = matches.map(
    ({ department: { name, role, collective } }) =>
      name + (collective ? '*' : '') + ({ lead: '/L', support: '/S', responsible: '' } as const)[role],
  );
  return [`${names.join(' ')}${openEnded ? ' +' : ''}`, ...rest.map(([start, end]) => text.slice(start, end))].join(
    '|',
  );
}

describe('lists as real gazettes print them', () => {
  test.each([
    // classes
    ['各市人民政府（行署）', '各市人民政府（行署）*'],
    ['自治区各委、办、厅、局', '自治区各委、办、厅、局*'],
    ['各市州党委、政府', '各市州党委、政府*'],
    ['各级党委和政府', '各级党委和政府*'],
    ['各省、自治区、直辖市人民政府', '各省、自治区、直辖市人民政府*'],
    ['各有关部门、单位', '各有关部门、单位*'],
    ['省级有关部门和单位、各市政府', '省级有关部门和单位* 各市政府*'],
    ['各牵头单位', '各牵头单位*'],
    ['各直轄市及縣（市）政府', '各直轄市及縣（市）政府*'],
    ['各区（市）县政府、成都高新区管委会', '各区（市）县政府* 成都高新区管委会'],
    ['各市（含定州、辛集市）人民政府', '各市（含定州、辛集市）人民政府*'],
    ['市委编办，各区委组织部', '市委编办 各区委组织部*'],
    ['省公安厅，各市、县（区）公安局', '省公安厅 各市、县（区）公安局*'],
    ['省公安厅，各市、县（区）公安局、司法局', '省公安厅 各市、县（区）公安局* 各市、县（区）司法局*'],
    ['各市公安局、省司法厅、民政厅', '各市公安局* 省司法厅 省民政厅'],
    ['省、市、县教育部门', '省、市、县教育部门*'],
    ['国务院各部委、各直属机构', '国务院各部委* 各直属机构*'],
    // open lists
    ['公安部、交通运输部等国务院有关部门', '公安部 交通运输部 +'],
    ['市教育局、市财政局等有关市直部门', '市教育局 市财政局 +'],
    ['杭州市、宁波市等地政府', '杭州市 宁波市 +'],
    ['省科技厅牵头，省发展改革委等单位参加', '省科技厅/L 省发展改革委/S +'],
    // roles
    ['市农业农村局为牵头单位，市财政局、市水利局为责任单位', '市农业农村局/L 市财政局 市水利局'],
    ['省级牵头部门：省教育厅', '省教育厅/L'],
    ['市级责任单位：市教育局；县级责任单位：各县（市、区）政府', '市教育局 各县（市、区）政府*'],
    ['省教育厅指导，各市负责', '省教育厅/S 各市*'],
    ['省教育厅负责统筹协调，各市人民政府负责具体落实', '省教育厅 各市人民政府*'],
    ['省财政厅负责资金保障，省教育厅负责组织实施', '省财政厅 省教育厅|资金保障'],
    ['责任领导：李四 责任单位：市教育局', '市教育局|责任领导：李四'],
    // names
    ['（1）市教育局（2）市财政局', '市教育局 市财政局'],
    ['市大数据局、市政数局', '市大数据局 市政数局'],
    ['市市场监管局、市民营经济局', '市市场监管局 市民营经济局'],
    ['省邮政管理局、民航山东监管局', '省邮政管理局 民航山东监管局'],
    ['省残联、科协、侨联', '省残联 省科协 省侨联'],
    ['县委办公室、县人大常委会办公室、县政协办公室', '县委办公室 县人大常委会办公室 县政协办公室'],
    ['西安、咸阳、渭南市政府', '西安 咸阳 渭南市政府'],
    ['云台市国有资产监督管理委员会、财政局', '云台市国有资产监督管理委员会 云台市财政局'],
    ['省委统战部（省侨办、省民族宗教委）、省外办', '省委统战部（省侨办、省民族宗教委） 省外办'],
  ])('%s', (text, wanted) => {
    expect(brief(text)).toBe(wanted);
  });

  describe('duties before 等部门 stand for departments', () => {
    const read = (text: string) => {
      const { matches, openEnded, rest } = findDepartments(text);
      expect(rest).toEqual([]);
      return [
        matches.map(({ department, recognised }) => `${department.name}${recognised ? '' : '?'}`).join(' '),
        openEnded,
      ];
    };
    test.each([
      ['市场监管、公安、税务等部门', '市场监管 公安 税务', true],
      ['发展改革、教育、科技、财政等部门按职责分工负责', '发展改革 教育 科技 财政', true],
      ['省教育厅、公安、税务等有关部门', '省教育厅 公安 税务', true],
      ['公安、司法、民政部门', '公安 司法 民政部门', false],
      ['各级市场监管、公安部门', '各级市场监管 公安部门', false],
      ['县级以上人民政府农业农村、水利等部门', '县级以上人民政府农业农村 水利', true],
      // nothing says whose they are, or a word is no duty
      ['公安、税务', '公安? 税务?', false],
      ['公安、税务等', '公安? 税务?', true],
      ['云台某某、公安等部门', '云台某某? 公安', true],
    ])('%s', (text, names, openEnded) => {
      expect(read(text)).toEqual([names, openEnded]);
    });
  });

  test('a name that is known has the shape of a unit', () => {
    for (const { recognised, department } of findDepartments('西安、咸阳、共青团中央').matches) {
      expect(recognised, department.name).toBe(true);
    }
  });
});
