import { describe, expect, test } from 'vitest';
import type { Parsed } from '../src/parse/index.js';
import { FORMS } from './support/gazette-pages.js';

const frames = ({ documents }: Parsed) =>
  documents.map(({ title, docNumber, issuer, dateIssued }) => [title, docNumber, issuer, dateIssued]);
const ids = ({ measures }: Parsed): string[] => measures.map(({ id }) => id);
const flagsOf = ({ flags, measures }: Parsed): string[] =>
  [...flags, ...measures.flatMap((measure) => measure.flags)]
    // whether a full line of a text goes on is another matter
    .filter(({ code }) => code !== 'row-joined')
    .map(({ code, field }) => `${code} ${field}`);

const ORDER = [
  '^ 柳渡省人民政府令',
  '^ 第312号',
  '《柳渡省河道采砂管理办法》已经2031年4月20日省人民政府第58次常务会议审议通过，现予公布，自2031年7月1日起施行。',
  '> 省长 王某某',
  '> 2031年5月6日',
  '',
  '# 柳渡省河道采砂管理办法',
  '^ 第一章 总则',
  '第一条 为了加强河道采砂管理，保障防洪安全，结合本省实际，制定本办法。',
  '^ 第二章 采砂许可',
  '第二条 申请采砂许可，应当提交下列材料：',
  '（一）采砂申请书；',
  '（二）采砂作业方案。',
  '水行政主管部门应当自受理申请之日起20日内作出决定。',
  '第三条 本办法自2031年7月1日起施行。',
  '',
];
const AWARD = [
  '# 柳渡省人民政府关于',
  '# 表彰防汛先进集体的决定',
  '^ 柳政发〔2031〕4号',
  '< 各市、县（区）人民政府，省政府各部门、各直属机构：',
  '为表彰先进，省人民政府决定，授予柳渡县水务局等3个单位“防汛先进集体”称号。',
  '> 柳渡省人民政府',
  '> 2031年5月8日',
  '',
];
const AWARD_FRAME = ['柳渡省人民政府关于表彰防汛先进集体的决定', '柳政发〔2031〕4号', '柳渡省人民政府', '2031-05-08'];

describe.each(FORMS)('kinds of documents %s', (_, read) => {
  test('an order: named by the regulation it publishes, issued by the government, dated by its signature', () => {
    const found = read([...ORDER, ...AWARD]);
    expect(frames(found)).toEqual([
      ['柳渡省河道采砂管理办法', '柳渡省人民政府令第312号', '柳渡省人民政府', '2031-05-06'],
      AWARD_FRAME,
    ]);
    expect(ids(found)).toEqual(['d1.body.一.一', 'd1.body.二.二.一', 'd1.body.二.二.二', 'd1.body.二.三']);
    expect(found.documents[0]?.text).toContain('省长王某某\n2031年5月6日\n柳渡省河道采砂管理办法\n第一章总则');
    expect([flagsOf(found), found.coverage.unplaced]).toEqual([[], 0]);
  });

  test.each([['^ 柳渡省人民政府令（第312号）'], ['^ 柳渡省人民政府令第312号']])(
    '%s on one line, without a printed regulation',
    (head) => {
      const text = '《柳渡省河道采砂管理规定》已经过时，现公布废止，自公布之日起施行。';
      const [order] = read([...AWARD, head, text, '> 省长 王某某', '> 2031年5月9日']).documents.slice(1);
      expect(order).toMatchObject({
        title: '柳渡省河道采砂管理规定',
        docNumber: head.slice(2),
        issuer: '柳渡省人民政府',
        dateIssued: '2031-05-09',
      });
    },
  );

  test('a reply to one government: what it asked for stays in the text, 此复 ends it', () => {
    const found = read([
      '# 柳渡省人民政府关于同意设立',
      '# 东岸经济开发区的批复',
      '^ 柳政函〔2031〕18号',
      '< 东岸市人民政府：',
      '你市《关于设立东岸经济开发区的请示》（东政〔2031〕7号）收悉。现批复如下：',
      '一、同意设立东岸经济开发区，规划面积12.5平方公里。',
      '二、你市要加强组织领导，于2031年12月底前完成规划编制。',
      '此复。',
      '> 柳渡省人民政府',
      '> 2031年5月6日',
      '（此件公开发布）',
    ]);
    expect(found.documents).toMatchObject([
      {
        title: '柳渡省人民政府关于同意设立东岸经济开发区的批复',
        docNumber: '柳政函〔2031〕18号',
        addressees: ['东岸市人民政府'],
        publicity: '此件公开发布',
      },
    ]);
    expect(found.measures.map(({ text }) => text)).toEqual([
      '同意设立东岸经济开发区，规划面积12.5平方公里。',
      '你市要加强组织领导，于2031年12月底前完成规划编制。',
    ]);
    expect(found.measures[1]?.deadlines).toMatchObject([{ raw: '2031年12月底前', end: '2031-12-31' }]);
  });

  test('a notice that sends out a plan, with attachments: all one document, its measures those of the plan', () => {
    const found = read([
      '# 柳渡市人民政府办公室关于印发',
      '# 柳渡市防汛备汛行动方案的通知',
      '^ 柳政办发〔2031〕11号',
      '< 各县（区）人民政府，市政府各部门、各直属机构：',
      '现将《柳渡市防汛备汛行动方案》印发给你们，请认真组织实施。',
      '> 柳渡市人民政府办公室',
      '> 2031年5月6日',
      '（此件公开发布）',
      '',
      '# 柳渡市防汛备汛行动方案',
      '为做好防汛备汛工作，制定本方案。',
      '一、重点任务',
      '（一）加固水库。2031年12月底前完成。（市水务局牵头，市财政局配合）',
      '（二）储备物资。按人口1%的比例储备。',
      '二、保障措施',
      '（一）加强领导。各县（区）要成立专班。',
      '附件：1.柳渡市防汛备汛行动专班成员名单',
      '2.柳渡市防汛物资储备标准',
      '',
      '附件1',
      '# 柳渡市防汛备汛行动专班成员名单',
      '组长由市人民政府分管副市长担任，成员由各成员单位负责同志担任。',
      '附件2',
      '# 柳渡市防汛物资储备标准',
      '一、编织袋。每公里堤防5000条。',
      '二、救生衣。每个乡镇100件。',
    ]);
    expect(found.documents).toMatchObject([
      {
        title: '柳渡市人民政府办公室关于印发柳渡市防汛备汛行动方案的通知',
        issuer: '柳渡市人民政府办公室',
        dateIssued: '2031-05-06',
        attachments: [
          { number: 1, title: '柳渡市防汛备汛行动专班成员名单', omitted: false },
          { number: 2, title: '柳渡市防汛物资储备标准', omitted: false },
        ],
      },
    ]);
    expect(ids(found)).toEqual([
      ...['d1.body.一.一', 'd1.body.一.二', 'd1.body.二.一'],
      // those of the second attachment begin again
      ...['d1.body.一', 'd1.body.二'],
    ]);
    expect(found.measures[2]?.text).toBe('加强领导。各县（区）要成立专班。');
    expect(flagsOf(found)).toEqual([]);
  });

  test('an opinion sent on by another office is signed twice: one document, of the notice', () => {
    const found = read([
      '# 柳渡省人民政府办公厅转发省水利厅',
      '# 关于加强水库管理意见的通知',
      '^ 柳政办发〔2031〕22号',
      '< 各市人民政府，省政府各部门：',
      '省水利厅《关于加强水库管理的意见》已经省政府同意，现转发给你们。',
      '> 柳渡省人民政府办公厅',
      '> 2031年5月3日',
      '',
      '# 关于加强水库管理的意见',
      '一、明确责任。',
      '二、加强巡查。',
      '> 柳渡省水利厅',
      '> 2031年4月20日',
    ]);
    expect(frames(found)).toEqual([
      [
        '柳渡省人民政府办公厅转发省水利厅关于加强水库管理意见的通知',
        '柳政办发〔2031〕22号',
        '柳渡省人民政府办公厅',
        '2031-05-03',
      ],
    ]);
    expect(found.measures.map(({ text }) => text)).toEqual(['明确责任。', '加强巡查。']);
  });

  test('appointments: a notice each, then a list under the heading of its part', () => {
    const found = read([
      '^ 人事任免',
      '# 柳渡市人民政府',
      '# 关于王某某等同志职务任免的通知',
      '^ 柳政干〔2031〕6号',
      '< 各县（区）人民政府，市政府各部门：',
      '市人民政府决定：',
      '任命王某某为柳渡市水务局局长；',
      '任命李某某为柳渡市应急管理局副局长（试用期一年）；',
      '免去赵某某的柳渡市水务局局长职务。',
      '> 柳渡市人民政府',
      '> 2031年5月6日',
      '',
      '^ 人事任免',
      '市政府2031年5月决定：',
      '任命吴某某为市教育局局长。',
    ]);
    expect(frames(found)).toEqual([
      ['柳渡市人民政府关于王某某等同志职务任免的通知', '柳政干〔2031〕6号', '柳渡市人民政府', '2031-05-06'],
      ['人事任免', null, null, null],
    ]);
    expect(found.documents[0]?.text.split('\n').slice(2, 5)).toEqual([
      '任命王某某为柳渡市水务局局长；',
      '任命李某某为柳渡市应急管理局副局长（试用期一年）；',
      '免去赵某某的柳渡市水务局局长职务。',
    ]);
    expect(found.documents[1]?.addressees).toEqual([]);
    expect(found.coverage.unplaced).toBe(0);
  });

  test('documents without a number, behind the end of another one', () => {
    const found = read([
      ...AWARD,
      '# 柳渡省人民政府公告',
      '自2031年6月1日起在柳河大桥实行交通管制。特此公告。',
      '> 柳渡省人民政府',
      '> 2031年5月9日',
      '',
      '# 柳渡省水利厅关于',
      '# 公布水库名录的公告',
      '现将水库名录公布如下。',
      '一、大型水库。',
      '> 柳渡省水利厅',
      '> 2031年5月10日',
    ]);
    expect(frames(found)).toEqual([
      AWARD_FRAME,
      ['柳渡省人民政府公告', null, '柳渡省人民政府', '2031-05-09'],
      ['柳渡省水利厅关于公布水库名录的公告', null, '柳渡省水利厅', '2031-05-10'],
    ]);
    expect(ids(found)).toEqual(['d3.body.一']);
  });

  test('an opinion with its date in brackets under the title, of two offices', () => {
    const found = read([
      '# 中共柳渡市委办公室 柳渡市人民政府办公室',
      '# 关于加强防汛工作的意见',
      '^ （2031年5月6日）',
      '为加强防汛工作，现提出如下意见。',
      '一、压实责任。',
    ]);
    expect(frames(found)).toEqual([
      [
        '中共柳渡市委办公室柳渡市人民政府办公室关于加强防汛工作的意见',
        null,
        '中共柳渡市委办公室、柳渡市人民政府办公室',
        '2031-05-06',
      ],
    ]);
  });

  test('a notice with items of its own, then the chapters of what it sends out', () => {
    const found = read([
      '# 柳渡市人民政府关于印发',
      '# 柳渡市水网建设规划的通知',
      '^ 柳政发〔2031〕31号',
      '< 各县（区）人民政府，市政府各部门：',
      '现将《柳渡市水网建设规划》印发给你们，并就有关事项通知如下：',
      '一、加强组织领导。各县（区）要明确专人负责。',
      '二、强化要素保障。市财政局要落实资金。',
      '> 柳渡市人民政府',
      '> 2031年5月6日',
      '',
      '# 柳渡市水网建设规划',
      '^ 第一章 重点任务',
      '^ 第一节 建设骨干网',
      '一、推进引水工程',
      '（一）实施东岸引水工程。2033年底前建成通水。',
      '（二）实施西山提水工程。',
      '二、推进水库工程',
      '1.新建水库3座。',
      '专栏1 骨干网重点工程',
      '1.东岸引水工程。总投资12亿元。',
      '2.西山提水工程。总投资3亿元。',
      '^ 第二节 完善配水网',
      '一、推进灌区改造。',
    ]);
    expect(ids(found).map((id) => id.replace('d1.body.', ''))).toEqual([
      ...['一', '二'],
      ...['一.一.一.一', '一.一.一.二', '一.一.二.1', '一.二.一'],
    ]);
    expect(flagsOf(found)).toEqual([]);
  });

  test('several organs sign, on a line each or on one', () => {
    const notice = (...signed: string[]) => [
      '# 柳渡省水利厅 柳渡省财政厅',
      '# 关于下达防汛资金的通知',
      '^ （柳水发〔2031〕7号）',
      '< 各市水务局、财政局：',
      '请于2031年6月底前拨付到位。',
      '附件1：资金分配表',
      '附件2：绩效目标表（略）',
      ...signed,
      '> 2031年5月4日',
    ];
    for (const signed of [['> 柳渡省水利厅', '> 柳渡省财政厅'], ['> 柳渡省水利厅 柳渡省财政厅']]) {
      const { documents, coverage } = read(notice(...signed));
      expect(documents).toMatchObject([
        {
          docNumber: '柳水发〔2031〕7号',
          issuer: '柳渡省水利厅、柳渡省财政厅',
          attachments: [
            { number: 1, title: '资金分配表', omitted: false },
            { number: 2, title: '绩效目标表', omitted: true },
          ],
        },
      ]);
      expect(coverage.unplaced).toBe(0);
    }
  });
});

describe.each(FORMS)('a file that holds a part of an issue, %s', (_, read) => {
  const END = [
    '（三）强化督查。市政府督查室定期通报，对工作不力的单位予以约谈。',
    '三、保障措施',
    '（一）加强领导。各县（区）要成立专班。',
    '> 柳渡市人民政府办公室',
    '> 2031年5月2日',
    '',
  ];

  test('it begins in the middle of a document: signed and dated, without a title; a missing heading is told', () => {
    const found = read([...END, ...AWARD]);
    expect(frames(found)).toEqual([['', null, '柳渡市人民政府办公室', '2031-05-02'], AWARD_FRAME]);
    expect(ids(found)).toEqual(['d1.body.三', 'd1.body.三.一']);
    expect(flagsOf(found)).toEqual(['document-incomplete d1.title', 'document-incomplete path']);
    expect(found.measures[0]?.flags).toMatchObject([{ code: 'document-incomplete', severity: 'check' }]);
  });

  test('articles from the middle of a regulation on', () => {
    const found = read(['第十五条 采砂单位应当设置标志。', '第十六条 禁止夜间采砂。', '', ...AWARD]);
    expect(ids(found)).toEqual(['d1.body.十五', 'd1.body.十六']);
    expect(flagsOf(found)).toEqual(['document-incomplete d1.title']);
  });

  test('it begins with the signature of a document', () => {
    expect(frames(read([...END.slice(3), ...AWARD]))).toEqual([
      ['', null, '柳渡市人民政府办公室', '2031-05-02'],
      AWARD_FRAME,
    ]);
  });

  test('it ends in the middle of a document', () => {
    const found = read([
      ...AWARD,
      '# 柳渡市人民政府办公室',
      '# 关于开展隐患排查的通知',
      '^ 柳政办发〔2031〕12号',
      '< 各县（区）人民政府：',
      '一、排查水库。各县（区）要对辖区内所有水库',
    ]);
    expect(found.documents[1]).toMatchObject({ title: '柳渡市人民政府办公室关于开展隐患排查的通知', dateIssued: null });
    expect(flagsOf(found)).toEqual(['document-incomplete d2.dateIssued', 'order-uncertain text']);
  });
});

describe.each(FORMS)('documents that only the contents tell, %s', (_, read) => {
  const CONTENTS = [
    '^ 目　录',
    '^ 【省政府文件】',
    '= 柳渡省河道采砂管理办法（柳渡省人民政府令第312号）……2',
    '= 柳渡省人民政府关于表彰防汛先进集体的决定…………2',
    '= 柳渡省人民政府关于设立开发区的批复…………2',
    '^ 【领导讲话】',
    '= 在全省防汛工作会议上的讲话…………2',
    '---',
  ];
  const SPEECH = ['# 在全省防汛工作会议上的讲话', '同志们：', '这次会议的任务是部署防汛工作。', '一、提高认识。'];

  test('each entry has its document; one that the file lacks is told', () => {
    const found = read([...CONTENTS, ...ORDER, ...AWARD, ...SPEECH]);
    expect(frames(found)).toEqual([
      ['柳渡省河道采砂管理办法', '柳渡省人民政府令第312号', '柳渡省人民政府', '2031-05-06'],
      AWARD_FRAME,
      ['在全省防汛工作会议上的讲话', null, null, null],
    ]);
    expect(found.contents.map(({ documentId }) => documentId)).toEqual(['d1', 'd2', null, 'd3']);
    expect(found.flags.map(({ code, message }) => [code, message.split('：').at(-1)])).toEqual([
      ['contents-differs', '柳渡省人民政府关于设立开发区的批复'],
    ]);
  });
});
