import { z } from 'zod';
import { fieldSourceSchema } from './source.js';

/** One of the two printings of a measure, goal or heading. */
export const printingSchema = z.strictObject({
  /** The measure whose record holds it; of a heading, the first measure under it. */
  id: z.string(),
  /** Its field: text, departments, deadlines, or path[n] of a heading. */
  field: z.string(),
  /** As printed; of units and deadlines, those that the other does not have. */
  wording: z.string(),
  sources: z.array(fieldSourceSchema),
});
export type Printing = z.infer<typeof printingSchema>;

/** What the text of a document and its task list say differently of one thing; null where one of them does not have it. */
export const differenceSchema = z.strictObject({
  what: z.enum(['title', 'text', 'departments', 'deadlines', 'counterpart']),
  documentId: z.string(),
  body: printingSchema.nullable(),
  table: printingSchema.nullable(),
  /** In words: both wordings and both places. */
  message: z.string(),
});
export type Difference = z.infer<typeof differenceSchema>;
