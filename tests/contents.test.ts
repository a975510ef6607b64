import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import type { GazetteDocument } from '../src/model/index.js';
import { checkContents } from '../src/parse/contents/check.js';
import { pageNumbers } from '../src/parse/contents/labels.js';
import { likeness, sameTitle } from '../src/parse/contents/titles.js';
import { parse } from '../src/parse/index.js';
import { contentsOf } from '../src/repair/contents/index.js';
import type { ContentsEntry } from '../src/repair/index.js';
import { repair } from '../src/repair/index.js';
import { madeUpIssue } from './support/issue.js';
import { printedPage } from './support/page.js';
import { printed, typed } from './support/traced.js';

const entriesOf = (...lines: string[]) =>
  contentsOf(lines.map((line) => typed(line))).contents.entries.map(({ title, docNumber, page, section }) => [
    title.text,
    docNumber?.text ?? null,
    page,
    section?.text ?? null,
  ]);

const FLOOD = '柳渡县人民政府关于加强防汛备汛工作的通知';
const SCHOOLS = '柳渡县人民政府办公室关于印发乡村学校取暖改造方案的通知';

describe('entries of the contents', () => {
  test.each<[string, string[], (string | null)[]]>([
    ['leaders and a number', [`${FLOOD}………………5`], [FLOOD, null, '5', null]],
    ['leaders apart, a number in brackets', [`${FLOOD} · · · · · · · （5）`], [FLOOD, null, '5', null]],
    ['two lines', ['柳渡县人民政府关于加强', '防汛备汛工作的通知…………（5）'], [FLOOD, null, '5', null]],
    [
      'a docNumber in brackets behind it',
      [`${FLOOD}（柳政发〔2031〕4号）……5`],
      [FLOOD, '柳政发〔2031〕4号', '5', null],
    ],
    ['a docNumber right behind it', [`${FLOOD}柳政发〔2031〕4号……5`], [FLOOD, '柳政发〔2031〕4号', '5', null]],
    ['a docNumber on a line of its own', [FLOOD, '柳政发〔2031〕4号……5'], [FLOOD, '柳政发〔2031〕4号', '5', null]],
    ['a docNumber below the number', [`${FLOOD}……5`, '（柳政发〔2031〕4号）'], [FLOOD, '柳政发〔2031〕4号', '5', null]],
    ['a docNumber in front', ['目录', `柳政发〔2031〕4号 ${FLOOD}……5`], [FLOOD, '柳政发〔2031〕4号', '5', null]],
    ['a docNumber above it', ['目录', '柳政发〔2031〕4号', `${FLOOD}……5`], [FLOOD, '柳政发〔2031〕4号', '5', null]],
    ['counted entries', [`1.${FLOOD}……5`], [FLOOD, null, '5', null]],
    ['bullets', [`● ${FLOOD}……5`], [FLOOD, null, '5', null]],
    ['a section in brackets', ['【县政府文件】', `${FLOOD}……5`], [FLOOD, null, '5', '【县政府文件】']],
    ['a section without', ['目　录', '县政府文件', `${FLOOD}……5`], [FLOOD, null, '5', '县政府文件']],
    ['white instead of leaders', ['目录', `${FLOOD}      5`], [FLOOD, null, '5', null]],
    ['brackets alone', ['目录', `${FLOOD}（5）`], [FLOOD, null, '5', null]],
  ])('%s', (_, lines, entry) => {
    expect(entriesOf(...lines)).toEqual([entry]);
  });

  test('docNumbers stay with their own entry, wherever the list prints them', () => {
    const [flood, schools] = ['柳政发〔2031〕4号', '柳政办发〔2031〕9号'];
    const expected = [
      [FLOOD, flood, '5', null],
      [SCHOOLS, schools, '8', null],
    ];
    expect(entriesOf('目录', `${FLOOD}……5`, `（${flood}）`, `${SCHOOLS}……8`, `（${schools}）`)).toEqual(expected);
    expect(entriesOf('目录', flood, `${FLOOD}……5`, schools, `${SCHOOLS}……8`)).toEqual(expected);
  });

  test('without page numbers, the list ends where its first title comes again', () => {
    const lines = ['目录', FLOOD, SCHOOLS, '柳渡县人民政府', '关于加强防汛备汛工作的通知', '柳政发〔2031〕4号'];
    const { lines: found } = contentsOf(lines.map((line) => typed(line)));
    expect([...found]).toEqual([0, 1, 2]);
    expect(entriesOf(...lines)).toEqual([
      [FLOOD, null, null, null],
      [SCHOOLS, null, null, null],
    ]);
  });

  test('chapters listed before the first one are contents of their document, and no entries', () => {
    const chapters = ['第一章 总则', '第二章 防汛准备', '附 则'];
    const lines = ['目  录', ...chapters, ...chapters];
    expect([...contentsOf(lines.map((line) => typed(line))).lines]).toEqual([0, 1, 2, 3]);
    expect(entriesOf(...lines)).toEqual([]);
  });

  test('without page numbers and without a title that comes again, nothing but 目录 is taken', () => {
    const { lines } = contentsOf(['目录', FLOOD, SCHOOLS, '各乡镇要加强值守。'].map((line) => typed(line)));
    expect([...lines]).toEqual([0]);
  });

  test.each([
    ['chapters of one document', ['目录', '第一章 总则……1', '第二章 保障措施……3']],
    ['numbered headings', ['目录', '一、发展基础……1', '二、重点任务……9']],
    ['what a document lists behind its number', ['柳政发〔2031〕4号', '各乡镇人民政府：', `${FLOOD}……5`]],
  ])('%s are no entries', (_, lines) => {
    expect(entriesOf(...lines)).toEqual([]);
  });

  test('on a page, the numbers at the right edge are no column', () => {
    const line = (text: string, x: number, y: number) => printed(text, x, y);
    const contents = [
      ...line('目录', 280, 100),
      ...[FLOOD, SCHOOLS, '柳渡县人民政府关于表彰护林员的决定', '柳渡县人民政府关于设立湿地公园的批复'].flatMap(
        (title, index) => [...line(title, 60, 140 + 20 * index), ...line(`${5 + index}`, 520, 140 + 20 * index)],
      ),
    ];
    const { contents: found } = repair({ kind: 'pdf', pages: [printedPage({ glyphs: contents })] });
    expect(found.entries.map(({ title, page }) => [title.text.slice(-6), page])).toEqual([
      ['汛工作的通知', '5'],
      ['造方案的通知', '6'],
      ['护林员的决定', '7'],
      ['地公园的批复', '8'],
    ]);
  });
});

describe('titles are compared for what they say', () => {
  test.each([
    [FLOOD, '柳渡县 人民政府关于加强“防汛备汛”工作的通知'],
    [FLOOD, '关于加强防汛备汛工作的通知'],
    ['某自治区政府关于加强防汛的通知', '青石某自治区人民政府关于加强防汛的通知'],
    ['柳渡县乡村学校取暖改造方案', SCHOOLS],
    ['柳渡縣人民政府關於加強防汛備汛工作的通知', FLOOD],
  ])('%s is %s', (one, other) => {
    expect(sameTitle(one, other)).toBe(true);
  });

  test.each([
    ['关于加强防汛备汛工作的通知', '关于加强防汛备汛和抗旱工作的通知'],
    ['关于印发甲方案的通知', '关于印发乙方案的通知'],
    ['通知', FLOOD],
  ])('%s is not %s', (one, other) => {
    expect(sameTitle(one, other)).toBe(false);
  });

  test('likeness counts what two wordings share', () => {
    expect(likeness(FLOOD, FLOOD)).toBe(1);
    expect(likeness(FLOOD, FLOOD.replace('备汛', '抢险'))).toBeGreaterThan(0.75);
    expect(likeness(FLOOD, SCHOOLS)).toBeLessThan(0.5);
  });
});

test('a page without a number of its own has the one its neighbours ask for', () => {
  expect(pageNumbers([null, '5', null, '7', null])).toEqual([4, 5, 6, 7, 8]);
  expect(pageNumbers([null, '1', null, '9'])).toEqual([null, 1, null, 9]);
  expect(pageNumbers([null, null])).toEqual([null, null]);
});

describe('the documents are held against the contents', () => {
  const [template] = madeUpIssue().documents as [GazetteDocument];
  const document = (id: string, title: string, page: number, docNumber: string | null = null): GazetteDocument => ({
    ...template,
    id,
    title,
    docNumber,
    pages: [page, page],
  });
  const entry = (title: string, page: string | null, docNumber: string | null = null): ContentsEntry => ({
    title: typed(title),
    docNumber: docNumber === null ? null : typed(docNumber),
    page,
    section: null,
  });
  const flagsOf = (
    entries: ContentsEntry[],
    documents: GazetteDocument[],
    labels: (string | null)[],
    isTitled = true,
  ): string[] =>
    checkContents({ entries, isTitled }, documents, labels).flags.map(
      ({ severity, message }) => `${severity} ${message}`,
    );

  const LABELS = ['1', '2', '3', '4'];
  const two = [document('d1', FLOOD, 2, '柳政发〔2031〕4号'), document('d2', SCHOOLS, 4)];

  test('an issue as its contents say has no flags, and each entry knows its document', () => {
    const entries = [entry(FLOOD, '2', '柳政发〔2031〕4号'), entry(SCHOOLS, '4')];
    const { contents, flags } = checkContents({ entries, isTitled: true }, two, LABELS);
    expect(flags).toEqual([]);
    expect(contents.map(({ page, documentId, docNumber }) => [page, documentId, docNumber])).toEqual([
      ['2', 'd1', '柳政发〔2031〕4号'],
      ['4', 'd2', null],
    ]);
    expect(contents[0]?.sources).toEqual([{ field: 'title', line: 1 }]);
  });

  test('an entry without a document', () => {
    const entries = [entry(FLOOD, '2'), entry('柳渡县人民政府关于设立湿地公园的批复', '3'), entry(SCHOOLS, '4')];
    expect(flagsOf(entries, two, LABELS)).toEqual([
      'check 目录中的这一件在正文中没有找到，可能并入了前一件公文（目录所列页码：第3页）：柳渡县人民政府关于设立湿地公园的批复',
    ]);
  });

  test('another wording of a title, with the document found by its number or by what is alike', () => {
    const other = FLOOD.replace('备汛', '抢险');
    const message = `check 目录与正文的标题不同。目录：${other}；正文：${FLOOD}`;
    expect(flagsOf([entry(other, '2', '柳政发〔2031〕4号'), entry(SCHOOLS, '4')], two, LABELS)).toEqual([message]);
    expect(flagsOf([entry(other, '2'), entry(SCHOOLS, '4')], two, LABELS)).toEqual([message]);
  });

  test('another docNumber', () => {
    const [flag, ...rest] = flagsOf([entry(FLOOD, '2', '柳政发〔2031〕5号'), entry(SCHOOLS, '4')], two, LABELS);
    expect(flag).toMatch(/^check 目录与正文的发文字号不同。目录：柳政发〔2031〕5号；正文：柳政发〔2031〕4号/u);
    expect(rest).toEqual([]);
    expect(flagsOf([entry(FLOOD, '2', '柳政发[2031]第4号'), entry(SCHOOLS, '4')], two, LABELS)).toEqual([]);
  });

  test('another page', () => {
    expect(flagsOf([entry(FLOOD, '2'), entry(SCHOOLS, '3')], two, LABELS)).toEqual([
      `check 目录所列页码与正文不同。目录：第3页；正文：第4页（${SCHOOLS}）`,
    ]);
  });

  test('a document that is not listed: only where the contents are whole', () => {
    const message = `check 目录中没有列出这一件公文：${SCHOOLS}`;
    expect(flagsOf([entry(FLOOD, '2')], two, LABELS)).toEqual([message]);
    expect(flagsOf([entry(FLOOD, '2')], two, LABELS, false)).toEqual([]);
    expect(flagsOf([entry(FLOOD, '2')], two, ['1', '2', '9', '10'])).toEqual([]);
  });

  test('a part of an issue says nothing of the pages it does not hold', () => {
    const entries = [entry('柳渡县人民政府令', '9'), entry(FLOOD, '2'), entry(SCHOOLS, '4'), entry('大事记', '12')];
    expect(flagsOf(entries, two, LABELS)).toEqual([]);
  });

  test('where no page numbers are known: a note for what may be elsewhere, a flag for what stands between', () => {
    const [first, last] = [entry('柳渡县人民政府令', '1'), entry('大事记', '12')];
    const none = [null, null, null, null];
    expect(flagsOf([first, entry(FLOOD, '2'), entry(SCHOOLS, '4'), last], two, none)).toEqual([
      'note 目录中另有2件在正文中没有找到，本文件可能只是该期的一部分：柳渡县人民政府令；大事记',
    ]);
    expect(flagsOf([entry(FLOOD, '2'), last, entry(SCHOOLS, '4')], two, none)).toHaveLength(1);
  });

  test('two documents of one title keep their order', () => {
    const twins = [document('d1', FLOOD, 2), document('d2', FLOOD, 4)];
    const { contents, flags } = checkContents(
      { entries: [entry(FLOOD, '2'), entry(FLOOD, '4')], isTitled: true },
      twins,
      LABELS,
    );
    expect([contents.map(({ documentId }) => documentId), flags]).toEqual([['d1', 'd2'], []]);
  });
});

test('an issue as text: the entries, their documents and places', () => {
  const signed = '\n各乡镇人民政府：\n现将有关事项通知如下。\n一、加强值守。\n柳渡县人民政府\n2031年5月6日\n';
  const text = [
    '目　录',
    '【县政府文件】',
    `${FLOOD}………………（3）`,
    `${SCHOOLS}………（5）\n`,
    `${FLOOD}\n柳政发〔2031〕4号${signed}`,
    `${SCHOOLS}\n柳政办发〔2031〕9号${signed}`,
  ].join('\n');
  const { contents, flags, coverage } = parse(repair({ kind: 'text', pages: readPlainText(text) }));
  expect(contents).toEqual([
    {
      title: FLOOD,
      docNumber: null,
      page: '3',
      documentId: 'd1',
      section: '县政府文件',
      sources: [{ field: 'title', line: 3 }],
    },
    {
      title: SCHOOLS,
      docNumber: null,
      page: '5',
      documentId: 'd2',
      section: '县政府文件',
      sources: [{ field: 'title', line: 4 }],
    },
  ]);
  expect(flags).toEqual([]);
  expect(coverage.unplaced).toBe(0);
});
