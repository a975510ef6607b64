import { z } from 'zod';

export const attachmentSchema = z.strictObject({
  number: z.int().nullable(),
  title: z.string(),
  /** Listed as 略: not printed in the issue. */
  omitted: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** One official document (公文) printed in the issue. What is not printed is null. */
export const documentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  /** 成文日期, ISO 8601: the reference date of the document's relative deadlines. */
  dateIssued: z.iso.date().nullable(),
  addressees: z.array(z.string()),
  publicity: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** First and last page, counted from 1 as the file counts them. */
  pages: z.tuple([z.int().min(1), z.int().min(1)]),
  /** First and last line; text input only. */
  lines: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  /** The whole running text, one paragraph a line. */
  text: z.string(),
});
export type GazetteDocument = z.infer<typeof documentSchema>;
