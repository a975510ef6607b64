import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import type { GazetteDocument } from '../src/model/index.js';
import { documentsOf } from '../src/parse/documents.js';
import { parse } from '../src/parse/index.js';
import { clean } from '../src/repair/clean.js';
import { type Paragraph, repair } from '../src/repair/index.js';
import { isDocNumber, printedDate, publicityOf } from '../src/text/letterhead.js';
import { typed } from './support/traced.js';

const documents = (...lines: (string | string[])[]): GazetteDocument[] =>
  parse(repair({ kind: 'text', pages: readPlainText(lines.flat().join('\n')) })).documents;
/** The only document of a text. */
function document(...lines: (string | string[])[]): GazetteDocument {
  const [found, ...more] = documents(...lines);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} documents`);
  return found;
}

/** A line of which only the text is looked at. */
const LINE = {
  page: 1,
  indentEm: 0,
  whiteEm: 0,
  shortEm: 0,
  centred: true,
  sizePt: 20,
  boxed: false,
  beginsIndented: false,
};

/** A line of a title as a page shows it. */
const CENTRED = { kind: 'paragraph', lines: [], centred: true, sizePt: 20, boxed: false } as const;

const TITLE = ['柳渡市人民政府关于', '印发《防汛备汛工作方案', '（试行）》的通知'];
const NUMBER = '柳政发 〔2031〕4号';
const TO = ['各县 (区)人民政府,市政府各部门、各直属', '机构:'];
const TEXT = ['为做好今年防汛工作,现将有关事项通知如下,', '请认真贯彻执行。'];
const SIGNED = ['柳渡市人民政府', '2031年5月6日'];

describe('who issues a document without a signature, and when', () => {
  const TITLE_OF = '柳渡市防汛条例';
  const text = ['第一条 为了做好防汛工作，制定本条例。', '第二条 市水务局负责防汛工作。'];

  test('a regulation bears under its title by whom it was adopted; of several dates the first counts', () => {
    const adopted = '（2031年5月6日柳渡市第九届人民代表大会常务委员会第三次会议通过 2033年1月2日修正）';
    expect(document(TITLE_OF, adopted, text)).toMatchObject({
      issuer: '柳渡市第九届人民代表大会常务委员会',
      dateIssued: '2031-05-06',
    });
  });

  test('a date that something else is said of is none', () => {
    expect(document(TITLE_OF, '（2031年5月6日印制）', text)).toMatchObject({ issuer: null, dateIssued: null });
  });

  test.each([
    ['柳渡市水务局印发《防汛备汛工作方案》', '柳渡市水务局'],
    ['柳渡市水务局 柳渡市气象局印发《防汛备汛工作方案》', '柳渡市水务局、柳渡市气象局'],
    ['柳渡市人民政府 办公室印发《防汛备汛工作方案》', '柳渡市人民政府办公室'],
    ['柳渡市水务局 关于防汛备汛工作的意见', '柳渡市水务局'],
  ])('the title %s names it', (title, issuer) => {
    const { documents: found } = documentsOf([
      { ...CENTRED, text: clean(typed(title)), lines: [{ ...LINE, text: typed(title) }] },
      { ...CENTRED, centred: false, sizePt: 10, text: typed('为做好今年防汛工作，提出以下意见。') },
    ]);
    expect(found[0]?.issuer?.text).toBe(issuer);
  });

  test('the head of a court gives its report', () => {
    const report = document('柳渡市中级人民法院工作报告', '柳渡市中级人民法院院长 王某某', '各位代表：', TEXT);
    expect(report.issuer).toBe('柳渡市中级人民法院');
  });

  test('a report bears who gives it and, in years of the Republic, when', () => {
    expect(document('防汛院施政報告', '防汛院院長 王某某', '中華民國114年2月25日', '各位委員：', TEXT)).toMatchObject({
      issuer: '防汛院',
      dateIssued: '2025-02-25',
    });
  });

  test.each([
    ['民國元年1月1日', '1912-01-01'],
    ['中華民國一百一十四年二月二十五日', '2025-02-25'],
    ['民国114年2月30日', null],
  ])('%s', (printed, date) => expect(printedDate(printed)).toBe(date));
});

describe('the head of a document', () => {
  test('a title over several lines is one title; what stands under its number is no part of it', () => {
    expect(document(TITLE, NUMBER, TO, TEXT, SIGNED)).toMatchObject({
      title: '柳渡市人民政府关于印发《防汛备汛工作方案（试行）》的通知',
      docNumber: '柳政发〔2031〕4号',
      addressees: ['各县（区）人民政府', '市政府各部门、各直属机构'],
    });
  });

  // on a page each centred line is a paragraph; the title begins after the line with 、
  test('a title broken after a 、 is one title as well', () => {
    const lines = ['柳渡市人民政府关于规范中介服务、', '清理证明事项的通知', '柳政发〔2031〕4号'];
    const blocks = lines.map((line): Paragraph => ({ ...CENTRED, text: typed(line) }));
    expect(documentsOf(blocks).documents[0]?.title.text).toBe('柳渡市人民政府关于规范中介服务、清理证明事项的通知');
  });

  test.each([
    ['柳政发〔2031〕4号'],
    ['柳政办函[2031]112号'],
    ['柳政规发（2031）第1号'],
    ['柳渡市人民政府令〔2031〕第3号'],
    ['柳政办发﹝2031﹞5号'], // small brackets, as input methods write them
  ])('%s is the number of a document', (text) => expect(isDocNumber(text)).toBe(true));

  test.each([
    ['in a sentence', '按照柳政发〔2031〕4号'.concat('文件要求')],
    ['in brackets after a title', '请示（柳政发〔2031〕4号）收悉'],
    ['a number of another kind', '2031年第4号'],
  ])('%s it is none', (_, text) => expect(isDocNumber(text)).toBe(false));

  test('one addressee alone', () => {
    expect(document(TITLE, NUMBER, '东岸县人民政府:', TEXT, SIGNED).addressees).toEqual(['东岸县人民政府']);
  });

  // the line is joined to the text after it, because it is not short: nobody is addressed
  test('addressees that fill their line', () => {
    const full = ['各县 (区)人民政府,市政府有关部门:', '为做好今年防汛工作,现将有关事项通', '知如下。'];
    expect(document(TITLE, NUMBER, full, SIGNED).addressees).toEqual(['各县（区）人民政府', '市政府有关部门']);
  });

  test('a lead-in that ends with ： addresses nobody', () => {
    expect(document(TITLE, NUMBER, '现将有关事项通知如下:', '一、加强值守。', SIGNED).addressees).toEqual([]);
  });

  test('where nobody signs, the title names the issuer', () => {
    expect(document(TITLE, NUMBER, TO, TEXT, '2031年5月6日').issuer).toBe('柳渡市人民政府');
  });
});

describe('a document without a number of its own', () => {
  /** Paragraphs as a page shows them, each with the size of its type in points. */
  const asParagraphs = (...paragraphs: [text: string, sizePt: number][]): Paragraph[] =>
    paragraphs.map(([text, sizePt]) => ({ ...CENTRED, centred: false, sizePt, text: typed(text) }));
  const titleOf = (...paragraphs: [text: string, sizePt: number][]): string | undefined =>
    documentsOf(asParagraphs(...paragraphs))
      .documents.map(({ title }) => title.text)
      .join('|');
  const BODY: [string, number][] = ['为做好今年防汛工作，制定本清单。', '一、加强值守。', '二、储备物资。'].map(
    (text) => [text, 12],
  );

  test('its title is what is set largest, over all its lines', () => {
    expect(titleOf(['内部资料', 12], ['柳渡市防汛备汛', 20], ['任务清单', 20], ...BODY)).toBe('柳渡市防汛备汛任务清单');
  });

  test('with what stands right above it, larger than the text', () => {
    expect(titleOf(['内部资料', 12], ['柳渡市人民政府办公室', 16], ['防汛备汛任务清单', 20], ...BODY)).toBe(
      '柳渡市人民政府办公室防汛备汛任务清单',
    );
  });

  test('a line in the largest type further down is no part of it', () => {
    expect(titleOf(['防汛备汛任务清单', 20], ...BODY, ['附表说明', 20])).toBe('防汛备汛任务清单');
  });

  test('where all is of one size, it is the first line that can be one', () => {
    expect(titleOf(['防汛备汛任务清单', 12], ...BODY)).toBe('防汛备汛任务清单');
  });

  test('a paragraph with a sentence in it is no title', () => {
    expect(titleOf(['防汛备汛任务清单', 12], ['请逐项抓好落实。序号工作任务责任单位', 12])).toBe('防汛备汛任务清单');
  });

  test.each([['http://www.liudu.example/2031/05/06/list.html'], ['www.liudu.example'], ['2031年5月6日'], ['附件1']])(
    '%s above it is no title',
    (line) => expect(titleOf([line, 12], ['防汛备汛任务清单', 12], ...BODY)).toBe('防汛备汛任务清单'),
  );

  test('what stands above the title stays in the text', () => {
    const [found] = documentsOf(asParagraphs(['内部资料', 12], ['防汛备汛任务清单', 20], ...BODY)).documents;
    expect(found?.docNumber).toBeNull();
    expect(found?.blocks.map((block) => (block.kind === 'paragraph' ? block.text.text : ''))).toEqual([
      '内部资料',
      ...BODY.map(([text]) => text),
    ]);
  });
});

describe('the end of a document', () => {
  test('who signs, and the date under it', () => {
    expect(document(TITLE, NUMBER, TO, TEXT, '柳渡市人民政府办公室', '2031年5月6日')).toMatchObject({
      issuer: '柳渡市人民政府办公室',
      dateIssued: '2031-05-06',
    });
  });

  test.each([
    ['2031年5月6日', '2031-05-06'],
    ['２０３１年１２月３１日', '2031-12-31'],
    ['二〇三一年五月六日', '2031-05-06'],
    ['二○三一年十二月二十三日', '2031-12-23'],
    ['二〇三一年十月十日', '2031-10-10'],
  ])('%s is a date', (text, date) => expect(printedDate(text)).toBe(date));

  test.each([['2031年5月6日起施行'], ['2031年13月1日'], ['2031年5月'], ['5月6日']])('%s is none', (text) =>
    expect(printedDate(text)).toBeNull(),
  );

  test('a day that the calendar does not have is none', () => expect(printedDate('2031年2月30日')).toBeNull());

  // the first line that is a date is taken, signed or not, and all relative deadlines are counted from it
  test('a date on a line of the text is not the date under the signature', () => {
    const text = ['本通知自下列日期起施行:', '2031年7月1日', '请各地各部门认真贯彻执行,不得延误。'];
    expect(document(TITLE, NUMBER, TO, text, SIGNED).dateIssued).toBe('2031-05-06');
  });

  test.each([
    ['（此件公开发布）', '此件公开发布'],
    ['(此件依申请公开)', '此件依申请公开'],
    ['此件主动公开', '此件主动公开'],
  ])('%s says who may read it', (line, publicity) => {
    expect(document(TITLE, NUMBER, TO, TEXT, SIGNED, line).publicity).toBe(publicity);
  });

  test('此件 in a sentence says nothing of the kind', () => expect(publicityOf('请将此件转发各有关单位')).toBeNull());
});

describe('attachments', () => {
  // lines of like length are joined as if one went on in the other: one attachment with the title of two
  test('listed with numbers, with （略） where they are not printed', () => {
    const list = ['附件:1.防汛物资清点表', '2.值守人员名单 (略)', '3.水库调度规程'];
    expect(document(TITLE, NUMBER, TO, TEXT, list, SIGNED).attachments).toEqual([
      { number: 1, title: '防汛物资清点表', omitted: false },
      { number: 2, title: '值守人员名单', omitted: true },
      { number: 3, title: '水库调度规程', omitted: false },
    ]);
  });

  test('one alone has no number; its title may run over lines', () => {
    const list = ['附件:柳渡市主要河道堤防险工险段排查整治任', '务清单'];
    expect(document(TITLE, NUMBER, TO, TEXT, list, SIGNED).attachments).toEqual([
      { number: null, title: '柳渡市主要河道堤防险工险段排查整治任务清单', omitted: false },
    ]);
  });

  test('one that is not printed', () => {
    const [found] = document(TITLE, NUMBER, TO, TEXT, '附件:值守人员名单 (略)', SIGNED).attachments;
    expect(found).toEqual({ number: null, title: '值守人员名单', omitted: true });
  });

  test('titles over several lines, each with its number', () => {
    const list = ['附件:1.柳渡市主要河道堤防险工险段排查整', '治任务清单', '2.值守人员名单'];
    expect(document(TITLE, NUMBER, TO, TEXT, list, SIGNED).attachments).toEqual([
      { number: 1, title: '柳渡市主要河道堤防险工险段排查整治任务清单', omitted: false },
      { number: 2, title: '值守人员名单', omitted: false },
    ]);
  });

  test('附件 as the heading of what is printed after the document lists nothing', () => {
    expect(document(TITLE, NUMBER, TO, TEXT, SIGNED, '附件', '防汛物资清点表').attachments).toEqual([]);
  });
});

describe('the documents of an issue', () => {
  const SECOND = [
    '柳渡市人民政府办公室关于',
    '同意设立东岸湿地公园的批复',
    '柳政办函 〔2031〕9号',
    '东岸县人民政府:',
    '你县《关于设立湿地公园的请示》收悉。',
  ];

  test('one after the other: each has its own title, text and date', () => {
    const found = documents(
      TITLE,
      NUMBER,
      TO,
      TEXT,
      SIGNED,
      '(此件公开发布)',
      SECOND,
      '柳渡市人民政府办公室',
      '2031年6月1日',
    );
    expect(found).toMatchObject([
      { id: 'd1', docNumber: '柳政发〔2031〕4号', dateIssued: '2031-05-06', publicity: '此件公开发布' },
      {
        id: 'd2',
        title: '柳渡市人民政府办公室关于同意设立东岸湿地公园的批复',
        docNumber: '柳政办函〔2031〕9号',
        issuer: '柳渡市人民政府办公室',
        dateIssued: '2031-06-01',
        publicity: null,
      },
    ]);
    expect(found[0]?.text).not.toContain('东岸');
    expect(found[1]?.text).toContain('你县《关于设立湿地公园的请示》收悉。');
  });

  test('right after a signature without publicity', () => {
    const [first, second] = documents(TITLE, NUMBER, TO, TEXT, SIGNED, SECOND);
    expect([first?.dateIssued, second?.title]).toEqual([
      '2031-05-06',
      '柳渡市人民政府办公室关于同意设立东岸湿地公园的批复',
    ]);
  });

  test('a file without a number is one document; its title ends where the text begins', () => {
    expect(document('东岸区智慧农业任务清单说明', '（2031年版）', TEXT, SIGNED)).toMatchObject({
      title: '东岸区智慧农业任务清单说明（2031年版）',
      docNumber: null,
      dateIssued: '2031-05-06',
    });
  });

  test('lines say where it stands, counted from 1; the running text has one paragraph a line', () => {
    const [, second] = documents(TITLE, NUMBER, '一、加强值守。', SIGNED, '', SECOND);
    expect(second?.lines).toEqual([9, 13]);
    expect(second?.text).toBe('东岸县人民政府：\n你县《关于设立湿地公园的请示》收悉。');
  });
});

test('name and number of the issue above its first document are furniture, and name the issue', () => {
  const lines = (...masthead: string[]): string =>
    [...masthead, ...TITLE, NUMBER, ...TO, ...TEXT, ...SIGNED].join('\n');
  const parsed = parse(repair({ kind: 'text', pages: readPlainText(lines('柳渡市人民政府公报', '2031年第3号')) }));
  expect(parsed.issue).toEqual({ gazette: '柳渡市人民政府公报', year: 2031, number: '3' });
  expect(parsed.documents.map(({ title }) => title)).toEqual([TITLE.join('')]);
  expect(parsed.coverage).toMatchObject({ furniture: 17, unplaced: 0 });
});

test.each([['柳渡市人民政'], ['柳渡市人民'], ['柳渡市']])(
  'a title broken within the name of who issues it: %s |',
  (line) => {
    const rest = '柳渡市人民政府办公室关于做好防汛备汛工作的通知'.slice(line.length);
    expect(document(line, rest, NUMBER, TO, TEXT, SIGNED).title).toBe(`${line}${rest}`);
  },
);
