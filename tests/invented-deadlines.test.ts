import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineForms, emptyDeadlines } from '../fixtures/typesetter/invent/deadlines/index.js';
import { ambiguousForms } from '../fixtures/typesetter/invent/deadlines/undated.js';
import { parseDeadlines } from '../src/index.js';
import { simplified } from '../src/text/script.js';

const REFERENCES = ['2024-05-20', '2030-11-03'];
const forms = [...deadlineForms, ...ambiguousForms];

const samples = (index: number, reference: string) =>
  fc.sample(
    fc.noBias(forms[index]?.arbitrary(reference) as fc.Arbitrary<{ printed: string; deadlines: readonly object[] }>),
    {
      numRuns: 30,
      seed: 5,
    },
  );

/** A deadline without its wording, what is not there being null. */
const meaning = (deadline: object): object => {
  const { kind, start, end, rrule, duration, workingDays } = deadline as Record<string, unknown>;
  return { kind, start, end, rrule: rrule ?? null, duration: duration ?? null, workingDays: workingDays ?? false };
};

describe('what the typesetter says a deadline means is what the grammar reads', () => {
  test.each(forms.map(({ name }, index) => [`${index} ${name}`, index] as const))('%s', (_, index) => {
    for (const reference of REFERENCES) {
      for (const { printed, deadlines } of samples(index, reference)) {
        const found = parseDeadlines(printed, { reference, mode: 'cell' });
        expect(found.map(meaning), `${printed} (${reference})`).toEqual(deadlines.map(meaning));
      }
    }
  });

  test.each(emptyDeadlines.map((printed) => [printed]))('「%s」 names none', (printed) => {
    expect(parseDeadlines(printed, { reference: '2024-05-20', mode: 'cell' })).toEqual([]);
  });
});

/** The wording with every number alike, in one script and width, without layout spaces. */
const shape = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(/\s/gu, ''), simplified)
    .join('')
    .replace(/[\d〇○零一二三四五六七八九十百两]+/gu, '#');

describe('the forms cover the shared grammar cases', () => {
  const VECTORS = new URL('../../shared/vectors/deadlines.json', import.meta.url);
  const present = existsSync(VECTORS);
  if (!present) console.warn('skipped: ../shared/vectors is not here');
  const vectors: { text: string; mode: string }[] = present ? JSON.parse(readFileSync(VECTORS, 'utf8')) : [];
  const made = new Set([
    ...forms
      .flatMap((_, index) => REFERENCES.flatMap((reference) => samples(index, reference)))
      .map(({ printed }) => shape(printed)),
    ...emptyDeadlines.map(shape),
  ]);
  const cells = vectors.filter(({ mode }) => mode === 'cell');
  test.skipIf(!present)('there are some', () => expect(cells.length).toBeGreaterThan(0));
  for (const [index, { text }] of cells.entries()) {
    test(`${index}: a cell like ${JSON.stringify(text)} is made`, () => expect(made).toContain(shape(text)));
  }
});
