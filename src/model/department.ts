import { z } from 'zod';

/** lead 牵头, support 配合, responsible 责任/负责. */
export const roleSchema = z.enum(['lead', 'support', 'responsible']);
export type Role = z.infer<typeof roleSchema>;

export const departmentSchema = z.strictObject({
  /** With the prefix it shares with the unit before it: 自治区公安厅. */
  name: z.string(),
  /** As printed, less layout spaces: 公安厅. */
  raw: z.string(),
  role: roleSchema,
  /** A class of units, not one unit: 各市、县（区）. */
  collective: z.boolean(),
});
export type Department = z.infer<typeof departmentSchema>;
