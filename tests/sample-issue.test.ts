import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertIssue } from '../src/convert.js';
import type { Department, Issue, Measure } from '../src/model/index.js';
import { schemaErrors } from './support/schema.js';

const file = (path: string): URL => new URL(`../${path}`, import.meta.url);
const STEM = 'qinglan-2024-06';
type Truth = Pick<Issue, 'issue' | 'documents' | 'measures'>;
const truth = JSON.parse(readFileSync(file(`fixtures/sample/${STEM}.json`), 'utf8')) as Truth;

/** What is printed of a unit, without what the gazetteer adds. */
const unit = ({ known, canonical, kind, ...printed }: Department): object => printed;

/** A measure as the truth file gives it: without what is found, not printed. Keywords have tests of their own. */
const plain = ({ sources, flags, keywords, ...measure }: Measure): object => ({
  ...measure,
  path: measure.path.map((item) => ({ ...item, leads: item.leads.map(unit) })),
  departments: measure.departments.map(unit),
  deadlines: measure.deadlines.map(({ edtf, ...deadline }) => deadline),
});

describe.each([
  ['PDF', `input/${STEM}.pdf`],
  ['text', `fixtures/sample/${STEM}.txt`],
])('the sample issue, from its %s, gives the records it was typeset from', (kind, path) => {
  let issue: Issue;
  beforeAll(async () => {
    issue = await convertIssue(readFileSync(file(path)), { file: path });
  });

  test('every measure, in order', () => {
    expect(issue.measures.map((measure) => measure.id)).toEqual(truth.measures.map((measure) => measure.id));
  });

  test.each(truth.measures.map((measure) => [measure.id, measure]))('%s', (id, measure) => {
    expect(plain(issue.measures.find((found) => found.id === id) as Measure)).toEqual(measure);
  });

  test.each(truth.documents.map((document, index) => [document.title, document, index] as const))(
    'document %s',
    (_, document, index) => {
      const { text, pages, lines, ...frame } = issue.documents[index] as Issue['documents'][number];
      const { text: body, pages: printedOn, ...expected } = document;
      expect(frame).toEqual(expected);
      expect(text).toContain(body);
      if (kind === 'PDF') expect(pages).toEqual(printedOn);
      else expect(lines?.[0]).toBeGreaterThan(0);
    },
  );

  test('its name and number, with nothing unplaced, as the contract has it', () => {
    expect(issue.issue).toEqual(truth.issue);
    expect(issue.coverage.unplaced).toBe(0);
    const { glyphs, measures, documents, furniture } = issue.coverage;
    expect(measures + documents + furniture).toBe(glyphs);
    expect(schemaErrors()(issue)).toBeNull();
  });

  test('no right record asks a person to look', () => {
    expect(issue.measures.flatMap((measure) => measure.flags).filter((flag) => flag.severity !== 'note')).toEqual([]);
  });

  test('every field of every measure knows its place', () => {
    for (const measure of issue.measures) {
      const fields = new Set(measure.sources.map((source) => source.field));
      expect(fields).toContain('text');
      for (let level = 0; level < measure.path.length; level++) expect(fields).toContain(`path[${level}]`);
      if (measure.departments.length > 0) expect(fields).toContain('departments');
      if (measure.deadlines.length > 0) expect(fields).toContain('deadlines');
    }
  });
});
