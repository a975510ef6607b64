import { z } from 'zod';
import { fieldSourceSchema } from './source.js';

/** An entry of the contents page (目录). What is not printed is null. */
export const contentsItemSchema = z.strictObject({
  /** Without document number, leaders and page number. */
  title: z.string(),
  docNumber: z.string().nullable(),
  /** The number of the page as printed. */
  page: z.string().nullable(),
  /** The document it means; null where none in the file is that. */
  documentId: z.string().nullable(),
  /** The heading that it stands under: 省政府文件, 人事任免. */
  section: z.string().nullable(),
  sources: z.array(fieldSourceSchema),
});
export type ContentsItem = z.infer<typeof contentsItemSchema>;
