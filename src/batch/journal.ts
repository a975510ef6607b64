// What was converted from what, so that no run does the same work twice.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { ConvertOptions } from '../convert.js';
import { readingError } from '../extract/load.js';
import { hasJieba } from '../words/jieba.js';
import type { Counts } from './counts.js';
import {
  DEFAULT_FORMATS,
  FORMATS,
  type Format,
  originalPathOf,
  type PlannedOutput,
  pathFromOutputs,
  pathsOf,
} from './names.js';
import { notWritable, writeTogether } from './outputs.js';

/** Stands beside the outputs; each line is one conversion, the last of a name counts. */
export const JOURNAL = '.gongbao-journal.ndjson';

/** A journal may have so many lines more than twice those that count. */
const SPARE_LINES = 200;

const severities = z.strictObject({ note: z.number(), check: z.number(), error: z.number() });
const entrySchema = z.strictObject({
  /** Of the outputs, without extension. */
  name: z.string(),
  /** Of the input, without folders: it stands in the output. */
  file: z.string(),
  /** The input, from the folder of the outputs; versions without a review page left it out. */
  path: z.string().optional(),
  /** Of the input; where there are corrections, then + and theirs. */
  sha256: z.string(),
  /** Of the program and the options that change the output. */
  made: z.string(),
  /** What it was converted into; versions that knew no choice left it out. */
  formats: z.array(z.enum(FORMATS)).default([...DEFAULT_FORMATS]),
  counts: z.strictObject({ pages: z.number(), documents: z.number(), measures: z.number(), flags: severities }),
});
type Entry = z.infer<typeof entrySchema>;

/** An issue whose outputs were written otherwise since: by an export of the review page. */
const forgottenSchema = z.strictObject({ forgotten: z.string() });

/** What the list of all measures was made of. */
const summarySchema = z.strictObject({ summary: z.string() });

export class Journal {
  private constructor(
    private readonly path: string,
    private readonly made: string,
    private readonly entries: Map<string, Entry>,
    private lastSummary: string | null,
  ) {}

  /** Reads what earlier runs left; lines that are torn or not understood are work to be done again. */
  static async open(outDir: string, version: string, options: ConvertOptions): Promise<Journal> {
    const path = join(outDir, JOURNAL);
    const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
    const entries = new Map<string, Entry>();
    let summary: string | null = null;
    for (const line of lines) {
      const entry = entryIn(line);
      if (!entry) continue;
      if ('summary' in entry) summary = entry.summary;
      else if ('forgotten' in entry) forget(entries, entry.forgotten);
      else entries.set(entry.name, entry);
    }
    const journal = new Journal(path, madeWith(version, options), entries, summary);
    await journal.compact(lines.length);
    return journal;
  }

  /** What its outputs hold, where all wanted were made of the same bytes in the same way and are still there; else null. */
  unchanged(plan: PlannedOutput, sha256: string, formats: readonly Format[]): Counts | null {
    const isWhole = this.missing(plan, sha256, formats).length === 0;
    return isWhole ? (this.entryOf(plan, sha256)?.counts ?? null) : null;
  }

  /** Those of the formats wanted that were not made of the same bytes in the same way, or are gone. */
  missing(plan: PlannedOutput, sha256: string, formats: readonly Format[]): Format[] {
    const standing = this.standing(plan, sha256);
    return formats.filter((format) => !standing.includes(format));
  }

  /** @throws GongbaoError output-not-writable */
  async add(plan: PlannedOutput, sha256: string, counts: Counts, written: readonly Format[]): Promise<void> {
    const file = basename(plan.input);
    const formats = FORMATS.filter((one) => written.includes(one) || this.standing(plan, sha256).includes(one));
    const entry: Entry = {
      name: plan.name,
      file,
      path: pathFromOutputs(plan),
      sha256,
      made: this.made,
      formats,
      counts,
    };
    this.entries.set(plan.name, entry);
    await this.append(entry);
  }

  /**
   * The outputs are to be made anew.
   *
   * @throws GongbaoError output-not-writable
   */
  async forget({ name }: PlannedOutput): Promise<void> {
    forget(this.entries, name);
    await forgetOutputs(dirname(this.path), name);
  }

  /** What an output was made of, and how; null where it is not known. */
  madeOf({ name }: PlannedOutput): string | null {
    const entry = this.entries.get(name);
    return entry ? `${entry.sha256} ${entry.made}` : null;
  }

  /** What the list of all measures was last made of. */
  get summary(): string | null {
    return this.lastSummary;
  }

  /** @throws GongbaoError output-not-writable */
  async addSummary(summary: string): Promise<void> {
    this.lastSummary = summary;
    await this.append({ summary });
  }

  private entryOf({ name, input }: PlannedOutput, sha256: string): Entry | null {
    const entry = this.entries.get(name);
    const isSame = entry?.sha256 === sha256 && entry.made === this.made && entry.file === basename(input);
    return isSame ? entry : null;
  }

  private standing(plan: PlannedOutput, sha256: string): Format[] {
    const formats = this.entryOf(plan, sha256)?.formats ?? [];
    // corrected records without those before the corrections are no whole
    const isCut = sha256.includes('+') && !existsSync(originalPathOf(dirname(this.path), plan.name));
    return formats.filter((format) => existsSync(plan.paths[format]) && !(isCut && format === 'json'));
  }

  /**
   * Keeps only what counts, where that is much less than all of it: the last line of each name whose outputs are there.
   * What another run adds at the same moment may be lost, which costs it that work once more.
   */
  private async compact(lines: number): Promise<void> {
    const isThere = ({ name, formats }: Entry): boolean => {
      const paths = pathsOf(dirname(this.path), name);
      return formats.every((format) => existsSync(paths[format]));
    };
    const kept = [...this.entries.values()].filter(isThere);
    if (lines <= SPARE_LINES + 2 * kept.length) return;
    const all = [...kept, ...(this.lastSummary === null ? [] : [{ summary: this.lastSummary }])];
    const content = all.map((entry) => `\n${JSON.stringify(entry)}`).join('');
    // it grows until it can be written
    await writeTogether([{ path: this.path, content }]).catch(() => {});
  }

  /** One line at once: two runs on a folder do not tear each other's. After a torn line the next still begins its own. */
  private async append(entry: Entry | z.infer<typeof summarySchema>): Promise<void> {
    try {
      await appendFile(this.path, `\n${JSON.stringify(entry)}`);
    } catch (error) {
      throw notWritable(error, this.path);
    }
  }
}

/** Where the input of each output was, from the folder of the outputs, as far as earlier runs noted it. */
export async function journaledPaths(outDir: string): Promise<Map<string, string>> {
  const lines = (await readFile(join(outDir, JOURNAL), 'utf8').catch(() => '')).split('\n');
  const paths = new Map<string, string>();
  for (const line of lines) {
    const entry = entryIn(line);
    if (entry && 'path' in entry && entry.path !== undefined) paths.set(entry.name, entry.path);
  }
  return paths;
}

/** Notes that the outputs of an issue were written otherwise: the next run makes them anew. */
export async function forgetOutputs(outDir: string, name: string): Promise<void> {
  const path = join(outDir, JOURNAL);
  if (!existsSync(path)) return;
  await appendFile(path, `\n${JSON.stringify({ forgotten: name })}`).catch((error) => {
    throw notWritable(error, path);
  });
}

/** Where its input was is still known. */
function forget(entries: Map<string, Entry>, name: string): void {
  const entry = entries.get(name);
  if (entry) entries.set(name, { ...entry, sha256: '' });
}

function entryIn(line: string): Entry | z.infer<typeof summarySchema> | z.infer<typeof forgottenSchema> | null {
  if (line === '') return null;
  try {
    return z.union([entrySchema, summarySchema, forgottenSchema]).parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Passwords and limits do not change what a file that could be read gives. */
const madeWith = (version: string, { script, keywords = true }: ConvertOptions): string =>
  JSON.stringify({ version, script, keywords: keywords && hasJieba() });

/**
 * Of the bytes of a file, as outputs give it.
 *
 * @throws GongbaoError file-missing, file-unreadable
 */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    throw readingError(error, file);
  }
  return hash.digest('hex');
}
