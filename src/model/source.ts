import { z } from 'zod';

/** x0, y0, x1, y1 in points (1/72 inch), origin at the top left of the page as it is shown. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** Where a field was read: page and box in a PDF, line in a text file. Pages and lines count from 1. */
export const fieldSourceSchema = z.union([
  z.strictObject({ field: z.string(), page: z.int().min(1), bbox: boxSchema }),
  z.strictObject({ field: z.string(), line: z.int().min(1) }),
]);
export type FieldSource = z.infer<typeof fieldSourceSchema>;

export const sourceFileSchema = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['pdf', 'text']),
  pages: z.int().min(0),
  /** The number printed on each page (页码), null where none was found; one entry a page. */
  pageLabels: z.array(z.string().nullable()),
});
export type SourceFile = z.infer<typeof sourceFileSchema>;
