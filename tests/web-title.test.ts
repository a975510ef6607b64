import { expect, test } from 'vitest';
import type { Paragraph } from '../src/repair/index.js';
import { takeWebTitle } from '../src/repair/printed/web-title.js';
import { typed } from './support/traced.js';

const paragraph = (text: string): Paragraph => ({
  kind: 'paragraph',
  text: typed(text),
  lines: [],
  centred: false,
  sizePt: 10,
  boxed: false,
});
const TITLE = '柳渡县人民政府关于加强防汛备汛工作的通知';
const kept = (...texts: string[]): number => takeWebTitle(texts.map(paragraph)).blocks.length;

test("a page's own name, which is the title and the site, is no text", () => {
  expect(kept(`${TITLE}_县政府文件_柳渡县政府网（www.liudu.example）`, TITLE, '各乡镇：')).toBe(2);
  expect(kept(`${TITLE} - 柳渡县政府网 https://www.liudu.example/`, '', TITLE)).toBe(2);
});

test('what is not the title and more, or bears no address, stays', () => {
  expect(kept(`另一个文件_柳渡县政府网（www.liudu.example）`, TITLE)).toBe(2);
  expect(kept(`${TITLE}_县政府文件`, TITLE)).toBe(2);
  expect(kept(TITLE, `${TITLE}_柳渡县政府网（www.liudu.example）`)).toBe(2);
});
