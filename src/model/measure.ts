import { z } from 'zod';
import { deadlineSchema } from './deadline.js';
import { departmentSchema } from './department.js';
import { flagSchema } from './flag.js';
import { fieldSourceSchema } from './source.js';
import { targetSchema } from './target.js';

/** A heading above a measure: a category or goal of the list, a section of the text. */
export const pathItemSchema = z.strictObject({
  number: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  leads: z.array(departmentSchema),
});
export type PathItem = z.infer<typeof pathItemSchema>;

export const originSchema = z.enum(['table', 'body']);

/** One numbered thing to be done (措施, 任务): the record of this system. */
export const measureSchema = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  origin: originSchema,
  /** The headings above, outermost first. */
  path: z.array(pathItemSchema),
  number: z.string().nullable(),
  /** The first sentence of the text, without its 。 */
  title: z.string(),
  /** Title included; deadline clause and department clause not. */
  text: z.string(),
  deadlines: z.array(deadlineSchema),
  departments: z.array(departmentSchema),
  /** The list of departments is not closed: 等相关部门. */
  openEnded: z.boolean(),
  /** Quantities that the text promises; left out where it promises none. */
  targets: z.array(targetSchema).optional(),
  /** Columns of the list that have no field of their own (备注, and those not recognised), by their heading. */
  extra: z.record(z.string(), z.string()).optional(),
  /** What to search it by, best first; left out where word segmentation (nodejieba) is missing or not wanted. */
  keywords: z.array(z.string()).optional(),
  sources: z.array(fieldSourceSchema),
  flags: z.array(flagSchema),
});
export type Measure = z.infer<typeof measureSchema>;
