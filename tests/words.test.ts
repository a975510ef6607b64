import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { columnSetOf } from '../fixtures/typesetter/column-sets.js';
import { LAYOUT_VALUES, PLAIN_LAYOUT } from '../fixtures/typesetter/layout.js';
import { readPlainText } from '../src/extract/plain-text.js';
import type { Issue } from '../src/model/index.js';
import { type Repaired, repair } from '../src/repair/index.js';
import { spreadHeadings } from '../src/repair/table/spread-headings.js';
import { NO_WORDS, wordsBy } from '../src/text/words.js';
import { hasJieba, jiebaWords } from '../src/words/jieba.js';
import { lines, runCli } from './support/cli.js';
import { folderForFile } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { printedPage } from './support/page.js';
import { ROOT } from './support/paths.js';
import { printed } from './support/traced.js';

/** Cuts what it knows, and every other character alone. */
const words = wordsBy((text) => text.match(/重点任务|具体举措|措施|责任单位|责任部门|主要指标|目标任务|./gu) ?? []);

describe('the cut of a text says whether a place is within a word', () => {
  test.each([
    ['责任', '单位', true],
    ['措', '施责任单位', true],
    ['措施', '责任单位', false],
    ['措施责任单', '位', true],
    ['', '措施', false],
  ])('%s|%s', (before, after, isWithin) => {
    expect(words.isWithinWord(before, after)).toBe(isWithin);
  });

  test('nobody knows without words', () => expect(NO_WORDS.isWithinWord('措', '施')).toBeNull());
});

describe('headings whose characters are spread', () => {
  const headings = (line: string, by = words): string[] | null => {
    const pieces = line.split(' ');
    return spreadHeadings(pieces, by)?.map((group) => group.map((index) => pieces[index]).join('')) ?? null;
  };

  test.each([
    ['主要指标 目标任务 措 施 责任部门', ['主要指标', '目标任务', '措施', '责任部门']],
    ['重 点 任 务 具 体 举 措 责 任 单 位', ['重点任务', '具体举措', '责任单位']],
    ['主要指标 措 施 及 时限 责任部门', ['主要指标', '措施及时限', '责任部门']],
  ])('%s', (line, expected) => {
    expect(headings(line)).toEqual(expected);
  });

  test.each([
    ['whole words ask nobody', '主要指标 目标任务 补贴 责任部门'],
    ['a sentence', '主 要 任 务 由 各 责 任 单 位 落 实'],
    ['a sentence that ends like a heading', '主 要 任 务 落 实 到 责 任 单 位'],
    ['two columns', '措 施 责 任 单 位'],
    ['numbers and marks', '重 点 任 务 2031 年 责 任 单 位'],
  ])('%s: none', (_, line) => expect(headings(line)).toBeNull());

  test('no words, no headings', () => expect(headings('主要指标 目标任务 措 施 责任部门', NO_WORDS)).toBeNull());
});

const isTable = ({ blocks }: Repaired): boolean => blocks.some(({ kind }) => kind === 'table');

/** A list without rules; the characters of the headings stand apart by so many points. */
const page = (spread: number) => {
  const heading = (text: string, x: number) =>
    Array.from(text).flatMap((character, at) => printed(character, x + at * (10 + spread), 115));
  return printedPage({
    width: 500,
    height: 700,
    glyphs: [
      ...[...heading('重点任务', 60), ...heading('措施', 210), ...heading('责任单位', 330)],
      ...[...printed('疏浚河道', 60, 140), ...printed('1.清理南渠淤泥', 200, 140), ...printed('县水务局', 340, 140)],
      ...[...printed('2.加固东堤堤脚', 200, 170), ...printed('县应急局', 340, 170)],
    ],
  });
};

describe('on a page', () => {
  const repaired = (spread: number, by = words) => repair({ kind: 'pdf', pages: [page(spread)] }, by);

  test.each([8, 14])('headings spread by %s points begin a list, their characters in its cells alone', (spread) => {
    const { blocks } = repaired(spread);
    const [table] = blocks.filter((block) => block.kind === 'table');
    expect(table?.headings).toEqual(['重点任务', '措施', '责任单位']);
    expect(blocks).toHaveLength(1);
  });

  test('without words the layout decides: no list', () => expect(isTable(repaired(14, NO_WORDS))).toBe(false));
  test('what is not spread needs no words', () => expect(isTable(repaired(0, NO_WORDS))).toBe(true));
});

const LIST = `目标任务 措 施 责 任 部 门
一、疏浚河道
1.清理南渠淤泥并运走，恢复行洪断面。(完成时限:2031年6月底前)
市水务局
2.加固东堤堤脚，逐段排查渗漏。(完成时限:2031年9月底前)
市应急局
`;
const LISTED = `${GAZETTE_TEXT}附件\n优化营商环境任务清单\n${LIST}`;

test('in a text, spread headings begin a list', () => {
  const found = (by = words): boolean => isTable(repair({ kind: 'text', pages: readPlainText(LISTED) }, by));
  expect([found(), found(NO_WORDS)]).toEqual([true, false]);
});

describe.skipIf(!hasJieba())('nodejieba with the words of the project', () => {
  test('reads the headings of every made-up list, however they are spread', () => {
    const missed = LAYOUT_VALUES.columnSet.flatMap((columnSet) => {
      const texts = columnSetOf({ ...PLAIN_LAYOUT, columnSet }).columns.map(({ heading }) => heading);
      const groups = spreadHeadings(Array.from(texts.join('')), jiebaWords);
      const found = groups?.map((group) => group.map((index) => texts.join('').charAt(index)).join('')) ?? null;
      return texts.length >= 3 && JSON.stringify(found) !== JSON.stringify(texts) ? [texts.join(' ')] : [];
    });
    expect(missed).toEqual([]);
  });

  test('can be loaded by one thread after the other', async () => {
    const load = `require('nodejieba/build/Release/nodejieba.node')`;
    for (let run = 0; run < 2; run++) {
      const code = await new Promise((resolve, reject) => {
        const worker = new Worker(load, { eval: true });
        worker.on('error', reject).on('exit', resolve);
      });
      expect(code).toBe(0);
    }
  });
});

describe('the command line without nodejieba', () => {
  const folder = folderForFile();
  const stub = join(folder, 'without.cjs');
  writeFileSync(
    stub,
    `const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...rest) => {
  if (/^nodejieba/.test(name)) throw Object.assign(new Error('not built'), { code: 'MODULE_NOT_FOUND' });
  return load.call(Module, name, ...rest);
};\n`,
  );
  const [plain, listed] = [join(folder, 'plain.txt'), join(folder, 'listed.txt')];
  writeFileSync(plain, GAZETTE_TEXT);
  writeFileSync(listed, LISTED);
  const convert = (out: string, env: Record<string, string>, ...options: string[]) =>
    runCli(['convert', plain, listed, '--out', join(folder, out), ...options], { cwd: ROOT, env });
  const issue = (out: string, name: string): Issue =>
    JSON.parse(readFileSync(join(folder, out, `${name}.json`), 'utf8')) as Issue;
  const without = { NODE_OPTIONS: `--require ${JSON.stringify(stub)}` };

  test('says so once for two files, and converts both', () => {
    const { status, stdout, stderr } = convert('without', without);
    expect([status, stdout]).toEqual([0, '']);
    expect(lines(stderr).filter((line) => line.includes('nodejieba'))).toHaveLength(1);
    expect(issue('without', 'plain').measures).toHaveLength(2);
    // the title of the list says that one is there
    expect(issue('without', 'listed').flags).toMatchObject([{ code: 'column-unrecognised', severity: 'error' }]);
  });

  test('says it in Chinese too', () => {
    const said = lines(convert('zh', without, '--lang', 'zh').stderr).filter((line) => line.includes('nodejieba'));
    expect(said).toEqual([expect.stringMatching(/^提示 \[words-missing\]：/u)]);
  });

  test.skipIf(!hasJieba())(
    'with it, nothing is said, and only keywords and the open decision come out otherwise',
    () => {
      expect(convert('with', {}).stderr).not.toContain('nodejieba');
      convert('without-again', without);
      const [withIt, withoutIt] = [issue('with', 'plain'), issue('without-again', 'plain')];
      expect(withIt.measures.map(({ keywords }) => keywords?.length)).toEqual([expect.any(Number), expect.any(Number)]);
      expect(withoutIt.measures.filter((measure) => 'keywords' in measure)).toEqual([]);
      expect({ ...withIt, measures: withIt.measures.map(({ keywords, ...measure }) => measure) }).toEqual(withoutIt);
      const fromTable = (out: string): number =>
        issue(out, 'listed').measures.filter(({ origin }) => origin === 'table').length;
      expect([fromTable('with'), fromTable('without-again')]).toEqual([2, 0]);
    },
  );
});
