import { z } from 'zod';

/** note: done by rule, for information. check: a person should look. error: known to be wrong or missing. */
export const severitySchema = z.enum(['note', 'check', 'error']);
export type Severity = z.infer<typeof severitySchema>;

export const flagCodeSchema = z.enum([
  'number-gap',
  'number-repeated',
  'path-inherited',
  'row-joined',
  'repeat-differs',
  'body-table-differs',
  'deadline-ambiguous',
  'deadline-unparsed',
  'year-inferred',
  'department-unknown',
  'department-prefix-inferred',
  'column-unrecognised',
  'text-unreadable',
  'text-unplaced',
  'page-without-text',
  'picture-without-text',
  'text-recognised',
  'page-damaged',
  'order-uncertain',
  'contents-differs',
  'page-missing',
  'document-incomplete',
  'date-doubtful',
  'corrected',
  'correction-unmatched',
]);
export type FlagCode = z.infer<typeof flagCodeSchema>;

/** What a person should know about one field: what was done or found, and why. */
export const flagSchema = z.strictObject({
  code: flagCodeSchema,
  field: z.string(),
  severity: severitySchema,
  message: z.string(),
});
export type Flag = z.infer<typeof flagSchema>;
