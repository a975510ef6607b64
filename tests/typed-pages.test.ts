import { describe, expect, test } from 'vitest';
import { readPlainText } from '../src/extract/plain-text.js';
import { type Repaired, repair } from '../src/repair/index.js';

const repaired = (...pages: string[][]): Repaired =>
  repair({ kind: 'text', pages: readPlainText(pages.map((lines) => lines.join('\n')).join('\f')) });
const paragraphs = ({ blocks }: Repaired): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.text] : []));

/** Lines 14 characters wide. */
const FULL = ['各县区要把防汛备汛工作摆在重', '要位置，逐库逐堤落实责任人，汛', '期前完成物资清点和队伍编组。'];

describe('columns that stand side by side', () => {
  const LEFT = [
    '  各县区要把防汛备汛摆在重',
    '要位置，逐库逐堤落实责任人，',
    '汛期前完成物资清点和编组。',
    '  水务部门要每日会商。',
    '  应急部门要每日值守。',
  ];
  const RIGHT = [
    '  气象部门要及时发布预警，',
    '通知到村到户，做到不漏一户一',
    '人，不误一时。',
    '  交通部门要备足运力。',
    '  卫生部门要备足药品。',
  ];

  test('are read one after the other, by the indents that the text has kept', () => {
    const lines = LEFT.map(
      (left, index) => `${left.padEnd(14 + 8 + (left.length - left.trimStart().length ? 0 : 0), ' ')}${RIGHT[index]}`,
    );
    expect(paragraphs(repaired(['            柳渡县防汛备汛工作方案', '', ...lines]))).toEqual([
      '柳渡县防汛备汛工作方案',
      '各县区要把防汛备汛摆在重要位置，逐库逐堤落实责任人，汛期前完成物资清点和编组。',
      '水务部门要每日会商。',
      '应急部门要每日值守。',
      '气象部门要及时发布预警，通知到村到户，做到不漏一户一人，不误一时。',
      '交通部门要备足运力。',
      '卫生部门要备足药品。',
    ]);
  });

  test('mixed line by line, with empty lines within sentences, are an error', () => {
    const mixed = FULL.flatMap((line) => [
      '一次性补助所需资金由同级财政统',
      '',
      line,
      '筹安排并按季度通报各地工作进',
      '',
    ]);
    const found = repaired(mixed, []);
    expect(found.pageNotes).toEqual([{ what: 'mixed', page: 1 }]);
    expect(found.blocks.every((block) => block.kind === 'paragraph' && block.doubtful)).toBe(true);
  });

  test('an empty line behind each line is no sign of it', () => {
    expect(
      repaired(
        [...FULL, ...FULL].flatMap((line) => [line, '']),
        [],
      ).pageNotes,
    ).toEqual([]);
  });
});

describe('between form feeds', () => {
  const PAGES = ['水务', '应急', '气象'].map((name) => [
    `${name}部门要把防汛备汛工作摆在`,
    `重要位置，${name}人员到岗到位，`,
    `${name}物资清点完毕，`,
  ]);

  test('lines that come again at the edges of pages are running heads, numbers that count up page numbers', () => {
    const found = repaired(
      ...['7', '8', '9'].map((number, page) => ['县政府文件', ...(PAGES[page] as string[]), number]),
    );
    expect(found.furniture.map(({ what, text }) => `${what} ${text.text}`)).toEqual(
      ['7', '8', '9'].flatMap((number) => ['running-head 县政府文件', `page-number ${number}`]),
    );
  });

  test('附件 above two attachments is none', () => {
    expect(
      repaired(['附件', '名单', ...(PAGES[0] as string[])], ['附件', '样式', ...(PAGES[1] as string[])]).furniture,
    ).toEqual([]);
  });
});

describe('lines without indents', () => {
  test('a short paragraph is not joined with the next one, which is short too', () => {
    const short = ['坚持人民至上。', '现将有关事项通知如下：'];
    const text = [
      '  各县区要落实责任人。'.trim(),
      ...short,
      ...FULL.map((line, index) => (index === 0 ? line.slice(0, 12) : line)),
    ];
    expect(paragraphs(repaired([...FULL, ...text])).slice(-3, -1)).toEqual(short);
  });

  test('a line that ends early before a long word goes on', () => {
    const lines = ['期前完成物资清点，详见', 'https://www.example.org公开', '的说明。'];
    expect(paragraphs(repaired([...FULL.slice(0, 2), ...lines]))).toHaveLength(1);
  });

  test('no paragraph begins with an address, though the word before it stands alone like a heading', () => {
    const lines = [
      '详见',
      'https://www.example.org/zwgk/index?id=39&page=8公',
      '示，及时更新物资清单（涉及军事设施的除外）。各县区要逐库落实责任人，',
      '在 水 库、 堤 防、 涵 闸 等 处 所 张 贴 名 单， 汛 期 前 完 成 清 点， 公',
    ];
    expect(paragraphs(repaired(lines))).toEqual([expect.stringMatching(/^详见https.*清点，公$/u)]);
  });

  test('a stretched line goes on, however few its letters', () => {
    expect(paragraphs(repaired([...FULL.slice(0, 2), '期 前 完 成 物 资 清 点', '和队伍编组。']))).toHaveLength(1);
  });

  test('a paragraph whose end is open asks a person to look', () => {
    // the line is full and ends within a sentence, but the number of the next one is due
    const open = [...FULL, '一、清淤。逐库逐堤落实责任人', '二、值守。'];
    expect(repaired(open).blocks.some((block) => 'doubtful' in block && block.doubtful)).toBe(true);
    // where a sentence ends with the line, either reading gives the same items
    expect(repaired([...FULL, '水务部门要每日会商。', ...FULL]).blocks.some((block) => 'doubtful' in block)).toBe(
      false,
    );
  });
});
