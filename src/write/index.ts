import type { Issue } from '../model/index.js';
import type { Entries } from './excel/entries/read.js';

/**
 * The content of an output, by the extension of its file. The same issue gives the same bytes. Libraries are loaded with
 * the first output that needs them.
 */
export const WRITERS = {
  json: async (issue) => (await import('./json.js')).toJson(issue),
  xlsx: async (issue: Issue, entries?: Entries) => (await import('./excel.js')).toWorkbook(issue, entries),
  csv: async (issue) => (await import('./csv.js')).toCsv(issue),
  ndjson: async (issue) => (await import('./ndjson.js')).toNdjson(issue),
  ics: async (issue) => (await import('./ics.js')).toCalendar(issue),
  md: async (issue) => (await import('./markdown.js')).toMarkdown(issue),
} satisfies Record<string, (issue: Issue) => Promise<string | Uint8Array>>;
