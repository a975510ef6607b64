import { z } from 'zod';
import { flagSchema } from './flag.js';
import { measureSchema } from './measure.js';

/** What of a measure can be set; what a measure may lack is null where it lacks it. */
export const correctedFieldsSchema = measureSchema
  .pick({
    documentId: true,
    path: true,
    number: true,
    title: true,
    text: true,
    deadlines: true,
    departments: true,
    openEnded: true,
  })
  .extend({
    targets: measureSchema.shape.targets.unwrap().nullable(),
    extra: measureSchema.shape.extra.unwrap().nullable(),
    keywords: measureSchema.shape.keywords.unwrap().nullable(),
  })
  .partial();
export type CorrectedFields = z.infer<typeof correctedFieldsSchema>;
export type CorrectedField = keyof CorrectedFields;

/** Where a measure stood: it tells those apart that say the same. Versions that knew none left it out. */
const measurePlaceSchema = z.strictObject({
  /** Which of the measures with its very text it was, from 0, and how many there were. */
  index: z.int().min(0),
  of: z.int().min(1),
  /** How the texts of its neighbours begin; null where there was none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type MeasurePlace = z.infer<typeof measurePlaceSchema>;

/** A measure as it was when it was changed: by its text it is found again where its id moved. */
const measureNameSchema = z.strictObject({ id: z.string(), text: z.string(), place: measurePlaceSchema.optional() });
export type MeasureName = z.infer<typeof measureNameSchema>;

/** One thing a person did, without when: what is asked of the server. */
export const correctionSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('set'),
    measure: measureNameSchema,
    from: correctedFieldsSchema,
    to: correctedFieldsSchema,
  }),
  /** A flag that a person looked at and found nothing wrong; without a measure, one of the issue. */
  z.strictObject({
    what: z.literal('accept'),
    measure: measureNameSchema.nullable(),
    flag: flagSchema,
    /** The value that the flag is about, where it is about one; versions that did not keep it left it out. */
    seen: z.unknown().optional(),
  }),
  /** These measures, one behind the other, become those. */
  z.strictObject({
    what: z.literal('replace'),
    how: z.enum(['split', 'join', 'boundary']),
    from: z.array(measureSchema).min(1),
    to: z.array(measureSchema).min(1),
    /** Of the first. */
    place: measurePlaceSchema.optional(),
  }),
  /** Behind another, or before all. */
  z.strictObject({ what: z.literal('add'), after: measureNameSchema.nullable(), to: measureSchema }),
  z.strictObject({ what: z.literal('remove'), from: measureSchema, place: measurePlaceSchema.optional() }),
]);
export type Correction = z.infer<typeof correctionSchema>;

export const changeSchema = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  /** When it was taken back; it stays in the list. */
  undone: z.iso.datetime().optional(),
  correction: correctionSchema,
});
export type Change = z.infer<typeof changeSchema>;

/** STEM.corrections.json: what people changed in the records of one issue, in the order they did. */
export const correctionsSchema = z.strictObject({
  schemaVersion: z.literal('1'),
  /** The file that the records were made of when they were last corrected. */
  source: z.strictObject({ file: z.string(), sha256: z.string() }),
  /** Grows by one with each save: who saves says which one was read. */
  revision: z.int().min(0),
  changes: z.array(changeSchema),
});
export type Corrections = z.infer<typeof correctionsSchema>;
