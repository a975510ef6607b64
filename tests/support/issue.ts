import type { Deadline, Department, Flag, Issue, Measure, PathItem, Role } from '../../src/model/index.js';

/** A unit of the invented province 云江, printed with its full name. */
export function unit(name: string, role: Role = 'responsible', collective = false): Department {
  return { name, raw: name, role, collective };
}

const byEndOf = (raw: string, end: string): Deadline => ({ raw, kind: 'by', start: null, end, edtf: `../${end}` });

const services: PathItem = {
  number: '一',
  title: '持续优化惠企便民服务',
  text: '持续优化惠企便民服务。',
  leads: [unit('省政务服务局', 'lead')],
};
const logistics: PathItem = {
  number: '二',
  title: '加快建设绿色低碳物流体系',
  text: '加快建设绿色低碳物流体系。',
  leads: [unit('省交通运输厅', 'lead'), unit('省商务厅', 'lead')],
};
const goal = (number: string, title: string): PathItem => ({ number, title, text: `${title}。`, leads: [] });
const counters = goal('1', '压减窗口办事环节');
const hotline = goal('2', '提升热线办理质量');
const freight = goal('3', '推广多式联运“一单制”');

/** A sentence for each of a hundred steps: about 4,000 characters, more than a row of a sheet can show. */
const LONG_TEXT = `建立物流枢纽运行监测制度。${Array.from(
  { length: 100 },
  (_, index) => `第${index + 1}步，由枢纽运营单位按日汇总到发列车、集装箱和冷链仓储的运行情况，并向社会公开。`,
).join('')}`;

type Row = Pick<Measure, 'path' | 'number' | 'text' | 'deadlines' | 'departments'> & {
  pages: number[];
  openEnded?: boolean;
  flags?: Flag[];
};

const rows: Row[] = [
  {
    path: [services, counters],
    number: '1',
    text: '推行窗口“一次告知”。各级办事窗口在收到材料时一次列明全部补正事项，不得分次要求申请人补充。',
    deadlines: [byEndOf('2031年6月底前', '2031-06-30')],
    departments: [unit('省政务服务局'), unit('省司法厅'), unit('各市、县（区）', 'responsible', true)],
    pages: [2],
  },
  {
    path: [services, counters],
    number: '2',
    text: '合并重复表格。将开办餐饮店所需的7张申请表合并为1张，已有电子证照的不再收取纸质复印件。',
    deadlines: [byEndOf('2031年年底前', '2031-12-31')],
    departments: [unit('省市场监管局'), { ...unit('省数据局'), raw: '数据局' }],
    pages: [2],
    flags: [
      { code: 'path-inherited', field: 'path', severity: 'note', message: '目标任务沿用上一行' },
      { code: 'department-prefix-inferred', field: 'departments', severity: 'note', message: '数据局补全为省数据局' },
    ],
  },
  {
    path: [services, hotline],
    number: '3',
    text: '3日内答复热线工单。对能够当场答复的问题当场答复，其余问题在3日内答复并回访。',
    deadlines: [{ raw: '长期坚持', kind: 'long-term', start: null, end: null, edtf: null }],
    departments: [unit('省政务服务局')],
    openEnded: true,
    pages: [2, 3],
  },
  {
    path: [services, hotline],
    number: '4',
    text: '公开热线办理情况。每季度公布办理量、办结率和群众反映集中的问题。',
    deadlines: [
      { raw: '每季度', kind: 'recurring', start: null, end: null, edtf: null, rrule: 'FREQ=MONTHLY;INTERVAL=3' },
      byEndOf('2031年4月前', '2031-04-30'),
    ],
    departments: [unit('省政务服务局'), unit('省统计局')],
    pages: [3],
    flags: [{ code: 'deadline-ambiguous', field: 'deadlines', severity: 'check', message: '“4月前”是否含4月，请核对' }],
  },
  {
    path: [logistics, freight],
    number: '5',
    text: LONG_TEXT,
    deadlines: [
      { raw: '2031年5月—10月', kind: 'within', start: '2031-05-01', end: '2031-10-31', edtf: '2031-05-01/2031-10-31' },
    ],
    departments: [unit('省交通运输厅'), unit('云江铁路局集团公司')],
    pages: [3, 4],
  },
  {
    path: [logistics, freight],
    number: '6',
    text: '统一货运单据。研究制定铁路、公路、水路通用的电子运单格式，先在临川港和沙洲货场试用。',
    deadlines: [],
    departments: [unit('省交通运输厅'), unit('省商务厅'), unit('临川海关')],
    pages: [4],
    flags: [
      { code: 'deadline-unparsed', field: 'deadlines', severity: 'error', message: '完成时限“适时”没有识别' },
      { code: 'department-unknown', field: 'departments', severity: 'check', message: '“临川海关”不在单位名录中' },
    ],
  },
  {
    path: [logistics, freight],
    number: '7',
    text: '更新城市配送车辆。新增和更换的城市配送车辆优先选用新能源车型。',
    deadlines: [byEndOf('2032年6月底前', '2032-06-30')],
    departments: [unit('省交通运输厅'), unit('省生态环境厅'), unit('各市、县（区）', 'responsible', true)],
    pages: [4],
  },
];

function measure({ pages, openEnded = false, flags = [], ...row }: Row): Measure {
  const ids = [...row.path.map((item) => item.number), row.number].join('.');
  return {
    id: `d1.table.${ids}`,
    documentId: 'd1',
    origin: 'table',
    path: row.path,
    number: row.number,
    title: row.text.slice(0, row.text.indexOf('。')),
    text: row.text,
    deadlines: row.deadlines,
    departments: row.departments,
    openEnded,
    sources: pages.map((page, index) => ({ field: 'text', page, bbox: [120, 60 + index, 380, 120.5] })),
    flags,
  };
}

/**
 * One issue of an invented gazette: one document whose task list has 2 categories, 3 goals and 7 measures. Measure 3
 * goes over two pages and has an open list of departments, 4 and 6 carry flags to look at, 5 is longer than a row of a
 * sheet can show. Pages 1–4 of the file are printed as (none), 12, 13, 14. Built anew at each call: change it freely.
 */
export function madeUpIssue(): Issue {
  return structuredClone<Issue>({
    schemaVersion: '1',
    source: {
      file: 'yunjiang-2031-02.pdf',
      sha256: 'a'.repeat(64),
      kind: 'pdf',
      pages: 4,
      pageLabels: [null, '12', '13', '14'],
    },
    issue: { gazette: '云江省人民政府公报', year: 2031, number: '2' },
    contents: [],
    documents: [
      {
        id: 'd1',
        title: '云江省人民政府办公厅关于印发2031年惠企便民和绿色物流工作要点的通知',
        docNumber: '云政办发〔2031〕3号',
        issuer: '云江省人民政府办公厅',
        dateIssued: '2031-02-15',
        addressees: ['各市、县（区）人民政府', '省政府各部门、直属机构'],
        publicity: '此件公开发布',
        attachments: [{ number: null, title: '2031年惠企便民和绿色物流任务清单', omitted: false }],
        pages: [1, 4],
        text: '现将工作要点印发给你们，请认真组织实施。',
      },
    ],
    measures: rows.map(measure),
    flags: [],
    coverage: { glyphs: 6000, measures: 5800, documents: 150, furniture: 50, unplaced: 0 },
  });
}
