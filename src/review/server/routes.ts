// What the page can ask for, under api/.
import { z } from 'zod';
import { correctionsPathOf, FORMATS, type Format } from '../../batch/names.js';
import { GongbaoError } from '../../errors.js';
import { decodeText } from '../../extract/decode.js';
import { textLines } from '../../extract/plain-text.js';
import { correctionSchema, type Issue } from '../../model/index.js';
import { readCorrections } from '../corrections-file.js';
import { IssueList } from '../list.js';
import { changesOf, issuesIn, readOriginal, writtenRecords } from '../records.js';
import { readSource } from '../source.js';
import { CorrectionsStore, type Saved } from '../store.js';
import { json, type Reply, refused, worded } from './reply.js';

/** What the page has before it: a change is made to that, or not at all. */
const seen = { revision: z.int().min(0), records: z.string() };
const changeRequest = z.strictObject({ ...seen, correction: correctionSchema });
const undoRequest = z.strictObject({ ...seen, id: z.string().optional() });
const parseRequest = z.strictObject({
  what: z.enum(['deadlines', 'departments']),
  text: z.string().max(10_000),
  reference: z.iso.date().nullable(),
  issuer: z.string().nullable(),
});

const FORM_TYPE = 'application/octet-stream';

export class Routes {
  private readonly list: IssueList;
  private readonly store: CorrectionsStore;

  constructor(private readonly dir: string) {
    this.list = new IssueList(dir);
    this.store = new CorrectionsStore(dir);
  }

  /** @param path below api/, decoded part by part */
  async get([what, stem, part, format]: readonly string[]): Promise<Reply> {
    if (what !== 'issues') return refused(404, 'not-found');
    if (stem === undefined) return this.issues();
    await this.requireIssue(stem);
    if (part === undefined) return this.issue(stem);
    if (part === 'state') return json(await this.stateOf(stem, await readOriginal(this.dir, stem)));
    if (part === 'start') return this.start(stem);
    if (part === 'source') return this.source(stem);
    if (part === 'lines') return this.lines(stem);
    if (part === 'export' && isFormat(format)) return this.form(stem, format);
    return refused(404, 'not-found');
  }

  async post([what, stem, part]: readonly string[], body: unknown): Promise<Reply> {
    if (what === 'parse' && stem === undefined) return parse(body);
    if (what !== 'issues' || stem === undefined) return refused(404, 'not-found');
    await this.requireIssue(stem);
    if (part === 'changes') {
      const { data } = changeRequest.safeParse(body);
      return data ? saved(await this.store.add(stem, data, data.correction)) : refused(400, 'bad-request');
    }
    if (part === 'undo') {
      const { data } = undoRequest.safeParse(body);
      return data ? saved(await this.store.undo(stem, data, data.id)) : refused(400, 'bad-request');
    }
    if (part === 'export') {
      const { exportIssue } = await import('../export.js');
      return json({ files: await exportIssue(this.dir, stem) });
    }
    return refused(404, 'not-found');
  }

  /** A name is one of those in the folder, or nothing: no path is made of anything else. */
  private async requireIssue(stem: string): Promise<void> {
    if (!(await issuesIn(this.dir)).includes(stem)) throw new GongbaoError('file-missing', stem);
  }

  private async issues(): Promise<Reply> {
    const { issues, failed } = await this.list.read();
    return json({
      issues: issues.map(({ problem, ...issue }) => ({ ...issue, ...(problem && { problem: worded(problem) }) })),
      failed,
    });
  }

  private async issue(stem: string): Promise<Reply> {
    const original = await readOriginal(this.dir, stem);
    const { state: source } = await readSource(this.dir, stem, original);
    const rest = JSON.stringify({ source, ...(await this.stateOf(stem, original)) });
    return { ...json(null), body: `{"original":${writtenRecords(original).json},${rest.slice(1)}` };
  }

  /** What the page can draw while the records are on their way. */
  private async start(stem: string): Promise<Reply> {
    const original = await readOriginal(this.dir, stem);
    const { state } = await readSource(this.dir, stem, original);
    const placed = original.measures[0]?.sources.find((one) => one.field === 'text');
    return json({ file: original.source, source: state, page: placed && 'page' in placed ? placed.page : 1 });
  }

  /** By which a page sees whether it shows what there is. */
  private async stateOf(stem: string, original: Issue) {
    const records = writtenRecords(original).stamp;
    try {
      return { records, state: changesOf(await readCorrections(correctionsPathOf(this.dir, stem))) };
    } catch (error) {
      // the records can be read all the same, but nothing can be changed
      if (!(error instanceof GongbaoError)) throw error;
      return { records, state: changesOf(null), problem: worded(error) };
    }
  }

  private async source(stem: string): Promise<Reply> {
    const { bytes } = await readSource(this.dir, stem, await readOriginal(this.dir, stem));
    return bytes ? { status: 200, type: 'application/octet-stream', body: bytes } : refused(404, 'not-found');
  }

  private async lines(stem: string): Promise<Reply> {
    const { bytes } = await readSource(this.dir, stem, await readOriginal(this.dir, stem));
    return bytes ? json({ lines: textLines(decodeText(bytes, stem).text) }) : refused(404, 'not-found');
  }

  private async form(stem: string, format: Format): Promise<Reply> {
    const { formOf } = await import('../export.js');
    const name = encodeURIComponent(`${stem}.${format}`);
    const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` };
    return { status: 200, type: FORM_TYPE, body: await formOf(this.dir, stem, format), headers };
  }
}

const isFormat = (name: string | undefined): name is Format =>
  (FORMATS as readonly (string | undefined)[]).includes(name);

const STATUS = { saved: 200, outdated: 409, replaced: 409, unfit: 422, needed: 422 } as const;

const saved = ({ state: { revision, changes }, ...rest }: Saved): Reply =>
  json({ ...rest, state: { revision, changes } }, STATUS[rest.kind]);

/** What a person typed, read by the grammars that read the issue. */
async function parse(body: unknown): Promise<Reply> {
  const { data } = parseRequest.safeParse(body);
  if (!data) return refused(400, 'bad-request');
  if (data.what === 'deadlines') {
    const { parseDeadlines } = await import('../../parse/deadlines/index.js');
    return json({ deadlines: parseDeadlines(data.text, { reference: data.reference, mode: 'cell' }) });
  }
  const { parseDepartments } = await import('../../parse/departments/index.js');
  return json(parseDepartments(data.text, data.issuer === null ? {} : { issuer: data.issuer }));
}
