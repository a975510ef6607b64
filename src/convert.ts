import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { GongbaoError } from './errors.js';
import { decodeText } from './extract/decode.js';
import { type LoadedSource, loadSource, type Source } from './extract/load.js';
import type { Extract } from './extract/page.js';
import { readPdf } from './extract/pdf/read.js';
import { readPlainText } from './extract/plain-text.js';
import { type InspectStage, pagesView, tablesView, textView } from './inspect.js';
import { Budget, type Limits, limitsWith } from './limits.js';
import type { Issue, Measure } from './model/index.js';
import type { OutputScript } from './model/script.js';
import { parse, parseAndCompare } from './parse/index.js';
import { withKeywords } from './parse/keywords/index.js';
import { repair } from './repair/index.js';
import { isBlank } from './text/glyph.js';
import { jiebaSegmenter, jiebaWords } from './words/jieba.js';
import { inScript } from './write/in-script.js';

export type { Source } from './extract/load.js';
export type { InspectStage } from './inspect.js';

export interface ConvertOptions {
  /** How records and messages call the source; by default the name of its file. */
  readonly file?: string;
  /** Tried in turn for a PDF that asks for one. */
  readonly passwords?: readonly string[];
  /** What one file may take, checked between steps; by default DEFAULT_LIMITS. */
  readonly limits?: Partial<Limits>;
  /** The script of the texts of the output; by default as printed. */
  readonly script?: OutputScript;
  /** Whether measures get keywords, for which word segmentation reads its dictionary; by default they do. */
  readonly keywords?: boolean;
}

export type InspectOptions = Pick<ConvertOptions, 'passwords' | 'limits'>;

/**
 * One issue through the four stages.
 *
 * @param source a path, the bytes of a file, or its text
 * @throws GongbaoError where the source cannot be read; nothing is returned in part
 */
export async function convertIssue(source: Source, options: ConvertOptions = {}): Promise<Issue> {
  const loaded = await loadSource(source, options.file);
  const budget = new Budget(limitsWith(options.limits), loaded.file);
  const extract = await extractPages(loaded, options, budget);
  requireText(extract, loaded.file);
  const repaired = repair(extract, jiebaWords);
  budget.check();
  const parsed = parse(repaired);
  const issue: Issue = {
    schemaVersion: '1',
    source: {
      file: options.file ?? basename(loaded.file),
      sha256: createHash('sha256').update(loaded.bytes).digest('hex'),
      kind: loaded.kind,
      pages: extract.pages.length,
      pageLabels: [...repaired.pageLabels],
    },
    ...parsed,
    measures: options.keywords === false ? parsed.measures : keyworded(parsed.measures),
  };
  return options.script ? inScript(issue, options.script) : issue;
}

/** With keywords where word segmentation is there; its dictionary is read only where there are measures. */
function keyworded(measures: readonly Measure[]): Measure[] {
  const segmenter = measures.length > 0 ? jiebaSegmenter() : null;
  return segmenter ? withKeywords(measures, segmenter) : [...measures];
}

/** What a stage made of a source, as plain data. */
export async function inspectSource(
  source: Source,
  stage: InspectStage,
  options: InspectOptions = {},
): Promise<unknown> {
  const loaded = await loadSource(source);
  const budget = new Budget(limitsWith(options.limits), loaded.file);
  const extract = await extractPages(loaded, options, budget);
  if (stage === 'pages') return pagesView(extract);
  requireText(extract, loaded.file);
  const repaired = repair(extract, jiebaWords);
  if (stage === 'differences') return parseAndCompare(repaired).differences;
  return stage === 'tables' ? tablesView(repaired) : textView(repaired);
}

async function extractPages(
  { bytes, file, kind }: LoadedSource,
  { passwords = [] }: InspectOptions,
  budget: Budget,
): Promise<Extract> {
  if (kind === 'pdf') return { kind, pages: await readPdf(bytes, { file, passwords, budget }) };
  const pages = readPlainText(decodeText(bytes, file).text);
  budget.checkPages(pages.length);
  return { kind, pages };
}

/** @throws GongbaoError pdf-without-text, pdf-text-unreadable, pdf-damaged: nothing can be made of the file */
function requireText(extract: Extract, file: string): void {
  if (extract.kind === 'text' || extract.pages.some((page) => !page.glyphs.every(isBlank))) return;
  const damaged = extract.pages.find((page) => page.damaged);
  if (damaged) throw new GongbaoError('pdf-damaged', file, { page: damaged.number, reason: 'no-text-left' });
  const isUnreadable = extract.pages.some((page) => page.unreadable.length > 0);
  throw new GongbaoError(isUnreadable ? 'pdf-text-unreadable' : 'pdf-without-text', file);
}
