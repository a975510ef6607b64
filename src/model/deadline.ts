import { z } from 'zod';
import { DEADLINE_KINDS } from './kinds.js';

export const deadlineKindSchema = z.enum(DEADLINE_KINDS);
export type DeadlineKind = z.infer<typeof deadlineKindSchema>;

/**
 * One 完成时限. Dates are ISO 8601 calendar dates, both ends inclusive.
 * `edtf` is EDTF (ISO 8601-2), `rrule` RFC 5545, `duration` an ISO 8601 duration.
 */
export const deadlineSchema = z.strictObject({
  /** The wording as printed, less layout spaces. */
  raw: z.string(),
  kind: deadlineKindSchema,
  start: z.iso.date().nullable(),
  end: z.iso.date().nullable(),
  edtf: z.string().nullable(),
  rrule: z.string().optional(),
  duration: z.string().optional(),
  workingDays: z.boolean().optional(),
  /** What the duration is counted from, as printed: 收到之日. */
  anchor: z.string().optional(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
