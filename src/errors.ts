/** What can be wrong with an input, or with the place the output goes to. The wording stands in messages.ts. */
export type ErrorCode =
  | 'file-missing'
  | 'file-empty'
  | 'file-unreadable'
  | 'folder-without-input'
  | 'unsupported-file'
  | 'text-encoding-unknown'
  | 'text-without-content'
  | 'not-a-pdf'
  | 'pdf-damaged'
  | 'pdf-needs-password'
  | 'pdf-without-text'
  | 'pdf-text-unreadable'
  | 'input-changed'
  | 'limit-pages'
  | 'limit-seconds'
  | 'limit-megabytes'
  | 'output-not-writable'
  | 'output-damaged'
  | 'workbook-unreadable'
  | 'workbook-changed'
  | 'records-changed'
  | 'corrections-damaged'
  | 'original-missing'
  | 'nothing-to-review'
  | 'port-taken'
  | 'review-page-missing'
  | 'internal';

/** An input that cannot be converted: names the file, and the page where there is one. Never shown as a stack trace. */
export class GongbaoError extends Error {
  override readonly name = 'GongbaoError';

  constructor(
    readonly code: ErrorCode,
    /** The file as the user named it. */
    readonly file: string,
    readonly details: { page?: number; reason?: string } = {},
  ) {
    super(`${file}: ${code}${details.reason ? ` (${details.reason})` : ''}`);
  }
}
