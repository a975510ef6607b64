import { expect, test } from 'vitest';
import { loneBrackets } from '../src/text/brackets.js';

test.each([
  ['all in pairs, one within another', '按照《预案》（〔2031〕4号）[市水务局]执行', 0, 0],
  ['one is not closed', '按照《预案执行（试行）', 1, 0],
  ['one was not opened', '分工负责]要报送名单', 0, 1],
  ['two kinds cross', '（按照《预案）执行》', 1, 1],
  ['no brackets', '逐项验收。', 0, 0],
])('%s', (_, text, opened, closed) => expect(loneBrackets(text)).toEqual({ opened, closed }));

test('of one kind, others do not count', () => {
  expect(loneBrackets('（按照《预案）执行', '）')).toEqual({ opened: 0, closed: 0 });
  expect(loneBrackets('（按照预案》执行', '》')).toEqual({ opened: 0, closed: 1 });
});
