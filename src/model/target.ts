import { z } from 'zod';
import { COMPARISONS } from './kinds.js';

export const comparisonSchema = z.enum(COMPARISONS);
export type TargetComparison = z.infer<typeof comparisonSchema>;

/** A quantity that a measure promises: 压减至2个工作日以内. */
export const targetSchema = z.strictObject({
  /** The wording as printed, less layout spaces, with the words of the comparison. */
  raw: z.string(),
  /** In `unit`: 600亿元 is 60,000,000,000 元, 3个半月 3.5 月. */
  value: z.number(),
  /** Without the classifier and scale around it: 工作日, 元, %, 百分点; of things, their classifier: 个, 家, 项. */
  unit: z.string(),
  comparison: comparisonSchema,
});
export type Target = z.infer<typeof targetSchema>;
