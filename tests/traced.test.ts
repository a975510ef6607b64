import { describe, expect, test } from 'vitest';
import { Traced } from '../src/text/traced.js';
import { printed, typed } from './support/traced.js';

describe('text remembers the glyph each character came from', () => {
  const text = Traced.of(printed('今年底前', 0, 10));

  test('a slice keeps the pairing', () => {
    const end = text.slice(2);
    expect(end.text).toBe('底前');
    expect(end.glyphs).toEqual(text.glyphs.slice(2));
  });

  test('joined parts keep theirs, the separator comes from nowhere', () => {
    const joined = Traced.join([text.slice(0, 1), text.slice(3)], ' ');
    expect(joined.text).toBe('今 前');
    expect(joined.glyphs).toEqual([text.glyphs[0], null, text.glyphs[3]]);
  });

  test.each([
    ['one character by one', /年/gu, '日', '今日底前', [0, 1, 2, 3]],
    ['by nothing', /年底/gu, '', '今前', [0, 3]],
    ['by more: the last glyph goes on', /年/gu, '年年', '今年年底前', [0, 1, 1, 2, 3]],
    ['at the very beginning', /^今/gu, '明', '明年底前', [0, 1, 2, 3]],
    ['nothing found', /月/gu, '', '今年底前', [0, 1, 2, 3]],
  ])('replaced %s', (_, pattern, by, expected, from) => {
    const replaced = text.replace(pattern, by);
    expect(replaced.text).toBe(expected);
    expect(replaced.glyphs).toEqual(from.map((index) => text.glyphs[index]));
  });

  test('a character outside the basic plane has two units of one glyph', () => {
    const rare = typed('𠮷祥');
    expect(rare.length).toBe(3);
    expect(rare.glyphs[0]).toBe(rare.glyphs[1]);
  });

  test('trimming takes layout spaces off both ends', () => {
    expect(typed(' \u3000附件 ').trim().text).toBe('附件');
  });
});
