import { describe, expect, test } from 'vitest';
import type { Line } from '../src/repair/blocks.js';
import { contentsOf } from '../src/repair/contents/index.js';
import { paragraphsOf } from '../src/repair/paragraphs.js';
import { isRunningHead } from '../src/repair/running-head.js';
import { issueNameOf } from '../src/text/issue-name.js';
import { pageLabelOf } from '../src/text/page-label.js';
import { typed } from './support/traced.js';

/** A line of a text file: nothing is known of its place. */
const NOWHERE = {
  page: 1,
  indentEm: null,
  beginsIndented: false,
  whiteEm: null,
  shortEm: null,
  centred: false,
  sizePt: null,
  boxed: false,
};
const line = (text: string, place: Partial<Line> = {}): Line => ({ ...NOWHERE, ...place, text: typed(text) });

const paragraphs = (lines: readonly (string | Line)[]): string[] =>
  paragraphsOf(lines.map((text) => (typeof text === 'string' ? line(text) : text))).map(({ text }) => text.text);

/** Lines of a column 15 characters wide; the first of a paragraph has 13, its indent is lost. */
const FULL = ['各县区要把防汛备汛摆在重要', '位置，逐库逐堤落实责任人，汛期', '前完成物资清点和队伍编组，严禁'];

describe('lines of a text file make paragraphs by their length', () => {
  test('full lines go on, a short one ends the paragraph', () => {
    expect(paragraphs([...FULL, '擅离职守。', '水务部门要每日会商，及时发', '布预警。'])).toEqual([
      `${FULL.join('')}擅离职守。`,
      '水务部门要每日会商，及时发布预警。',
    ]);
  });

  test('the lost indent of a first line does not make it short', () => {
    expect(paragraphs(['各县区要把“防汛”摆在前', '位置，逐库逐堤落实责任人，汛期'])).toHaveLength(1);
  });

  test.each([
    ['a comma', '县水务局，', '县应急局负责日常调度和值守工作'],
    ['an open bracket', '按本方案（见附', '件）执行，不得层层加码搞变通'],
    ['an open title', '印发《柳渡县防汛', '抗旱应急预案》，请遵照执行为盼'],
  ])('a short line that stops at %s goes on', (_, first, second) => {
    expect(paragraphs([first, second])).toEqual([first + second]);
  });

  test('a heading stays apart from the text under it', () => {
    expect(paragraphs(['一、总体要求', '以保障群众生命安全为目标，做到', '有备无患。'])).toEqual([
      '一、总体要求',
      '以保障群众生命安全为目标，做到有备无患。',
    ]);
  });

  test('a number begins a paragraph after the end of a sentence, even of a full line', () => {
    expect(paragraphs(['1.推行汛情短信直达，覆盖到户。', '2.推行巡堤查险打卡，覆盖到人。'])).toHaveLength(2);
  });

  test('a number in the middle of a sentence does not', () => {
    expect(paragraphs(['违反本办法第六条第一款第（一）项、第', '（二）项规定的，由县水务局责令改正。'])).toHaveLength(
      1,
    );
  });
});

describe('lines that say what they are stand alone', () => {
  test.each([
    [
      'the number of a document',
      '柳渡县人民政府关于加强防汛备汛工作的',
      '柳政发〔2031〕4号',
      '各乡镇人民政府，县政府各部门、单位：',
    ],
    ['a date', '柳渡县人民政府办公室文件处理专用', '2031年5月6日', '此后各乡镇要抓紧组织实施不得延误'],
    [
      'a date in Han numerals',
      '柳渡县人民政府办公室文件处理专用',
      '二〇三一年五月六日',
      '此后各乡镇要抓紧组织实施不得延误',
    ],
    ['publicity', '柳渡县人民政府办公室文件处理专用', '（此件公开发布）', '此后各乡镇要抓紧组织实施不得延误'],
  ])('%s', (_, before, own, after) => expect(paragraphs([before, own, after])).toEqual([before, own, after]));

  test('who signs, above the date, is no end of the text before', () => {
    const text = ['请认真贯彻执行，并及时报告进展', '柳渡县人民政府', '2031年5月6日'];
    expect(paragraphs(text)).toEqual(text);
  });

  test('contacts stand one a line', () => {
    const contacts = ['联系人：王某；', '联系电话：0000—123456；', '电子邮箱：a@example.org'];
    expect(paragraphs(contacts)).toEqual(contacts);
  });

  test('a list of attachments begins after the end of the text', () => {
    expect(paragraphs(['本方案自印发之日起施行到年底。', '附件：柳渡县防汛物资清点表格式样'])).toHaveLength(2);
  });
});

describe('where the page shows the place of a line, the place decides', () => {
  const at = (text: string, indentEm: number, shortEm: number, more: Partial<Line> = {}): Line =>
    line(text, { indentEm, whiteEm: shortEm, shortEm, sizePt: 10, ...more });

  test('an indented line after a full one begins a paragraph', () => {
    const full = at('汛期前完成物资清点和队伍编组。', 0, 0);
    expect(paragraphs([full, at('水务部门要每日会商研判汛情。', 2, 0)])).toHaveLength(2);
    expect(paragraphs([full, at('水务部门要每日会商研判汛情啊。', 0, 0)])).toHaveLength(1);
  });

  test('two lines that are indented alike: the first, a sentence to the edge, is a paragraph; what goes on is a block', () => {
    const next = at('水务部门要每日会商研判汛情。', 2, 6);
    expect(paragraphs([at('汛期前完成物资清点和队伍编组。', 2, 0), next])).toHaveLength(2);
    expect(paragraphs([at('汛期前完成物资清点和队伍编组，', 2, 0), next])).toHaveLength(1);
    const block = [at('汛期前完成物资清点和队伍编', 2, 0), at('组，严禁迟报、漏报、瞒报险情。', 2, 0)];
    expect(paragraphs([...block, next])).toHaveLength(1);
  });

  test('a line that fills its narrow column is not short', () => {
    const next = at('在下一栏里接着写的这一行要长得多', 0, 0);
    expect(paragraphs([at('汛期前完成物资清点', 0, 0), next])).toHaveLength(1);
    expect(paragraphs([at('汛期前完成物资清点', 0, 7), next])).toHaveLength(2);
  });

  test('a line ends early before a word that is not broken, or a mark and what it opens', () => {
    const next = (text: string): Line => at(text, 0, 0);
    const short = at('推行到年底见效。', 0, 4);
    expect(paragraphs([short, next('（责任单位：县水务局）')])).toHaveLength(1);
    expect(paragraphs([short, next('“12345”热线受理')])).toHaveLength(1);
    expect(paragraphs([short, next('责任单位：县水务局')])).toHaveLength(2);
  });

  test('below a heading a line at the edge may begin a paragraph, below a sentence it does not', () => {
    const below = at('县水务局要逐库逐堤落实责任，汛期前完成清点', 0, 0);
    expect(paragraphs([at('（一）落实责任', 2, 8), below])).toHaveLength(2);
    expect(paragraphs([at('（一）落实责任。由', 2, 8), below])).toHaveLength(1);
  });

  test('a number at the edge begins an item below a lead-in that is not much shorter', () => {
    const lead = at('现将有关事项通知如下：', 0, 2.7);
    expect(paragraphs([lead, at('一、压实责任', 0, 5)])).toHaveLength(2);
  });

  test('a clause goes on in its brackets over any narrow lines', () => {
    const units = Array.from({ length: 9 }, (_, index) => at(`县水务局第${index}站、`, 0, 0));
    const clause = [at('（责任单位：', 2, 0), ...units, at('县气象局；', 0, 0), at('完成时限：2031年）', 0, 0)];
    expect(paragraphs(clause)).toHaveLength(1);
  });

  test('within brackets ： ends no paragraph, however short the line', () => {
    const date = at('2031/6/4前）', 0, 9);
    expect(paragraphs([at('（责任单位：县水务局；完成时限：', 2, 8), date])).toHaveLength(1);
    expect(paragraphs([at('县水务局的职责如下：', 2, 8), date])).toHaveLength(2);
  });

  test('the title of a box may run over two lines', () => {
    const title = ['专栏 建设防汛物资', '储备工程'].map((text) => at(text, 3, 3, { centred: true, boxed: true }));
    expect(paragraphs([...title, at('建设物资库三处。', 2, 0, { boxed: true })])).toEqual([
      '专栏建设防汛物资储备工程',
      '建设物资库三处。',
    ]);
  });

  test('centred lines and lines of another size are paragraphs of their own', () => {
    const title = at('柳渡县防汛备汛工作方案起草说明', 3, 3, { centred: true, sizePt: 16 });
    expect(paragraphs([title, title, at('各县区要把防汛备汛摆在重要位置', 2, 0)])).toHaveLength(3);
    expect(paragraphs([at('各县区要把防汛备汛摆在重要位置', 0, 0, { sizePt: 16 }), at('落实责任', 0, 8)])).toHaveLength(
      2,
    );
  });
});

describe('contents pages are furniture', () => {
  const found = (...lines: string[]): string[] =>
    lines.filter((_, index) => contentsOf(lines.map((line) => typed(line))).lines.has(index));

  test('an entry ends with leaders and a page number; its first lines come with it, sections too', () => {
    const contents = ['目  录', '【县政府文件】', '柳渡县人民政府关于加强防汛备汛工作的', '通知………………………（3）'];
    expect(found(...contents, '柳渡县人民政府关于加强防汛备汛工作的')).toEqual(contents);
  });

  test('a heading of the contents is furniture by itself', () => expect(found('目  录', '任免')).toEqual(['目  录']));

  test('leaders may be dots', () => expect(found('防汛备汛工作方案.......... 12')).toHaveLength(1));

  test.each([['一句没有说完的话……'], ['压缩至1.5个工作日'], ['【县政府文件】一律公开'], ['第……号']])(
    '%s is text',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('running heads and page numbers', () => {
  test.each([
    ['—12—', '12'],
    ['- 12 -', '12'],
    ['· 7 ·', '7'],
    ['第 12 页', '12'],
    ['第12页 共30页', '12'],
  ])('%s is a page number', (text, label) => expect(pageLabelOf(text)).toBe(label));

  test.each([['2031年'], ['12.5'], ['—12—号'], ['第12条'], ['12345']])('%s is none', (text) => {
    expect(pageLabelOf(text)).toBeNull();
  });

  test('3. is the number of a list, no page number', () => expect(pageLabelOf('3.')).toBeNull());

  test.each([
    ['《柳渡县人民政府公报》 2031.No.4 县政府文件', '柳渡县人民政府公报', 2031, '4'],
    ['柳渡县人民政府公报 2031年第12期', '柳渡县人民政府公报', 2031, '12'],
  ])('%s names the issue', (text, gazette, year, number) => {
    expect(isRunningHead(text)).toBe(true);
    expect(issueNameOf(text)).toEqual({ gazette, year, number });
  });

  test('a sentence that speaks of a gazette is text', () => {
    expect(isRunningHead('详见《柳渡县人民政府公报》2031年第4期刊登的目录。')).toBe(false);
    expect(isRunningHead('各单位要做好柳渡县人民政府公报的征订')).toBe(false);
  });
});
