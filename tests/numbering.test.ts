import { expect, test } from 'vitest';
import { numberingOf } from '../src/text/numbering.js';

test.each([
  ['一、总体要求', 'han', 1],
  ['十二、保障措施', 'han', 12],
  ['壹、迎面而來的挑戰', 'han-formal', 1],
  ['參、團結', 'han-formal', 3],
  ['拾壹、其他', 'han-formal', 11],
  ['（三）严格期限', 'han-bracket', 3],
  ['(二十一)其他', 'han-bracket', 21],
  ['1.优化服务', 'arabic', 1],
  ['12．优化服务', 'arabic', 12],
  ['（6）推行登记', 'arabic-bracket', 6],
  [' ( 6 )推行登记', 'arabic-bracket', 6],
  ['十 一、改 造 管 网', 'han', 11],
  ['（二 十 一） 其他', 'han-bracket', 21],
  ['３．优化服务', 'arabic', 3],
  ['③其他', 'circled', 3],
  ['第十五条 本办法', 'article', 15],
  ['⑶公布名单', 'arabic-bracket', 3],
  ['⒊公布名单', 'arabic', 3],
  ['㈢公布名单', 'han-bracket', 3],
  ['㉑公布名单', 'circled', 21],
  ['3）公布名单', 'arabic-bracket', 3],
  ['C.公布名单', 'letter', 3],
  ['1、2031年底前完成排查', 'arabic', 1],
  ['一、三大任务', 'han', 1],
])('%s begins with a number', (text, style, value) => {
  expect(numberingOf(text)).toMatchObject({ style, value });
});

test.each([
  ['a decimal', '1.5公顷以下'],
  ['a year', '2024年底前'],
  ['a count in brackets', '（9个基本项）'],
  ['a word that begins with a numeral', '一网通办平台'],
  ['a name', '陆某某'],
  ['a unit in brackets', '（区）人民政府'],
  ['numbers listed', '110、119、120等电话'],
  ['two numbers of a sentence', '一、二级响应'],
  ['an article spoken of', '第五条规定的材料'],
  ['an abbreviation', 'A.I.平台'],
])('%s is no number of a heading', (_, text) => expect(numberingOf(text)).toBeNull());
