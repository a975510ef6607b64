import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommittedIssue, committedIssues, readTruth } from '../fixtures/typesetter/committed.js';
import { LAYOUT_VALUES, type Parameter } from '../fixtures/typesetter/layout.js';
import { outcomeOf } from '../fixtures/typesetter/roundtrip/outcome.js';
import { failureInWords } from '../fixtures/typesetter/roundtrip/report.js';
import { truthOf } from '../fixtures/typesetter/truth.js';
import { availableProducers, typeset } from '../fixtures/typesetter/typeset.js';

const issues = committedIssues(new URL('..', import.meta.url).href);
const producers = availableProducers();

/** What the converter cannot do yet: the test fails when one of them comes back, so that it is taken off this list. */
const SHORTFALLS: Readonly<Record<string, string>> = {};

describe('the committed issues show every value of every layout parameter', () => {
  test.each(Object.keys(LAYOUT_VALUES) as Parameter[])('%s', (parameter) => {
    const shown = new Set<string>(issues.map(({ layout }) => layout[parameter]));
    expect(LAYOUT_VALUES[parameter].filter((value) => !shown.has(value))).toEqual([]);
  });

  test('in a few megabytes, and no file without an issue', () => {
    const folder = new URL('../fixtures/issues/', import.meta.url);
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(issues.flatMap(({ file, truthFile }) => [basename(file), basename(truthFile)]).sort());
    const bytes = files.map((file) => statSync(new URL(file, folder)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
  });
});

describe('a committed issue converts to the records it was typeset from', () => {
  test.each(issues.map((issue) => [issue.name, issue] as const))('%s', async (name, issue) => {
    const outcome = await outcomeOf(issue);
    const shortfall = SHORTFALLS[name];
    if (shortfall) expect(outcome.kind, `${name} comes back now: take it off the list`).not.toBe('exact');
    else expect(outcome.kind, outcome.kind === 'exact' ? '' : failureInWords(outcome)).toBe('exact');
  });
});

/** The text of each page, piece by piece in the order of the file. */
async function textOf(file: string): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await loading.destroy();
  return pages;
}

describe('a committed issue is what the typesetter makes of its seed', () => {
  const made = mkdtempSync(join(tmpdir(), 'committed-'));
  const again = (issue: CommittedIssue): string => join(made, basename(issue.file));
  const possible = issues.filter(({ layout }) => producers.includes(layout.producer));
  beforeAll(() => typeset(possible.map((issue) => ({ ...issue, file: again(issue) }))), 300_000);
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  test.each(issues.map((issue) => [issue.name, issue] as const))('%s: its truth', (_, issue) => {
    const truth = { layout: issue.layout, ...truthOf(issue.manuscript, issue.layout) };
    expect(JSON.parse(JSON.stringify(truth))).toEqual(readTruth(issue));
  });

  const bytewise = ['handwritten', 'pdfkit'];
  test.each(issues.map((issue) => [issue.name, issue] as const))('%s: its file', async (_, issue) => {
    const { producer } = issue.layout;
    if (!producers.includes(producer)) {
      console.warn(`${issue.name}: ${producer} is not installed, the file was not made again`);
      return;
    }
    expect(existsSync(again(issue))).toBe(true);
    if (bytewise.includes(producer)) expect(readFileSync(again(issue)).equals(readFileSync(issue.file))).toBe(true);
    else expect(await textOf(again(issue))).toEqual(await textOf(issue.file));
  });
});
