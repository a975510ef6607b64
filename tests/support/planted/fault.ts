// What it takes to plant one fault in a made-up issue, and to know whether a conversion tells of it.
import type { Manuscript, ManuscriptDocument } from '../../../fixtures/typesetter/manuscript.js';
import type { Composition } from '../../../fixtures/typesetter/page.js';
import { inScript } from '../../../fixtures/typesetter/print.js';
import type { MadeUpIssue } from '../../../fixtures/typesetter/typeset.js';
import type { Flag, Measure } from '../../../src/model/index.js';

/** A flag of severity check or error, and the record it stands at; null for the issue's own. */
export interface Told {
  readonly flag: Flag;
  readonly record: Measure | null;
}

export type Tells = (told: Told) => boolean;

export interface Planted {
  readonly manuscript: Manuscript;
  /** What is done to the finished pages. */
  readonly pages?: (composition: Composition) => Composition;
  /** One flag each: they name the thing and its place. */
  readonly tells: readonly Tells[];
}

/** An issue whose last document has a list that repeats its text. */
export interface Sample extends MadeUpIssue {
  /** One of so many, the same in every run. */
  readonly pick: (count: number) => number;
}

/** Null where the issue has no place for such a fault. */
export type Plant = (sample: Sample) => Planted | null;

export const listedDocument = ({ manuscript }: MadeUpIssue): ManuscriptDocument =>
  manuscript.documents.at(-1) as ManuscriptDocument;

/** The issue with another last document. */
export const withListed = ({ manuscript }: MadeUpIssue, document: ManuscriptDocument): Manuscript => ({
  ...manuscript,
  documents: [...manuscript.documents.slice(0, -1), document],
});

/** Titles as records have them: the first sentence, in the script of the layout. */
export const titleIn = (text: string, { layout }: MadeUpIssue): string =>
  inScript(text.split('。', 1)[0] as string, layout);

export const isAt =
  (origin: Measure['origin'], title: string): Tells =>
  ({ record }) =>
    record?.origin === origin && record.title === title;

export const all =
  (...conditions: readonly Tells[]): Tells =>
  (told) =>
    conditions.every((condition) => condition(told));

export const hasCode =
  (...codes: readonly Flag['code'][]): Tells =>
  ({ flag }) =>
    codes.includes(flag.code);

export const says =
  (...words: readonly string[]): Tells =>
  ({ flag }) =>
    words.every((word) => flag.message.includes(word));

/** Text and list of the issue say something differently of the thing with this title. */
export const differs = (title: string, ...words: readonly string[]): Tells =>
  all(hasCode('body-table-differs'), ({ record }) => record === null, says(title.slice(0, 20), ...words));
