import type { Issue } from '../model/index.js';
import { toCsv } from './csv.js';
import { toWorkbook } from './excel.js';
import { toCalendar } from './ics.js';
import { toJson } from './json.js';
import { toMarkdown } from './markdown.js';
import { toNdjson } from './ndjson.js';

/** The content of an output, by the extension of its file. The same issue gives the same bytes. */
export const WRITERS = {
  json: toJson,
  xlsx: toWorkbook,
  csv: toCsv,
  ndjson: toNdjson,
  ics: toCalendar,
  md: toMarkdown,
} satisfies Record<string, (issue: Issue) => string | Promise<Uint8Array>>;
