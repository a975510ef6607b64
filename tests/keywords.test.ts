import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertIssue, inScript, type Measure } from '../src/index.js';
import { keywordsOf, withKeywords } from '../src/parse/keywords/index.js';
import { ANYWHERE, PARTS_ONLY } from '../src/parse/keywords/stop-words.js';
import { stretchesOf } from '../src/parse/keywords/stretches.js';
import type { Segmenter } from '../src/text/segmenter.js';
import { hasJieba, jiebaSegmenter, jiebaWords } from '../src/words/jieba.js';

// biome-ignore format: one list
/** Knows these words, and what they are; every other character is a particle. */
const TAGS: Readonly<Record<string, string>> = {
  企业: 'n', 开办: 'n', 发票: 'n', 登记: 'v', 网上: 's', 慢慢: 'd', 环境: 'n', 营商: 'n', 河道: 'n', 渠道: 'n', 灯塔: 'n', 芦苇: 'n',
};
const KNOWN = new RegExp(`${Object.keys(TAGS).join('|')}|.`, 'gu');
const segmenter: Segmenter = {
  cut: (texts) => texts.map((text) => text.match(KNOWN) ?? []),
  lookUp: (words) => words.map((word) => ({ tag: TAGS[word] ?? 'u', rarity: 8 })),
};

/** A measure whose title is its first sentence. */
const measure = (text: string): Measure => ({
  id: 'd1.body.一',
  documentId: 'd1',
  origin: 'body',
  path: [],
  number: '一',
  title: text.split('。')[0] ?? '',
  text,
  deadlines: [],
  departments: [],
  openEnded: false,
  sources: [],
  flags: [],
});
const keywords = (...texts: string[]): string[][] => keywordsOf(texts.map(measure), segmenter);

describe('terms of a measure', () => {
  test('the more often here and the fewer times elsewhere, the better', () =>
    expect(keywords('灯塔、芦苇、芦苇', '灯塔', '灯塔、河道')).toEqual([['芦苇', '灯塔'], ['灯塔'], ['河道', '灯塔']]));

  test('what the title has counts twice', () => expect(keywords('芦苇。灯塔、河道')[0]?.[0]).toBe('芦苇'));
  test('of equal ones the first', () => expect(keywords('河道、灯塔、芦苇')).toEqual([['河道', '灯塔', '芦苇']]));
  test('no adverbs, single characters, numbers', () => expect(keywords('慢慢疏浚河道3条，2031年')).toEqual([['河道']]));
  test('a single word', () => expect(keywords('河道')).toEqual([['河道']]));
  test('none at all', () => expect(keywords('慢慢', '')).toEqual([[], []]));
  test('a stop word is none', () => expect(keywords('环境、河道')).toEqual([['河道']]));

  test('words that stand together in different places are one term', () =>
    expect(keywords('企业开办网上登记', '发票企业开办', '芦苇')[1]).toEqual(['发票', '企业开办']));
  test('a stop word makes terms', () =>
    expect(keywords('营商环境网上', '河道营商环境')[1]).toEqual(['河道', '营商环境']));
  test('the same sentence in text and list makes none', () =>
    expect(keywords('企业开办', '企业开办。')[0]).toEqual(['企业', '开办']));

  test('what stands in a better one is left out', () =>
    expect(keywords('企业开办、企业开办灯塔、企业', '发票企业开办', '登记企业开办')[0]).toEqual(['企业开办', '灯塔']));

  test.each([
    ['推行“不见面灯塔”，登记', '不见面灯塔'],
    ['落实“双灯塔、一公开”监管', '双灯塔、一公开'],
    ['按照《河道条例》', '河道条例'],
    ['由自治区市场监管厅疏浚', '自治区市场监管厅'],
    ['商发展改革委、财政厅', '发展改革委'],
    ['送宁夏回族自治区', '宁夏回族自治区'],
    ['银川市市场监管局', '银川市市场监管局'],
    ['各市市场监管局', '市场监管局'],
    ['建成5G、PPP', '5G'],
  ])('%s: a name stays whole', (text, name) => expect(keywords(text)[0]).toContain(name));
  test('财政局 is no organ in 财政局部', () => expect(keywords('财政局部')[0]).toEqual([]));

  test('a unit of the issue stays whole wherever it is named', () => {
    const unit = { name: '柳渡税务局', raw: '柳渡税务局', role: 'lead', collective: false, known: true } as const;
    const measures = [{ ...measure('河道'), departments: [unit] }, measure('由柳渡税务局登记')];
    expect(keywordsOf(measures, segmenter)[1]).toEqual(['柳渡税务局', '登记']);
  });

  test('traditional text is cut in its simplified form and given as printed', () =>
    expect(keywords('企業開辦、發票登記', '網上企業開辦')).toEqual([
      ['發票', '企業開辦', '登記'],
      ['網上', '企業開辦'],
    ]));

  test('addresses and quantities are no words', () =>
    expect(stretchesOf('见http://www.a.cn/b，5ms内').map(({ text }) => text)).toEqual(['见', '内']));
});

test('any text: at most eight, none twice, each printed there', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (texts) => {
      keywords(...texts).forEach((some, index) => {
        expect(some.length).toBeLessThanOrEqual(8);
        expect(new Set(some).size).toBe(some.length);
        for (const keyword of some) expect(texts[index]).toContain(keyword);
      });
    }),
  );
});

test('no stop word is listed twice', () => expect([...PARTS_ONLY].filter((word) => ANYWHERE.has(word))).toEqual([]));

const TEXT = [
  '柳渡市人民政府关于优化营商环境的通知',
  '柳政发〔2031〕4号',
  '各县（区）人民政府：',
  '一、优化企业开办服务。进一步推行电子营业执照，由省市场监管局统一推进有关工作。（市财政局负责）',
  '二、压减不动产登记时限。对企业开办和不动产登记实行“一窗受理”。（市自然资源局负责）',
  '柳渡市人民政府',
  '2031年2月6日',
].join('\n');

test('without keywords, or words, the field is left out and all else is the same', async () => {
  const [with_, without] = [
    await convertIssue({ text: TEXT }),
    await convertIssue({ text: TEXT }, { keywords: false }),
  ];
  expect(without.measures.map((one) => 'keywords' in one)).toEqual([false, false]);
  expect({ ...with_, measures: with_.measures.map(({ keywords: _, ...one }) => one) }).toEqual(without);
  expect(withKeywords(without.measures, segmenter).map((one) => Object.keys(one).slice(-3))).toEqual(
    without.measures.map(() => ['keywords', 'sources', 'flags']),
  );
});

if (!hasJieba()) console.warn('nodejieba is missing: keywords are not tried with it');
describe.skipIf(!hasJieba())('with nodejieba', () => {
  const found = async (text: string) => (await convertIssue({ text })).measures.map((one) => one.keywords);

  test('terms that a person would search by', async () => {
    const [first, second] = await found(TEXT);
    expect(first).toEqual(expect.arrayContaining(['企业开办', '营业执照', '省市场监管局']));
    expect(second).toEqual(expect.arrayContaining(['不动产登记', '一窗受理']));
    for (const word of ['进一步', '推进', '有关', '工作', '优化']) expect([first, second].flat()).not.toContain(word);
  });

  test('the same whatever came before, and as JSON has it', async () => {
    const before = await found(TEXT);
    await found(TEXT.replaceAll('企业', '芦苇').replaceAll('登记', '渡口'));
    expect(await found(TEXT)).toEqual(before);
  });

  test('in the script that is wanted', async () => {
    const issue = await convertIssue({ text: TEXT });
    expect(inScript(issue, 'tw').measures[0]?.keywords).toContain('企業開辦');
    expect(await convertIssue({ text: TEXT }, { script: 'tw' })).toEqual(inScript(issue, 'tw'));
  });

  test('what is asked of layouts is answered as before', () => {
    const ask = () => [jiebaWords.isWithinWord('自治区市场', '监管厅'), jiebaWords.isWithinWord('责任', '部门')];
    const before = ask();
    keywordsOf([measure('由自治区市场监管厅落实“市场监管厅责任”')], jiebaSegmenter() as Segmenter);
    expect(ask()).toEqual(before);
  });

  test('words are cut each for itself, and joined are the text', () => {
    const texts = ['企业开办', '不动产登记', '\u{20000}好'];
    expect(Array.from(jiebaSegmenter()?.cut(texts) ?? [], (words) => words.join(''))).toEqual(texts);
  });
});
