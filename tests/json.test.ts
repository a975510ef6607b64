import { expect, test } from 'vitest';
import { issueSchema } from '../src/model/index.js';
import { toJson } from '../src/write/json.js';
import { madeUpIssue } from './support/issue.js';

test('the made-up issue of the tests keeps the contract, so tests built on it say something', () => {
  expect(issueSchema.safeParse(madeUpIssue()).error).toBeUndefined();
});

test('the JSON reads back as the same issue, two spaces deep, with a newline at the end', () => {
  const json = toJson(madeUpIssue());
  expect(JSON.parse(json)).toEqual(madeUpIssue());
  expect(json.startsWith('{\n  "schemaVersion": "1",\n  "source": {\n    "file"')).toBe(true);
  expect(json.endsWith('\n}\n')).toBe(true);
});

test('keys stand in the order of the schema, however the issue was built, so that two outputs can be compared as text', () => {
  const issue = madeUpIssue();
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, backwards(one)]),
    );
  };
  const reversed = backwards(issue) as typeof issue;
  expect(Object.keys(reversed)[0]).toBe('coverage');
  expect(toJson(reversed)).toBe(toJson(issue));
  expect(Object.keys(JSON.parse(toJson(reversed)).measures[0])).toEqual([
    ...['id', 'documentId', 'origin', 'path', 'number', 'title', 'text'],
    ...['deadlines', 'departments', 'openEnded', 'sources', 'flags'],
  ]);
});

test('an issue that breaks the contract is refused instead of written', () => {
  const issue = madeUpIssue();
  Object.assign(issue.measures[0] ?? {}, { surplus: true });
  expect(() => toJson(issue)).toThrow(/surplus/);
});
