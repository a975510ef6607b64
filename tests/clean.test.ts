import { describe, expect, test } from 'vitest';
import { clean } from '../src/repair/clean.js';
import { joinLines } from '../src/repair/join-lines.js';
import { unifyIdeograph } from '../src/text/ideographs.js';
import { scriptOf } from '../src/text/script.js';
import { typed } from './support/traced.js';

const cleaned = (text: string): string => clean(typed(text)).text;

describe('layout spaces go, word spaces stay', () => {
  test.each([
    ['justified line', '省 发 展 改 革 委', '省发展改革委'],
    ['before a quotation mark', '深化 “放管服” 改革', '深化“放管服”改革'],
    ['before a bracket', '各市、县 (区)', '各市、县（区）'],
    ['between Han and digits', '到 2025 年 年 底', '到2025年年底'],
    ['between Han and Latin', '手机 APP 扩能', '手机APP扩能'],
    ['English words', '通过 Smart Port 平台', '通过Smart Port平台'],
    ['a number after a word', '采用 GB 9704 标准', '采用GB 9704标准'],
    ['full-width space', '附\u3000件', '附件'],
  ])('%s', (_, printed, expected) => expect(cleaned(printed)).toBe(expected));
});

describe('full-width digits and letters become those of ASCII, their glyphs stay theirs', () => {
  test.each([
    ['a date', '２０２４年６月', '2024年6月'],
    ['a decimal', '３．５公顷', '3.5公顷'],
    ['letters', 'ＰＰＰ项目、ａｐｐ', 'PPP项目、app'],
    ['the stop behind a number', '１．推行试点', '1．推行试点'],
    ['full-width marks', '（一）：％', '（一）：％'],
  ])('%s', (_, printed, expected) => {
    const text = typed(printed);
    expect(clean(text).text).toBe(expected);
    expect(clean(text).glyphs).toEqual(text.glyphs);
  });
});

describe('punctuation is full-width in Chinese, as printed elsewhere', () => {
  test.each([
    ['comma and colon', '省财政厅,各市:2024年', '省财政厅，各市：2024年'],
    ['brackets in pairs', '(一)总体要求(试行)', '（一）总体要求（试行）'],
    ['Latin in brackets after Han', '项目(PPP)建设', '项目（PPP）建设'],
    ['number in brackets before Han', '(1)推行试点', '（1）推行试点'],
    ['English sentence', 'Open data (see annex), version 2', 'Open data (see annex), version 2'],
    ['time of day', '每日9:30前报送', '每日9:30前报送'],
    ['thousands', '补助3,000元,一次付清', '补助3,000元，一次付清'],
    ['address', '登录http://example.org/a?b=1,c办理', '登录http://example.org/a?b=1,c办理'],
    ['question', '办成了吗?办得好吗!', '办成了吗？办得好吗！'],
    ['semicolon between Han', '备案;公示', '备案；公示'],
  ])('%s', (_, printed, expected) => expect(cleaned(printed)).toBe(expected));
});

describe('look-alike code points become the ideograph they show', () => {
  test.each([
    ['Kangxi radical', '⾃', '自'],
    ['supplement radical', '⺠', '民'],
    ['supplement radical of a simplified form', '⻔', '门'],
    ['compatibility ideograph', '\uF9DC', '隆'],
    ['a radical drawn in the mainland form', '⼾', '户'],
    ['an ideograph of its own', '戶', '戶'],
  ])('%s in simplified text', (_, glyph, expected) => expect(unifyIdeograph(glyph, 'simplified')).toBe(expected));

  test('in traditional text the radical has the traditional form', () => {
    expect(unifyIdeograph('⼾', 'traditional')).toBe('戶');
  });

  test('the script is that of most characters that only one script has', () => {
    expect(scriptOf('关于发展经济的决议')).toBe('simplified');
    expect(scriptOf('關於發展經濟的決議')).toBe('traditional');
  });
});

describe('lines join as Chinese does', () => {
  const joined = (...lines: string[]): string => joinLines(lines.map((line) => typed(line))).text;

  test('without a space between Han', () => expect(joined('全省各', ' 市县')).toBe('全省各市县'));
  test('with one between English words', () => expect(joined('the annual', 'report')).toBe('the annual report'));
  test('without one inside an address', () =>
    expect(joined('http://example.org/ab', 'cd')).toBe('http://example.org/abcd'));
});
