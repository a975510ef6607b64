// What the page asks the server; all addresses are below the one it was opened with.
import type { Change, Correction, Deadline, Department, Issue } from '../../../model/index.js';

export interface WordedError {
  code: string;
  message: { zh: string; en: string };
}

export interface ListedIssue {
  name: string;
  file?: string;
  title?: string;
  pages?: number;
  measures?: number;
  open?: number;
  errors?: number;
  changes?: number;
  problem?: WordedError;
}

export interface IssueList {
  issues: ListedIssue[];
  failed: { input: string; code: string; message: string }[];
}

export interface CorrectionState {
  revision: number;
  changes: Change[];
}

/** What there is of an issue on the disk, without its records. */
export interface IssueState {
  state: CorrectionState;
  /** Other records have another. */
  records: string;
  /** Why nothing can be changed. */
  problem?: WordedError;
}

export type SourceState = 'there' | 'missing' | 'changed';

export interface LoadedIssue extends IssueState {
  original: Issue;
  source: SourceState;
}

/** What there is to see before the records are there. */
export interface IssueStart {
  file: Issue['source'];
  source: SourceState;
  /** Of the first measure. */
  page: number;
}

export interface Saved extends IssueState {
  /** As the server's store explains them. */
  kind: 'saved' | 'outdated' | 'replaced' | 'unfit' | 'needed';
  /** The id of the change that needs the one that was to be taken back. */
  by?: string;
}

/** What a change is made to. */
export type Seen = Pick<IssueState, 'records'> & Pick<CorrectionState, 'revision'>;

/** A refusal of the server in words. */
export class Refused extends Error {
  constructor(readonly error: WordedError) {
    super(error.code);
  }
}

const issuePath = (name: string, part = ''): string => `api/issues/${encodeURIComponent(name)}${part}`;

export const sourceUrl = (name: string): string => new URL(issuePath(name, '/source'), document.baseURI).href;
export const formUrl = (name: string, format: string): string => issuePath(name, `/export/${format}`);

export const listIssues = (): Promise<IssueList> => ask('api/issues', ['issues', 'failed']);
export const loadIssue = (name: string): Promise<LoadedIssue> =>
  ask(issuePath(name), ['original', 'state', 'records', 'source']);
export const loadStart = (name: string): Promise<IssueStart> =>
  ask(issuePath(name, '/start'), ['file', 'source', 'page']);
export const loadState = (name: string): Promise<IssueState> => ask(issuePath(name, '/state'), ['state', 'records']);
export const loadLines = async (name: string): Promise<string[]> =>
  (await ask<{ lines: string[] }>(issuePath(name, '/lines'), ['lines'])).lines;
export const saveChange = (name: string, seen: Seen, correction: Correction): Promise<Saved> =>
  ask(issuePath(name, '/changes'), SAVED, { ...seen, correction });
/** Of the last change, or of the one with this id. */
export const undoChange = (name: string, seen: Seen, id?: string): Promise<Saved> =>
  ask(issuePath(name, '/undo'), SAVED, { ...seen, ...(id !== undefined && { id }) });
export const exportIssue = (name: string): Promise<{ files: string[] }> =>
  ask(issuePath(name, '/export'), ['files'], {});

const SAVED = ['kind', 'state', 'records'] as const;

interface Context {
  reference: string | null;
  issuer: string | null;
}

export const readDeadlines = (text: string, context: Context): Promise<{ deadlines: Deadline[] }> =>
  ask('api/parse', ['deadlines'], { what: 'deadlines', text, ...context });
export const readDepartments = (
  text: string,
  context: Context,
): Promise<{ departments: Department[]; openEnded: boolean }> =>
  ask('api/parse', ['departments', 'openEnded'], { what: 'departments', text, ...context });

/**
 * @param parts what the answer must have: another program may answer at the address
 * @throws Refused
 */
async function ask<Answer>(path: string, parts: readonly (keyof Answer & string)[], body?: unknown): Promise<Answer> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  ).catch(() => {
    throw new Refused(GONE);
  });
  const answer: unknown = await response.json().catch(() => null);
  const { error } = (answer ?? {}) as { error?: WordedError };
  if (error?.message) throw new Refused(error);
  if (error) throw new Refused({ ...GONE, code: error.code });
  if (typeof answer !== 'object' || answer === null || parts.some((part) => !(part in answer)))
    throw new Refused(NOT_UNDERSTOOD);
  return answer as Answer;
}

const GONE: WordedError = {
  code: 'no-answer',
  message: {
    zh: '本机的 gongbao review 没有应答；它可能已结束，请重新运行并打开新的地址',
    en: 'gongbao review does not answer on this machine; it may have ended: start it again and open the new address',
  },
};

const NOT_UNDERSTOOD: WordedError = {
  code: 'not-understood',
  message: {
    zh: '收到的应答不完整，或不是 gongbao review 的应答；请再试一次，仍不行时重新运行 gongbao review 并打开新的地址',
    en: 'the answer is incomplete, or not one of gongbao review; try again, and if that does not help, start gongbao review again and open the new address',
  },
};
