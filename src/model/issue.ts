import { z } from 'zod';
import { contentsItemSchema } from './contents.js';
import { documentSchema } from './document.js';
import { flagSchema } from './flag.js';
import { measureSchema } from './measure.js';
import { sourceFileSchema } from './source.js';

/** How many printed characters of the file ended where; the four parts add up to `glyphs`. */
export const coverageSchema = z.strictObject({
  glyphs: z.int().min(0),
  measures: z.int().min(0),
  documents: z.int().min(0),
  furniture: z.int().min(0),
  unplaced: z.int().min(0),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const issueIdentitySchema = z.strictObject({
  gazette: z.string().nullable(),
  year: z.int().nullable(),
  number: z.string().nullable(),
});
export type IssueIdentity = z.infer<typeof issueIdentitySchema>;

/** One issue (一期公报): the whole content of STEM.json. */
export const issueSchema = z.strictObject({
  schemaVersion: z.literal('1'),
  source: sourceFileSchema,
  issue: issueIdentitySchema,
  /** The contents page, entry by entry; empty where the file has none. */
  contents: z.array(contentsItemSchema),
  documents: z.array(documentSchema),
  measures: z.array(measureSchema),
  flags: z.array(flagSchema),
  coverage: coverageSchema,
  /** How many changes by people were applied, and how many did not fit; left out where there are none. */
  corrections: z.strictObject({ applied: z.int().min(0), unmatched: z.int().min(0) }).optional(),
});
export type Issue = z.infer<typeof issueSchema>;
