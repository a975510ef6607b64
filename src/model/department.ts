import { z } from 'zod';
import { ROLES } from './kinds.js';

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/**
 * What a unit is: of the centre, managed by the centre in a place (vertical), of a local government or party committee, a
 * court or procuracy, a place that stands for its government, an organisation of the people, an enterprise.
 */
export const unitKindSchema = z.enum([
  'central',
  'vertical',
  'local',
  'party',
  'judicial',
  'territory',
  'organisation',
  'enterprise',
]);
export type UnitKind = z.infer<typeof unitKindSchema>;

export const departmentSchema = z.strictObject({
  /** With the prefix it shares with the unit before it: 自治区公安厅. */
  name: z.string(),
  /** As printed, less layout spaces: 公安厅. */
  raw: z.string(),
  role: roleSchema,
  /** A class of units, not one unit: 各市、县（区）. */
  collective: z.boolean(),
  /** The gazetteer has it; left out where it has not. The name is never changed by it. */
  known: z.literal(true).optional(),
  /** Its full name, with the region the document is of: 宁夏回族自治区公安厅. */
  canonical: z.string().optional(),
  kind: unitKindSchema.optional(),
});
export type Department = z.infer<typeof departmentSchema>;
